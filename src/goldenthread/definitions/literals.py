"""Literals: numbers in running text that are no figures, recognised by their kind.

Promise P1: every number in a publication is a figure or a literal of a stated kind. What is
neither is a *typed number*, and stops publication: sixteen of twenty-six, typed, is how a brief
comes to print "16 cases, 39%".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from goldenthread.definitions.numerals import (
    MULTIPLES_OF_TEN,
    ONE_TO_NINE,
    THIRTEEN_TO_NINETEEN,
    TWO_TO_TWELVE,
)


class Found(StrEnum):
    """What a stretch of text is."""

    TEXT = "text"
    LITERAL = "literal"
    TYPED_NUMBER = "typed_number"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text; ``kind`` names the kind of literal, and is empty otherwise."""

    found: Found
    text: str
    kind: str = ""


_WORD = (
    rf"(?:(?:{MULTIPLES_OF_TEN})(?:[- ](?:{ONE_TO_NINE}))?|{TWO_TO_TWELVE}"
    rf"|{THIRTEEN_TO_NINETEEN}|hundreds?|dozens?)"
)
_NUMBER = rf"(?:\d+(?:\.\d+)?|one|{_WORD})"
_RANGE = rf"{_NUMBER}-?(?:\s?(?:-|–|to|or|and)\s?{_NUMBER})?"
COUNTED = (
    r"(?:audit|record|child|young\s(?:person|people)|case|grade|categor|famil|parent|carer"
    r"|mother|father|professional|practitioner|(?:social\s)?worker|team|visit|plan|assessment"
    r"|review|answer|response|observation|action|finding|meeting|return|manager|reading|people"
    r"|sibling|brother|sister|boy|girl|bab(?:y|ies)|teenager|pupil)"
)
"""Beginnings of what a brief counts: a number before one of these is never a literal."""

_NOT_COUNTED = rf"(?!\s(?:\w+\s)?{COUNTED}(?!(?:t|n)?(?:ed|ing)\b))"
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
_YEAR = r"(?:19|20)\d{2}"
_UNIT = r"(?:second|minute|hour|day|week|fortnight|month|term|year)"
_SORT_OF_UNIT = r"(?:full|whole|working|calendar|school|consecutive)"
_THING = (
    r"(?:key stage|stage|level|tier|form|version|step|phase|appendix|annex|page|room|floor"
    r"|band|module|table|edition|profile)"
)
_LAW = (
    r"(?:sections?|(?<!\w[’'])ss?\.?|regulations?|regs?\.?|schedules?|articles?|parts?|paragraphs?|paras?\.?"
    r"|chapters?|rules?|standards?|recommendations?)"
)
_STREET = r"(?:Road|Street|Lane|Avenue|Close|Way|House|Court|Drive|Place|Square)"
_PER_CENT = r"\s?(?:%|per\scent)"
_NO_MORE = r"(?=\s?(?:[.,;:)]\s|[.,;:)]?$))"
"""Where a clause ends, so that nothing is counted."""

_KINDS: dict[str, tuple[str, ...]] = {
    "link": (
        r"https?://[^\s<>]*[^\s<>.,;:)]",
        r"www\.[^\s<>]*[^\s<>.,;:)]",
        r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}",
    ),
    "quotation": (r"“[^”]*”", r"\"[^\"]*\""),
    "date": (
        rf"\b{_DAY}(?:\s?(?:-|–|to|and)\s?{_DAY})?\s(?:of\s)?{MONTH}\b(?:,?\s\d{{4}}\b)?",
        rf"\b{MONTH}\s(?:{_DAY},?\s)?{_YEAR}\b",
        rf"\b{MONTH}\s{_DAY}\b{_NOT_COUNTED}",
        r"\b\d{4}-\d{2}-\d{2}\b",
        r"\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b",
        rf"\b{_YEAR}(?:\s?[-–/]\s?(?:\d{{4}}|\d{{2}}))?\b(?!{_PER_CENT}|[.,]\d){_NOT_COUNTED}",
    ),
    "time": (
        r"\b\d{1,2}(?:[:.]\d{2})?\s?(?:am|pm)\b",
        r"\b(?:[01]?\d|2[0-3]):[0-5]\d\b",
        r"\b24/7\b",
    ),
    "age": (
        rf"\bage[ds]?\s(?:of\s)?{_RANGE}(?!\d)\b",
        rf"\b{_RANGE}[- ]years?[- ]olds?\b",
        rf"\b(?:under|over)[- ]?(?:\d+|{TWO_TO_TWELVE})s\b",
        rf"\b{_ORDINAL}\sbirthday\b",
        r"\b\d{1,2}\s?(?:-|–|to)\s?25\s(?:service|team|offer)\b",
        rf"\b(?:they|she|he|you)\s(?:are|is|turn|turns|reach|reaches)\s(?:1\d|2[0-5])\b{_NO_MORE}",
        rf"\bup\sto\s(?:the\sage\sof\s)?(?:18|21|25)\b{_NO_MORE}",
    ),
    "duration": (rf"\b{_RANGE}[- ](?:{_SORT_OF_UNIT}[- ])?{_UNIT}s?(?:ly)?(?:[’']s?)?\b",),
    "law": (rf"\b{_LAW}\s?\d+[A-Za-z]{{0,2}}(?:\(\w+\))*(?:\.\d+)*(?!\w){_NOT_COUNTED}",),
    "telephone": (
        r"(?<![\d.])(?:\+44\s?\(?0?\)?\s?|0)\d(?:[\s-]?\d){7,10}\b",
        r"\b(?:call|ring|dial)\s(?:999|111|101)\b",
        r"\bNHS\s111\b",
        # Childline, and the numbers of social value that Europe shares (Commission 2007/116/EC)
        rf"(?<![\d.,])(?:0800\s?1111|116\s?(?:000|006|111|117|123))\b{_NOT_COUNTED}",
    ),
    "address": (
        r"\b(?-i:[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2})\b",
        rf"\b\d+[A-Za-z]?\s(?-i:(?:[A-Z][\w’']+\s){{1,3}}{_STREET})\b",
    ),
    "identifier": (
        rf"\b{_THING}\s\d{{1,3}}[A-Za-z]?(?:\.\d+)*\b{_NOT_COUNTED}",
        rf"\byear\s(?:1[0-4]|\d)[A-Za-z]?\b{_NOT_COUNTED}",  # not "in that year 212 came"
        r"\bform\s\d{4}\b",
        r"\bannex\s[A-Z],?\slists?\s\d{1,2}\b",
        r"\bpp?\.\s?\d{1,4}(?:[-–]\d{1,4})?\b",
        r"\bv\d+(?:\.\d+)*\b",
        r"\b(?-i:[A-Z][A-Za-z]{0,9}-?\d+[A-Za-z]?)\b",
    ),
    "money": (r"£\s?\d[\d,]*(?:\.\d+)?(?:\s?(?:k|m|bn|million|billion|thousand))?\b",),
    "target": (
        rf"\btarget(?:\s(?:of|is|was|at|stays\sat|remains))?:?\s\d+(?:\.\d+)?{_PER_CENT}",
        rf"\b\d+(?:\.\d+)?{_PER_CENT}\starget\b",
    ),
    "scale answer": (
        rf"\b(?:10|\d)\s?/\s?10\b{_NOT_COUNTED}",
        rf"\b(?:0|1|nought|zero)\s?(?:-|–|to)\s?10\b{_NOT_COUNTED}",
        rf"\b(?:10|\d)\sout\sof\s10\b{_NOT_COUNTED}",
    ),
    "list number": (r"\A\(?\d{1,2}[.)](?=\s)", rf"\b{_ORDINAL}\b"),
    "rate base": (r"\bin\severy\s(?:10|100|1,000)\b",),
}
"""Kinds of literal (design.md §1, P1) and the patterns that recognise them; the first one wins."""

_NAMES = tuple(_KINDS)

_BEGINS = r"(?=[\w£“\"(+.-])"
"""What a literal of any kind begins with: most of the time was spent in trying each at a space."""


@lru_cache(maxsize=8)
def _pattern_of(names: tuple[str, ...]) -> re.Pattern[str]:
    kinds = "|".join(f"(?P<k{n}>{'|'.join(_KINDS[name])})" for n, name in enumerate(names))
    return re.compile(f"{_BEGINS}(?:{kinds})", re.IGNORECASE)


def literal_spans(
    text: str, kinds: frozenset[str], start: int = 0, end: int | None = None
) -> Iterator[tuple[int, int, str]]:
    """Start, end and kind of every literal of some kinds; where two begin, the first kind wins.

    Only the stretch from ``start`` to ``end`` is looked through.

    >>> list(literal_spans("16 by 18 December", frozenset({"date", "money"})))
    [(6, 17, 'date')]
    """
    names = tuple(name for name in _NAMES if name in kinds)
    for match in _pattern_of(names).finditer(text, start, len(text) if end is None else end):
        yield match.start(), match.end(), names[int((match.lastgroup or "k0")[1:])]


_DID = r"(?:were|was|had|have|did|showed|lacked|said|told|gave|felt)"
_FRACTION = (
    r"(?:a\s|one[- ]|two[- ]|three[- ]|four[- ])?(?:half|halves|thirds?|quarters?|fifths?|tenths?)"
)
_PARTS_OF_A_WHOLE = (
    "\u00bc-\u00be\u2150-\u215e\u00b2\u00b3\u00b9\u2070-\u2089\u2460-\u249b\u2160-\u2188"
)


@cache
def _typed() -> re.Pattern[str]:
    """Numbers that are not to be typed. Compiled late: few checks ask for it, and it takes 5 ms."""
    return re.compile(
        "|".join(
            (
                rf"\d[\d,]*(?:\.\d+)?(?:{_PER_CENT})?",
                rf"\b{_NUMBER}\s(?:out\sof|in)\s(?:every\s)?{_NUMBER}\b",
                rf"\b{_NUMBER}\s(?:of|in)\s(?:the|these|those|our)\s{COUNTED}\w*",
                rf"\b{_NUMBER}\sof\s{_WORD}\b",
                rf"\b(?:{_WORD}|half|(?:a|one)[- ]third|thirds|quarters)\s{_DID}\b",
                rf"\bthere\s(?:were|are)\s{_WORD}\b",
                rf"\bhalf\s(?:the|our|these|those|all)\s(?:\w+\s)?{COUNTED}\w*",
                rf"\b(?:zero|nil)\s(?:\w+\s)?{COUNTED}\w*",
                rf"\b{_WORD}\s(?:\w+\s)?{COUNTED}\w*",
                rf"\b{_WORD}\sper\scent\b",
                rf"\b{_FRACTION}\sof\b",
                rf"[{_PARTS_OF_A_WHOLE}]",
            )
        ),
        re.IGNORECASE,
    )


def counts_something(after: str) -> bool:
    """Whether the words after a number are of several things that briefs count, or take a share.

    >>> [counts_something(after) for after in (" social work audits", " of 8", " manager")]
    [True, True, False]
    """
    return _COUNTS.match(after) is not None


_COUNTS = re.compile(
    rf"{_PER_CENT}|\s(?:of|in|out)\b|\s(?:\w+\s){{0,2}}(?:{COUNTED}\w*s|children|people)\b",
    re.IGNORECASE,
)


def stretches(text: str) -> Iterator[Stretch]:
    """Split text into words, literals and typed numbers; joined again they are the text.

    >>> [s.text for s in stretches("Within 10 working days, 16 cases (39%)")
    ...  if s.found is Found.TYPED_NUMBER]
    ['16', '39%']
    >>> [(s.kind, s.text) for s in stretches("Ring 0300 123 4567 by 18 December")
    ...  if s.found is Found.LITERAL]
    [('telephone', '0300 123 4567'), ('date', '18 December')]
    """
    end = 0
    for match in _pattern_of(_NAMES).finditer(text):
        yield from _between(text[end : match.start()])
        yield Stretch(Found.LITERAL, match.group(), _NAMES[int((match.lastgroup or "k0")[1:])])
        end = match.end()
    yield from _between(text[end:])


def _between(text: str) -> Iterator[Stretch]:
    end = 0
    for match in _typed().finditer(text):
        if match.start() > end:
            yield Stretch(Found.TEXT, text[end : match.start()])
        yield Stretch(Found.TYPED_NUMBER, match.group())
        end = match.end()
    if end < len(text):
        yield Stretch(Found.TEXT, text[end:])
