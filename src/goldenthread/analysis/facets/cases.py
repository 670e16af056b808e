"""Children: where practice with each stands on the scale, whoever looked."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.optimize import brentq
from scipy.special import ndtr

from goldenthread.analysis.facets.curves import Floats
from goldenthread.analysis.facets.estimates import CaseEstimates
from goldenthread.analysis.facets.sample import Ints, Sample
from goldenthread.analysis.facets.shared import place_score_given
from goldenthread.analysis.facets.shared_moments import pairs_of_readings
from goldenthread.analysis.facets.singles import SinglesGrid, posteriors
from goldenthread.analysis.facets.summary import Summary
from goldenthread.analysis.facets.weighed import Weighed

TENTH = 0.1


@dataclass(frozen=True, slots=True, eq=False)
class _Places:
    """Of some cases: position, team, mean and variance of the place beside the team's mean."""

    case: Ints
    team: Ints
    mean: Floats
    variance: Floats


def case_estimates(sample: Sample, summary: Summary, at: Weighed) -> CaseEstimates:
    """Estimates of all cases in the sample, by their position among the cases of the grades.

    ``at`` is the sample at the summary's parameters.
    What is not known of auditors, conditions and teams is in the interval; what is not known of
    categories and steps moves all children alike and is not.
    """
    teams = summary.vector[summary.layout.team_means]
    found = [*_single(sample, summary, at.single), *_shared(sample, summary, at)]
    count = np.zeros(max(len(teams), 1))
    for places in found:
        count += np.bincount(places.team, minlength=len(count))
    lowest = _lowest_tenth(teams, count / count.sum(), summary.spread.case)
    case = np.concatenate([places.case for places in found])
    order = np.argsort(case)
    team = np.concatenate([places.team for places in found])
    mean = np.concatenate([places.mean for places in found])
    mean = (mean + (teams[team] if len(teams) else 0.0))[order]
    se = np.sqrt(np.concatenate([places.variance for places in found]))[order]
    return CaseEstimates(case[order], mean, se, ndtr((lowest - mean) / se))


def _lowest_tenth(teams: Floats, share: Floats, sd: float) -> float:
    """Below which a tenth of children like these would lie, all teams together."""
    means = teams if len(teams) else np.zeros(1)
    reach = 10 * sd

    def above(place: float) -> float:
        return float(share @ ndtr((place - means) / sd)) - TENTH

    return float(brentq(above, means.min() - reach, means.max() + reach))


def _single(sample: Sample, summary: Summary, on: SinglesGrid | None) -> Iterator[_Places]:
    readings, spread = sample.single, summary.spread
    if on is None:
        return
    shrunk, halo = spread.case**2 / on.sd**2, (spread.halo or 0.0) ** 2
    uncertain = _Uncertain(summary)
    every = np.arange(len(sample.places.team))
    own = uncertain.between(every, every)
    with_team = uncertain.with_team(every, sample.places.team)
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


def _shared(sample: Sample, summary: Summary, at: Weighed) -> Iterator[_Places]:
    readings, on = sample.shared, at.shared
    if on is None:
        return
    uncertain = _Uncertain(summary)
    for part in at.parts:
        mean = part.child @ on.nodes
        variance = part.child @ on.nodes**2 - mean**2
        score = place_score_given(readings, part, on)
        apart = on.nodes - mean[part.case][:, None]
        drawn = (part.of_case() * apart * score).sum(axis=1)
        first, place = part.first, readings.place[part.rows]
        team = sample.places.team[place[first]]
        one, other = pairs_of_readings(np.append(first, len(part.case)))
        both = drawn[one] * drawn[other] * uncertain.between(place[one], place[other])
        beside = drawn * uncertain.with_team(place, sample.places.team[place])
        unknown = uncertain.teams(team) + np.bincount(part.case[one], both, len(mean))
        unknown += 2 * np.bincount(part.case, beside, len(mean))
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

    def between(self, first: Ints, second: Ints) -> Floats:
        """Covariance of the first places with the second, one by one."""
        one, other = self.rows[first], self.rows[second]
        pair = np.repeat(np.arange(len(first)), np.diff(one.indptr))
        times = np.diff(other.indptr)[pair]
        at = np.repeat(np.arange(len(pair)), times)
        pair = pair[at]
        start = np.repeat(np.cumsum(times) - times, times)
        beside = other.indptr[pair] + np.arange(len(pair)) - start
        values = one.data[at] * other.data[beside]
        values *= self.covariance[one.indices[at], other.indices[beside]]
        return np.bincount(pair, values, len(first)).astype(float)

    def with_team(self, place: Ints, team: Ints) -> Floats:
        """Covariance of places with the means of these teams, one by one."""
        if self.means.start == self.means.stop:
            return np.zeros(len(team))
        rows = self.rows[place]
        at = np.repeat(np.arange(len(place)), np.diff(rows.indptr))
        values = rows.data * self.covariance[rows.indices, self.means.start + team[at]]
        return np.bincount(at, values, len(place)).astype(float)
