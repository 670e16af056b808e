"""What the model is fitted to: grades in use, and readings by whether their case has others."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goldenthread.analysis.facets.options import Auditors, Options
from goldenthread.analysis.grades import MISSING, WITH, WITHOUT, Grades

Ints = NDArray[np.int64]

MANY_TEAMS = 300
"""Teams above which those of one child have no mean of their own."""


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Where readings stand beside the child: each combination of auditor, condition and team."""

    auditor: Ints
    condition: Ints
    """1 with the conversation; 0 without, or where it is not in the model."""
    team: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Readings:
    """Readings of a group of cases, case by case.

    Cases are in the order of the place of their first reading: what is looked up by place is then
    at hand, which spares about a tenth of the time.

    A *pattern* is which categories were graded: ``patterns`` has shape (patterns, categories).
    """

    audit: Ints
    """Which row of ``Sample.audits`` it is."""
    case: Ints
    place: Ints
    pattern: Ints
    total: Ints
    """Sum of the grades."""
    patterns: NDArray[np.bool_]

    def __len__(self) -> int:
        """How many readings there are."""
        return len(self.audit)

    def graded(self) -> NDArray[np.float64]:
        """How many grades each category has."""
        times = np.bincount(self.pattern, minlength=len(self.patterns))
        count: NDArray[np.float64] = times @ self.patterns.astype(float)
        return count


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """Grades of the audits, categories and levels that say something about differences."""

    audits: Ints
    """Rows of the grades that are in."""
    categories: Ints
    levels: Ints
    """Levels that were given at all; a level that nobody gave has no step."""
    auditors: Ints
    teams: Ints
    """Teams in the model, ``MISSING`` among them for children whose team is not known."""
    has_conditions: bool
    places: Places
    single: Readings
    """Cases with one reading."""
    shared: Readings
    """Cases with several."""
    grade: NDArray[np.int8]
    """Grades counted in the levels in use, ``MISSING`` where none, shape (audits, categories)."""
    passed: NDArray[np.float64]
    """How often each step of each category was passed, shape (categories, steps)."""

    @property
    def shared_cases(self) -> int:
        """How many cases several auditors read: two months by one auditor compare nobody."""
        pairs = np.unique(
            np.column_stack((self.shared.case, self.places.auditor[self.shared.place])), axis=0
        )
        _, auditors = np.unique(pairs[:, 0], return_counts=True)
        return int(np.count_nonzero(auditors > 1))

    def graded(self) -> NDArray[np.float64]:
        """How many grades each category has."""
        return self.single.graded() + self.shared.graded()

    @property
    def steps(self) -> int:
        """How many steps there are between the levels in use."""
        return len(self.levels) - 1


def sample(grades: Grades, options: Options) -> Sample:
    """What of ``grades`` goes into the model.

    Left out are categories in which every grade is the same, audits without a grade, and with
    fixed auditors those who gave nothing but the best or the worst. What remains may be nothing:
    then there are fewer than two levels, or no audits.
    """
    graded, categories, audits = _varied(grades, options)
    levels = np.unique(grades.grade[np.ix_(audits, categories)])
    levels = levels[levels != MISSING].astype(np.int64)
    grade = _on_levels(grades.grade[np.ix_(audits, categories)], levels)
    mask = graded[np.ix_(audits, categories)]
    auditors, auditor = np.unique(grades.auditor[audits], return_inverse=True)
    condition, has_conditions = _conditions(grades.condition[audits], options)
    teams, team = _teams(grades, audits, options)
    first, place = _kinds((auditor * 2 + condition) * len(teams) + team)
    rows = _Rows(grades.case[audits].astype(np.int64), place, mask, grade)
    several = np.bincount(rows.case, minlength=len(grades.cases))[rows.case] > 1
    steps = np.arange(1, len(levels))
    return Sample(
        audits=audits,
        categories=categories,
        levels=levels,
        auditors=auditors.astype(np.int64),
        teams=teams,
        has_conditions=has_conditions,
        places=Places(auditor[first], condition[first], team[first]),
        single=_readings(rows, ~several),
        shared=_readings(rows, several),
        grade=grade,
        passed=np.stack([(grade >= k).sum(axis=0) for k in steps], axis=1).astype(float)
        if len(steps)
        else np.zeros((len(categories), 0)),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Rows:
    case: Ints
    place: Ints
    mask: NDArray[np.bool_]
    grade: NDArray[np.int8]


def _varied(grades: Grades, options: Options) -> tuple[NDArray[np.bool_], Ints, Ints]:
    """Cells with a grade, and which categories and audits remain."""
    graded = grades.graded()
    categories = np.arange(len(grades.categories))
    audits = np.arange(len(grades))
    while True:
        part = grades.grade[np.ix_(audits, categories)]
        seen = graded[np.ix_(audits, categories)]
        best, worst = part.max(axis=0, initial=MISSING), _least(part, seen, axis=0)
        keep_categories = best > worst
        keep_audits = seen[:, keep_categories].any(axis=1)
        if options.auditors is Auditors.FIXED:
            keep_audits &= _not_extreme(grades, audits, part, seen)
        if keep_categories.all() and keep_audits.all():
            return graded, categories, audits
        categories, audits = categories[keep_categories], audits[keep_audits]


def _least(part: NDArray[np.int8], seen: NDArray[np.bool_], axis: int) -> NDArray[np.int8]:
    high = np.int8(np.iinfo(np.int8).max)
    least: NDArray[np.int8] = np.where(seen, part, high).min(axis=axis, initial=high)
    return least


def _not_extreme(
    grades: Grades, audits: Ints, part: NDArray[np.int8], seen: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Which audits are by an auditor who gave more than only the best or only the worst grade."""
    auditor = grades.auditor[audits]
    count = len(grades.auditors)
    top, bottom = part.max(initial=MISSING), _least(part, seen, axis=None)  # type: ignore[arg-type]
    below = np.bincount(auditor, (seen & (part < top)).sum(axis=1), count) > 0
    above = np.bincount(auditor, (seen & (part > bottom)).sum(axis=1), count) > 0
    varied: NDArray[np.bool_] = (below & above)[auditor]
    return varied


def _on_levels(grade: NDArray[np.int8], levels: Ints) -> NDArray[np.int8]:
    """Grades counted in the levels in use."""
    place = np.full(int(levels.max(initial=0)) + 2, MISSING, dtype=np.int8)
    place[levels] = np.arange(len(levels))
    return place[grade]  # a missing grade finds the last place, which nothing else does


def _conditions(condition: NDArray[np.int8], options: Options) -> tuple[Ints, bool]:
    both = bool((condition == WITH).any() and (condition == WITHOUT).any())
    inside = options.conditions and both
    return ((condition == WITH) & inside).astype(np.int64), inside


def _teams(grades: Grades, audits: Ints, options: Options) -> tuple[Ints, Ints]:
    """Teams in the model, and the team of each audit's case: where it was audited most often."""
    none = np.zeros(len(audits), dtype=np.int64)
    if not options.teams or options.auditors is Auditors.FIXED or len(audits) == 0:
        return np.array([MISSING]), none
    case, team = grades.case[audits].astype(np.int64), grades.team[audits].astype(np.int64)
    width = len(grades.teams) + 1
    pairs, times = np.unique(case * width + team - MISSING, return_counts=True)
    case_of, team_of = np.divmod(pairs, width)
    most = np.lexsort((team_of, times, case_of))
    of_case = np.full(len(grades.cases), MISSING)
    of_case[case_of[most]] = team_of[most] + MISSING
    _take_together(of_case)
    teams, index = np.unique(of_case[case], return_inverse=True)
    return teams, index.astype(np.int64)


def _take_together(team: Ints) -> None:
    """Where teams are very many, take the children who are alone in theirs as of no known team.

    One child says nothing of its team, and a mean for each of thousands takes minutes. ``team`` is
    that of each case.
    """
    of_team, times = np.unique(team[team != MISSING], return_counts=True)
    if len(of_team) > MANY_TEAMS:
        team[np.isin(team, of_team[times == 1])] = MISSING


def _readings(rows: _Rows, chosen: NDArray[np.bool_]) -> Readings:
    audit = np.flatnonzero(chosen)
    case, place = rows.case[audit], rows.place[audit]
    leads = np.zeros(int(case.max(initial=-1)) + 1, dtype=np.int64)
    leads[case[::-1]] = place[::-1]  # the first reading of a case is written last
    audit = audit[np.lexsort((case, leads[case]))]
    mask, grade = rows.mask[audit], rows.grade[audit]
    first, pattern = _kinds_of_rows(np.packbits(mask, axis=1))
    return Readings(
        audit=audit,
        case=rows.case[audit],
        place=rows.place[audit],
        pattern=pattern,
        total=np.where(mask, grade, 0).sum(axis=1, dtype=np.int64),
        patterns=mask[first],
    )


def _kinds(codes: Ints) -> tuple[Ints, Ints]:
    """Where each code comes first, codes ascending, and which of them every entry has."""
    _, first, kind = np.unique(codes, return_index=True, return_inverse=True)
    return first, kind


def _kinds_of_rows(rows: NDArray[np.uint8]) -> tuple[Ints, Ints]:
    """The same of rows of bytes: faster than ``numpy.unique`` along an axis."""
    first, kind = np.zeros(min(1, len(rows)), np.int64), np.zeros(len(rows), np.int64)
    for column in rows.T:
        first, kind = _kinds(kind * 256 + column)
    return first, kind
