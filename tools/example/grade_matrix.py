"""A plausible matrix of grades that meets given totals exactly.

Grades of one audit go together: one reader, one record, one day. So each audit draws a quality,
each category has a difficulty, and a rating-scale model (Andrich 1978) says how likely each grade
is. Adding Gumbel noise to the log-likelihoods and taking the best matrix that meets the totals is
a draw from the model as near to random as the totals allow (perturb and MAP; Papandreou and
Yuille 2011). The noise also makes the best matrix unique, so a seed always gives the same one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp  # type: ignore[import-untyped]
from scipy.sparse import lil_array  # type: ignore[import-untyped]

OVERALL = "overall"
GRADES = "IRGO"
"""Inadequate, requires improvement, good, outstanding: worst first."""
NOT_EVIDENCED = "e"
NOT_GRADED = "m"
STEPS = (-2.0, 0.1, 2.6)
"""Thresholds between neighbouring grades, in logits."""
MOST = 16
"""Categories of the framework."""

Cell = tuple[str, str, str]
"""Audit, category, and what stands there."""


@dataclass(frozen=True)
class Profile:
    """What one audit must look like: how good the practice was, in logits, and its grades."""

    quality: float
    grades: Mapping[str, int]


@dataclass(frozen=True)
class Targets:
    """What the matrix must add up to. Keys of ``totals`` and the rest are category ids."""

    seed: int
    difficulty: Mapping[str, float]
    totals: Mapping[str, Mapping[str, int]]
    outstanding_in: tuple[str, ...]
    not_evidenced: Mapping[str, int]
    not_graded: Mapping[str, int]
    profiles: Mapping[str, Profile] = field(default_factory=dict)
    at_most: Mapping[str, int] = field(default_factory=dict)
    """Grades ("I", "GO", "O") to the most that an audit without a profile may have of them."""
    cells: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Audit to category to the grade that must stand there."""


class Programme:
    """The integer programme: one yes-or-no variable for each cell and what may stand there."""

    def __init__(self, cells: Iterable[Cell]) -> None:
        self.cells = list(cells)
        self.index = {cell: n for n, cell in enumerate(self.cells)}
        self.rows: list[tuple[dict[int, float], float, float]] = []

    def find(self, audit: str = "", category: str = "", states: str = "") -> list[int]:
        """Variables of an audit, a category and some states; empty means any.

        The overall grade is no category: it has to be asked for by name.
        """
        return [
            n
            for n, (a, c, s) in enumerate(self.cells)
            if audit in ("", a)
            and (c == category if category else c != OVERALL)
            and (not states or s in states)
        ]

    def require(
        self,
        variables: Iterable[int],
        *,
        least: float = -np.inf,
        most: float = np.inf,
        also: Mapping[int, float] | None = None,
    ) -> None:
        """The sum of ``variables``, plus those of ``also`` times their factors, has bounds."""
        row = dict.fromkeys(variables, 1.0)
        for variable, factor in (also or {}).items():
            row[variable] = row.get(variable, 0.0) + factor
        self.rows.append((row, least, most))

    def solve(self, utility: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> list[Cell]:
        """The cells of the best matrix, in order. Raises ``ValueError`` when there is none."""
        matrix = lil_array((len(self.rows), len(self.cells)))
        for number, (row, _, _) in enumerate(self.rows):
            for variable, factor in row.items():
                matrix[number, variable] = factor
        bounds = [row[1] for row in self.rows], [row[2] for row in self.rows]
        answer = milp(
            -utility,
            integrality=np.ones(len(self.cells)),
            bounds=Bounds(0, 1),
            constraints=LinearConstraint(matrix.tocsr(), *bounds),
            options={"mip_rel_gap": 0.0},
        )
        if answer.x is None:
            raise ValueError(f"no matrix meets the totals: {answer.message}")
        return [self.cells[n] for n in np.flatnonzero(answer.x > 0.5)]


def make(applies: Mapping[str, tuple[str, ...]], targets: Targets) -> dict[str, dict[str, str]]:
    """Audit to category to grade; ``applies`` says which categories each audit has."""
    programme = Programme(_possible(applies, targets))
    for audit in applies:
        for category in (*applies[audit], OVERALL):
            programme.require(programme.find(audit, category), least=1, most=1)
        _overall_follows(programme, audit)
        _profile(programme, audit, targets)
    _totals(programme, targets)
    chosen = programme.solve(_utility(programme.cells, list(applies), targets))
    matrix: dict[str, dict[str, str]] = {audit: {} for audit in applies}
    for audit, category, state in chosen:
        matrix[audit][category] = state
    return matrix


def _possible(applies: Mapping[str, tuple[str, ...]], targets: Targets) -> Iterable[Cell]:
    for audit, categories in applies.items():
        for category in (*categories, OVERALL):
            states = GRADES if category in targets.outstanding_in else GRADES[:3]
            if audit not in targets.profiles:
                states += NOT_EVIDENCED if category in targets.not_evidenced else ""
                states += NOT_GRADED if category in targets.not_graded else ""
            yield from ((audit, category, state) for state in states)


def _overall_follows(programme: Programme, audit: str) -> None:
    """The overall grade is a judgement, but one that the audit's profile bears out.

    Each line is "if the overall grade is this, then ...": the variable of the overall grade is 0
    or 1, and its factor switches the bound on or off. No audit has more than MOST categories.
    """
    inadequate, improve, good = (programme.find(audit, OVERALL, grade)[0] for grade in "IRG")
    lowest, good_or_better = programme.find(audit, states="I"), programme.find(audit, states="GO")
    require = programme.require
    # Good: risk is good, nothing is inadequate, eight or more are good.
    require(programme.find(audit, "risk", "G"), least=0, also={good: -1})
    require(lowest, most=MOST, also={good: MOST})
    require(good_or_better, least=0, also={good: -8})
    # Inadequate: risk and four more are inadequate, at most three are good, life is not better.
    require(programme.find(audit, "risk", "I"), least=0, also={inadequate: -1})
    require(lowest, least=0, also={inadequate: -5})
    require(good_or_better, most=MOST, also={inadequate: MOST - 3})
    require(programme.find(audit, "impact", "GO"), most=1, also={inadequate: 1})
    # Requires improvement: at most six are inadequate, between two and eleven are good.
    require(lowest, most=MOST, also={improve: MOST - 6})
    require(good_or_better, most=MOST, also={improve: MOST - 11})
    require(good_or_better, least=0, also={improve: -2})
    # Outstanding work is found only where the whole is good.
    require(programme.find(audit, states="O"), most=0, also={good: -MOST})
    require(programme.find(audit, states=NOT_EVIDENCED + NOT_GRADED), most=2)


def _profile(programme: Programme, audit: str, targets: Targets) -> None:
    profile = targets.profiles.get(audit)
    for category, grade in targets.cells.get(audit, {}).items():
        programme.require(programme.find(audit, category, grade), least=1)
    if profile is None:
        for states, most in targets.at_most.items():
            programme.require(programme.find(audit, states=states), most=most)
        return
    for grade in GRADES:
        count = profile.grades.get(grade, 0)
        programme.require(programme.find(audit, states=grade), least=count, most=count)


def _totals(programme: Programme, targets: Targets) -> None:
    for category, totals in targets.totals.items():
        for states, count in totals.items():
            programme.require(programme.find("", category, states), least=count, most=count)
    for category in targets.outstanding_in:
        programme.require(programme.find("", category, "O"), least=1, most=2)
    for state, counts in ((NOT_EVIDENCED, targets.not_evidenced), (NOT_GRADED, targets.not_graded)):
        for category, count in counts.items():
            programme.require(programme.find("", category, state), least=count, most=count)


def _utility(
    cells: list[Cell], audits: list[str], targets: Targets
) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    random = np.random.default_rng(targets.seed)
    drawn = np.sort(random.normal(-0.1, 1.3, len(audits)))
    random.shuffle(drawn)
    quality = dict(zip(audits, drawn, strict=True))
    quality |= {audit: profile.quality for audit, profile in targets.profiles.items()}
    noise = random.gumbel(size=len(cells))
    return np.array(
        [
            _log_likelihood(quality[audit] - targets.difficulty.get(category, 0.0), state)
            + noise[n]
            for n, (audit, category, state) in enumerate(cells)
        ]
    )


def _log_likelihood(distance: float, state: str) -> float:
    """Unnormalised; *not evidenced* is likelier where practice is weaker."""
    if state in (NOT_EVIDENCED, NOT_GRADED):
        return -0.5 * distance
    rank = GRADES.index(state)
    return rank * distance - sum(STEPS[:rank])
