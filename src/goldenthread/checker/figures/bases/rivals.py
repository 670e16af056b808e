"""Other numbers close by that a share may be of, where it is wrong for an inferred base.

"We audited 24 records and spoke to 15 parents. 80% felt listened to" is no share of 24, and may
well be one of 15. Who reads with care asks, and does not call it wrong.
"""

import operator
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from goldenthread.checker.figures.bases.nearby import agrees
from goldenthread.checker.figures.bases.populations import Population, populations_in
from goldenthread.checker.figures.bases.sections import Section
from goldenthread.checker.figures.model import BaseMention, Bound, Mention, Nature
from goldenthread.checker.figures.verdicts.arithmetic import LARGEST_BASE
from goldenthread.checker.figures.verdicts.judging import verdict_of
from goldenthread.checker.figures.words.kinds_of_unit import ASPECTS, are_alike, is_of
from goldenthread.checker.figures.words.marking import Span
from goldenthread.checker.figures.words.outline import outline_of
from goldenthread.checker.results import Verdict
from goldenthread.checker.source import Part, Passage

_SENTENCES_BEFORE = 2
"""A number further back is not what a reader still has in mind."""

_MOST = 20
"""Numbers of one sentence that are looked at, on either side of the share."""

_LONGEST = 400
"""Characters of one sentence that are looked at for words that add or take away."""

_WRONG = (Verdict.DISAGREES, Verdict.IMPOSSIBLE)
_FITS = (Verdict.AGREES, Verdict.POSSIBLE)

_LEFT_OUT = re.compile(
    r"\b(?:removed|excluded|withdrawn|withdrew|discounted|omitted|set\saside|left\sout|not\sincluded"
    r"|(?:could|can|would|were|was)\snot|unable|had\sno|the\srest|remaining|the\sothers)\b",
    re.IGNORECASE,
)
"""Some of a base do not count: "Two could not be graded"."""

_BESIDES = re.compile(
    r"\b(?:the\sother|another|further|additional|in\sall|in\stotal|altogether|together|both)\b",
    re.IGNORECASE,
)
"""More than a base: "Seven audits were of disabled children. The other 16 were drawn"."""

_EACH = re.compile(r"\bfrom\seach\b|\beach\sof\b|\bper\s(?:team|area|hub)\b", re.IGNORECASE)
"""A base many times: "10 referrals from each of three hubs"."""


_MADE = (
    (_LEFT_OUT, operator.sub),
    (_BESIDES, operator.add),
    (_EACH, operator.mul),
)
"""Words, and what the base and another number make where they stand."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence close by, and where the share stands in it (its end, if that is in a later)."""

    text: str
    number: int
    share: int


def with_rivals(
    bounds: Sequence[Bound],
    parts: Sequence[Part],
    sections: Sequence[Section],
    governing: Sequence[BaseMention],
) -> tuple[Bound, ...]:
    """The same bounds; those wrong of an inferred base with others that they may be of.

    A base is not inferred if the words of the share give it, or if the one base that governs its
    section is of its noun. Of which number the base is a share itself, no other is.

    >>> from goldenthread.checker.figures.words.mentions import mentions
    >>> said = "We audited 24 records and spoke to 15 parents. 80% felt listened to."
    >>> bounds = [Bound(m, 24, False) for m in mentions(said, 0)]
    >>> with_rivals(bounds, [Passage(said, "line 1")], [()], ())[0].others
    (15,)
    """
    by_section: dict[Section, list[BaseMention]] = {}
    for one in governing:
        by_section.setdefault(sections[one.part], []).append(one)
    found: list[Bound] = []
    for bound in bounds:
        here = sections[bound.mention.part]
        is_sure = not _is_wrong(bound) or _is_of_its_noun(bound, here, by_section)
        before = found[-_MOST:]
        found.append(bound if is_sure else _with_rivals(bound, before, parts, sections))
    return tuple(found)


def _with_rivals(
    bound: Bound, before: Sequence[Bound], parts: Sequence[Part], sections: Sequence[Section]
) -> Bound:
    """A wrong bound with the numbers close by, or bases of shares before, of which it can be."""
    mention, base = bound.mention, bound.base
    if base is None:
        return bound
    before = _in_section(bound, before, sections)
    wider = {one.base for one in before if one.count == base}
    close_by = tuple(_close_by(mention, parts, sections))
    sizes = chain(
        (size for one in close_by for size in _sizes(one, mention)),
        _made_of(base, close_by),
        (one.base for one in before if one.base is not None and _agrees(one, mention)),
    )
    rivals = (size for size in sizes if size not in wider and _fits(bound, size))
    return replace(bound, others=tuple(dict.fromkeys((*bound.others, *rivals))))


def _is_wrong(bound: Bound) -> bool:
    """Whether a share is wrong for a base that its own words do not give."""
    mention = bound.mention
    if mention.base is not None or mention.nature is not Nature.SHARE:
        return False
    is_known = bound.base is not None
    return is_known and verdict_of(mention.share, bound.count, bound.base) in _WRONG


def _fits(bound: Bound, size: int) -> bool:
    return size <= LARGEST_BASE and verdict_of(bound.mention.share, bound.count, size) in _FITS


def _in_section(
    bound: Bound, before: Sequence[Bound], sections: Sequence[Section]
) -> tuple[Bound, ...]:
    here = sections[bound.mention.part]
    return tuple(one for one in before if sections[one.mention.part] == here)


def _agrees(one: Bound, mention: Mention) -> bool:
    """Whether a share before comes out right for a base of the section, of a noun that fits."""
    may_be = not mention.unit or are_alike(mention.unit, one.mention.unit)
    return may_be and not one.stated and one.base is not None and agrees(one.mention, one.base)


def _is_of_its_noun(
    bound: Bound, here: Section, governing: Mapping[Section, Sequence[BaseMention]]
) -> bool:
    """Whether the base of a share alone governs its section, ``here``, in its noun.

    Of 26 audits, 19 may have a chronology: "63% of chronologies" can be of those that do.
    """
    mention = bound.mention
    around = (governing.get(here[:depth], ()) for depth in range(len(here) + 1))
    alike = (one.base for bases in around for one in bases[:_MOST] if _is_same(mention, one))
    return bool(mention.unit) and set(alike) == {bound.base}


def _is_same(mention: Mention, base: BaseMention) -> bool:
    if mention.unit in ASPECTS:
        return mention.unit == base.unit
    return is_of(mention.unit, base.unit)


def _close_by(
    mention: Mention, parts: Sequence[Part], sections: Sequence[Section]
) -> Iterator[_Sentence]:
    """The sentence of a mention and those before it in its section, the nearest first."""
    text, part = _text(parts[mention.part]), mention.part
    number, share = outline_of(text).sentence_of(mention.start), mention.start
    for _ in range(_SENTENCES_BEFORE + 1):
        yield _Sentence(text, number, share)
        if number == 0:
            part -= 1
            if part < 0 or sections[part] != sections[mention.part]:
                return
            text = _text(parts[part])
            number = len(outline_of(text).sentences)
            if not text or number == 0:
                return
        number -= 1
        share = outline_of(text).sentences[number][1]


def _sizes(one: _Sentence, mention: Mention) -> Iterator[int]:
    """The wholes of a sentence that can be of the noun of a mention."""
    for found in _around(one):
        is_any = not mention.unit or mention.unit in ASPECTS
        if found.is_whole and (is_any or are_alike(mention.unit, found.unit)):
            yield found.size


def _around(one: _Sentence) -> tuple[Population, ...]:
    """The numbers of a sentence that are nearest to the share."""
    numbers = populations_in(one.text)[one.number]
    place = bisect_left(numbers, one.share, key=lambda found: found.start)
    return numbers[max(0, place - _MOST) : place + _MOST]


def _made_of(base: int, close_by: Sequence[_Sentence]) -> Iterator[int]:
    """What is left of a base, or what it comes to with others.

    The words for it stand beside the other number, or in the sentence of the share ("In all, …").
    """
    own = close_by[0].text[slice(*_stretch(close_by[0]))]
    for one in close_by:
        start, end = _stretch(one)
        words = f"{one.text[start:end]} {own}"
        makes = [make for cue, make in _MADE if cue.search(words)]
        for number in _free_numbers(one, (start, end)) if makes else ():
            yield from (make(base, number) for make in makes)


def _free_numbers(one: _Sentence, stretch: Span) -> Iterator[int]:
    """Numbers of a stretch that are no counts of shares."""
    outline = outline_of(one.text)
    counts = {found.start for found in _around(one) if not found.is_whole}
    for place in outline.numbers_between(*stretch)[:_MOST]:
        if place not in counts:
            yield outline.numbers[place].value


def _stretch(one: _Sentence) -> Span:
    """A sentence, or what of a long one is near the share."""
    start, end = outline_of(one.text).sentences[one.number]
    return max(start, one.share - _LONGEST), min(end, one.share + _LONGEST)


def _text(part: Part) -> str:
    return part.text if isinstance(part, Passage) else ""
