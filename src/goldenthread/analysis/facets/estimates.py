"""What a fit says: estimates in logits, with what is not known of them.

Severity is positive for an auditor who grades lower, and is beside the mean of the auditors that
shared children connect: nothing is said across components of that network.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np

from goldenthread.analysis.facets.curves import Floats
from goldenthread.analysis.facets.sample import Ints
from goldenthread.analysis.intervals import Interval

Z95 = 1.959963984540054
"""Of the standard normal distribution."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value with its standard error and 95% interval."""

    value: float
    se: float
    interval: Interval


def estimate(value: float, se: float) -> Estimate:
    """With the normal 95% interval."""
    return Estimate(value, se, Interval(value - Z95 * se, value + Z95 * se))


@dataclass(frozen=True, slots=True)
class AuditorEstimate:
    """How one auditor grades beside colleagues."""

    auditor: int
    """Position among the auditors of the grades."""
    severity: Estimate
    fair_average: Estimate
    """Expected grade for the mean child and category, counted from 0 at the scale's worst level."""
    fair_grades: tuple[float, ...]
    """How likely each level in use would be there, worst first."""
    infit: float | None
    outfit: float | None


@dataclass(frozen=True, slots=True)
class CategoryEstimate:
    """How hard it is to be graded well in one category."""

    category: int
    difficulty: Estimate
    thresholds: tuple[float, ...]
    """The category's own steps with partial credit; else those of all categories."""


@dataclass(frozen=True, slots=True)
class CaseEstimate:
    """Where one child's practice stands, whoever looked."""

    case: int
    place: Estimate
    lowest_tenth: float
    """Probability of being among the lowest tenth of children like these."""


@dataclass(frozen=True, slots=True, eq=False)
class CaseEstimates(Sequence[CaseEstimate]):
    """Estimates of all children as columns: half a million objects would take seconds to make."""

    case: Ints
    """Positions among the cases of the grades, ascending."""
    place: Floats
    se: Floats
    lowest_tenth: Floats

    def __len__(self) -> int:
        """How many children there are."""
        return len(self.case)

    @overload
    def __getitem__(self, at: int) -> CaseEstimate: ...
    @overload
    def __getitem__(self, at: slice) -> "CaseEstimates": ...
    def __getitem__(self, at: int | slice) -> "CaseEstimate | CaseEstimates":
        """One child, or some; ``IndexError`` where there is none."""
        case, chance = self.case[at], self.lowest_tenth[at]
        if isinstance(at, slice):
            return CaseEstimates(case, self.place[at], self.se[at], chance)
        place = estimate(float(self.place[at]), float(self.se[at]))
        return CaseEstimate(int(case), place, float(chance))

    def __iter__(self) -> Iterator[CaseEstimate]:
        """Child by child."""
        columns = (self.case, self.place, self.se, self.lowest_tenth)
        for case, place, se, chance in zip(*(each.tolist() for each in columns), strict=True):
            yield CaseEstimate(case, estimate(place, se), chance)


@dataclass(frozen=True, slots=True)
class Variances:
    """Variances in square logits; ``None`` for what the model lacks."""

    case: float
    halo: float | None
    auditor: float | None


@dataclass(frozen=True, slots=True)
class Share:
    """How much of the difference between children's audits is the children, by readings each."""

    auditors: int
    """How many different auditors read each child."""
    share: Estimate


@dataclass(frozen=True, slots=True, eq=False)
class Contrasts:
    """Differences between auditors, which is what people read."""

    auditors: Ints
    """Positions among the auditors of the grades, ascending."""
    component: Ints
    """Of each: auditors of different components cannot be compared."""
    severity: Floats
    covariance: Floats
    """Of severities, shape (auditors, auditors)."""

    def between(self, first: int, second: int) -> Estimate | None:
        """How much lower the ``first`` auditor grades than the ``second``, in logits.

        ``None`` where no shared children connect them, or one is not in the model.
        """
        a, b = np.searchsorted(self.auditors, [first, second])
        known = len(self.auditors)
        if max(a, b) >= known or self.auditors[a] != first or self.auditors[b] != second:
            return None
        if self.component[a] != self.component[b]:
            return None
        variance = self.covariance[a, a] + self.covariance[b, b] - 2 * self.covariance[a, b]
        return estimate(float(self.severity[a] - self.severity[b]), float(variance) ** 0.5)

    def ses(self) -> tuple[float | None, float | None]:
        """Mean and greatest standard error of the differences between two that can be compared."""
        own = np.diag(self.covariance)
        variances = own[:, None] + own - 2 * self.covariance
        pairs = np.triu(self.component[:, None] == self.component, 1)
        if not pairs.any():
            return None, None
        ses = np.sqrt(np.maximum(variances[pairs], 0.0))
        return float(ses.mean()), float(ses.max())


@dataclass(frozen=True, slots=True, eq=False)
class Within:
    """Severities from shared children alone, beside what all children together say.

    Means are 0 in each component. ``p_value`` is how often chance alone would make the two differ
    so much (Hausman 1978, *Econometrica* 46:1251-1271); ``None`` where that cannot be said.
    """

    auditors: Ints
    """Positions of those who share children, ascending."""
    severity: Floats
    se: Floats
    p_value: float | None


@dataclass(frozen=True, slots=True)
class Fit:
    """All that the model says of a set of grades.

    Auditors, categories and cases that are not here could not be in the model: they have no
    grades, or none but the same.
    """

    auditors: tuple[AuditorEstimate, ...]
    categories: tuple[CategoryEstimate, ...]
    thresholds: tuple[float, ...]
    """Of the steps between the levels in use, lowest first; they add to 0."""
    levels: tuple[int, ...]
    """Levels in use."""
    cases: CaseEstimates
    teams: tuple[tuple[int, Estimate], ...]
    condition: Estimate | None
    """How much higher grades are after the conversation with the worker."""
    variances: Variances
    shares: tuple[Share, ...]
    log_likelihood: float
    contrasts: Contrasts
    within: Within | None
    """The second opinion; ``None`` where no children were shared."""
    agreement_tables: Floats | None
    """What the model expects of two auditors, shape (draws, levels, levels); only where too few
    children were read twice for the readings to say it."""
    converged: bool
    evaluations: int
    """How often the likelihood was computed."""

    @property
    def deviance(self) -> float:
        """Minus twice the log-likelihood."""
        return -2 * self.log_likelihood
