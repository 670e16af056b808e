"""Feasible: which values counts that are not shown could have, given all that is shown.

Counts are whole numbers within bounds, tied by linear relations. ``find`` looks for one way in
which everything could be so; it is exact: bounds are tightened until nothing moves, then values
are tried, nearest to a first guess, until a way is found or none is left. This is the attacker of
Fischetti and Salazar-Gonzalez (1999, *Mathematical Programming* 84:283-312) in integers, for
problems of some hundred counts.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

MOST_STEPS = 2000
"""Values tried before giving up; cycles of forty categories need some dozens."""


class TooHard(Exception):
    """Neither found nor excluded within ``MOST_STEPS``."""


class Contradiction(ValueError):
    """There are no values that satisfy all relations."""


@dataclass(frozen=True, slots=True)
class Relation:
    """``low <= sum(weight * count) <= high``; terms are (index of the count, weight)."""

    terms: tuple[tuple[int, int], ...]
    low: int
    high: int

    def range(self, low: Sequence[int], high: Sequence[int]) -> tuple[int, int]:
        """The least and the most that the sum can be."""
        least = most = 0
        for index, weight in self.terms:
            if weight > 0:
                least += weight * low[index]
                most += weight * high[index]
            else:
                least += weight * high[index]
                most += weight * low[index]
        return least, most

    def excess(self, point: Sequence[int]) -> int:
        """By how much the sum lies above ``high`` (positive) or below ``low`` (negative)."""
        total = 0
        for index, weight in self.terms:
            total += weight * point[index]
        return max(total - self.high, 0) or min(total - self.low, 0)


class Feasible:
    """Looks for values that satisfy all relations."""

    def __init__(self, relations: Sequence[Relation], size: int) -> None:
        self._relations = sorted(relations, key=lambda relation: len(relation.terms))
        self._of: list[list[int]] = [[] for _ in range(size)]
        for number, relation in enumerate(self._relations):
            for index, _ in relation.terms:
                self._of[index].append(number)
        self._steps = 0

    def of(self, index: int) -> list[Relation]:
        """The relations in which a count stands."""
        return [self._relations[number] for number in self._of[index]]

    def find(
        self, lows: Sequence[int], highs: Sequence[int], guess: Sequence[int], moved: Iterable[int]
    ) -> list[int] | None:
        """Values within bounds, or ``None`` when there are none.

        ``guess`` is where to begin. Counts not in ``moved`` must be within bounds there, and
        relations without any of ``moved`` must hold. Raises ``TooHard``.
        """
        self._steps = 0
        low, high = list(lows), list(highs)
        changed = set(moved)
        start = [number for index in changed for number in self._of[index]]
        if not self._tighten(low, high, start, changed):
            return None
        return self._search(low, high, guess, changed)

    def _search(
        self, low: list[int], high: list[int], guess: Sequence[int], changed: set[int]
    ) -> list[int] | None:
        self._steps += 1
        if self._steps > MOST_STEPS:
            raise TooHard
        point = list(guess)
        for index in changed:
            point[index] = min(max(guess[index], low[index]), high[index])
        broken = self._broken(point, changed)
        if broken is None:
            return point
        relation, excess = broken
        moves = list(_moves(relation, excess, point, low, high))
        index, by = max(moves, key=lambda move: abs(move[1]))
        value = point[index] + by
        for first, last in ((value, value), (value + 1, high[index]), (low[index], value - 1)):
            if first > last:
                continue
            lower, upper, here = low.copy(), high.copy(), changed | {index}
            lower[index], upper[index] = first, last
            if self._tighten(lower, upper, self._of[index], here):
                found = self._search(lower, upper, guess, here)
                if found is not None:
                    return found
        return None

    def _broken(self, point: Sequence[int], changed: Iterable[int]) -> tuple[Relation, int] | None:
        """A relation that does not hold, the one with fewest terms, and its excess."""
        numbers = {number for index in changed for number in self._of[index]}
        worst: tuple[Relation, int] | None = None
        for number in sorted(numbers):
            relation = self._relations[number]
            excess = relation.excess(point)
            if excess and (worst is None or len(relation.terms) < len(worst[0].terms)):
                worst = relation, excess
        return worst

    def _tighten(
        self, low: list[int], high: list[int], start: Iterable[int], changed: set[int]
    ) -> bool:
        """Narrow bounds to what the relations allow; ``False`` when one allows nothing.

        Relations with few terms go first: they say most, and long ones then move once only.
        """
        waiting = sorted(set(start))
        queued = set(waiting)
        while waiting:
            number = heappop(waiting)
            queued.remove(number)
            relation = self._relations[number]
            least, most = relation.range(low, high)
            up, down = relation.high - least, most - relation.low
            if up < 0 or down < 0:
                return False
            if up >= most - least <= down:
                continue
            for index, weight in relation.terms:
                bottom, top = low[index], high[index]
                if bottom == top:
                    continue
                fall, rise = (down, up) if weight > 0 else (up, down)
                size = abs(weight)
                if fall // size < top - bottom or rise // size < top - bottom:
                    low[index] = max(bottom, top - fall // size)
                    high[index] = min(top, bottom + rise // size)
                    changed.add(index)
                    for other in self._of[index]:
                        if other not in queued:
                            queued.add(other)
                            heappush(waiting, other)
        return True


def _moves(
    relation: Relation, excess: int, point: Sequence[int], low: Sequence[int], high: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Which counts could be moved, and by how much, to mend as much of a relation as each can."""
    for index, weight in relation.terms:
        up = (weight > 0) == (excess < 0)
        room = high[index] - point[index] if up else point[index] - low[index]
        by = min(room, -(-abs(excess) // abs(weight)))
        if by:
            yield index, by if up else -by
