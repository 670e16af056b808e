"""Sentences of a passage, with their places in it.

Splits where readers would: not after "e.g.", "Dr.", "No. 4" or an initial, not within decimals,
and after an ellipsis only where a new sentence visibly begins.
"""

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence without the spaces around it; ``start`` and ``end`` are offsets in its passage."""

    text: str
    start: int
    end: int


_CLOSING = r"[\"'”’)\]]"
_OPENING = r"[\"'“‘(\[]"

_STOP = re.compile(rf"(?P<mark>[.!?…]{{1,40}}){_CLOSING}{{0,3}}(?P<gap>\s{{0,40}})")
"""Marks that may end a sentence, closing quotation marks, and the space after them."""

_BEGINS = re.compile(rf"(?:[–—•·*-]\s{{0,3}})?{_OPENING}{{0,2}}(?:[A-Z\d£À-ÖØ-Þ])")
"""What a sentence may begin with: a capital, a figure, perhaps behind a dash or a quotation."""

_RUN_ON = re.compile(r"[A-Z][a-z]|I\s|A\s")
"""A new sentence where the space was forgotten: "identified.This"."""

_NEVER_LAST = re.compile(
    r"e\.?g|i\.?e|approx|dr|mrs?|ms|prof|rev|cllr|hon|st|cf|viz|vs?|paras?|regs?|sec|ch|pp?|figs?"
    r"|eds?|incl?|est|tel|ext|jan|feb|mar|apr|ju[nl]|aug|sept?|oct|nov|dec",
    re.IGNORECASE,
)
"""Abbreviations (without their last stop) after which a sentence goes on."""

_BEFORE_A_NUMBER = re.compile(r"nos?|vol|art|sch|ss?|c", re.IGNORECASE)
"""Abbreviations that are so only when a number follows: "No. 4"."""

_INITIALS = re.compile(r"(?:[A-HJ-Z]\.)*[A-HJ-Z]")

_LETTERED = re.compile(
    r"of|and|or|child(?:ren)?|person|family|parent|mother|father|sibling|baby|worker|carer|case"
    r"|plan|option|appendix|annex|grade|category|group|band|team|part|schedule|section|table"
    r"|figure|chart|vitamin",
    re.IGNORECASE,
)
"""Words after which a single capital is a name of its own, and not an initial: "Child A."."""

_LIST_NUMBER = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})")
_ADDRESS = re.compile(r"[/@_]|www|http", re.IGNORECASE)
_NEAR = 60
_TEXTS = 4_096
"""So many passages are remembered: figures, claims, effect and access all ask for each."""


@lru_cache(_TEXTS)
def sentences(text: str) -> tuple[Sentence, ...]:
    """Split a passage into sentences, in order; what stands between them is only space.

    Line breaks count as spaces. The time taken grows with the length of the text and no faster.

    >>> [s.text for s in sentences("Dr. Bell read 4.5 pages, e.g. No. 3. Good! And S of S. Well?")]
    ['Dr. Bell read 4.5 pages, e.g. No. 3.', 'Good!', 'And S of S.', 'Well?']
    >>> sentences(" Why? ")
    (Sentence(text='Why?', start=1, end=5),)
    """
    found: list[Sentence] = []
    start = 0
    for stop in _STOP.finditer(text):
        if stop.start() >= start and _ends(text, start, stop):
            _add(found, text, start, stop.end())
            start = stop.end()
    _add(found, text, start, len(text))
    return tuple(found)


def _add(found: list[Sentence], text: str, start: int, end: int) -> None:
    """Add the stretch without its outer spaces, unless nothing is left."""
    stretch = text[start:end]
    bare = stretch.strip()
    if bare:
        first = start + len(stretch) - len(stretch.lstrip())
        found.append(Sentence(bare, first, first + len(bare)))


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a sentence that began at ``start`` ends with this mark."""
    mark, end = stop["mark"], stop.end()
    if end >= len(text):
        return True
    if not stop["gap"]:
        return _runs_on(text, stop)
    if not _BEGINS.match(text, end):
        return False
    if "…" in mark or "..." in mark:
        return text[end].isalnum()
    return mark != "." or not _abbreviates(text, start, stop)


def _runs_on(text: str, stop: re.Match[str]) -> bool:
    """Whether a space was forgotten after the mark; never within an address or a file name."""
    if _RUN_ON.match(text, stop.end()) is None:
        return False
    before = text[max(stop.start() - _NEAR, 0) : stop.start()]
    ends_a_word = before[-2:].isalpha() and before[-2:].islower()
    if not ends_a_word and len(stop["mark"]) < 3:
        return False
    after = text[stop.end() : stop.end() + _NEAR]
    return _ADDRESS.search(_last_words(before)[1] + after.split(maxsplit=1)[0]) is None


def _abbreviates(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a single full stop belongs to an abbreviation, an initial or a list number."""
    if stop.end() - stop.start() - len(stop["gap"]) > 1:
        return False  # a closing quotation mark or bracket stands between
    near = text[max(start, stop.start() - _NEAR) : stop.start()]
    if _LIST_NUMBER.fullmatch(near.strip()):
        return True
    before, word = _last_words(near)
    if _INITIALS.fullmatch(word):
        return _LETTERED.fullmatch(before) is None
    if _BEFORE_A_NUMBER.fullmatch(word):
        return text[stop.end()].isdigit()
    return _NEVER_LAST.fullmatch(word) is not None


def _last_words(near: str) -> tuple[str, str]:
    """The last two words of a stretch, without opening brackets; empty where there are fewer."""
    words = near.rsplit(maxsplit=2)[-2:]
    before, word = ("", "", *words)[-2:]
    return before.lstrip("(["), word.lstrip("([“‘")
