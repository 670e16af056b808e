"""Seeded faults: small documents that hold one fault each, a hundred of every kind.

The wording and the place vary (paragraph, list item, text box, footnote, table). Everything else in
each document is right. The same seed makes the same faults.
"""

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bench.checker import wording
from bench.checker.slots import whole_percent

from goldenthread.checker.source import FileKind, Part, Source

EACH = 100
MUCH = 12
"""A percentage from which several points can be taken."""


class CaughtBy(StrEnum):
    """The check that covers a kind of fault."""

    STATEMENT = "error"
    """A statement of the part that is an error."""
    TRUNCATED = "truncated"
    """A statement of the part whose verdict is that digits were cut off."""
    SET = "does not add"
    """A set that does not add up."""
    CLAIM = "claim"
    """A claim of change."""
    REPEAT = "said two ways"
    """A statement of the part that differs from an earlier one about the same thing."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A document with a fault in one of its parts."""

    kind: str
    caught_by: CaughtBy
    source: Source
    part: int


@dataclass(frozen=True, slots=True)
class Numbers:
    """What is printed: a percentage (if any), a count (if any) and their base."""

    percent: int
    count: int | None
    base: int


def faults() -> Iterator[Fault]:
    """All of them, kind by kind."""
    for seed, (kind, (caught_by, make)) in enumerate(_KINDS.items()):
        draw = random.Random(seed)  # noqa: S311 (no secret: it makes the same faults again)
        for _ in range(EACH):
            parts, part = make(draw)
            yield Fault(kind, caught_by, Source("fault.txt", FileKind.TEXT, tuple(parts)), part)


Made = tuple[list[Part], int]


def _right(draw: random.Random) -> Numbers:
    base = draw.randint(12, 98)
    count = draw.randint(2, base - 2)
    return Numbers(_percent(count, base), count, base)


def _percent(count: int, base: int) -> int:
    return int(whole_percent(count, base))


def _prints(numbers: Numbers) -> bool:
    """Whether the count prints as the percentage, rounded or cut off."""
    assert numbers.count is not None
    cut_off = numbers.count * 100 // numbers.base
    return numbers.percent in (_percent(numbers.count, numbers.base), cut_off)


def _until(make: Callable[[], Numbers], holds: Callable[[Numbers], bool]) -> Numbers:
    while not holds(numbers := make()):
        pass
    return numbers


def _wrong_percentage(draw: random.Random) -> Made:
    def make() -> Numbers:
        right = _right(draw)
        return Numbers(right.percent + draw.choice((-1, 1)) * draw.randint(2, 30), *_pair(right))

    return _said(draw, _until(make, lambda n: 0 < n.percent < 100 and not _prints(n)))


def _pair(numbers: Numbers) -> tuple[int | None, int]:
    return numbers.count, numbers.base


def _wrong_count(draw: random.Random) -> Made:
    def make() -> Numbers:
        right = _right(draw)
        assert right.count is not None
        return Numbers(right.percent, right.count + draw.choice((-3, -2, 2, 3, 5)), right.base)

    return _said(draw, _until(make, lambda n: 0 < (n.count or 0) < n.base and not _prints(n)))


def _transposed(draw: random.Random) -> Made:
    def make() -> Numbers:
        right = _right(draw)
        return Numbers(int(f"{right.percent:02}"[::-1]), *_pair(right))

    return _said(draw, _until(make, lambda n: n.percent > 9 and not _prints(n)))


def _truncated(draw: random.Random) -> Made:
    def make() -> Numbers:
        right = _right(draw)
        assert right.count is not None
        return Numbers(right.count * 100 // right.base, *_pair(right))

    def is_cut_off(numbers: Numbers) -> bool:
        assert numbers.count is not None
        return numbers.percent != _percent(numbers.count, numbers.base)

    return _said(draw, _until(make, is_cut_off))


def _impossible(draw: random.Random) -> Made:
    def make() -> Numbers:
        return Numbers(draw.randint(3, 97), None, draw.randint(8, 48))

    def holds(numbers: Numbers) -> bool:
        base = numbers.base
        return not any(_prints(Numbers(numbers.percent, k, base)) for k in range(base + 1))

    return _said(draw, _until(make, holds))


def _over_a_hundred(draw: random.Random) -> Made:
    base = draw.randint(12, 98)
    percent = draw.randint(104, 180)
    count = draw.choice((None, draw.randint(2, base)))
    return _said(draw, Numbers(percent, count, base))


def _count_over_base(draw: random.Random) -> Made:
    base = draw.randint(12, 98)
    count = base + draw.randint(1, 9)
    percent = draw.choice((_percent(base, count), _percent(count, base)))
    return _said(draw, Numbers(percent, count, base))


def _said(draw: random.Random, numbers: Numbers) -> Made:
    """The numbers in words of many kinds, in a part of many kinds, among parts that are right."""
    if numbers.count is None:
        return wording.in_prose(draw, wording.of_base(draw, numbers.percent, numbers.base))
    how = draw.choice(("stated", "stated", "governed", "governed", "table"))
    count, base, percent = numbers.count, numbers.base, numbers.percent
    if how == "stated":
        return wording.in_prose(draw, wording.stated(draw, percent, count, base))
    if how == "table" and count < base:
        return wording.in_table(draw, percent, count, base)
    return wording.in_prose(draw, wording.governed(draw, percent, count), opening=base)


def _base_changed(draw: random.Random) -> Made:
    """The second section's percentage is of the first section's base."""

    def make() -> tuple[int, int, int]:
        first, second = draw.randint(20, 90), draw.randint(20, 90)
        return first, second, draw.randint(2, min(first, second) - 2)

    while True:
        first, second, count = make()
        if not _prints(Numbers(_percent(count, first), count, second)):
            return wording.in_sections(draw, first, second, count, _percent(count, first))


def _percentages_do_not_add(draw: random.Random) -> Made:
    """Too much in all, or too little although every grade is there."""
    percentages = wording.cut(draw, 100, draw.randint(3, 4))
    wrong = draw.randrange(len(percentages))
    less = len(percentages) == len(wording.GRADES) and percentages[wrong] > MUCH
    percentages[wrong] += draw.choice((-9, -7, -5) if less else (5, 7, 10))
    return wording.percentages_in(draw, percentages, base=draw.choice((200, 300, 400)))


def _counts_do_not_add(draw: random.Random) -> Made:
    base = draw.randint(20, 90)
    counts = wording.cut(draw, base, draw.randint(3, 4))
    counts[draw.randrange(len(counts))] += draw.randint(1, 4)
    return wording.counts_in(draw, counts, base)


def _total_row_wrong(draw: random.Random) -> Made:
    columns = draw.randint(1, 3)
    return wording.table_of_counts(draw, columns, wrong_column=draw.randrange(columns))


def _said_two_ways(draw: random.Random) -> Made:
    right = _until(lambda: _right(draw), lambda n: n.base < 60)
    count, base = right.count or 0, right.base
    other = draw.choice([k for k in range(1, base) if _percent(k, base) != right.percent])
    return wording.twice(draw, base, (count, right.percent), (other, _percent(other, base)))


def _no_earlier_value(draw: random.Random) -> Made:
    return wording.in_prose(draw, wording.change(draw))


_KINDS: Mapping[str, tuple[CaughtBy, Callable[[random.Random], Made]]] = {
    "wrong percentage for count and base": (CaughtBy.STATEMENT, _wrong_percentage),
    "wrong count for percentage and base": (CaughtBy.STATEMENT, _wrong_count),
    "digits of the percentage transposed": (CaughtBy.STATEMENT, _transposed),
    "percentage that no count of the base gives": (CaughtBy.STATEMENT, _impossible),
    "percentage cut off instead of rounded": (CaughtBy.TRUNCATED, _truncated),
    "percentage over a hundred": (CaughtBy.STATEMENT, _over_a_hundred),
    "count over its base": (CaughtBy.STATEMENT, _count_over_base),
    "percentage of another section's base": (CaughtBy.STATEMENT, _base_changed),
    "percentages that do not add to a hundred": (CaughtBy.SET, _percentages_do_not_add),
    "counts that do not add to the total": (CaughtBy.SET, _counts_do_not_add),
    "wrong total row": (CaughtBy.SET, _total_row_wrong),
    "the same figure said two ways": (CaughtBy.REPEAT, _said_two_ways),
    "change without an earlier value": (CaughtBy.CLAIM, _no_earlier_value),
}
