"""Words that the end of a line broke: whole again as the rest of the document writes them."""

import re
from collections.abc import Iterable

BREAK = "\u2027"
"""A hyphenation point stands where a hyphen ended a line, until all words are known."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(rf"[^\W\d_{BREAK}-]+(?:[{BREAK}-][^\W\d_{BREAK}-]+)+")
_KEPT = frozenset(
    """anti co cross ex face follow full half high inter long low multi near non part post pre self
    semi short single sub two three well year""".split()  # noqa: SIM905 (a list is longer)
)
"""First parts that mostly keep their hyphen: multi-agency, well-being."""


def words_in(texts: Iterable[str]) -> frozenset[str]:
    """All words that no line's end broke, in lower case."""
    return frozenset(word.lower() for text in texts for word in _WORD.findall(text))


def mended(text: str, known: frozenset[str]) -> str:
    """The text with its broken words whole.

    >>> mended("a multi‧agency part‧nership", frozenset({"partnership"}))
    'a multi-agency partnership'
    """
    if BREAK not in text:
        return text
    return _BROKEN.sub(lambda broken: _whole(broken[0], known), text).replace(BREAK, "-")


def _whole(broken: str, known: frozenset[str]) -> str:
    joined, hyphened = broken.replace(BREAK, ""), broken.replace(BREAK, "-")
    if joined.lower() in known or hyphened.lower() in known:
        return joined if joined.lower() in known else hyphened
    return hyphened if broken.split(BREAK)[0].lower() in _KEPT else joined
