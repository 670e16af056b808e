"""How far an auditor's grades lie from what the model expects of them (Wright and Masters 1982).

Mean squares, expected to be 1: *outfit* of standardised residuals, *infit* weighted by
information. Squares are averaged over the posterior of each reading, as TAM does, so that
drawing children towards the middle does not make them look small.
"""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from goldenthread.analysis.facets.curves import Floats
from goldenthread.analysis.facets.sample import Ints, Readings, Sample
from goldenthread.analysis.facets.shared import Part, SharedGrid, reading_weights
from goldenthread.analysis.facets.singles import SinglesGrid, posteriors
from goldenthread.analysis.facets.weighed import Weighed

LEAST_VARIANCE = 1e-12
"""Of a grade: far from every step of a category nothing else could be given."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """Of each auditor in the sample; ``None`` where nothing could have been different."""

    infit: tuple[float | None, ...]
    outfit: tuple[float | None, ...]


@dataclass(slots=True, eq=False)
class _Sums:
    """By auditor: squares of residuals, information, standardised squares, and how many grades."""

    squares: Floats
    information: Floats
    standardised: Floats
    grades: Floats

    def add(self, auditor: Ints, mask: Floats, *parts: Floats) -> None:
        """Add some readings; parts have shape (readings, categories)."""
        for total, part in zip(
            (self.squares, self.information, self.standardised, self.grades),
            (*parts, np.ones_like(mask)),
            strict=True,
        ):
            total += np.bincount(auditor, (part * mask).sum(axis=1), len(total))


def misfit(sample: Sample, at: Weighed) -> Misfit:
    """Mean squares of every auditor at the given parameters."""
    sums = _Sums(*np.zeros((4, len(sample.auditors))))
    if at.single:
        _add_singles(sums, sample, at.single)
    if at.shared:
        _add_shared(sums, sample, at.shared, at.parts)
    seen = sums.information > 0
    infit = np.divide(sums.squares, sums.information, where=seen, out=np.ones_like(sums.squares))
    outfit = sums.standardised / np.maximum(sums.grades, 1)
    return Misfit(
        tuple(float(x) if ok else None for x, ok in zip(infit, seen, strict=True)),
        tuple(float(x) if ok else None for x, ok in zip(outfit, seen, strict=True)),
    )


def _add_singles(sums: _Sums, sample: Sample, on: SinglesGrid) -> None:
    readings = sample.single
    expected = on.curves.expected()
    variance = np.maximum(on.curves.variance(), LEAST_VARIANCE)
    for part in posteriors(readings, on):
        auditor, mask, x = _of(sample, readings, part.rows)
        w = part.weights
        squares = x * x - 2 * x * (w @ expected) + w @ expected**2
        standardised = x * x * (w @ (1 / variance)) - 2 * x * (w @ (expected / variance))
        standardised += w @ (expected**2 / variance)
        sums.add(auditor, mask, squares, w @ variance, standardised)


def _add_shared(sums: _Sums, sample: Sample, on: SharedGrid, cases: tuple[Part, ...]) -> None:
    """Over places, since curves depend on nothing else: weights are added up by grade first."""
    readings = sample.shared
    weights = np.concatenate([reading_weights(part, on) for part in cases])
    count, levels, auditor = len(on.used), sample.steps + 1, sample.places.auditor[on.used]
    grade = sample.grade[readings.audit]
    expected = on.curves.expected()
    variance = np.maximum(on.curves.variance(), LEAST_VARIANCE)
    for i, graded in enumerate(readings.patterns[readings.pattern].T):
        some = np.flatnonzero(graded)
        group = on.place[some] * levels + grade[some, i]
        of = sparse.csr_array((np.ones(len(some)), (group, some)), (count * levels, len(readings)))
        mass = (of @ weights).reshape(count, levels, -1)
        e, v, none = expected[:, :, i], variance[:, :, i], mass.sum(axis=1)
        squares = sum(mass[:, level] * (level - e) ** 2 for level in range(levels))
        parts_ = (squares, none * v, squares / v, none)
        for total, part in zip(
            (sums.squares, sums.information, sums.standardised, sums.grades), parts_, strict=True
        ):
            total += np.bincount(auditor, part.sum(axis=1), len(total))


def _of(sample: Sample, readings: Readings, rows: slice) -> tuple[Ints, Floats, Floats]:
    auditor = sample.places.auditor[readings.place[rows]]
    mask = readings.patterns[readings.pattern[rows]].astype(float)
    return auditor, mask, sample.grade[readings.audit[rows]].astype(float)
