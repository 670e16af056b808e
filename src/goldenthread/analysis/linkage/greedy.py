"""Choosing second readings one by one, each the best after those chosen before it."""

from collections.abc import Iterator
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from goldenthread.analysis.linkage.contrasts import Variation, pooled_inverse
from goldenthread.analysis.linkage.design import ENOUGH_A_YEAR, Choice, Rule, Standing
from goldenthread.analysis.linkage.network import Network, shared_by
from goldenthread.analysis.linkage.openings import Openings
from goldenthread.analysis.linkage.precision import Precision

NEARLY_EQUAL = 0.95
"""Gains of at least this share of the best are as good: the pair that met less often is taken."""
SAME = 1 - 1e-4
"""Gains that differ by less are equal: it may be rounding."""
JOINING = 4
"""Rank of joining two components, above the 0, 1 or 2 people who have too few second readings."""

MET = 10_000
"""Burden of a case that the pair shared already; of a reading in this month: 1."""
MANY = np.int32(2**30)


class Choosing:
    """A month's choices as they are made."""

    def __init__(
        self,
        year: Network,
        openings: Openings,
        variation: Variation,
        most_each: int | None,
        plan: NDArray[np.bool_] | None = None,
    ) -> None:
        """``plan`` marks the readings that come first, shape (cases, readers)."""
        self._codes, self._openings, self._most_each = year.auditors, openings, most_each
        self._component, self._links = year.component.astype(np.int32), year.links.copy()
        self._open, self._load = openings.may_read.copy(), openings.load.copy()
        self._plan = plan
        met = shared_by(year, openings.auditor, openings.reader)
        self._burden = (MET * met + self._load).astype(np.int32)
        self._precision = Precision(
            pooled_inverse(year, variation), openings.auditor, openings.reader, variation.weight
        )
        self.joins: dict[int, int] = {}
        """Positions of cases and their readers, of the choices that joined components."""
        self._close_to_busy()

    def choices(self, how_many: int) -> Iterator[Choice]:
        """The next choices, at most ``how_many``."""
        for _ in range(how_many):
            if not self._open.any():
                return
            yield self._choose(*self._best())

    def standing(self) -> Standing:
        """How well this month's people can be compared with what was chosen so far."""
        people = self._openings.people
        below = people[self._links[people] < ENOUGH_A_YEAR]
        variance = self._precision.contrasts(people)
        sds = np.sqrt(variance[np.triu_indices(len(people), 1)])
        return Standing(
            components=len(np.unique(self._component[people])),
            below_two=tuple(self._codes[auditor] for auditor in below),
            mean_sd=float(sds.mean()) if len(sds) else None,
            greatest_sd=float(sds.max()) if len(sds) else None,
        )

    def _best(self) -> tuple[int, int]:
        """The best case and reader by the rules, as positions.

        What a rule leaves out is multiplied by 0: masks would take ten times as long.
        """
        rank, gains = self._ranks(), self._precision.gains()
        gains *= rank == rank.max()
        burden = self._burden + MANY * (gains < NEARLY_EQUAL * gains.max())
        gains *= burden == burden.min()
        best = gains >= SAME * gains.max()
        case, reader = divmod(int(best.argmax()), best.shape[1])
        return case, reader

    def _ranks(self) -> NDArray[np.int8]:
        """The first two rules as numbers, shape (cases, readers); 0 for what is not open."""
        auditor, reader = self._openings.auditor, self._openings.reader
        low = (self._links < ENOUGH_A_YEAR).astype(np.int8)
        joins = self._component[auditor][:, None] != self._component[reader]
        rank: NDArray[np.int8] = joins.view(np.int8) * np.int8(JOINING)
        rank += (low[auditor] + np.int8(1))[:, None]
        rank += low[reader]
        planned = self._open & self._plan if self._plan is not None else None
        rank *= self._open if planned is None or not planned.any() else planned
        return rank

    def _choose(self, case: int, reader: int) -> Choice:
        """Choose a reader for a case, and count it in all that is kept."""
        pair = [int(self._openings.auditor[case]), int(self._openings.reader[reader])]
        groups = self._joined(*pair)
        step = self._precision.add(case, reader)
        self._count(case, reader, pair)
        if groups:
            self.joins[case] = reader
        readings = [(self._codes[one], int(self._links[one])) for one in pair]
        few = tuple(reading for reading in readings if reading[1] <= ENOUGH_A_YEAR)
        return Choice(
            case=self._openings.cases[case],
            auditor=self._codes[pair[0]],
            reader=self._codes[pair[1]],
            rule=Rule.JOINS if groups else Rule.TWO_A_YEAR if few else Rule.PRECISION,
            joins=groups,
            readings=few,
            sd_before=sqrt(step.before),
            sd_after=sqrt(step.after),
            gain=step.gain,
        )

    def _joined(self, auditor: int, reader: int) -> tuple[tuple[str, ...], ...]:
        """The auditors of the two components that a pair joins; empty if it joins none."""
        one, other = self._component[[auditor, reader]]
        if one == other:
            return ()
        return tuple(
            tuple(self._codes[member] for member in np.flatnonzero(self._component == component))
            for component in (one, other)
        )

    def _count(self, case: int, reader: int, pair: list[int]) -> None:
        auditors, readers = self._openings.auditor, self._openings.reader
        self._open[case] = False
        self._load[reader] += 1
        self._close_to_busy()
        self._links[pair] += 1
        one, other = self._component[pair]
        self._component[self._component == other] = one
        for first, second in (pair, pair[::-1]):
            self._burden[np.ix_(auditors == first, readers == second)] += MET
        self._burden[:, reader] += 1

    def _close_to_busy(self) -> None:
        if self._most_each is not None:
            self._open[:, self._load >= self._most_each] = False
