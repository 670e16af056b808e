"""Text as readers of every kind hand it on."""

import re

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
"""Soft hyphens, zero-width marks and marks of writing direction."""
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffc\ufffe\uffff]")
"""Control characters, places of objects, and the private area where symbol fonts have bullets."""

_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-"})
"""Hyphens of their own kind, and those that do not break."""


def tidied(text: str) -> str:
    """The text with single spaces, plain hyphens and no line breaks or marks that nobody sees.

    >>> tidied("  safe\\u00adguarding\\u00a0 plans\\n")
    'safeguarding plans'
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    return " ".join(_UNPRINTABLE.sub(" ", _UNSEEN.sub("", text.translate(_HYPHENS))).split())
