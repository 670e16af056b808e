"""How often intervals of severities hold the truth, over many simulated files."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from bench.consistency.simulated import SIZES, Simulated, World, simulate
from numpy.typing import NDArray

from goldenthread.analysis.grades import MISSING, WITHOUT, Grades

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Severities:
    """Estimates and 95% intervals by position in ``grades.auditors``, NaN where there is none.

    They are contrasts: each auditor against the mean of all auditors of the file.
    """

    estimate: Floats
    lower: Floats
    upper: Floats


Estimator = Callable[[Grades], Severities]


@dataclass(frozen=True, slots=True)
class Scenario:
    """Files of one kind, and how many are drawn."""

    name: str
    world: World
    runs: int


_HALO = 0.6
_TEAMS = replace(SIZES["M"], teams=2, doubles=0.2)

SCENARIOS = (
    Scenario("A year", SIZES["S12"], 40),
    Scenario("A year with halo", replace(SIZES["S12"], halo=_HALO), 40),
    Scenario("1,000 children", SIZES["M"], 20),
    Scenario("1,000 children with halo", replace(SIZES["M"], halo=_HALO), 20),
    Scenario("One month", SIZES["S"], 60),
    Scenario("One month with halo", replace(SIZES["S"], halo=_HALO), 60),
    Scenario("Teams that read their own children", _TEAMS, 20),
    Scenario("The same with halo", replace(_TEAMS, halo=_HALO), 20),
    Scenario("Half of the readings from the file only", replace(SIZES["S12"], file_only=0.4), 40),
    Scenario("The same with halo", replace(SIZES["S12"], file_only=0.4, halo=_HALO), 40),
)


@dataclass(frozen=True, slots=True)
class Coverage:
    """What came of a scenario. Logits, but for the shares."""

    name: str
    runs: int
    intervals: int
    covered: float
    """Share of the intervals that hold the truth."""
    chance: float
    """Standard error of that share, auditors of one file counted as one draw."""
    width: float
    rmse: float
    correlation: float
    """Mean over the files of the correlation of estimates with the truth."""
    bias: tuple[float, ...]
    """Mean error by team of the auditor; one number, 0 but for rounding, without teams."""
    leak: float
    """Slope of the error on the auditor's share of readings without the conversation: what part
    of the file-only shift is taken for severity. 0 where no condition is stated."""


@dataclass(frozen=True, slots=True, eq=False)
class _Errors:
    """One file's intervals: who is estimated, and how wrong."""

    error: Floats
    covered: NDArray[np.bool_]
    width: Floats
    team: NDArray[np.int64]
    without: Floats
    """Share of each auditor's readings without the conversation, about its mean."""
    correlation: float


def measure(estimator: Estimator, scenario: Scenario) -> Coverage:
    """Draw the files of a scenario, estimate, and compare with the truth."""
    files = (simulate(scenario.world, run) for run in range(scenario.runs))
    errors = [_errors(each, estimator(each.grades)) for each in files]
    error, team = _joined(e.error for e in errors), np.concatenate([e.team for e in errors])
    without = _joined(e.without for e in errors)
    shares = np.array([e.covered.mean() for e in errors])
    return Coverage(
        name=scenario.name,
        runs=scenario.runs,
        intervals=len(error),
        covered=float(np.concatenate([e.covered for e in errors]).mean()),
        chance=float(shares.std(ddof=1) / np.sqrt(len(shares))),
        width=float(_joined(e.width for e in errors).mean()),
        rmse=float(np.sqrt(np.mean(error**2))),
        correlation=float(np.mean([e.correlation for e in errors])),
        bias=tuple(float(error[team == each].mean()) for each in np.unique(team)),
        leak=float(error @ without / (without @ without)) if without.any() else 0.0,
    )


def _joined(parts: Iterable[Floats]) -> Floats:
    return np.concatenate(list(parts))


def _errors(simulated: Simulated, found: Severities) -> _Errors:
    truth = simulated.severity - simulated.severity.mean()
    known = np.isfinite(found.estimate)
    lower, upper = found.lower[known], found.upper[known]
    return _Errors(
        error=found.estimate[known] - truth[known],
        covered=(lower <= truth[known]) & (truth[known] <= upper),
        width=upper - lower,
        team=simulated.team[known],
        without=_without(simulated.grades)[known],
        correlation=float(np.corrcoef(found.estimate[known], truth[known])[0, 1]),
    )


def _without(grades: Grades) -> Floats:
    auditors = len(grades.auditors)
    stated = grades.condition != MISSING
    if not stated.any():
        return np.zeros(auditors)
    without = np.bincount(grades.auditor, grades.condition == WITHOUT, auditors)
    share = without / np.bincount(grades.auditor[stated], minlength=auditors).clip(1)
    centred: Floats = share - share.mean()
    return centred


def table(found: Sequence[Coverage]) -> list[str]:
    """Lines of a Markdown table."""
    head = "What is read|Files|Intervals|Hold the truth|Width|RMSE|Correlation|Bias by team|Leak"
    columns = head.split("|")
    lines = [_line(columns), _line(["---"] * len(columns))]
    return lines + [_line(_cells(each)) for each in found]


def _cells(each: Coverage) -> list[str]:
    bias = " / ".join(f"{team:+.2f}" for team in each.bias) if len(each.bias) > 1 else ""
    return [
        each.name,
        str(each.runs),
        f"{each.intervals:,}",
        f"{each.covered:.1%} ± {each.chance:.1%}",
        f"{each.width:.2f}",
        f"{each.rmse:.3f}",
        f"{each.correlation:.3f}",
        bias,
        f"{each.leak:+.2f}" if each.leak else "",
    ]


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
