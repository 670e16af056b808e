"""Shares that no words of the document govern: what else tells their base.

A number further off of which the count is the share, a definite number before the share, the noun
that both name, or the base in force.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from goldenthread.checker.figures.bases.in_force import base_in_force
from goldenthread.checker.figures.bases.nearby import (
    Nearby,
    agrees,
    further_back,
    further_on,
    is_of_no_count,
    may_be_of_others,
    of_the_same_noun,
)
from goldenthread.checker.figures.bases.sections import Section
from goldenthread.checker.figures.model import Bound, Mention
from goldenthread.checker.figures.verdicts.judging import verdict_of
from goldenthread.checker.figures.words.marking import NUMBER
from goldenthread.checker.figures.words.outline import outline_of
from goldenthread.checker.results import Verdict
from goldenthread.checker.source import Part, Passage

_LOOK_BACK = 80
_THE_COUNT = re.compile(
    rf"\b(?:the|these|those|our)\s(?P<count>{NUMBER})(?:\s[\w’'-]+){{0,4}}\s?[(\[]$",
    re.IGNORECASE,
)
_NEW_CLAUSE = re.compile(r"[;:]\s[^;:\d]*$")
_MOST = 40
"""Shares that are looked back over."""

_MOST_OF_A_HUNDRED = 12
"""Nobody writes a whole in more parts in one sentence."""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a mention: numbers near by, and the shares that are bound already."""

    near: Sequence[Nearby]
    so_far: Sequence[Bound]
    parts: Sequence[Part]
    sections: Sequence[Section]


def with_the_count_before(mention: Mention, sizes: Sequence[int], text: str) -> Bound | None:
    """A share after a definite number that comes out right: "the 114 children (8.8%)".

    ``sizes`` are those it may be of, and ``text`` is its passage. ``None`` where none comes out.
    """
    if mention.count is not None:
        return None
    outline = outline_of(text)
    start = max(0, mention.start - _LOOK_BACK)
    before = _THE_COUNT.search(outline.marks[start : mention.start])
    number = None if before is None else outline.numbers.get(start + before.start("count"))
    if number is None:
        return None
    counted = replace(mention, count=number.value)
    size = next((s for s in sizes if s > number.value and agrees(counted, s)), None)
    return None if size is None else Bound(counted, size, stated=False, count=number.value)


def further_off(mention: Mention, around: Around) -> int | None:
    """A number further off of which the count is the share: of a share before, or of its noun.

    Other sections are looked at only where this one says nothing of the noun.
    """
    if mention.count is None:
        return None
    sections = around.sections
    here = sections[mention.part]
    before = [b for b in around.so_far[-_MOST:] if sections[b.mention.part] == here]
    is_said_here = any(n.is_whole and n.unit == mention.unit for n in around.near)
    sizes = chain(
        (bound.base for bound in reversed(before) if bound.base is not None),
        (n.size for n in further_on(mention, around.parts, sections)),
        () if is_said_here else (n.size for n in further_back(mention, around.parts)),
    )
    return next((size for size in sizes if agrees(mention, size)), None)


def ungoverned(mention: Mention, around: Around) -> Bound:
    """A mention of the same noun as a number near by, of the base in force, or of none."""
    unbound = Bound(mention, None, stated=False, count=mention.count)
    part = around.parts[mention.part]
    text = part.text if isinstance(part, Passage) else ""
    if is_of_no_count(mention, text):
        return unbound
    if not may_be_of_others(mention, text):
        in_force = base_in_force(mention, around.so_far, around.sections)
        is_said = in_force is not None and _is_one_of_a_hundred(mention, text)
        possible = verdict_of(mention.share, None, in_force) is Verdict.POSSIBLE
        return Bound(mention, in_force, stated=False) if is_said and possible else unbound
    listed = _of_its_list(mention, around.so_far, text)
    if listed is not None:
        return Bound(mention, listed, stated=True, count=mention.count)
    just_said = _just_said(mention, around, text)
    if just_said is not None:
        return Bound(mention, just_said.size, just_said.in_sentence)
    sizes = of_the_same_noun(mention, around.near, text)
    if mention.count is None and not (mention.unit and sizes):
        in_force = base_in_force(mention, around.so_far, around.sections)
        if in_force is not None:
            return Bound(mention, in_force, stated=False)
        if not mention.unit and not _can_be_of(mention, sizes, around.so_far):
            return unbound
    if not sizes and mention.count is None:
        sizes = _of_the_only_whole(mention, around)
    if not sizes:
        return unbound
    return Bound(mention, sizes[0], stated=False, others=tuple(sizes[1:]), count=mention.count)


def _of_the_only_whole(mention: Mention, around: Around) -> list[int]:
    """The one whole of the same noun in the sections before, of which the share can be."""
    if not mention.unit:
        return []
    back = further_back(mention, around.parts)
    sizes = {found.size for found in back if found.unit == mention.unit}
    can_be = len(sizes) == 1 and all(
        verdict_of(mention.share, None, size) is Verdict.POSSIBLE for size in sizes
    )
    return list(sizes) if can_be else []


def _just_said(mention: Mention, around: Around, text: str) -> Nearby | None:
    """The one whole of the passage, before its first share: "247 pupils came. 86% had a plan"."""
    last = around.so_far[-1] if around.so_far else None
    has_shares = last is not None and last.mention.part == mention.part
    if mention.count is not None or mention.unit or has_shares:
        return None
    wholes = [n for n in around.near if n.distance == 0 and n.is_whole]
    if len(wholes) != 1 or not wholes[0].unit:
        return None
    clause = text[max(0, mention.start - _LOOK_BACK) : mention.start]
    if wholes[0].in_sentence and not _NEW_CLAUSE.search(clause):
        return None
    possible = verdict_of(mention.share, None, wholes[0].size) is Verdict.POSSIBLE
    return wholes[0] if possible else None


def _is_one_of_a_hundred(mention: Mention, text: str) -> bool:
    """Whether the percentages of its sentence make 100: "primary age 38%, secondary age 62%"."""
    outline = outline_of(text)
    start, end = outline.sentences[outline.sentence_of(mention.start)]
    first = bisect_left(outline.share_places, start)
    places = outline.share_places[first : bisect_left(outline.share_places, end)]
    if not 1 < len(places) <= _MOST_OF_A_HUNDRED:
        return False
    return sum(outline.shares[place].share.value for place in places) == 1


def _of_its_list(mention: Mention, so_far: Sequence[Bound], text: str) -> int | None:
    """The base of a list of plain counts, two or more of which agree with it just before.

    "Of 60 books, 51 (85%) had heights, 33 (55%) advice and 44 (74%)": the last is no other thing.
    """
    if mention.count is None or mention.unit:
        return None
    sentence_of = outline_of(text).sentence_of
    own = sentence_of(mention.start)
    before = [
        bound
        for bound in so_far[-_MOST:]
        if bound.mention.part == mention.part and sentence_of(bound.mention.start) == own
    ]
    bases = {bound.base for bound in before}
    size = before[-1].base if len(before) > 1 and len(bases) == 1 else None
    if size is None or size < mention.count:
        return None
    return size if all(b.stated and agrees(b.mention, size) for b in before) else None


def _can_be_of(mention: Mention, sizes: Sequence[int], so_far: Sequence[Bound]) -> bool:
    """Whether a share alone can be of a lone number near by: if not, it is of something else.

    After another share of that number, in the same passage, it is a slip.
    """
    last = so_far[-1] if so_far else None
    if last is not None and last.mention.part == mention.part and last.base in sizes:
        return True
    return any(verdict_of(mention.share, None, n) is not Verdict.IMPOSSIBLE for n in sizes)
