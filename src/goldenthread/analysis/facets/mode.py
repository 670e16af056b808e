"""The most likely parameters: Newton's method on the exact score and Louis' information.

With pooled auditors severities are at their posterior mode, and the spread of auditors is where
the Laplace approximation of the marginal likelihood is greatest (Breslow and Clayton 1993,
*J Am Stat Assoc* 88:9-25; Fisher scoring in the log of the standard deviation).
"""

from dataclasses import dataclass, replace
from math import exp, log

import numpy as np
from scipy.linalg import LinAlgError, cho_factor, cho_solve

from goldenthread.analysis.facets.curves import Floats
from goldenthread.analysis.facets.layout import Layout
from goldenthread.analysis.facets.priors import Priors
from goldenthread.analysis.facets.sample import Ints, Sample
from goldenthread.analysis.facets.shared import shared_moments
from goldenthread.analysis.facets.singles import singles_moments

MOST_STEPS = 60
SMALL = 1e-9
"""Newton's last step, in logits: then the next would be its square."""
LONGEST = 1.5
"""No parameter moves further in one step, in logits or in logs."""
LEAST_SD = 0.02
"""Standard deviations are not looked for below this, in logits: it is none."""


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
    information: Floats
    """Of the objective: less its second derivatives."""


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
        objective = likelihood
        n = len(self.layout.precision)
        precision = self.layout.precision + np.diag(self._severities_precision(n, auditor))
        objective -= 0.5 * float(vector[:n] @ precision @ vector[:n])
        score[:n] -= precision @ vector[:n]
        information[:n, :n] += precision
        if self.priors:
            value, slope, curvature = self.priors.of_sds(vector[self.layout.sds])
            objective += value
            score[self.layout.sds] += slope
            information[self.layout.sds, self.layout.sds] += np.diag(curvature)
        return At(vector, auditor, likelihood, objective, score, information)

    def _severities_precision(self, n: int, auditor: float | None) -> Floats:
        precision = np.zeros(n)
        if auditor is not None:
            precision[: self.layout.severities] = 1 / auditor**2
        return precision

    def log_sds(self) -> Ints:
        """Which parameters are the logs of the standard deviations in the model."""
        return np.arange(self.layout.sds.start, self.layout.sds.stop - (not self.halo))

    def looked_for(self, *, sds: bool) -> Ints:
        """Which parameters are looked for: the halo's only where it is in the model."""
        chosen = np.ones(self.layout.sds.stop, dtype=bool)
        chosen[self.layout.sds] = [sds, sds and self.halo]
        return np.flatnonzero(chosen)


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
    nudge: Floats | None = None,
    small: float = SMALL,
) -> Mode:
    """The mode from ``start``; with ``sds`` all standard deviations are looked for as well.

    ``nudge`` (log sd of case, of halo) is added to their score: what the size of the information
    on severities adds to it in the Laplace approximation.
    """
    looked_for = model.looked_for(sds=sds)
    at, evaluations = model.at(start, auditor), 1
    for _ in range(MOST_STEPS):
        step = _newton_step(at, looked_for, nudge, model.layout)
        at, shorter = _move(model, at, step)
        moved = 0.0
        evaluations += 1 + shorter
        if sds and at.auditor is not None and model.priors:
            sd = _score_auditor(at, at.auditor, model.priors, model.layout.severities)
            moved = abs(log(sd / at.auditor))
            at = _with_auditor(at, at.auditor, sd, model.layout.severities)
        if max(float(np.abs(step).max(initial=0.0)), moved) < small:
            return Mode(at, True, evaluations)
    return Mode(at, False, evaluations)


def _newton_step(at: At, looked_for: Ints, nudge: Floats | None, layout: Layout) -> Floats:
    """Solution of information × step = score, no element longer than ``LONGEST``."""
    score = at.score.copy()
    if nudge is not None:
        score[layout.sds] += nudge
    information = at.information[np.ix_(looked_for, looked_for)]
    step = np.zeros(len(score))
    step[looked_for] = cho_solve(factor(information), score[looked_for])
    longest = float(np.abs(step).max(initial=0.0))
    return step * min(1.0, LONGEST / longest) if longest else step


def factor(information: Floats) -> tuple[Floats, bool]:
    """Lower Cholesky factor; far from the mode information may need a ridge to be positive."""
    scale = np.diag(np.maximum(np.abs(np.diag(information)), 1e-6))
    for ridge in (0.0, 1e-3, 1e-2, 0.1, 1.0, 10.0):
        try:
            factor: tuple[Floats, bool] = cho_factor(information + ridge * scale, lower=True)
        except LinAlgError:
            continue
        return factor
    return cho_factor(scale, lower=True)


def _move(model: Model, at: At, step: Floats) -> tuple[At, int]:
    """The model after ``step``, halved while that makes it less likely, and how often it was."""
    slack = 1e-9 * (1 + abs(at.objective))
    for halved in range(8):
        new = model.at(at.vector + step * 0.5**halved, at.auditor)
        if new.objective >= at.objective - slack:
            break
    return new, halved


def _score_auditor(at: At, sd: float, priors: Priors, severities: int) -> float:
    """The next standard deviation of auditors, by Fisher scoring of its log."""
    n, variance = severities, sd**2
    own = cho_solve(factor(at.information[:n, :n]), np.eye(n)).diagonal()
    reliability = 1 - own / variance
    _, slope, curvature = priors.of_auditor(sd)
    score = (at.vector[:n] @ at.vector[:n] + own.sum()) / variance - n + slope
    information = 2 * float(reliability @ reliability) + curvature
    change = float(np.clip(score / information, -1.0, 1.0))
    return max(LEAST_SD, sd * exp(change))


def _with_auditor(at: At, old: float, new: float, severities: int) -> At:
    """The same point with another standard deviation of auditors."""
    change = 1 / new**2 - 1 / old**2
    own = at.vector[:severities]
    score, information = at.score.copy(), at.information.copy()
    score[:severities] -= change * own
    information[range(severities), range(severities)] += change
    objective = at.objective - 0.5 * change * float(own @ own)
    return replace(at, auditor=new, objective=objective, score=score, information=information)
