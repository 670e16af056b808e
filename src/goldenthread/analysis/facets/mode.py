"""The most likely parameters: Newton's method on the exact score and Louis' information.

With pooled auditors severities are at their posterior mode, and the spread of auditors is where
the Laplace approximation of the marginal likelihood is greatest (Breslow and Clayton 1993,
*J Am Stat Assoc* 88:9-25; Fisher scoring in the log of the standard deviation).
"""

from dataclasses import dataclass, replace
from math import exp, log

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import block_diag

from goldenthread.analysis.facets.curves import Floats
from goldenthread.analysis.facets.information import Information
from goldenthread.analysis.facets.layout import Layout
from goldenthread.analysis.facets.priors import Priors
from goldenthread.analysis.facets.sample import Ints, Sample
from goldenthread.analysis.facets.shared_moments import shared_moments
from goldenthread.analysis.facets.singles import singles_moments

MOST_STEPS = 60
SMALL = 3e-7
"""The search ends where the next step can be expected to be shorter than this, in logits."""
NEAR = 0.05
"""Steps shorter than this hardly change how the variances of severities compare with a series."""
LONGEST = 1.5
"""No parameter moves further in one step, in logits or in logs."""
LONGEST_SD = 0.7
"""No standard deviation but auditors' more than doubles or halves."""
LEAST_SD, MOST_SD = 0.02, 10.0
"""Standard deviations are looked for between these, in logits: below it is none, above endless."""


@dataclass(frozen=True, slots=True, eq=False)
class At:
    """The model at one point: what the data say there, with the priors."""

    vector: Floats
    auditor: float | None
    """Standard deviation of auditors; ``None`` where they are fixed."""
    log_likelihood: float
    """Of the grades, given severities."""
    objective: float
    """With the log densities of severities and priors."""
    score: Floats
    information: Information
    """Of the objective: less its second derivatives."""

    def with_auditor(self, sd: float, severities: int) -> "At":
        """The same point with another standard deviation of auditors."""
        if self.auditor is None or sd == self.auditor:
            return self
        change = 1 / sd**2 - 1 / self.auditor**2
        own, score = self.vector[:severities], self.score.copy()
        score[:severities] -= change * own
        return replace(
            self,
            auditor=sd,
            objective=self.objective - 0.5 * change * float(own @ own),
            score=score,
            information=self.information.with_precision(change),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """A sample, how its parameters lie, and which of them are looked for."""

    sample: Sample
    layout: Layout
    halo: bool
    priors: Priors | None
    """On standard deviations; ``None`` for plain maximum likelihood."""

    @property
    def pooled(self) -> bool:
        """Whether auditors are drawn together."""
        return self.priors is not None

    def at(self, vector: Floats, auditor: float | None) -> At:
        """The model at ``vector``, with auditors' standard deviation ``auditor``."""
        spread = self.layout.spread(vector, self.halo, auditor)
        places, steps = self.layout.place_values(vector), self.layout.steps(vector)
        moments = singles_moments(self.sample.single, places, steps, spread)
        moments = moments + shared_moments(self.sample.shared, places, steps, spread)
        likelihood, score, information = self.layout.tie(moments)
        likelihood -= float((self.layout.passed * steps.difficulties()).sum())
        value, slope, precision = self._prior(vector, auditor)
        of_severities = 0.0 if auditor is None else 1 / auditor**2
        return At(
            vector,
            auditor,
            likelihood,
            likelihood + value,
            score + slope,
            information.with_precision(of_severities, precision),
        )

    def _prior(self, vector: Floats, auditor: float | None) -> tuple[float, Floats, Floats]:
        """Log density, slope, and precision of all but severities."""
        n, layout = self.layout.severities, self.layout
        others = slice(n, layout.sds.start)
        slope = np.zeros_like(vector)
        if auditor is not None:
            slope[:n] = -vector[:n] / auditor**2
        slope[others] = -layout.precision @ vector[others]
        value = 0.5 * float(vector @ slope)
        precision = block_diag(layout.precision, np.zeros((2, 2)))
        if self.priors:
            density, slope[layout.sds], curvature = self.priors.of_sds(vector[layout.sds])
            value += density
            precision[-2:, -2:] = np.diag(curvature)
        return value, slope, precision

    def log_sds(self) -> Ints:
        """Which parameters are the logs of the standard deviations in the model."""
        return np.arange(self.layout.sds.start, self.layout.sds.stop - (not self.halo))

    def looked_for(self, *, sds: bool) -> Ints:
        """Which parameters but severities are looked for: the halo's only where it is in."""
        others = self.layout.sds.start - self.layout.severities
        return np.arange(others + (1 + self.halo if sds else 0))

    def free(self, at: At, *, sds: bool) -> Ints:
        """The same without standard deviations that would leave their bounds."""
        below, above = _at_bounds(at.vector[self.layout.sds])
        score = at.score[self.layout.sds]
        stuck = np.flatnonzero((below & (score < 0)) | (above & (score > 0)))
        first = self.layout.sds.start - self.layout.severities
        return np.setdiff1d(self.looked_for(sds=sds), first + stuck)


def _at_bounds(logs: Floats) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Whether logs of standard deviations are at their lower, and at their upper bound."""
    return logs <= log(LEAST_SD) + 1e-9, logs >= log(MOST_SD) - 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class Mode:
    """Where the search ended, and whether it came to rest."""

    at: At
    converged: bool
    evaluations: int


def climb(
    model: Model,
    start: Floats,
    auditor: float | None,
    *,
    sds: bool = True,
    small: float = SMALL,
) -> Mode:
    """The mode from ``start``; with ``sds`` all standard deviations are looked for as well.

    The first step leaves standard deviations: what they should be shows when places are about
    right. Newton's method squares what is wrong in each step; looking for the spread of auditors
    as well leaves a small share of it, which is judged by the last two steps.
    """
    spreads = sds and auditor is not None and model.priors is not None
    at, evaluations, last = model.at(start, auditor), 1, None
    ratio: Floats | float = 1.0
    for taken in range(MOST_STEPS):
        if spreads and isinstance(ratio, float) and last is not None and last < NEAR:
            ratio = at.information.exact_own / at.information.own
        step, change = _step(model, at, ratio, sds=sds and taken > 0)
        moved = max(float(np.abs(step).max(initial=0.0)), abs(change))
        at, tries = _move(model, at, step, change)
        evaluations += tries
        share = min(1.0, moved / (last or moved or 1.0)) if spreads else moved
        if tries == 1 and (taken or not sds) and moved * min(1.0, share) < small:
            endless = bool(_at_bounds(at.vector[model.log_sds()])[1].any())
            return Mode(at, not endless, evaluations)
        last = moved if taken else None
    return Mode(at, False, evaluations)


def _step(model: Model, at: At, ratio: Floats | float, *, sds: bool) -> tuple[Floats, float]:
    """Newton's step of the vector and of the log of auditors' standard deviation.

    ``ratio`` is what variances of severities are beside the information's own account of them.
    """
    looked_for, n = model.free(at, sds=sds), model.layout.severities
    right = np.zeros((len(at.vector), 2))
    right[:, 0] = at.score
    if at.auditor is not None:
        right[:n, 1] = 2 * at.vector[:n] / at.auditor**2
    solved = at.information.solve(right, looked_for)
    change = 0.0
    if sds and at.auditor is not None and model.priors:
        change = _auditor_change(at, model.priors, solved, ratio)
    step = solved[:, 0] + change * solved[:, 1]
    longest = max(float(np.abs(step).max(initial=0.0)), abs(change))
    share = min(1.0, LONGEST / longest) if longest else 1.0
    step *= share
    logs = at.vector[model.layout.sds]
    far = np.clip(step[model.layout.sds], -LONGEST_SD, LONGEST_SD)
    if sds:
        far = np.clip(logs + far, log(LEAST_SD), log(MOST_SD)) - logs
    step[model.layout.sds] = far
    return step, share * change


def _auditor_change(at: At, priors: Priors, solved: Floats, ratio: Floats | float) -> float:
    """Newton's step of the log of auditors' standard deviation, while the vector follows it.

    The Laplace approximation's slope is ``(s's + Σ own) / sd² - n`` with the prior's; severities
    ``s`` move by ``solved``'s second column for each unit, and their variances ``own`` grow.
    """
    sd = at.auditor or 1.0
    own = at.information.own * ratio
    n = len(own)
    severities = at.vector[:n]
    _, slope, curvature = priors.of_auditor(sd)
    moving = 2 * severities / sd**2
    score = (severities @ severities + own.sum()) / sd**2 - n + slope + moving @ solved[:n, 0]
    flat = 2 * (severities @ severities + own.sum()) / sd**2 + curvature
    flat -= moving @ solved[:n, 1] + 2 * _squares(at.information) / sd**4
    reliability = 1 - own / sd**2
    least = 0.2 * (float(reliability @ reliability) + curvature)
    change = float(np.clip(score / max(flat, least), -1.0, 1.0))
    return max(change, log(LEAST_SD / sd))


def _squares(information: Information) -> float:
    """Sum of the squares of all covariances of severities, were everything else known."""
    own = information.own
    if "severities_inverse" in information.__dict__:
        own = information.severities_inverse
    return float((own**2).sum())


def _move(model: Model, at: At, step: Floats, change: float) -> tuple[At, int]:
    """The model after the step, halved while that makes it less likely, and after how many."""
    auditor = None if at.auditor is None else at.auditor * exp(change)
    before = at if auditor is None else at.with_auditor(auditor, model.layout.severities)
    slack = 1e-9 * (1 + abs(at.objective))
    for tries in range(1, 9):
        new = model.at(at.vector + step * 0.5 ** (tries - 1), auditor)
        if new.objective >= before.objective - slack:
            break
    return new, tries
