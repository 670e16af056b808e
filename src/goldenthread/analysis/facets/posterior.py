"""What is not known of the standard deviations, carried into everything else.

At each of some points for the standard deviations the model is fitted, and weighs as its marginal
likelihood with everything else integrated out (Laplace) times the prior: the integrated nested
Laplace approximation (Rue, Martino and Chopin 2009, *J R Stat Soc B* 71:319-392). Without it one
month's intervals are far too narrow: the data hardly say how much auditors differ.
"""

from dataclasses import dataclass
from itertools import product
from math import log

import numpy as np

from goldenthread.analysis.facets.curves import Floats
from goldenthread.analysis.facets.information import root_of
from goldenthread.analysis.facets.mode import Mode, climb
from goldenthread.analysis.facets.model import At, Model
from goldenthread.analysis.facets.sample import Ints

ENOUGH_SHARED = 20
"""Cases with several readings from which 15 points do; below, 64 follow."""
NEAR, FAR = (3 - 6**0.5) ** 0.5, (3 + 6**0.5) ** 0.5
"""Nodes of the Gauss-Hermite rule of four points for a standard normal variable."""
WEIGHTS = {NEAR: (3 + 6**0.5) / 12, FAR: (3 - 6**0.5) / 12}
NEAR_ENOUGH = 1e-3
"""Newton stops at a point where the next step can be expected to be shorter, in logits."""


@dataclass(frozen=True, slots=True, eq=False)
class Point:
    """The model with some standard deviations, and how much it weighs."""

    at: At
    weight: float


@dataclass(frozen=True, slots=True, eq=False)
class Posterior:
    """Points with weights that add to 1."""

    points: tuple[Point, ...]
    converged: bool


def only(mode: Mode) -> Posterior:
    """The mode alone, where the data say enough of the standard deviations."""
    return Posterior((Point(mode.at, 1.0),), mode.converged)


def integrate(model: Model, mode: Mode) -> Posterior:
    """Points around ``mode``, weighed by the data and the priors.

    With few shared cases the mode may lie far from the middle: then the points of a finer grid
    follow, around the middle that the first ones found.
    """
    frame = _Frame(model, mode.at)
    first = frame.fit(_few_points(frame.dimensions))
    if model.sample.shared_cases >= ENOUGH_SHARED:
        return first
    return frame.around(first).fit(_many_points(frame.dimensions))


class _Frame:
    """Axes for the logs of the standard deviations of case, of halo and of auditors."""

    def __init__(self, model: Model, at: At) -> None:
        self.model, self.at = model, at
        self.sds = model.log_sds()
        self.dimensions = len(self.sds) + 1
        self.centre = np.zeros(self.dimensions)
        self.axes = log_sd_axes(model, at)
        # where the vector is expected as the standard deviations move: it saves Newton's steps
        slopes = _slopes(model, at, self.sds)
        self.course: Floats = np.zeros((len(_powers(self.centre)), len(at.vector)))
        self.course[1 : 1 + self.dimensions] = slopes.T

    def fit(self, rule: "Rule") -> Posterior:
        """The model at the points of ``rule``."""
        ats, logs, converged = [], [], True
        for place, log_weight in rule:
            found = self._climb(self.centre + self.axes @ place)
            converged = converged and found.converged
            ats.append(found.at)
            logs.append(log_weight + log_posterior(self.model, found.at))
        weights = np.exp(np.array(logs) - max(logs))
        weights /= weights.sum()
        kept = zip(ats, weights, strict=True)
        return Posterior(tuple(Point(at, float(weight)) for at, weight in kept), converged)

    def _climb(self, moved: Floats) -> Mode:
        auditor = (self.at.auditor or 1.0) * float(np.exp(moved[-1]))
        vector = self.at.vector + _powers(moved) @ self.course
        vector[self.sds] = self.at.vector[self.sds] + moved[:-1]
        return climb(self.model, vector, auditor, sds=False, small=NEAR_ENOUGH)

    def around(self, found: Posterior) -> "_Frame":
        """Axes around the middle of ``found``, as wide as it is, and a little more."""
        frame = _Frame(self.model, self.at)
        logs = np.stack([self._moved(point.at) for point in found.points])
        weights = np.array([point.weight for point in found.points])
        frame.centre = weights @ logs
        apart = logs - frame.centre
        spread = (apart * weights[:, None]).T @ apart + 0.25 * self.axes @ self.axes.T
        frame.axes = root_of(spread)
        vectors = np.stack([point.at.vector - self.at.vector for point in found.points])
        powers = np.stack([_powers(each) for each in logs])
        frame.course = np.asarray(np.linalg.lstsq(powers, vectors, rcond=None)[0], dtype=float)
        return frame

    def _moved(self, at: At) -> Floats:
        auditor = log((at.auditor or 1.0) / (self.at.auditor or 1.0))
        return np.append(at.vector[self.sds] - self.at.vector[self.sds], auditor)


def _powers(moved: Floats) -> Floats:
    """1, the elements, and the products of every two."""
    one, other = np.triu_indices(len(moved))
    return np.concatenate([[1.0], moved, moved[one] * moved[other]])


def log_posterior(model: Model, at: At) -> float:
    """Log density of the logs of the standard deviations, but for a constant."""
    if model.priors is None or at.auditor is None:
        raise ValueError("only pooled auditors have a posterior")
    return (
        at.objective
        - model.layout.severities * log(at.auditor)
        - 0.5 * at.information.log_determinant(model.looked_for(sds=False))
        + model.priors.of_auditor(at.auditor)[0]
    )


def log_marginal_likelihood(model: Model, at: At) -> float:
    """Log-likelihood with pooled severities integrated out (Laplace), without any prior on sds."""
    if at.auditor is None:
        return at.log_likelihood
    n = model.layout.severities
    own = at.vector[:n]
    return (
        at.log_likelihood
        - 0.5 * float(own @ own) / at.auditor**2
        - n * log(at.auditor)
        - 0.5 * at.information.log_determinant(np.zeros(0, dtype=np.int64))
    )


def log_sd_axes(model: Model, at: At) -> Floats:
    """Root of the covariance of the logs of the sds of case, halo and auditors near the mode."""
    everything, count = model.looked_for(sds=True), len(model.log_sds())
    covariance = at.information.covariance_of_others(everything)[-count:, -count:]
    axes = np.zeros((count + 1,) * 2)
    axes[:-1, :-1] = root_of(covariance)
    axes[-1, -1] = _auditor_sd(model, at)
    return axes


def _auditor_sd(model: Model, at: At) -> float:
    """Standard deviation of the log of auditors' standard deviation, by its information."""
    sd = at.auditor or 1.0
    reliability = 1 - at.information.exact_own / sd**2
    prior = model.priors.of_auditor(sd)[2] if model.priors else 0.0
    return float(1 / np.sqrt(2 * reliability @ reliability + prior))


def _slopes(model: Model, at: At, sds: Ints) -> Floats:
    """How the vector moves with (log sd of case, of halo, of auditors): where climbing begins."""
    layout, n = model.layout, model.layout.severities
    pull = np.zeros((layout.sds.stop, len(sds) + 1))
    pull[:n, :-1] = -at.information.border[:, sds - n]
    pull[n:, :-1] = -at.information.others[:, sds - n]
    pull[:n, -1] = 2 * at.vector[:n] / (at.auditor or 1.0) ** 2
    slopes = at.information.solve(pull, model.looked_for(sds=False))
    slopes[sds, range(len(sds))] = 1.0
    return slopes


Rule = list[tuple[Floats, float]]
"""Places, in standard deviations along the axes, and the log of weight over normal density."""


def _few_points(count: int) -> Rule:
    """A rule of degree 5 for a standard normal variable in two or three dimensions.

    A centre, points on the axes and the corners of a cube, all at one distance: the weights follow
    from the moments 1, 3 and 1 of x², x⁴ and x²y² (Stroud 1971, formulas for E_n^r²).
    """
    corner = (2.0 if count == 2 else 5 / 3) ** 0.5
    axis = corner * count**0.5
    on_axis, on_corner = axis**-4, corner**-4 / 2**count
    centre = 1 - 2 * count * on_axis - 2**count * on_corner
    rule = [(np.zeros(count), log(centre))]
    away = 0.5 * axis**2
    rule += [
        (side * axis * np.eye(count)[i], log(on_axis) + away)
        for i in range(count)
        for side in (-1, 1)
    ]
    rule += [
        (corner * np.array(signs), log(on_corner) + away)
        for signs in product((-1.0, 1.0), repeat=count)
    ]
    return rule


def _many_points(count: int) -> Rule:
    """The product of Gauss-Hermite rules of four points."""
    nodes = (-FAR, -NEAR, NEAR, FAR)
    return [
        (np.array(place), sum(log(WEIGHTS[abs(x)]) + 0.5 * x * x for x in place))
        for place in product(nodes, repeat=count)
    ]
