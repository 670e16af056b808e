"""Synthetic files: audits whose auditors, children and halo are known, drawn with a fixed seed."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goldenthread.analysis.grades import MISSING, WITH, WITHOUT, Grades

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

CATEGORIES = 16
THRESHOLDS = (-2.0, 0.1, 1.9)
"""Between Inadequate, Requires improvement, Good and Outstanding, in logits."""
LEVELS = ("Inadequate", "Requires improvement", "Good", "Outstanding")
CASE_SD, AUDITOR_SD = 1.2, 0.6


@dataclass(frozen=True, slots=True)
class World:
    """How the audits of a service come about. Effects are in logits."""

    children: int
    auditors: int
    months: int = 12
    doubles: float = 0.15
    """Share of children whose record a second auditor reads."""
    missing: float = 0.05
    """Share of categories without a grade."""
    halo: float = 0.0
    """Standard deviation of what one auditor thinks of one child beyond both."""
    teams: int = 0
    """Teams whose auditors read their own team's children; second readers come from another."""
    team_gap: float = 0.8
    """How much better the last team's children fare than the first's."""
    file_only: float = 0.0
    """How much lower grades are without the conversation, which every other reading lacks on
    the whole, but some auditors far more often than others. 0: no condition is stated."""
    seed: int = 1


SIZES: Mapping[str, World] = {
    "S": World(26, 30, months=1),
    "S12": World(360, 30),
    "M": World(1_000, 60),
    "ML": World(8_000, 300),
    "L": World(50_000, 1_500),
    "XL": World(478_261, 5_000),
}
"""A month and a year of one service, a thousand audits, and what a region or England would hold."""


@dataclass(frozen=True, slots=True, eq=False)
class Simulated:
    """A file and the truth behind it."""

    grades: Grades
    severity: Floats
    """By position in ``grades.auditors``; positive for an auditor who grades lower."""
    team: Integers
    """Team of each auditor, all 0 without teams."""


@dataclass(frozen=True, slots=True, eq=False)
class _Readings:
    """Who reads whom, one entry a reading."""

    case: Integers
    auditor: Integers
    team: Integers
    """Team of the child."""


def simulate(world: World, run: int = 0) -> Simulated:
    """A file of this world; ``run`` numbers files that differ by chance alone.

    >>> simulated = simulate(SIZES["S12"])
    >>> len(simulated.grades), int(simulated.grades.graded().sum())
    (414, 6306)
    """
    rng = np.random.default_rng((world.seed, world.children, world.auditors, run))
    severity = rng.normal(0.0, AUDITOR_SD, world.auditors)
    own = np.arange(world.auditors) % max(world.teams, 1)
    readings = _readings(world, own, rng)
    condition = _conditions(world, readings, rng)
    means = np.linspace(-0.5, 0.5, world.teams) * world.team_gap if world.teams else np.zeros(1)
    theta = rng.normal(0.0, CASE_SD, world.children)
    places = theta[readings.case] + means[readings.team] - severity[readings.auditor]
    places += rng.normal(0.0, 1.0, len(places)) * world.halo
    places -= world.file_only * (condition == WITHOUT)
    grade = _grades(places, world.missing, rng)
    return _kept(readings, world, severity, own, condition, grade, rng)


def _readings(world: World, own: Integers, rng: np.random.Generator) -> _Readings:
    """First readings of every child, then second readings of some."""
    team = rng.integers(max(world.teams, 1), size=world.children)
    first = np.empty(world.children, dtype=np.int64)
    for each in range(max(world.teams, 1)):
        first[team == each] = rng.choice(np.flatnonzero(own == each), int((team == each).sum()))
    twice = rng.choice(world.children, round(world.doubles * world.children), replace=False)
    second = _others(first[twice], own, rng, apart=world.teams > 1)
    case = np.concatenate([np.arange(world.children), twice])
    return _Readings(case, np.concatenate([first, second]), team[case])


def _others(first: Integers, own: Integers, rng: np.random.Generator, *, apart: bool) -> Integers:
    """An auditor for each first one: another one, and of another team if ``apart``."""
    second = rng.integers(len(own), size=len(first))
    while (clash := own[second] == own[first] if apart else second == first).any():
        second[clash] = rng.integers(len(own), size=int(clash.sum()))
    return second


def _conditions(world: World, readings: _Readings, rng: np.random.Generator) -> NDArray[np.int8]:
    """With or without the conversation; how often without is each auditor's habit."""
    if not world.file_only:
        return np.full(len(readings.case), MISSING, dtype=np.int8)
    habit = rng.uniform(0.0, 1.0, world.auditors)
    without = rng.uniform(size=len(readings.case)) < habit[readings.auditor]
    return np.where(without, WITHOUT, WITH).astype(np.int8)


def _grades(places: Floats, missing: float, rng: np.random.Generator) -> NDArray[np.int8]:
    """Grades of readings at these places, category by category to spare memory."""
    difficulty = rng.permutation(np.linspace(-0.8, 0.8, CATEGORIES))
    grade = np.empty((len(places), CATEGORIES), dtype=np.int8)
    for column, hard in enumerate(difficulty):
        steps = np.add.accumulate([places - hard - step for step in THRESHOLDS])
        weights = np.exp(np.vstack([np.zeros(len(places)), steps]) - steps.max(axis=0).clip(0))
        cumulative = np.cumsum(weights, axis=0)
        draw = rng.uniform(size=len(places)) * cumulative[-1]
        grade[:, column] = (draw > cumulative[:-1]).sum(axis=0)
        grade[rng.uniform(size=len(places)) < missing, column] = MISSING
    return grade


def _kept(
    readings: _Readings,
    world: World,
    severity: Floats,
    own: Integers,
    condition: NDArray[np.int8],
    grade: NDArray[np.int8],
    rng: np.random.Generator,
) -> Simulated:
    """The file as a service would have it: auditors without an audit are not in it."""
    present, auditor = np.unique(readings.auditor, return_inverse=True)
    team = readings.team if world.teams else np.full(len(readings.case), MISSING)
    grades = Grades(
        cases=_codes("P", world.children),
        auditors=tuple(np.array(_codes("A", world.auditors))[present].tolist()),
        categories=_codes("C", CATEGORIES),
        levels=LEVELS,
        values=(1, 2, 3, 4),
        teams=_codes("T", world.teams),
        months=tuple(f"2025-{month:02}" for month in range(1, world.months + 1)),
        case=readings.case.astype(np.int32),
        auditor=auditor.astype(np.int32),
        team=team.astype(np.int32),
        month=rng.integers(world.months, size=len(grade)).astype(np.int32),
        condition=condition,
        grade=grade,
    )
    return Simulated(grades, severity[present], own[present])


def _codes(letter: str, number: int) -> tuple[str, ...]:
    """Codes that sort as they count."""
    width = len(str(number))
    return tuple(f"{letter}{each:0{width}}" for each in range(1, number + 1))
