"""Reader: somebody who sees only some figures, and works out what follows from them."""

from collections import Counter
from collections.abc import Container, Iterable, Sequence

from goldenthread.analysis.disclosure.cells import SMALL, Protection
from goldenthread.analysis.disclosure.feasible import Contradiction, Feasible
from goldenthread.analysis.disclosure.system import System


class Reader:
    """What can be known from the figures ``shown`` (by number) and how figures hang together.

    Every question may raise ``TooHard``.
    """

    def __init__(self, system: System, shown: Iterable[int]) -> None:
        """Raises ``Contradiction`` when the system's values cannot all be so."""
        self.shown: set[int] = set()
        self._system = system
        self._feasible = Feasible(system.relations, len(system.cells))
        self._telling: dict[int, list[int]] = {}
        for number, printed in enumerate(system.printed):
            for cell in printed.told:
                self._telling.setdefault(cell, []).append(number)
        self._times: Counter[int] = Counter()
        self._low, self._high = system.bounds(())
        self._widest = (self._low.copy(), self._high.copy())
        self._guess = self._first_guess()
        for number in shown:
            self.show(number)

    def _first_guess(self) -> list[int]:
        """Values that satisfy all relations: the true ones, completed where they are not known."""
        values = self._system.values
        for cell, value in enumerate(values):
            if value is not None:
                self._low[cell] = self._high[cell] = value
        near = [value or 0 for value in values]
        way = self._feasible.find(self._low, self._high, near, range(len(values)))
        self._low, self._high = (list(bounds) for bounds in self._widest)
        if way is None:
            raise Contradiction("these figures contradict each other")
        return way

    def show(self, number: int) -> None:
        """Let the reader see a figure."""
        self.shown.add(number)
        for cell in self._system.printed[number].told:
            self._times[cell] += 1
            self._low[cell] = self._high[cell] = self._guess[cell]

    def hide(self, number: int) -> None:
        """Withhold a figure from the reader."""
        self.shown.remove(number)
        for cell in self._system.printed[number].told:
            self._times[cell] -= 1
            if not self._times[cell]:
                self._low[cell], self._high[cell] = (bound[cell] for bound in self._widest)

    def sees(self, cell: int | None) -> bool:
        """Whether a figure that is shown tells this cell."""
        return cell is not None and self._times[cell] > 0

    def doubt(self, cell: int, protection: Protection | None = None) -> list[int] | None:
        """One way in which all counts could be that leaves this one in doubt; ``None`` if none.

        ``protection`` is the cell's own unless given.
        """
        lowest, highest = self._low[cell], self._high[cell]
        ranges = [(SMALL, highest)]
        if (protection or self._system.protections[cell]) is not Protection.SIZE:
            ranges = [(0, 0), *ranges, (lowest, -SMALL)]
        for first, last in ranges:
            found = self._between(cell, max(first, lowest), min(last, highest))
            if found is not None:
                return found
        return None

    def leaves(self, cell: int, way: Sequence[int], protection: Protection | None = None) -> bool:
        """Whether a way in which all counts could be leaves this one in doubt."""
        value = way[cell]
        if (protection or self._system.protections[cell]) is Protection.SIZE:
            return value >= SMALL
        return value == 0 or abs(value) >= SMALL

    def limits(self, cell: int) -> tuple[int, int]:
        """The lowest and the highest value that a cell could have."""
        low = high = self._guess[cell]
        bottom, top = self._low[cell], self._high[cell]
        while bottom < low:
            middle = (bottom + low - 1) // 2
            found = self._between(cell, bottom, middle)
            low, bottom = (found[cell], bottom) if found else (low, middle + 1)
        while high < top:
            middle = (high + top + 2) // 2
            found = self._between(cell, middle, top)
            high, top = (found[cell], top) if found else (high, middle - 1)
        return low, high

    def bearing_on(self, cell: int, among: Container[int]) -> dict[int, int]:
        """Figures shown, of those ``among``, that stand nearest to a cell: one meets them first
        when going from it through relations and through cells that are not shown.

        Returned with the number of cells in the relation in which they were met: the fewer, the
        closer the figure is bound to the cell.
        """
        met, frontier = {cell}, [cell]
        while frontier:
            figures: dict[int, int] = {}
            beyond: list[int] = []
            for relation in (r for here in frontier for r in self._feasible.of(here)):
                size = len(relation.terms)
                for other, _ in relation.terms:
                    if self._times[other]:
                        for n in self._telling[other]:
                            if n in self.shown and n in among:
                                figures[n] = min(size, figures.get(n, size))
                    elif other not in met and other not in self._system.plain:
                        beyond.append(other)
                    met.add(other)
            if figures:
                return figures
            frontier = beyond
        return {}

    def _between(self, cell: int, first: int, last: int) -> list[int] | None:
        """A way in which all counts could be, with one between two values."""
        if first > last:
            return None
        before = self._low[cell], self._high[cell]
        self._low[cell], self._high[cell] = first, last
        try:
            return self._feasible.find(self._low, self._high, self._guess, (cell,))
        finally:
            self._low[cell], self._high[cell] = before
