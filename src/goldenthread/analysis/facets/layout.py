"""How the model's parameters lie in one vector, and what ties places and steps to them.

Order: severities, effect of the conversation, team means, free coordinates of the steps, log
standard deviations of case and halo. Severity is positive for an auditor who grades lower.
"""

from dataclasses import dataclass
from math import exp

import numpy as np
from scipy import sparse
from scipy.linalg import block_diag

from goldenthread.analysis.facets.curves import Floats
from goldenthread.analysis.facets.information import MANY, Information
from goldenthread.analysis.facets.moments import Moments, Score, Spread, Steps
from goldenthread.analysis.facets.options import Auditors, Options
from goldenthread.analysis.facets.sample import Sample

TEAM_SD = 1.0
"""Team means are drawn together by this much, so that a team with one child stays in reason."""
ENOUGH_USES = 10
"""Uses of a grade in a category from which partial credit lets its step go where it will."""
STEP_SD = 0.3
"""Below that, its step stays this near to the one of all categories."""


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """Sizes of the parts of the parameter vector, and the linear maps from it."""

    severities: int
    """One less than auditors where they are fixed: there they add to 0."""
    conditions: int
    teams: int
    places: sparse.csr_array
    """Place of each kind of reading = ``places @`` (severities, condition, teams)."""
    severity: sparse.csr_array
    """Severity of each auditor = ``severity @`` severities."""
    design: Floats
    """Step difficulties = ``design @`` free coordinates."""
    categories: int
    difficulty: Floats
    """Difficulty of each category = ``difficulty @`` free coordinates."""
    threshold: Floats
    """Threshold of each step = ``threshold @`` free coordinates."""
    precision: Floats
    """Of the prior of conditions, teams and steps."""
    passed: Floats
    """How often each step of each category was passed."""

    @property
    def located(self) -> int:
        """How many parameters say where readings stand."""
        return self.severities + self.conditions + self.teams

    @property
    def team_means(self) -> slice:
        """The means of the teams' children."""
        return slice(self.located - self.teams, self.located)

    @property
    def free(self) -> slice:
        """The coordinates of the steps."""
        return slice(self.located, self.located + self.design.shape[1])

    @property
    def sds(self) -> slice:
        """The log standard deviations of case and halo."""
        return slice(self.free.stop, self.free.stop + 2)

    def spread(self, vector: Floats, halo: bool, auditor: float | None) -> Spread:
        """Standard deviations in ``vector``."""
        case, of_halo = vector[self.sds]
        return Spread(exp(case), exp(of_halo) if halo else None, auditor)

    def steps(self, vector: Floats) -> Steps:
        """Steps in ``vector``."""
        return Steps(self.design, vector[self.free], self.categories)

    def place_values(self, vector: Floats) -> Floats:
        """Place of each kind of reading."""
        values: Floats = self.places @ vector[: self.located]
        return values

    def tie_score(self, score: Score, vector: Floats) -> tuple[float, Floats]:
        """Log-likelihood and score of the parameters in ``vector``, with the steps passed."""
        tied = np.concatenate([self.places.T @ score.places, score.rest])
        of_steps = -self.design.T @ self.passed.ravel()
        tied[self.free] += of_steps
        return score.log_likelihood + float(of_steps @ vector[self.free]), tied

    def tie(self, moments: Moments) -> Information:
        """Information on the parameters in the vector."""
        n, tie = self.severities, self.places
        located = sparse.csr_array(tie.T @ moments.information_places @ tie)
        across = tie.T @ moments.information_between
        beside = located[:, n:].toarray()
        return Information(
            located[:n, :n] if n >= MANY else located[:n, :n].toarray(),
            np.hstack([beside[:n], across[:n]]),
            np.block([[beside[n:], across[n:]], [across[n:].T, moments.information_rest]]),
        )


def layout(sample: Sample, options: Options) -> Layout:
    """The layout for ``sample``."""
    fixed = options.auditors is Auditors.FIXED
    auditors, categories, steps = len(sample.auditors), len(sample.categories), sample.steps
    each_own = sparse.csr_array(sparse.eye_array(auditors))
    severity = _last_is_minus_the_rest(auditors) if fixed else each_own
    teams = 0 if fixed else len(sample.teams)
    design, difficulty, threshold = _steps_design(categories, steps, centred=not fixed)
    if options.partial_credit and steps > 1 and categories > 1:
        own, own_precision = _own_steps(categories, steps, _uses(sample))
        design = np.hstack([design, own])
        difficulty = np.hstack([difficulty, np.zeros((categories, own.shape[1]))])
        threshold = np.hstack([threshold, np.zeros((steps, own.shape[1]))])
    else:
        own_precision = np.zeros((0, 0))
    places = _places(sample, severity, teams)
    common = design.shape[1] - len(own_precision)
    return Layout(
        severities=severity.shape[1],
        conditions=int(sample.has_conditions),
        teams=teams,
        places=places,
        severity=severity,
        design=design,
        categories=categories,
        difficulty=difficulty,
        threshold=threshold,
        precision=block_diag(
            np.zeros((int(sample.has_conditions),) * 2),
            _teams_precision(teams),
            np.zeros((common,) * 2),
            own_precision,
        ),
        passed=sample.passed,
    )


def _last_is_minus_the_rest(count: int) -> sparse.csr_array:
    """From ``count - 1`` values to ``count`` that add to 0."""
    return sparse.csr_array(np.vstack([np.eye(count - 1), -np.ones((1, count - 1))]))


def _places(sample: Sample, severity: sparse.csr_array, teams: int) -> sparse.csr_array:
    """Place = severity + condition - team mean."""
    at = sample.places
    rows = np.arange(len(at.auditor))
    parts = [severity[at.auditor]]
    if sample.has_conditions:
        parts.append(sparse.csr_array(at.condition[:, None].astype(float)))
    if teams:
        ones = -np.ones(len(rows))
        parts.append(sparse.csr_array((ones, (rows, at.team)), shape=(len(rows), teams)))
    return sparse.csr_array(sparse.hstack(parts))


def _steps_design(categories: int, steps: int, *, centred: bool) -> tuple[Floats, Floats, Floats]:
    """Design of ``d[i] + tau[k]`` and its two parts; tau adds to 0, d too where ``centred``."""
    difficulty = _last_is_minus_the_rest(categories).toarray() if centred else np.eye(categories)
    threshold = _last_is_minus_the_rest(steps).toarray()
    difficulty = np.hstack([difficulty, np.zeros((categories, steps - 1))])
    threshold = np.hstack([np.zeros((steps, difficulty.shape[1] - steps + 1)), threshold])
    design = difficulty[:, None, :] + threshold[None, :, :]
    return design.reshape(categories * steps, -1), difficulty, threshold


def _uses(sample: Sample) -> Floats:
    """How often each category was given each step's two grades: the lesser of the two."""
    passed = sample.passed
    later = np.hstack([passed[:, 1:], np.zeros((len(passed), 1))])
    at = passed - later
    below = np.hstack([(sample.graded() - passed[:, 0])[:, None], at[:, :-1]])
    least: Floats = np.minimum(at, below)
    return least


def _own_steps(categories: int, steps: int, uses: Floats) -> tuple[Floats, Floats]:
    """Each category's own steps beside the common ones, and their precision.

    They add to 0 over the steps of a category and over the categories of a step.
    """
    over_categories = _last_is_minus_the_rest(categories).toarray()
    own = np.kron(over_categories, _last_is_minus_the_rest(steps).toarray())
    scarce = (uses < ENOUGH_USES).ravel() / STEP_SD**2
    return own, own.T @ (scarce[:, None] * own)


def _teams_precision(teams: int) -> Floats:
    """Deviations of team means from their mean have standard deviation ``TEAM_SD``."""
    if not teams:
        return np.zeros((0, 0))
    return (np.eye(teams) - 1 / teams) / TEAM_SD**2
