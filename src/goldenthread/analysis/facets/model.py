"""The model at one point of its parameters: what the data say there, with the priors."""

from dataclasses import dataclass, replace
from math import log

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import block_diag

from goldenthread.analysis.facets.curves import Floats
from goldenthread.analysis.facets.information import Information
from goldenthread.analysis.facets.layout import Layout
from goldenthread.analysis.facets.moments import Moments, Score, Spread, Steps
from goldenthread.analysis.facets.priors import Priors
from goldenthread.analysis.facets.sample import Ints, Sample
from goldenthread.analysis.facets.shared_moments import shared_moments
from goldenthread.analysis.facets.shared_score import shared_score
from goldenthread.analysis.facets.singles_moments import singles_moments
from goldenthread.analysis.facets.singles_score import singles_score

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
        point = self._point(vector, auditor)
        moments = singles_moments(self.sample.single, *point)
        moments = moments + shared_moments(self.sample.shared, *point)
        return self._at(vector, auditor, moments.score, self._information(vector, auditor, moments))

    def roughly(self, vector: Floats, auditor: float | None) -> At:
        """The same with the information of readings that had nothing to do with one another.

        That is good enough for a first step, when everything else is a guess as well.
        """
        point = self._point(vector, auditor)
        single = singles_moments(self.sample.single, *point)
        apart = single + singles_moments(self.sample.shared, *point)
        score = single.score + shared_score(self.sample.shared, *point)
        return self._at(vector, auditor, score, self._information(vector, auditor, apart))

    def near(self, vector: Floats, auditor: float | None, at: At) -> At:
        """The same with the information of ``at``, which is not far."""
        point = self._point(vector, auditor)
        score = singles_score(self.sample.single, *point)
        score = score + shared_score(self.sample.shared, *point)
        if auditor is not None:
            at = at.with_auditor(auditor, self.layout.severities)
        return self._at(vector, auditor, score, at.information)

    def _point(self, vector: Floats, auditor: float | None) -> tuple[Floats, Steps, Spread]:
        layout = self.layout
        spread = layout.spread(vector, self.halo, auditor)
        return layout.place_values(vector), layout.steps(vector), spread

    def _at(
        self, vector: Floats, auditor: float | None, score: Score, information: Information
    ) -> At:
        """With the log density of priors, and its slope."""
        n, layout = self.layout.severities, self.layout
        others = slice(n, layout.sds.start)
        likelihood, slope = layout.tie_score(score, vector)
        of_priors = np.zeros_like(vector)
        if auditor is not None:
            of_priors[:n] = -vector[:n] / auditor**2
        of_priors[others] = -layout.precision @ vector[others]
        objective = likelihood + 0.5 * float(vector @ of_priors)
        if self.priors:
            density, of_priors[layout.sds], _ = self.priors.of_sds(vector[layout.sds])
            objective += density
        return At(vector, auditor, likelihood, objective, slope + of_priors, information)

    def _information(self, vector: Floats, auditor: float | None, moments: Moments) -> Information:
        """With the precision of priors."""
        of_sds = np.zeros(2)
        if self.priors:
            _, _, of_sds = self.priors.of_sds(vector[self.layout.sds])
        of_severities = 0.0 if auditor is None else 1 / auditor**2
        of_others = block_diag(self.layout.precision, np.diag(of_sds))
        return self.layout.tie(moments).with_precision(of_severities, of_others)

    def log_sds(self) -> Ints:
        """Which parameters are the logs of the standard deviations in the model."""
        return np.arange(self.layout.sds.start, self.layout.sds.stop - (not self.halo))

    def looked_for(self, *, sds: bool) -> Ints:
        """Which parameters but severities are looked for: the halo's only where it is in."""
        others = self.layout.sds.start - self.layout.severities
        return np.arange(others + (1 + self.halo if sds else 0))

    def free(self, at: At, *, sds: bool) -> Ints:
        """The same without standard deviations that would leave their bounds."""
        below, above = at_bounds(at.vector[self.layout.sds])
        score = at.score[self.layout.sds]
        stuck = np.flatnonzero((below & (score < 0)) | (above & (score > 0)))
        first = self.layout.sds.start - self.layout.severities
        return np.setdiff1d(self.looked_for(sds=sds), first + stuck)


def at_bounds(logs: Floats) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Whether logs of standard deviations are at their lower, and at their upper bound."""
    return logs <= log(LEAST_SD) + 1e-9, logs >= log(MOST_SD) - 1e-9
