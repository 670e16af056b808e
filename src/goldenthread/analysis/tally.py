"""Tally: a small table of counts, as plain Python, that figures are made from."""

from collections.abc import Mapping
from dataclasses import dataclass

from goldenthread.analysis.figure import Selector
from goldenthread.analysis.tables import Where


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows of ``table`` hold each combination of values in ``columns``.

    ``holds`` are the conditions that all counted rows meet.

    >>> tally = Tally("actions", ("status",), {("done",): 3, ("overdue",): 1})
    >>> tally.count(), tally.count((("status", ("done",)),))
    (4, 3)
    """

    table: str
    columns: tuple[str, ...]
    counts: Mapping[tuple[str, ...], int]
    holds: Where = ()

    def count(self, conditions: Where = ()) -> int:
        """Number of rows that meet the conditions."""
        return sum(self._matching(conditions).values())

    def narrow(self, conditions: Where) -> "Tally":
        """The part of this tally that meets the conditions."""
        matching = self._matching(conditions)
        return Tally(self.table, self.columns, matching, self.holds + conditions)

    def values(self, column: str) -> tuple[str, ...]:
        """The different values in a column, sorted."""
        place = self.columns.index(column)
        return tuple(sorted({values[place] for values in self.counts}))

    def totals(self, column: str) -> dict[str, int]:
        """Number of rows for each value of a column."""
        place = self.columns.index(column)
        numbers: dict[str, int] = {}
        for values, number in self.counts.items():
            numbers[values[place]] = numbers.get(values[place], 0) + number
        return numbers

    def selector(self, conditions: Where = ()) -> Selector:
        """Which facts ``count(conditions)`` counts."""
        return Selector(self.table, tuple(sorted(self.holds + conditions)))

    def clusters(self, column: str, part: Where, whole: Where) -> list[tuple[int, int]]:
        """For each value of ``column``: how many rows meet ``part``, and how many ``whole``.

        Sorted, so that what is computed from it does not depend on the order of rows.
        """
        bases = self.narrow(whole).totals(column)
        counted = self.narrow(part).totals(column)
        return sorted((counted.get(value, 0), base) for value, base in bases.items())

    def _matching(self, conditions: Where) -> Mapping[tuple[str, ...], int]:
        matching = self.counts
        for column, values in conditions:
            place, allowed = self.columns.index(column), frozenset(values)
            matching = {v: number for v, number in matching.items() if v[place] in allowed}
        return matching
