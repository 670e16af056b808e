"""Criteria 3, 6, 7 and 8: compared with what, and is it a change."""

import pytest
from tests.checker.effect.decided import CANNOT_TELL, FAIL, PARTLY, PASS, decided

from goldenthread.checker.results import EffectVerdict
from goldenthread.checker.source import Grid, Picture, Shows

TEAMS = Grid((("Team", "Audits", "Good"), ("Cedar", "12", "5"), ("Rowan", "14", "6")), "table 1")
GRADES = Grid((("Grade", "Audits"), ("Good", "12"), ("Inadequate", "14")), "table 1")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The Cedar Team: 5 of 12 audits. The Rowan Team: 6 of 14 audits.", PASS),
        ("The Cedar Team reached good in 5 of 12 audits.", PARTLY),
        ("Cedar writes to children (5 of the team’s 7 audits).", PARTLY),
        ("The Central Locality Team is consistent and child centred.", FAIL),
        ("The Senior Leadership Team read 12 of 14 audits. The Audit Team read 2 of 14.", FAIL),
        ("Children were seen in 12 of 14 audits.", FAIL),
    ],
)
def test_own_figures_are_those_that_stand_beside_names_of_teams(
    text: str, verdict: EffectVerdict
) -> None:
    assert decided(3, text).verdict is verdict


def test_own_figures_in_a_table_by_team_pass_and_in_another_table_fail() -> None:
    assert decided(3, "Children were seen.", grids=(TEAMS,)).verdict is PASS
    assert decided(3, "Children were seen.", grids=(GRADES,)).verdict is FAIL


def test_own_figures_in_a_chart_without_words_cannot_be_told() -> None:
    chart = Picture("page 1", None, is_chart=True)
    shown = decided(3, "Children were seen.", pictures=(chart,), shows=frozenset({Shows.PICTURES}))
    assert shown.verdict is CANNOT_TELL


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Visits on time: 83%, against a target of 95%.", PASS),
        (
            "Risk: 10 of 26; last time, 9 of 21.\nPlans were good in 40%.\nVoice was good in 50%.",
            PARTLY,
        ),
        ("This is a return of 87%! This is a significant increase from previous months.", FAIL),
        ("One audit had 14 of 16 low grades, compared to another with 2 of 14.", FAIL),
        ("Risk was inadequate in 39% of audits. Use this team as a benchmark for others.", FAIL),
        ("Assessments need to improve.", CANNOT_TELL),
    ],
)
def test_target_counts_only_beside_a_figure(text: str, verdict: EffectVerdict) -> None:
    assert decided(6, text).verdict is verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Voice was good in 62% of audits; the best quarter of teams reach 81%.", PASS),
        ("Voice was good in 62% of audits; in the top quartile, 17 of 21.", PASS),
        ("Voice was good in 62% of audits; the national average is 58%.", PARTLY),
        ("Voice was good in 62% of audits; last time, 9 of 21.", PARTLY),
        ("Voice was good in 62% of audits. We want to be the best team.", FAIL),
        ("Voice was good in 62% of audits.", FAIL),
        ("Voice was good.", CANNOT_TELL),
    ],
)
def test_inviting_comparison_shows_what_the_best_reach(text: str, verdict: EffectVerdict) -> None:
    assert decided(7, text).verdict is verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Inadequate: 10 of 26; last time, 9 of 21. The difference could be chance.", PASS),
        ("Up from 31% to 45%. On a run chart this is a special cause.", PASS),
        ("Inadequate: 10 of 26; last time, 9 of 21.", PARTLY),
        ("We would expect between 14 and 46 in every 100 to be inadequate.", PARTLY),
        ("A return of 87% is a significant increase from previous months.", PARTLY),
        ("This is a significant increase.", FAIL),
        ("This is an ongoing theme.", FAIL),
        ("Twelve audits were graded requires improvement.", FAIL),
    ],
)
def test_change_needs_an_earlier_figure_and_a_rule(text: str, verdict: EffectVerdict) -> None:
    assert decided(8, text).verdict is verdict


def test_change_that_is_no_improvement_is_not_quoted() -> None:
    because = decided(8, "Twelve audits were graded requires improvement.").because
    assert because.startswith("No trend is shown.")
    assert "significant increase" in decided(8, "It rose. This is a significant increase.").because
