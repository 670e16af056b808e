"""The many-facet model by main force: everything integrated on dense grids, nothing clever.

It shares no code and no algorithm with ``goldenthread.analysis.facets``. ConQuest and TAM agree
with it (``test_brute_force``), and so it can say what is right where no other program has the
model. Auditors are fixed: severities add to 0, thresholds add to 0, difficulties are free and the
children's mean is 0. It is slow, and for small files only.
"""

from csv import DictReader
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import logsumexp

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

FAR = 8.0
"""How many standard deviations the grids go to either side."""


@dataclass(frozen=True, slots=True, eq=False)
class Ratings:
    """Grades one by one: numbers of child, auditor, category, condition and grade, from 0."""

    case: Integers
    auditor: Integers
    category: Integers
    condition: Integers
    grade: Integers


@dataclass(frozen=True, slots=True)
class Model:
    """What is estimated beside severities, difficulties, thresholds and the children's spread."""

    halo: bool = False
    conditions: bool = False
    partial_credit: bool = False
    nodes: int = 321
    """Points of the grid of children; that of the halo has a quarter of them."""


@dataclass(frozen=True, slots=True, eq=False)
class Parameters:
    """Parameters in the identification of the module's first lines."""

    severity: Floats
    difficulty: Floats
    thresholds: Floats
    """Shape (categories, steps); each row adds to 0."""
    condition: float
    """How much lower grades are under condition 1 than under condition 0."""
    case_sd: float
    halo_sd: float


@dataclass(frozen=True, slots=True, eq=False)
class Maximum:
    """The largest likelihood and where it is."""

    log_likelihood: float
    parameters: Parameters
    steepest: float
    """Largest slope of the log-likelihood there: 0 at a true maximum."""


def read(path: Path) -> Ratings:
    """Ratings of a file ``case,auditor,category,grade[,condition]`` with grades from 0."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(DictReader(file))

    def numbers(column: str) -> Integers:
        return np.unique([row.get(column, "") for row in rows], return_inverse=True)[1]

    return Ratings(
        case=numbers("case"),
        auditor=numbers("auditor"),
        category=numbers("category"),
        condition=numbers("condition"),
        grade=np.array([int(row["grade"]) for row in rows]),
    )


def maximise(ratings: Ratings, model: Model) -> Maximum:
    """The largest likelihood, found from 0 by BFGS with numerical slopes."""
    start = np.zeros(_sizes(ratings, model).sum())
    start[-1 - model.halo :] = -0.5
    counts = _counts(ratings)

    def loss(vector: Floats) -> float:
        return -log_likelihood(ratings, unpacked(vector, ratings, model), model, counts)

    found = minimize(loss, start, method="BFGS", jac="3-point", options={"gtol": 1e-6})
    return Maximum(
        -float(found.fun), unpacked(found.x, ratings, model), float(np.abs(found.jac).max())
    )


def _sizes(ratings: Ratings, model: Model) -> Integers:
    """Sizes of severities, difficulties, thresholds, condition and standard deviations."""
    categories, steps = ratings.category.max() + 1, ratings.grade.max()
    sets = categories if model.partial_credit else 1
    return np.array(
        [ratings.auditor.max(), categories, sets * (steps - 1), model.conditions, 1 + model.halo]
    )


def unpacked(vector: Floats, ratings: Ratings, model: Model) -> Parameters:
    """The parameters that a free vector stands for."""
    sizes = _sizes(ratings, model)
    severity, difficulty, steps, condition, spreads = np.split(vector, np.cumsum(sizes)[:-1])
    sets = len(difficulty) if model.partial_credit else 1
    steps = steps.reshape(sets, ratings.grade.max() - 1)
    thresholds = np.column_stack([steps, -steps.sum(axis=1)])
    return Parameters(
        np.append(severity, -severity.sum()),
        difficulty,
        np.broadcast_to(thresholds, (len(difficulty), thresholds.shape[1])),
        float(condition.sum()),
        float(np.exp(spreads[0])),
        float(np.exp(spreads[1])) if model.halo else 0.0,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Counts:
    """How often each reading gave each grade, as one large matrix."""

    reading: Integers
    """Child of each reading."""
    cells: Integers
    """Auditor, category and condition of each column but its grade, shape (3, cells)."""
    uses: Floats
    """Shape (readings, cells × grades)."""


def _counts(ratings: Ratings) -> _Counts:
    pairs, reading = np.unique([ratings.case, ratings.auditor], axis=1, return_inverse=True)
    seen = [ratings.auditor, ratings.category, ratings.condition]
    cells, cell = np.unique(seen, axis=1, return_inverse=True)
    grades = ratings.grade.max() + 1
    uses = np.zeros((pairs.shape[1], cells.shape[1] * grades))
    np.add.at(uses, (reading, cell * grades + ratings.grade), 1.0)
    return _Counts(pairs[0], cells, uses)


def _log_probabilities(locations: Floats, parameters: Parameters, cells: Integers) -> Floats:
    """Log probability of every grade in every cell at every location, (cells × grades, n)."""
    auditor, category, condition = cells
    place = (
        parameters.severity[auditor]
        + parameters.difficulty[category]
        + parameters.condition * condition
    )
    steps = np.pad(np.cumsum(parameters.thresholds[category], axis=1), ((0, 0), (1, 0)))
    grades = np.arange(steps.shape[1])
    logits = (
        grades[None, :, None] * (locations[None, None, :] - place[:, None, None])
        - steps[:, :, None]
    )
    table: Floats = logits - logsumexp(logits, axis=1, keepdims=True)
    return table.reshape(-1, len(locations))


def _grid(nodes: int) -> tuple[Floats, Floats]:
    """Equally spaced points of a standard normal and the logs of their weights."""
    points = np.linspace(-FAR, FAR, nodes)
    log_weights = -0.5 * points**2
    return points, log_weights - logsumexp(log_weights)


def log_likelihood(
    ratings: Ratings, parameters: Parameters, model: Model, counts: _Counts | None = None
) -> float:
    """Marginal log-likelihood, children and halo integrated out."""
    joint = _joint(counts or _counts(ratings), parameters, model)
    return float(logsumexp(joint, axis=1).sum())


def children(ratings: Ratings, parameters: Parameters, model: Model) -> tuple[Floats, Floats]:
    """Mean and standard deviation of each child's place, given its grades and the parameters."""
    joint = _joint(_counts(ratings), parameters, model)
    weights = np.exp(joint - logsumexp(joint, axis=1, keepdims=True))
    places = parameters.case_sd * _grid(model.nodes)[0]
    mean = weights @ places
    return mean, np.sqrt(weights @ places**2 - mean**2)


def _joint(counts: _Counts, parameters: Parameters, model: Model) -> Floats:
    """Log of prior times likelihood of each child at each point, shape (children, nodes)."""
    points, log_weights = _grid(model.nodes)
    joint = np.tile(log_weights, (counts.reading.max() + 1, 1))
    readings = _readings(counts, parameters, parameters.case_sd * points, model)
    np.add.at(joint, counts.reading, readings)
    return joint


def _readings(counts: _Counts, parameters: Parameters, places: Floats, model: Model) -> Floats:
    """Log-likelihood of each reading given the child's place, shape (readings, places)."""
    if not model.halo:
        table: Floats = counts.uses @ _log_probabilities(places, parameters, counts.cells)
        return table
    points, log_weights = _grid(model.nodes // 4)
    shifted = np.add.outer(places, parameters.halo_sd * points)
    flat = counts.uses @ _log_probabilities(shifted.ravel(), parameters, counts.cells)
    both = flat.reshape(-1, *shifted.shape)
    integrated: Floats = logsumexp(both + log_weights, axis=2)
    return integrated
