"""Grades of the example: the totals and profiles that issue 2, item 6 asks for, and plausibility.

The numbers are those of the real brief of 2019, where they are possible.
"""

from collections import Counter
from statistics import mean
from typing import Any

import pytest

RISK = "Identification of and response to risk"
MANAGEMENT = "Management oversight and decision making"
AGENCIES = "Working with other agencies"
ASSESSMENT = "Assessment"
OVERALL = "Overall"
LEVELS = ("Outstanding", "Good", "Requires improvement", "Inadequate")
RANK = {level: rank for rank, level in enumerate(reversed(LEVELS))}

NO_IRO = {"IRO / CP chair footprint and challenge"}
NO_PLAN = {"Planning (CIN/CP/care/pathway plan)", "Reviewing and core groups/CIN meetings"}
NOT_APPLICABLE = {
    "Child in need": NO_IRO,
    "Child protection plan": set(),
    "Child in care": set(),
    "Disabled child receiving short breaks": NO_IRO | {"Direct work and intervention"},
    "Child and family assessment": NO_IRO | NO_PLAN,
}

Grades = dict[str, dict[str, str]]
Sheets = dict[str, list[dict[str, Any]]]


def profile(grades: dict[str, str]) -> tuple[int, ...]:
    """How many categories of one audit are outstanding, good, requires improvement, inadequate."""
    counted = Counter(grade for label, grade in grades.items() if label != OVERALL)
    return tuple(counted[level] for level in LEVELS)


def not_applicable(grades: dict[str, str]) -> int:
    """How many categories of one audit did not apply."""
    return list(grades.values()).count("Not applicable")


def only(reported: Grades, wanted: tuple[int, ...]) -> dict[str, str]:
    """The grades of the one audit with this profile."""
    (found,) = (grades for grades in reported.values() if profile(grades) == wanted)
    return found


@pytest.mark.parametrize(
    ("category", "totals"),
    [
        (AGENCIES, (1, 14, 11, 0)),
        (MANAGEMENT, (1, 8, 12, 5)),
        (ASSESSMENT, (1, 9, 12, 4)),
        (RISK, (0, 9, 7, 10)),
        (OVERALL, (0, 8, 11, 7)),
    ],
)
def test_grades_of_the_brief_of_2019_add_up_as_printed(
    reported: Grades, category: str, totals: tuple[int, ...]
) -> None:
    graded = Counter(grades[category] for grades in reported.values())
    assert tuple(graded[level] for level in LEVELS) == totals
    assert sum(totals) == len(reported) == 26


def test_categories_with_an_outstanding_grade_are_exactly_seven_of_sixteen(
    reported: Grades,
) -> None:
    labels = set(next(iter(reported.values()))) - {OVERALL}
    outstanding = {c for g in reported.values() for c, grade in g.items() if grade == LEVELS[0]}
    assert (len(outstanding), len(labels)) == (7, 16)


def test_profile_of_the_weakest_audit_has_agencies_among_its_two_better_grades(
    reported: Grades,
) -> None:
    weakest = only(reported, (0, 0, 2, 14))
    assert weakest[AGENCIES] == "Requires improvement"
    assert not_applicable(weakest) == 0


@pytest.mark.parametrize(("wanted", "missing"), [((0, 13, 1, 0), 2), ((4, 7, 2, 0), 3)])
def test_profile_of_a_good_audit_lacks_what_its_plan_lacks(
    reported: Grades, wanted: tuple[int, ...], missing: int
) -> None:
    assert not_applicable(only(reported, wanted)) == missing


def test_profiles_of_the_brief_of_2019_stand_alone_at_their_ends(reported: Grades) -> None:
    profiles = [profile(grades) for grades in reported.values()]
    assert sorted(p[3] for p in profiles)[-2:][0] < 14
    assert sorted(p[0] + p[1] for p in profiles)[-2:][0] < 13
    assert sorted(p[0] for p in profiles)[-2:][0] < 4


def test_not_applicable_follows_from_the_plan_type_only(
    reported: Grades, first: dict[str, dict[str, Any]]
) -> None:
    for audit, grades in reported.items():
        missing = {label for label, grade in grades.items() if grade == "Not applicable"}
        assert missing == NOT_APPLICABLE[first[audit]["Plan type"]], audit


def test_not_evidenced_stands_at_least_six_times_outside_the_totals(reported: Grades) -> None:
    missing = Counter(
        label for g in reported.values() for label, grade in g.items() if grade == "Not evidenced"
    )
    assert missing.total() >= 6
    assert not missing.keys() & {AGENCIES, MANAGEMENT, ASSESSMENT, RISK, OVERALL}


def test_not_graded_is_an_empty_cell_where_the_category_applies(reported: Grades) -> None:
    empty = [17 - len(grades) for grades in reported.values()]
    assert sum(empty) == 1


def test_overall_grade_is_borne_out_by_the_risk_and_the_profile(
    reported: Grades, reported_before: Grades
) -> None:
    for grades in (*reported.values(), *reported_before.values()):
        outstanding, good, _, inadequate = profile(grades)
        if grades[OVERALL] == "Good":
            assert grades[RISK] == "Good"
            assert inadequate == 0
            assert outstanding + good >= 8
        if grades[OVERALL] == "Inadequate":
            assert grades[RISK] == "Inadequate"
            assert outstanding + good <= 3
            assert inadequate >= 5
        assert grades[OVERALL] != "Outstanding"
        assert RANK[grades[OVERALL]] <= RANK[grades[RISK]] + 1


def test_grades_of_one_audit_go_together_but_not_like_clockwork(
    reported: Grades, reported_before: Grades
) -> None:
    for cycle in (reported, reported_before):
        assert 0.3 < intraclass_correlation(cycle) < 0.8


def intraclass_correlation(cycle: Grades) -> float:
    """Share of the variance of grades that lies between audits (one-way ANOVA; Fisher 1925)."""
    audits = [
        [RANK[grade] for label, grade in grades.items() if grade in RANK and label != OVERALL]
        for grades in cycle.values()
    ]
    total = [grade for audit in audits for grade in audit]
    between = sum(len(a) * (mean(a) - mean(total)) ** 2 for a in audits) / (len(audits) - 1)
    within = sum((g - mean(a)) ** 2 for a in audits for g in a) / (len(total) - len(audits))
    size = (len(total) - sum(len(a) ** 2 for a in audits) / len(total)) / (len(audits) - 1)
    return (between - within) / (between + (size - 1) * within)


def test_moderation_changes_three_judgements_of_four_second_read_audits(current: Sheets) -> None:
    readings = {(r["Audit ref"], r["Purpose"]): r for r in current["Readings"]}
    second = {audit for audit, purpose in readings if purpose == "second"}
    moderated = {audit for audit, purpose in readings if purpose == "moderated"}
    changed = [
        (readings[audit, "first"][label], cell)
        for audit in moderated
        for label, cell in list(readings[audit, "moderated"].items())[10:]
        if cell is not None
    ]
    assert len(second) == 4
    assert moderated == second
    assert len(changed) == 3
    assert all(before != after for before, after in changed)


def test_second_readings_are_blind_and_mostly_near_the_first(current: Sheets) -> None:
    readings = {(r["Audit ref"], r["Purpose"]): r for r in current["Readings"]}
    steps = [
        abs(RANK[cell] - RANK[readings[audit, "first"][label]])
        for (audit, purpose), row in readings.items()
        for label, cell in row.items()
        if purpose == "second" and cell in RANK
    ]
    assert max(steps) == 1
    assert 0.6 < steps.count(0) / len(steps) < 0.95


def test_previous_cycle_is_graded_in_full(reported_before: Grades, previous: Sheets) -> None:
    assert len(reported_before) == 21
    assert len(previous["Allocations"]) == 28
    for category in (AGENCIES, MANAGEMENT, ASSESSMENT, RISK, OVERALL):
        assert all(grades[category] in LEVELS for grades in reported_before.values())
