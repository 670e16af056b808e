"""Withholding: which figures an audience may not see, so that no small count can be worked out.

Primary: a figure goes when its count, its base, or what is left of its base is from one to four.
Secondary: other figures go, the least wanted first, until a reader who knows everything that is
still shown, and how figures hang together, can neither tell a withheld small count nor be sure
that it is small (``cells.Protection``). What can be worked out is decided exactly (``feasible``).

Sources: Hundepool and others, *Handbook on Statistical Disclosure Control*, 2nd ed. 2024, on
frequency tables and on feasibility intervals of suppressed cells; Department for Education,
*explore education statistics*, symbol *c*.
"""

from collections.abc import Callable, Iterable, Sequence

from goldenthread.analysis.disclosure.feasible import Contradiction, TooHard
from goldenthread.analysis.disclosure.policy import Rank
from goldenthread.analysis.disclosure.reader import Reader
from goldenthread.analysis.disclosure.system import Printed, System


class Withholding:
    """Decides, figure by figure, what is shown; figures go by their number in the system."""

    def __init__(
        self,
        system: System,
        *,
        issued: Iterable[int],
        asked_for: Iterable[int],
        bundles: Sequence[Sequence[int]],
        rank: Callable[[Printed], Rank],
    ) -> None:
        """``issued`` was shown before and stays so; of ``asked_for`` as much is shown as can be.

        ``bundles`` are shown whole or not at all; figures of low ``rank`` are given up first.
        """
        self._system = system
        self._new = set(asked_for)
        self.reader = _reader(system, (*issued, *sorted(self._new)))
        self._bundles = {figure: tuple(bundle) for bundle in bundles for figure in bundle}
        self._ranks = [rank(printed) for printed in system.printed]

    def run(self) -> None:
        """Withhold until every small count is protected."""
        small = {cell for cell in range(len(self._system.cells)) if self._system.small(cell)}
        for number in sorted(self._new):
            printed = self._system.printed[number]
            if {printed.count, printed.base, printed.rest} & small:
                self._withhold(number)
        # Where no figure that is shown bears on a count, all counts could be ten times as large.
        unsure = [c for c in sorted(small) if self.reader.bearing_on(c, self.reader.shown)]
        while unsure:
            doubt = self._doubt(unsure[0])
            if doubt is None and self._give_up_for(unsure[0]):
                continue
            # One way in which things could be keeps many small counts in doubt at once, and what
            # is withheld later only adds ways.
            unsure = [c for c in unsure[1:] if doubt is None or not self.reader.leaves(c, doubt)]

    def _doubt(self, cell: int) -> list[int] | None:
        """A way in which a cell is in doubt; what cannot be decided counts as told."""
        try:
            return self.reader.doubt(cell)
        except TooHard:
            return None

    def _withhold(self, number: int) -> list[int]:
        """Withhold a figure and all that goes with it; returns what was shown until now."""
        together = self._bundles.get(number, (number,))
        gone = [n for n in together if n in self._new and n in self.reader.shown]
        self._hide(gone)
        return gone

    def _show(self, figures: Iterable[int]) -> None:
        for figure in figures:
            self.reader.show(figure)

    def _hide(self, figures: Iterable[int]) -> None:
        for figure in figures:
            self.reader.hide(figure)

    def _give_up_for(self, cell: int) -> bool:
        """Withhold figures until a cell is in doubt; ``False`` when no figure bears on it.

        Figures that are wanted less go before any that is wanted more. One near the cell is
        enough as a rule; otherwise all of a kind go, and those that were not needed come back.
        """
        given: list[list[int]] = []
        for want in sorted({rank[0] for rank in self._ranks}):
            if self._one_is_enough(cell, want):
                return True
            for gone in given:
                self._hide(gone)
            given.extend(self._give_up_all(cell, want))
            if self._doubt(cell) is not None:
                self._take_back(cell, given[::-1])
                return True
            for gone in given:
                self._show(gone)
        for gone in given:
            self._hide(gone)
        return False

    def _one_is_enough(self, cell: int, want: int | str) -> bool:
        """Withhold the closest of the nearest figures that puts the cell in doubt by itself."""
        nearest = self.reader.bearing_on(cell, self._new)
        for number in sorted(nearest, key=lambda n: (nearest[n], self._ranks[n])):
            if self._ranks[number][0] != want:
                continue
            gone = self._withhold(number)
            if self._doubt(cell) is not None:
                return True
            self._show(gone)
        return False

    def _give_up_all(self, cell: int, want: int | str) -> list[list[int]]:
        """Withhold every figure of one kind that bears on a cell."""
        given = []
        kind = {number for number in self._new if self._ranks[number][0] == want}
        while nearest := self.reader.bearing_on(cell, kind):
            for number in sorted(nearest, key=lambda n: (nearest[n], self._ranks[n])):
                if gone := self._withhold(number):
                    given.append(gone)
        return given

    def _take_back(self, cell: int, given: list[list[int]]) -> None:
        """Show again, in this order, whatever leaves the cell in doubt; halves at a time."""
        for gone in given:
            self._show(gone)
        if not given or self._doubt(cell) is not None:
            return
        for gone in given:
            self._hide(gone)
        if len(given) > 1:
            self._take_back(cell, given[: len(given) // 2])
            self._take_back(cell, given[len(given) // 2 :])


def _reader(system: System, shown: Sequence[int]) -> Reader:
    try:
        return Reader(system, shown)
    except (Contradiction, TooHard):
        # Counts written down by hand that cannot all be true: what only they bear on tells nobody
        # anything.
        system.keep_to_what_is_known()
        return Reader(system, shown)
