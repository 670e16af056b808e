"""Bases that govern what follows them in a sentence: "Of the 78, …", "98 children, of whom …"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from goldenthread.checker.figures.words.marking import (
    FIGURES,
    MARKS,
    NO_FIGURE_MARK,
    NUMBER,
    SHARE,
    TEXTS_REMEMBERED,
    Span,
)
from goldenthread.checker.figures.words.outline import Outline, outline_of
from goldenthread.checker.figures.words.units import unit_after

_QUANTITY = (
    r"(?:the|all|these|those|our|total|of|a|over|remaining|other|same|this|last"
    r"|[a-z]{2,20}(?:[’']s|s[’']))\s"
)
_LEAD = re.compile(
    rf"\b(?:(?:of|out\sof)\s(?:{_QUANTITY}){{0,4}}"
    rf"|(?:from|among|amongst|across|within|in|for)\s(?:(?:all|each)\s(?:of\s)?)?"
    rf"(?:the|these|those|our|all|a\stotal\sof)\s(?:total\s(?:of\s)?)?)"
    rf"(?P<base>{NUMBER})(?!(?:\s[\w’'-]+){{0,3}},?\s?[(\[][^)\]]{{0,12}}{SHARE})"
    rf"(?!\s?/|\s(?:out\s)?of\s(?:the\s)?[{FIGURES}])",
    re.IGNORECASE,
)
_MAY_COME_BEFORE = re.compile(
    r"(?:^|(?<!\sin\sall)(?<!\sin\stotal)(?<!\saltogether),|[;:(\[–—•-]|\b(?:and|but|while|whereas|that|where|when|which|because|so|also|overall"
    rf"|however|found|(?<![{FIGURES}],\s)then))\s?$",
    re.IGNORECASE,
)
_LOOK_BACK = 12
_COUNT_BEFORE = re.compile(rf"(?:{NUMBER}(?:\s[\w’'-]+){{0,4}}|{SHARE})\s[(\[]$")
"""What "of 50" in a bracket is joined to: "23 children (of 50, 46%)", "46% (of 50)"."""

_ANAPHOR = re.compile(
    rf"\bof\s(?:whom|which|these|those|them|theirs)\b(?!\s{NUMBER}(?!(?:\s[\w’'-]+){{0,3}},?\s?[(\[]))"
    r"(?!\s(?:who|that|years?|months?|weeks?|days?)\b)"
    r"(?!(?<=those)\s(?:in|on|at|with|aged|under|over|not)\b)",
    re.IGNORECASE,
)
_OF_THE_NEXT = re.compile(
    rf"{NUMBER}(?:\s(?!of\b)[\w’'-]+){{0,4}}[)\]]?"
    r"(?:\s(?:out\s)?of\s(?:the\s|all\s|our\s)?|\s?/\s?)",
    re.IGNORECASE,
)
_COUNT_OF_THEM = re.compile(rf"{NUMBER}\s$")
"""The count in "19 of them", which is not the group that "them" stands for."""

_N_IS = re.compile(rf"[(\[]\s?[Nn]\s?=\s?(?P<base>{NUMBER})\s?[)\]]")
_AFTER_A_SHARE = re.compile(rf"{SHARE}[^,;:.]{{0,100}}$")
_COLON = re.compile(
    rf"(?P<base>{NUMBER})(?:\s[\w’'-]+){{1,8}}:(?=\s)(?!\s{SHARE}\s(?:out\s)?of\s)"
    rf"|[(\[](?P<several>{NUMBER})(?:\s[\w’'-]+){{1,3}}[)\]]:"
    rf"(?=[^{MARKS}]{{0,80}}{SHARE}[^{MARKS}]{{1,80}}{SHARE})"
)
_LABELLED = re.compile(
    rf"(?:^|(?<=[.;]\s))[^.:;{MARKS}]{{1,40}}:\s(?P<base>{NUMBER})(?:\s[\w’'-]+){{1,3}};\s(?={SHARE})"
)
"""A base after its label: "West: 10 audits; 40% were good"."""

_CLOSING = re.compile(
    rf"[;,:]\s(?:from\s(?:the\s)?|out\sof\s(?:the\s)?)?(?P<base>{NUMBER})(?:\s[\w’'-]+){{1,4}}"
    r"(?:(?<=\sin\sall)|(?<=\sin\stotal)|(?<=\saltogether))\W{0,3}$"
    rf"|(?:[;,]|\s[–-]|(?<![{FIGURES}]\s)[(\[])\s?n\s?=\s?(?P<n>{NUMBER})\W{{0,3}}$"
    rf"|[;,]\s(?:from|out\sof|based\son)\s(?:the\s)?(?P<from>{NUMBER})"
    rf"(?:\s(?:[\w’'-]+|{NO_FIGURE_MARK}++)){{0,6}}\W{{0,3}}$"
    rf"|[;,]\s(?P<answered>{NUMBER})(?:\s[\w’'-]+){{1,3}}\s(?:answered|replied|responded)\W{{0,3}}$",
    re.IGNORECASE,
)
_COUNTED_WHOLES = frozenset(
    {
        *("audit", "case", "child", "young person", "record", "file", "family", "parent", "carer"),
        *("respondent", "response", "questionnaire", "survey", "return"),
    }
)


@dataclass(frozen=True, slots=True)
class Whole:
    """A base in words: where the words begin and where its number does.

    ``number`` is ``None`` where the words point back ("Of these") and no number stands before
    them in the sentence. A base that ``closes`` its sentence governs what is before it.
    """

    start: int
    number: int | None
    points_back: bool
    closes: bool = False


def wholes_in(outline: Outline, sentence: Span) -> tuple[Whole, ...]:
    """The bases in words of one sentence, in order.

    >>> outline = outline_of("Of the 78, 69 (82%) were seen; 98 children were new, of whom 33%")
    >>> [w.number for w in wholes_in(outline, outline.sentences[0])]
    [7, 31]
    """
    return _wholes_in(outline.text, sentence)


@lru_cache(TEXTS_REMEMBERED)
def _wholes_in(text: str, sentence: Span) -> tuple[Whole, ...]:
    """By the text, which stands for its outline: mentions, bases and populations ask for them."""
    outline = outline_of(text)
    found = (way(outline, sentence) for way in _WAYS)
    return tuple(sorted((w for whole in found for w in whole), key=lambda w: w.start))


def _leads(outline: Outline, sentence: Span) -> Iterator[Whole]:
    start, end = sentence
    for match in _LEAD.finditer(outline.marks, start, end):
        before = outline.marks[max(start, match.start() - _LOOK_BACK) : match.start()]
        if _COUNT_BEFORE.search(outline.marks[max(start, match.start() - 60) : match.start()]):
            continue
        if _MAY_COME_BEFORE.search(before):
            yield Whole(match.start(), match.start("base"), points_back=False)


def _anaphors(outline: Outline, sentence: Span) -> Iterator[Whole]:
    start, end = sentence
    for match in _ANAPHOR.finditer(outline.marks, start, end):
        own = _COUNT_OF_THEM.search(outline.marks[max(start, match.start() - 80) : match.start()])
        end = match.start() - len(own.group()) if own is not None else match.start()
        yield Whole(match.start(), group_before(outline, start, end), points_back=True)


def group_before(outline: Outline, start: int, end: int, least: int = 2) -> int | None:
    """Where the number begins that "whom" and "these" stand for: the last, if not less.

    "Whom" and "these" are never of one, and of "9 of 26" they are the nine.
    """
    places = outline.numbers_between(start, end)
    large = [place for place in places if outline.numbers[place].value >= least]
    if len(large) > 1 and _OF_THE_NEXT.fullmatch(outline.marks[large[-2] : large[-1]]):
        return large[-2]
    return large[-1] if large else None


def _said_by_n(outline: Outline, sentence: Span) -> Iterator[Whole]:
    """Bases such as "(n = 26)"; after a share those words belong to it alone."""
    start, end = sentence
    for match in _N_IS.finditer(outline.marks, start, end):
        before = outline.marks[max(start, match.start() - 120) : match.start()]
        if not _AFTER_A_SHARE.search(before):
            yield Whole(match.start(), match.start("base"), points_back=False)


def _before_a_colon(outline: Outline, sentence: Span) -> Iterator[Whole]:
    start, end = sentence
    for match in _COLON.finditer(outline.marks, start, end):
        number = outline.numbers[match.start(match.lastgroup or "base")]
        if unit_after(outline.text, number.end).noun in _COUNTED_WHOLES:
            yield Whole(match.start(), number.start, points_back=False)


def _has_several_shares(outline: Outline, start: int, end: int) -> bool:
    return len(re.findall(SHARE, outline.marks[start:end])) > 1


def _closing(outline: Outline, sentence: Span) -> Iterator[Whole]:
    """Bases such as "…; 143 carers in all"."""
    match = _CLOSING.search(outline.marks, *sentence)
    if match is None or (
        match["n"] and not _has_several_shares(outline, sentence[0], match.start())
    ):
        return
    number = max(match.start(name) for name in ("base", "from", "n", "answered"))
    yield Whole(match.start(), number, points_back=False, closes=True)


def _after_a_label(outline: Outline, sentence: Span) -> Iterator[Whole]:
    for match in _LABELLED.finditer(outline.marks, *sentence):
        number = outline.numbers[match.start("base")]
        if unit_after(outline.text, number.end).noun in _COUNTED_WHOLES:
            yield Whole(match.start("base"), number.start, points_back=False)


_WAYS = (_leads, _anaphors, _said_by_n, _before_a_colon, _after_a_label, _closing)
