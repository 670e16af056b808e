"""The posterior in short: one vector, one covariance, and how they vary over the points."""

from dataclasses import dataclass
from math import exp

import numpy as np
from scipy import sparse

from goldenthread.analysis.facets.curves import Floats
from goldenthread.analysis.facets.layout import Layout
from goldenthread.analysis.facets.model import At, Model
from goldenthread.analysis.facets.moments import Spread, Steps
from goldenthread.analysis.facets.posterior import Posterior
from goldenthread.analysis.facets.sample import Ints


@dataclass(frozen=True, slots=True, eq=False)
class Summary:
    """Mean and covariance of all parameters but the standard deviations, and the latter's middle.

    ``means`` and ``variances`` are those of severities at each point, shape (points, auditors).
    Severity is a contrast with the mean of the auditors of its component. Where that mean lies
    beside other components nobody knows: it counts with what it could be, the variance of a mean
    of so many auditors. Of an auditor who shares no child with anybody nothing else remains.
    """

    layout: Layout
    vector: Floats
    covariance: Floats
    spread: Spread
    weights: Floats
    means: Floats
    variances: Floats
    severity_covariance: Floats
    """Of severities themselves, shape (auditors, auditors)."""

    @property
    def places(self) -> Floats:
        """Place of each kind of reading."""
        return self.layout.place_values(self.vector)

    @property
    def steps(self) -> Steps:
        """Steps of all categories."""
        return self.layout.steps(self.vector)


def summarise(model: Model, posterior: Posterior, component: Ints) -> Summary:
    """The posterior in short; ``component`` numbers the component of each auditor in the sample."""
    layout = model.layout
    weights = np.array([point.weight for point in posterior.points])
    vectors = np.stack([point.at.vector for point in posterior.points])
    vector = weights @ vectors
    centring = Centring(component)
    sizes = np.bincount(component)[component]
    covariance = np.zeros((layout.sds.start,) * 2)
    means, variances = [], []
    for weight, point in zip(weights, posterior.points, strict=True):
        inverse = covariance_at(model, point.at)
        if len(weights) == 1:
            covariance = inverse
        else:
            apart = (point.at.vector - vector)[: layout.sds.start]
            covariance += weight * (inverse + np.outer(apart, apart))
        own, of_severities = _severities(layout, point.at.vector, inverse)
        means.append(centring.values(own))
        of_contrasts = centring.variances(of_severities)
        variances.append(of_contrasts + (point.at.auditor or 0.0) ** 2 / sizes)
    _, severity_covariance = _severities(layout, vector, covariance)
    return Summary(
        layout,
        vector,
        covariance,
        _middle(model, posterior, vector, weights),
        weights,
        np.stack(means),
        np.stack(variances),
        severity_covariance,
    )


def covariance_at(model: Model, at: At) -> Floats:
    """Inverse of the information on all parameters but the standard deviations.

    With fixed auditors the standard deviations are estimated like everything else, and what is
    not known of them is in it.
    """
    n = model.layout.sds.start
    return at.information.covariance(model.free(at, sds=not model.pooled))[:n, :n]


def _severities(layout: Layout, vector: Floats, covariance: Floats) -> tuple[Floats, Floats]:
    n, tie = layout.severities, layout.severity
    own = covariance[:n, :n]
    if tie.shape[0] == n:
        return vector[:n], own
    return tie @ vector[:n], tie @ (tie @ own).T


class Centring:
    """Takes from each value the mean of its component; ``component`` numbers that of each value."""

    def __init__(self, component: Ints) -> None:
        self.component = component
        share = 1 / np.bincount(component)[component]
        n = len(component)
        shape = (int(component.max(initial=-1)) + 1, n)
        self.mean = sparse.csr_array((share, (component, np.arange(n))), shape=shape)

    def values(self, values: Floats) -> Floats:
        """Values less the means of their components."""
        return values - self._means(values)[self.component]

    def _means(self, values: Floats) -> Floats:
        """Of each component, over the first axis."""
        return np.asarray(self.mean @ values)

    def covariance(self, covariance: Floats) -> Floats:
        """Covariance of the centred values, from that of the values."""
        half = covariance - self._means(covariance)[self.component]
        return half - self._means(half.T).T[:, self.component]

    def variances(self, covariance: Floats) -> Floats:
        """Variances of the centred values, from the covariance of the values."""
        across = self._means(covariance)
        within = self._means(across.T).diagonal()[self.component]
        with_mean = across[self.component, np.arange(len(self.component))]
        variances: Floats = covariance.diagonal() - 2 * with_mean + within
        return variances


def _middle(model: Model, posterior: Posterior, vector: Floats, weights: Floats) -> Spread:
    """Standard deviations in the middle of the points, by the mean of their logs."""
    auditor = None
    if model.pooled:
        logs = [np.log(point.at.auditor or 1.0) for point in posterior.points]
        auditor = exp(float(weights @ np.array(logs)))
    return model.layout.spread(vector, model.halo, auditor)
