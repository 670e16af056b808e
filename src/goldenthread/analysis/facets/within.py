"""The second opinion: auditors compared on the same children only, whatever children they had.

Given the sum of the two grades of one child in one category, neither the child nor the category
matters (Rasch; for rating scales Andersen 1977, *Psychometrika* 42:69-81): only the difference
between the two auditors, and the halo of each, which is integrated over. So nothing about how
children came to auditors can bias it; it says less, since children read once do not count.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.linalg import eigh
from scipy.special import gammaincc

from goldenthread.analysis.facets.curves import Floats
from goldenthread.analysis.facets.estimates import Contrasts, Within
from goldenthread.analysis.facets.information import MANY, Information
from goldenthread.analysis.facets.sample import Ints, Sample
from goldenthread.analysis.facets.summary import Centring

NODES = 21
"""Of the Gauss-Hermite rule over the difference of two halos."""
WEAK = 3.0
"""Standard deviation of a prior on severity, in logits: keeps one odd pair from being endless."""
AS_IF_NOUGHT = 0.05
"""A variance as far below 0, beside the greatest, is one that could not be told from 0."""
MOST_AUDITORS = 2_000
"""A second opinion is for a service; above this it would take longer than the first."""
MOST_STEPS = 50
SMALL = 1e-5
"""Newton's last step, in logits: the next would be its square."""
MOST_COMPARED = 600
"""Auditors up to whom the two estimates are compared as a whole: eigenvalues of more take long."""


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Two readings of one case: auditors by position in the sample, and what they gave.

    ``sums[n, t]`` counts the categories that both graded and whose grades add up to ``t``;
    ``first[n]`` adds up what the first auditor gave in them. ``weight`` is 2/m for m readings.
    """

    one: Ints
    other: Ints
    first: Floats
    sums: Floats
    weight: Floats


def within(sample: Sample, thresholds: Floats, halo: float, pooled: Contrasts) -> Within | None:
    """Severities from the shared children of ``sample``; ``None`` where there are none to speak of.

    ``thresholds`` and the standard deviation ``halo`` are the model's; ``pooled`` is what all
    children together say.
    """
    pairs = _pairs(sample)
    count = len(sample.auditors)
    if not len(pairs.one) or count > MOST_AUDITORS:
        return None
    severity, covariance = _solve(pairs, thresholds, halo, pooled.severity)
    centring = Centring(pooled.component)
    severity, covariance = centring.values(severity), centring.covariance(covariance)
    linked = np.bincount(np.append(pairs.one, pairs.other), minlength=count) > 0
    p_value = None
    if count <= MOST_COMPARED:
        beside = covariance - centring.covariance(pooled.covariance)
        p_value = _hausman((severity - pooled.severity)[linked], beside[linked][:, linked])
    return Within(
        auditors=sample.auditors[linked],
        severity=severity[linked],
        se=np.sqrt(np.maximum(np.diag(covariance), 0.0))[linked],
        p_value=p_value,
    )


def _pairs(sample: Sample) -> Pairs:
    """Every two readings of one case by different auditors with a category in common."""
    readings = sample.shared
    auditor = sample.places.auditor[readings.place]
    first, second = _two_of_each_case(readings.case)
    different = auditor[first] != auditor[second]
    first, second = first[different], second[different]
    mask = readings.patterns[readings.pattern]
    both = mask[first] & mask[second]
    grade = sample.grade[readings.audit].astype(np.int64)
    of_first, total = grade[first], grade[first] + grade[second]
    levels = 2 * sample.steps + 1
    sums = np.stack([((total == t) & both).sum(axis=1) for t in range(levels)], axis=1)
    some = both.any(axis=1)
    times = np.bincount(readings.case)[readings.case[first]]
    return Pairs(
        auditor[first][some],
        auditor[second][some],
        np.where(both, of_first, 0).sum(axis=1)[some].astype(float),
        sums[some].astype(float),
        (2 / times)[some],
    )


def _two_of_each_case(case: Ints) -> tuple[Ints, Ints]:
    """Positions of every two readings of one case; ``case`` is in order."""
    _, start, count = np.unique(case, return_index=True, return_counts=True)
    firsts, seconds = [], []
    for times in np.unique(count):
        one, other = np.triu_indices(times, 1)
        at = start[count == times][:, None]
        firsts.append((at + one).ravel())
        seconds.append((at + other).ravel())
    if not firsts:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    return np.concatenate(firsts), np.concatenate(seconds)


def _solve(
    pairs: Pairs, thresholds: Floats, halo: float, severity: Floats
) -> tuple[Floats, Floats]:
    """Severities and their covariance, by Newton's method from the model's own."""
    others = np.zeros(0, dtype=np.int64)
    for _ in range(MOST_STEPS):
        score, information = _derivatives(pairs, thresholds, halo, severity)
        step = information.solve(score[:, None], others)[:, 0]
        severity = severity + np.clip(step, -1.0, 1.0)
        if float(np.abs(step).max()) < SMALL:
            break
    return severity, information.covariance(others)


def _derivatives(
    pairs: Pairs, thresholds: Floats, halo: float, severity: Floats
) -> tuple[Floats, Information]:
    """Score and Louis' information of severities, with the weak prior."""
    nodes, weights = np.polynomial.hermite_e.hermegauss(NODES)
    apart = severity[pairs.one] - severity[pairs.other]
    at = apart[:, None] + np.sqrt(2) * halo * nodes
    likelihood = -pairs.first[:, None] * at
    scores, within_nodes = np.repeat(-pairs.first[:, None], NODES, axis=1), np.zeros(at.shape)
    for count, given in zip(pairs.sums.T[:, :, None], _given_sums(at, thresholds), strict=True):
        log_norm, mean, variance = given
        likelihood -= count * log_norm
        scores += count * mean
        within_nodes += count * variance
    posterior = weights * np.exp(likelihood - likelihood.max(axis=1, keepdims=True))
    posterior /= posterior.sum(axis=1, keepdims=True)
    score = (posterior * scores).sum(axis=1)
    information = (posterior * (within_nodes - scores**2)).sum(axis=1) + score**2
    return _assembled(pairs, score, np.maximum(information, 0.0), severity)


def _assembled(
    pairs: Pairs, score: Floats, information: Floats, severity: Floats
) -> tuple[Floats, Information]:
    """From differences of two to severities."""
    count, n = len(severity), len(score)
    rows, columns = np.tile(np.arange(n), 2), np.concatenate([pairs.one, pairs.other])
    difference = sparse.csr_array((np.repeat([1.0, -1.0], n), (rows, columns)), (n, count))
    weighed = sparse.diags_array(pairs.weight * information)
    matrix = sparse.csr_array(
        difference.T @ weighed @ difference + sparse.eye_array(count) / WEAK**2
    )
    none = np.zeros((count, 0)), np.zeros((0, 0))
    total = difference.T @ (pairs.weight * score) - severity / WEAK**2
    return total, Information(matrix if count >= MANY else matrix.toarray(), *none)


def _given_sums(apart: Floats, thresholds: Floats) -> Iterator[tuple[Floats, Floats, Floats]]:
    """Of the first grade given each sum of both: log norm, mean and variance, as ``apart``."""
    steps = len(thresholds)
    below = np.concatenate([[0.0], np.cumsum(thresholds)])
    for total in range(2 * steps + 1):
        first = np.arange(max(0, total - steps), min(total, steps) + 1)
        logits = -np.multiply.outer(first, apart)
        logits -= (below[first] + below[total - first])[:, None, None]
        top = logits.max(axis=0)
        chances = np.exp(logits - top)
        norm = chances.sum(axis=0)
        mean = np.tensordot(first, chances, 1) / norm
        yield np.log(norm) + top, mean, np.tensordot(first**2, chances, 1) / norm - mean**2


def _hausman(difference: Floats, covariance: Floats) -> float | None:
    """How often chance alone makes a difference so great.

    Shared children alone must say less than all children do; where in some direction they seem to
    say more, the two cannot be told apart so.
    """
    values, vectors = eigh((covariance + covariance.T) / 2)
    most = float(values.max(initial=0.0))
    some = values > 1e-3 * most
    if not some.any() or values.min() < -AS_IF_NOUGHT * most:
        return None
    statistic = float(((vectors[:, some].T @ difference) ** 2 / values[some]).sum())
    return float(gammaincc(some.sum() / 2, statistic / 2))
