"""Headings as people and Microsoft Forms write them, without what says nothing."""

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_NUMBERING = re.compile(
    r"^(?:(?:q|question|section)\s*)?\d+(?:\.\d+)*\s*[.):\-–]?\s+", re.IGNORECASE
)
_REPEAT = re.compile(r"^(?P<asked>.*\D)(?P<number>[2-9]|[1-9]\d)$")
_POSSESSIVE = re.compile(r"['’‘ʼ′]s?\b")
_WORD = re.compile(r"[^\W_]+")
_SILENT = frozenset({"a", "an", "and", "of", "or", "the", "to", "for", "in", "with", "on", "s"})


@lru_cache(maxsize=100_000)
def plain(text: str) -> str:
    """A heading on one line: no-break spaces, line breaks and invisible marks are gone.

    >>> plain("Reason\\u00a0for \\ngrade ")
    'Reason for grade'
    """
    return " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).split())


def unnumbered(text: str) -> str:
    """A heading without the number of its question.

    >>> unnumbered("12. Risk"), unnumbered("Q4: Planning"), unnumbered("6.2 Visits")
    ('Risk', 'Planning', 'Visits')
    """
    return _NUMBERING.sub("", text) or text


def asked(heading: str, earlier: frozenset[str]) -> str:
    """The question text of a column whose question was asked before.

    Forms tells repeated questions apart with a number at the end: *Reason*, *Reason2*, *Reason3*.
    The number is taken off only when the same text without it stands further left.

    >>> asked("Reason2", frozenset({"Reason"})), asked("Section 17", frozenset())
    ('Reason', 'Section 17')
    """
    repeat = _REPEAT.match(heading)
    if repeat and repeat["asked"].strip() in earlier:
        return repeat["asked"].strip()
    return heading


def words(text: str) -> tuple[str, ...]:
    """The stems of a heading's words that carry meaning, in order.

    >>> words("How well are the risks to the child's safety reviewed in planning?")
    ('how', 'well', 'are', 'risk', 'child', 'safety', 'review', 'plan')
    """
    folded = _POSSESSIVE.sub("", unicodedata.normalize("NFKC", text).casefold())
    return tuple(_stem(word) for word in _WORD.findall(folded) if word not in _SILENT)


def _stem(word: str) -> str:
    """One form for *review, reviews, reviewed, reviewing*; short words stay as they are."""
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            root = word.removesuffix(ending)
            return root[:-1] if root[-1] == root[-2] and root[-1] != "s" else root
    if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
