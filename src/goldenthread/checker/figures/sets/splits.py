"""Splits in running text and lists: "8 were good, 12 required improvement and 6 were inadequate".

A split is a run of grades of one scale (or of such pairs as on time and late), each with its own
number. What it should make is the base beside it, or the one that governs its section.
"""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from goldenthread.checker.figures.bases.sections import Section, sections_of
from goldenthread.checker.figures.model import BaseMention, Bound, SetMember, Share
from goldenthread.checker.figures.sets.arithmetic import (
    agrees,
    percents_exceed_a_whole,
    percents_may_be_whole,
    sum_of_counts,
    vouch_for,
)
from goldenthread.checker.figures.sets.graded_pairs import Pair
from goldenthread.checker.figures.sets.parts import Parts
from goldenthread.checker.figures.sets.runs import Run, runs_in
from goldenthread.checker.source import Part

_MANY = 4
"""Of so many grades, a sentence that names all but one means to name all that were given."""

_OF_A_THING = re.compile(
    r"(?:%|per\scent)\sof\s(?:the\s|these\s|our\s|all\s)?(?P<thing>[a-z]{3,20})", re.IGNORECASE
)
_REST = re.compile(r"\b(?:remaining|remainder|the\srest|the\sother)\b", re.IGNORECASE)


def splits_in(
    parts: Sequence[Part], bounds: Iterable[Bound] = (), bases: Iterable[BaseMention] = ()
) -> list[Parts]:
    """The splits of all printed passages, in reading order.

    ``bounds`` are the shares of the same parts with their bases, ``bases`` the words that say of
    how many the document or a section speaks.

    >>> from goldenthread.checker.source import Passage
    >>> text = "Of 26 audits, 1 was outstanding, 9 good, 12 RI and 4 inadequate."
    >>> [(found.base, len(found.members)) for found in splits_in([Passage(text, "line 1")])]
    [(26, 4)]
    """
    runs = [run for run in runs_in(parts) if len(run.pairs) > 1]
    by_part: dict[int, list[Bound]] = {}
    for bound in bounds:
        by_part.setdefault(bound.mention.part, []).append(bound)
    governing, sections = list(bases), sections_of(parts)
    found = (
        _parts(run, list(_within(run, by_part)), _governing(run, governing, sections))
        for run in runs
    )
    return [split for split in found if split is not None]


def _within(run: Run, by_part: Mapping[int, Sequence[Bound]]) -> Iterator[Bound]:
    for part, start, end in run.spans:
        for bound in by_part.get(part, ()):
            if start <= bound.mention.start < end:
                yield bound


def _parts(run: Run, within: Sequence[Bound], governing: BaseMention | None) -> Parts | None:
    """The run as a set with its base, or ``None`` where it need not make a whole.

    ``within`` are the bound shares of its own words.
    """
    part, start, _ = run.spans[0]
    parts = Parts(_members(run, within), None, run.passage.where, part, start)
    if run.is_profile:
        return parts
    base, stated = _base_of(run, within, governing)
    parts = replace(parts, base=base, base_stated=stated)
    if _is_of_several_things(run) or (run.leaves_out and _falls_short(parts)):
        return None
    return _complete(parts) if _is_complete(run) else _partial(parts, run)


def _is_of_several_things(run: Run) -> bool:
    """Whether the percentages are of different things: "50% of plans … and 20% of visits …"."""
    things = {match["thing"] for text in run.texts if (match := _OF_A_THING.search(text))}
    return len(things) > 1


def _falls_short(parts: Parts) -> bool:
    """Whether the parts make less than the whole, as where some were not graded."""
    total = sum_of_counts(parts.members)
    if total is not None and parts.base is not None:
        return total < parts.base
    return not (percents_may_be_whole(parts.members) or percents_exceed_a_whole(parts.members))


def _members(run: Run, bounds: Iterable[Bound]) -> tuple[SetMember, ...]:
    """The pairs as members: the count is that of the share, where words join them.

    So "once (3%)" has its count, and "52% boys (214), 48% girls (198)" has each with its own.
    """
    counts: defaultdict[Share, deque[int | None]] = defaultdict(deque)
    for bound in bounds:
        counts[bound.mention.share].append(bound.count)
    printed = Counter(pair.share for pair in run.pairs)
    in_order = {share: of for share, of in counts.items() if len(of) == printed[share]}
    return tuple(
        SetMember(
            text,
            _count(pair, in_order),
            pair.share,
            " or ".join(sorted(pair.label.levels)),
        )
        for text, pair in zip(run.texts, run.pairs, strict=True)
    )


def _count(pair: Pair, counts: Mapping[Share, deque[int | None]]) -> int | None:
    """The count of the pair's share; equal shares come in the order of the pairs."""
    waiting = counts.get(pair.share) if pair.share else None
    bound = waiting.popleft() if waiting else None
    return pair.count if bound is None else bound


def _is_complete(run: Run) -> bool:
    """Whether the run names every grade of a scale, or says that it names the rest."""
    way = run.pairs[0].label.parting
    says_rest = len(run.pairs) > 1 and any(_REST.search(text) for text in run.texts)
    return (way.is_certain and run.levels == way.level_ids) or says_rest


def _complete(parts: Parts) -> Parts:
    """All grades: they make the base, or else what their percentages say they are of."""
    total = sum_of_counts(parts.members)
    if total is None or parts.base_stated or parts.base == total:
        return parts
    if all(agrees(member, total) for member in parts.members):
        return replace(parts, base=None)
    return parts


def _partial(parts: Parts, run: Run) -> Parts | None:
    """Some grades only: a set where they make the base, a question where one is missing."""
    total = sum_of_counts(parts.members)
    if total is not None and total == parts.base:
        return parts
    way = run.pairs[0].label.parting
    if way.is_certain and percents_exceed_a_whole(parts.members):
        return parts
    shares = [member.share for member in parts.members if member.share is not None]
    if total is None or (shares and parts.base is None):
        whole = len(shares) == len(parts.members) and percents_may_be_whole(parts.members)
        return parts if whole else None
    if parts.base is None or not (parts.base_stated or vouch_for(parts.members, parts.base)):
        return replace(parts, base=None) if not shares else None
    one_is_missing = len(way.level_ids) >= _MANY and len(way.level_ids - run.levels) == 1
    if (total > parts.base and way.is_disjoint) or one_is_missing:
        return replace(parts, is_complete=False)
    return None


def _base_of(
    run: Run, bounds: Iterable[Bound], governing: BaseMention | None
) -> tuple[int | None, bool]:
    """The base of a run, and whether it stands beside it."""
    if run.lead is not None:
        return run.lead, True
    found = [bound for bound in bounds if bound.base is not None]
    if len({bound.base for bound in found}) == 1:
        return found[0].base, any(bound.stated for bound in found)
    return (governing.base, False) if governing else (None, False)


def _governing(
    run: Run, bases: Sequence[BaseMention], sections: Sequence[Section]
) -> BaseMention | None:
    """The base of the innermost section around the run: the last before it, or the first after."""
    part, start, _ = run.spans[0]
    own = sections[part]
    around = [base for base in bases if sections[base.part] == own[: len(sections[base.part])]]
    deepest = max((len(sections[base.part]) for base in around), default=0)
    nearest = [base for base in around if len(sections[base.part]) == deepest]
    before = [base for base in nearest if (base.part, base.start) <= (part, start)]
    return before[-1] if before else next(iter(nearest), None)
