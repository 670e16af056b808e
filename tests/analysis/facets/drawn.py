"""Small samples of grades, drawn for tests of how sums are computed."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goldenthread.analysis.grades import MISSING, Grades


@dataclass(frozen=True, slots=True)
class Drawn:
    """What grades to draw: binomial, each audit with a chance of its own."""

    name: str
    cases: int = 30
    auditors: int = 6
    categories: int = 5
    levels: int = 4
    missing: float = 0.1
    readings: tuple[int, ...] = (1, 2)
    """How many auditors read a case: these in turn."""
    teams: int = 2
    halo: float | None = 0.6
    partial_credit: bool = False


SHAPES = (
    Drawn("usual"),
    Drawn("complete", missing=0.0, categories=16),
    Drawn("mostly missing", missing=0.8, categories=9, cases=60),
    Drawn("two levels", levels=2),
    Drawn("ten levels", levels=10, categories=3),
    Drawn("twelve levels without halo", levels=12, categories=2, halo=None),
    Drawn("no halo", halo=None, missing=0.3),
    Drawn("hardly a halo", halo=0.03),
    Drawn("up to six readings", readings=(1, 6, 3), halo=0.4),
    Drawn("nothing shared", readings=(1,)),
    Drawn("everything shared", readings=(2,)),
    Drawn("partial credit", partial_credit=True, cases=40),
    Drawn("forty categories", categories=40, missing=0.5),
    Drawn("one category", categories=1, missing=0.0, cases=60),
)


def draw(drawn: Drawn, seed: int = 1) -> Grades:
    """Grades of this shape."""
    rng = np.random.default_rng(seed)
    times = np.resize(np.array(drawn.readings), drawn.cases)
    case = np.repeat(np.arange(drawn.cases), times)
    auditor = np.concatenate([rng.permutation(drawn.auditors)[:each] for each in times])
    share = rng.uniform(0.2, 0.8, size=(len(case), 1))
    grade = rng.binomial(drawn.levels - 1, share, size=(len(case), drawn.categories))
    grade[rng.uniform(size=grade.shape) < drawn.missing] = MISSING
    team = rng.integers(drawn.teams, size=drawn.cases)[case]
    condition = rng.integers(2, size=len(case))
    return grades(case, auditor, grade, team=team, condition=condition, levels=drawn.levels)


def grades(
    case: NDArray[np.int64],
    auditor: NDArray[np.int64],
    grade: NDArray[np.int64],
    *,
    team: NDArray[np.int64] | None = None,
    condition: NDArray[np.int64] | None = None,
    levels: int = 4,
) -> Grades:
    """Grades with codes that count; without teams or conditions nothing is stated of them."""
    none = np.full(len(case), MISSING)
    team, condition = (none if one is None else one for one in (team, condition))
    return Grades(
        cases=_codes("P", int(case.max()) + 1),
        auditors=_codes("A", int(auditor.max()) + 1),
        categories=_codes("C", grade.shape[1]),
        levels=_codes("L", levels),
        values=tuple(range(1, levels + 1)),
        teams=_codes("T", int(team.max(initial=-1)) + 1),
        months=("2025-01",),
        case=case.astype(np.int32),
        auditor=auditor.astype(np.int32),
        team=team.astype(np.int32),
        month=np.zeros(len(case), dtype=np.int32),
        condition=condition.astype(np.int8),
        grade=grade.astype(np.int8),
    )


def _codes(letter: str, count: int) -> tuple[str, ...]:
    return tuple(f"{letter}{each:04}" for each in range(count))
