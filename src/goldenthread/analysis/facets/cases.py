"""Children: where practice with each stands on the scale, whoever looked."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.optimize import brentq
from scipy.special import ndtr

from goldenthread.analysis.facets.curves import Floats
from goldenthread.analysis.facets.estimates import CaseEstimate, estimate
from goldenthread.analysis.facets.sample import Ints, Sample
from goldenthread.analysis.facets.shared import parts, place_score_given, shared_grid
from goldenthread.analysis.facets.singles import posteriors, singles_grid, sums_by
from goldenthread.analysis.facets.summary import Summary

TENTH = 0.1
AT_ONCE = 500
"""Kinds of reading worked on together."""


@dataclass(frozen=True, slots=True, eq=False)
class _Places:
    """Of some cases: position, team, mean and variance of the place beside the team's mean."""

    case: Ints
    team: Ints
    mean: Floats
    variance: Floats


def case_estimates(sample: Sample, summary: Summary) -> tuple[CaseEstimate, ...]:
    """Estimates of all cases in the sample, by their position among the cases of the grades.

    What is not known of auditors, conditions and teams is in the interval; what is not known of
    categories and steps moves all children alike and is not.
    """
    teams = summary.vector[summary.layout.team_means]
    found = [*_single(sample, summary), *_shared(sample, summary)]
    count = np.zeros(max(len(teams), 1))
    for places in found:
        count += np.bincount(places.team, minlength=len(count))
    lowest = _lowest_tenth(teams, count / count.sum(), summary.spread.case)
    estimates: list[CaseEstimate] = []
    for places in found:
        mean = places.mean + (teams[places.team] if len(teams) else 0.0)
        se = np.sqrt(places.variance)
        estimates += [
            CaseEstimate(int(case), estimate(float(m), float(s)), float(p))
            for case, m, s, p in zip(places.case, mean, se, ndtr((lowest - mean) / se), strict=True)
        ]
    return tuple(sorted(estimates, key=lambda each: each.case))


def _lowest_tenth(teams: Floats, share: Floats, sd: float) -> float:
    """Below which a tenth of children like these would lie, all teams together."""
    means = teams if len(teams) else np.zeros(1)
    reach = 10 * sd

    def above(place: float) -> float:
        return float(share @ ndtr((place - means) / sd)) - TENTH

    return float(brentq(above, means.min() - reach, means.max() + reach))


def _single(sample: Sample, summary: Summary) -> Iterator[_Places]:
    readings, spread = sample.single, summary.spread
    if not len(readings):
        return
    on = singles_grid(readings, summary.places, summary.steps, spread)
    shrunk, halo = spread.case**2 / on.sd**2, (spread.halo or 0.0) ** 2
    uncertain = _Uncertain(summary)
    own, with_team = uncertain.of_places(sample.places.team)
    for part in posteriors(readings, on):
        place = readings.place[part.rows]
        first, second = (part.weights @ np.stack([on.nodes, on.nodes**2], axis=1)).T
        variance = second - first**2
        drawn = shrunk * (1 - variance / on.sd**2)
        team = sample.places.team[place]
        unknown = uncertain.teams(team) + drawn * (2 * with_team[place] + drawn * own[place])
        of_child = shrunk * halo + shrunk**2 * variance
        mean = shrunk * (first + summary.places[place])
        yield _Places(readings.case[part.rows], team, mean, of_child + unknown)


def _shared(sample: Sample, summary: Summary) -> Iterator[_Places]:
    readings = sample.shared
    if not len(readings):
        return
    on = shared_grid(readings, summary.places, summary.steps, summary.spread)
    uncertain = _Uncertain(summary)
    for part in parts(readings, on):
        mean = part.child @ on.nodes
        variance = part.child @ on.nodes**2 - mean**2
        score = place_score_given(readings, part, on)
        apart = on.nodes - mean[part.case][:, None]
        drawn = (part.of_case() * apart * score).sum(axis=1)
        first, place = part.first, readings.place[part.rows]
        team = sample.places.team[place[first]]
        to_case = sums_by(part.case, len(mean)) @ sparse.diags_array(drawn)
        between, with_team = uncertain.of_readings(place, sample.places.team[place])
        unknown = uncertain.teams(team) + 2 * (to_case @ with_team)
        unknown += ((to_case @ between) * to_case.toarray()).sum(axis=1)
        yield _Places(readings.case[part.rows][first], team, mean, variance + unknown)


class _Uncertain:
    """Covariances of team means and of the places of readings, from what is not known of them."""

    def __init__(self, summary: Summary) -> None:
        layout = summary.layout
        self.rows = layout.places
        self.covariance = summary.covariance[: layout.located, : layout.located]
        self.means = layout.team_means

    def teams(self, team: Ints) -> Floats:
        """Variance of each team's mean; 0 where teams are not in the model."""
        if self.means.start == self.means.stop:
            return np.zeros(len(team))
        variances: Floats = np.diag(self.covariance)[self.means][team]
        return variances

    def of_readings(self, place: Ints, team: Ints) -> tuple[Floats, Floats]:
        """Covariance of the places of readings, and of each with its team's mean."""
        rows = self.rows[place]
        across = rows @ self.covariance
        return across @ rows.T, self._with_team(across, team)

    def of_places(self, team: Ints) -> tuple[Floats, Floats]:
        """Variance of each kind of reading's place, and its covariance with its team's mean."""
        count = self.rows.shape[0]
        own, with_team = np.empty(count), np.empty(count)
        for start in range(0, count, AT_ONCE):
            some = np.arange(start, min(start + AT_ONCE, count))
            rows = self.rows[some]
            across = rows @ self.covariance
            own[some] = rows.multiply(across).sum(axis=1)
            with_team[some] = self._with_team(across, team[some])
        return own, with_team

    def _with_team(self, across: Floats, team: Ints) -> Floats:
        if self.means.start == self.means.stop:
            return np.zeros(len(team))
        covariance: Floats = across[:, self.means][np.arange(len(team)), team]
        return covariance
