"""Bases that stand near a share without governing it: found by arithmetic, or by the same noun."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from goldenthread.checker.figures.bases.populations import (
    Population,
    populations_in,
    populations_of,
)
from goldenthread.checker.figures.bases.sections import Section
from goldenthread.checker.figures.model import Mention
from goldenthread.checker.figures.verdicts.judging import verdict_of
from goldenthread.checker.figures.words.kinds_of_unit import are_alike, is_of
from goldenthread.checker.figures.words.outline import outline_of
from goldenthread.checker.results import Verdict
from goldenthread.checker.source import Part, Passage

_FARTHEST = 8
"""Passages that are looked back over within a section."""

_FARTHEST_BACK = 16
"""Passages that are looked back over for a whole of the same noun."""

_MOST = 40
"""Numbers that are looked at."""

_NEAR = 0.15
_NEAR_IN_FIGURES = 0.06
"""How far off a share in words, or in figures, may be to be worth an exact look."""

_CLOSE_BY = 6
"""Passages back within which a lone number is what a share without a noun is of."""

_STARTS_A_CLAUSE = re.compile(
    r"(?:^|[,;:(.\[–—-]\s?|\b(?:and|in|for|but|on|only|just|nearly|almost|about|over|around|under"
    r"|made\sup|most|some|overall|altogether|further|another)\s)$",
    re.IGNORECASE,
)

_IS_AND_IS = re.compile(
    r"\b(?:is|was|averaged|stood\sat|stands\sat)\s[\d.]{1,5}%\s(?:for|in|among|at|on)\s[\w\s’'-]{1,40}"
    r"\sand\s$",
    re.IGNORECASE,
)
"""A measure that goes on: "Attendance is 93% for all pupils and 86% for those in care"."""

_ONLY_SOME = re.compile(
    r"\s\w{3,20}ed\s(?:\w{4,20}ly\s)?(?:are|is|was|were|have|had|has)\b"
    r"|\s(?:open|held|known)\s(?:to|by|in)\b",
    re.IGNORECASE,
)
"""Which of a noun are meant: "94% of the schools inspected are good"."""

_OF_THE = re.compile(r"[\w.]{1,8}(?:\s?%|\sper\s?cent)\sof\s(?:the|these|those)\s", re.IGNORECASE)
_OF_A_NOUN = re.compile(
    r"[\w.‐‑-]{1,12}(?:\s?%|(?:[\s‐‑-]\w+){0,3}?)\sof\s(?:the\s|our\s|all\s|this\s|their\s)*(?P<noun>[a-z]+)\b"
    r"(?!\s?\(|\s\d)",
    re.IGNORECASE,
)
_GROUPS = frozenset(
    {
        *("them", "these", "those", "whom", "which", "us", "all", "ours", "theirs", "everybody"),
        *(
            "everyone",
            "sample",
            "cohort",
            "group",
            "total",
            "whole",
            "number",
            "staff",
            "workforce",
        ),
        *("intake", "caseload", "remainder", "rest", "others"),
    }
)
"""What a share can be of that has no plural."""


@dataclass(frozen=True, slots=True)
class Nearby:
    """A number that a share could be of. ``distance`` is in passages."""

    size: int
    unit: str
    distance: int
    in_sentence: bool
    is_whole: bool


def nearby(
    mention: Mention, parts: Sequence[Part], sections: Sequence[Section]
) -> tuple[Nearby, ...]:
    """Numbers before a mention in its sentence, passage and section, the nearest first."""
    found = chain(_in_passage(mention, parts), _in_section(mention.part, parts, sections))
    return tuple(islice(found, _MOST))


def _in_passage(mention: Mention, parts: Sequence[Part]) -> Iterator[Nearby]:
    text = _text(parts[mention.part])
    own = outline_of(text).sentence_of(mention.start)
    by_sentence = populations_in(text)
    for sentence in range(own, -1, -1):
        for found in reversed(by_sentence[sentence]):
            if found.start < mention.start:
                yield Nearby(found.size, found.unit, 0, sentence == own, found.is_whole)


def further_on(
    mention: Mention, parts: Sequence[Part], sections: Sequence[Section]
) -> Iterator[Nearby]:
    """Wholes of the same noun after a mention in its section, the nearest first."""
    for number in range(mention.part + 1, min(mention.part + 1 + _FARTHEST, len(parts))):
        if sections[number] != sections[mention.part]:
            return
        for sentence in populations_in(_text(parts[number])):
            for found in sentence:
                if found.is_whole and found.unit and found.unit == mention.unit:
                    yield Nearby(found.size, found.unit, number - mention.part, False, True)


def further_back(mention: Mention, parts: Sequence[Part]) -> Iterator[Nearby]:
    """Wholes of a like noun in sections before that of a mention, the nearest first."""
    for number in range(mention.part - 1, max(-1, mention.part - 1 - _FARTHEST_BACK), -1):
        for sentence in reversed(populations_in(_text(parts[number]))):
            for found in reversed(sentence):
                if found.is_whole and mention.unit and are_alike(mention.unit, found.unit):
                    yield Nearby(found.size, found.unit, mention.part - number, False, True)


def said_before(place: int, parts: Sequence[Part], sections: Sequence[Section]) -> tuple[int, ...]:
    """Wholes before a part in its section, each once, the nearest first."""
    found = (n.size for n in _in_section(place, parts, sections) if n.is_whole)
    return tuple(dict.fromkeys(islice(found, _MOST)))


def _in_section(place: int, parts: Sequence[Part], sections: Sequence[Section]) -> Iterator[Nearby]:
    for distance in range(1, min(_FARTHEST, place) + 1):
        number = place - distance
        if sections[number] != sections[place]:
            return
        for sentence in reversed(_populations(parts[number])):
            for found in reversed(sentence):
                yield Nearby(found.size, found.unit, distance, False, found.is_whole)


def agrees(mention: Mention, size: int, wanted: Verdict = Verdict.AGREES) -> bool:
    """Whether the count of a mention is its share of a number."""
    if mention.count is None or mention.share.value == 0 or size == 0:
        return False
    near = _NEAR if mention.share.places is None else _NEAR_IN_FIGURES
    is_near = abs(mention.count / size - float(mention.share.value)) < near
    return is_near and verdict_of(mention.share, mention.count, size) is wanted


def of_the_same_noun(mention: Mention, found: Sequence[Nearby], text: str) -> list[int]:
    """Wholes near by that count what a mention counts, each once, the nearest first.

    Of several, arithmetic cannot tell which a share without a count is of: none is given.
    A mention without a noun is of the whole close by, if there is but one; and "27% of the
    parents" may be of "23 parents (41%)". ``text`` is the passage of the mention.
    """
    wholes = [n for n in found if n.is_whole and n.unit and (mention.unit or not n.in_sentence)]
    if mention.count is None and _ONLY_SOME.match(text, mention.end):
        return []
    if mention.unit:
        alike = [n for n in wholes if _is_alike(mention, n)]
        if not alike and mention.count is None and _OF_THE.match(text, mention.start):
            alike = [n for n in found if not n.is_whole and n.unit == mention.unit]
        sizes = list(dict.fromkeys(n.size for n in alike if _may_hold(mention, n.size)))
        return sizes if mention.count is not None or len(sizes) == 1 else []
    near = [n for n in wholes if n.distance <= _CLOSE_BY]
    sizes = list(dict.fromkeys(n.size for n in near if _may_hold(mention, n.size)))
    return sizes if len(sizes) == 1 else []


def _is_alike(mention: Mention, found: Nearby) -> bool:
    """Whether a whole is of a like noun; if the noun is another, only if the share can be of it."""
    if mention.count is not None or is_of(mention.unit, found.unit):
        return are_alike(mention.unit, found.unit)
    possible = verdict_of(mention.share, None, found.size) is Verdict.POSSIBLE
    return possible and are_alike(mention.unit, found.unit)


def is_of_no_count(mention: Mention, text: str) -> bool:
    """Whether a share is of something that nobody counts: "92% of supervision", "half of it"."""
    if mention.count is not None or mention.unit:
        return False
    of = _OF_A_NOUN.match(text, mention.start)
    return of is not None and of["noun"].casefold() not in _GROUPS


def may_be_of_others(mention: Mention, text: str) -> bool:
    """Whether a share without a count stands as one of a group, and not as a measure of its own.

    "82.8% had a plan" is of some children; "turnover was 15.8%" is of nothing that is counted.
    """
    if mention.count is None and _IS_AND_IS.search(
        text[max(0, mention.start - 90) : mention.start]
    ):
        return False
    return (
        mention.count is not None
        or bool(mention.unit)
        or _STARTS_A_CLAUSE.search(text[max(0, mention.start - 24) : mention.start]) is not None
    )


def _may_hold(mention: Mention, size: int) -> bool:
    return mention.count is None or mention.count <= size


def _text(part: Part) -> str:
    return part.text if isinstance(part, Passage) else ""


def _populations(part: Part) -> tuple[tuple[Population, ...], ...]:
    return populations_in(part.text) if isinstance(part, Passage) else populations_of(part)
