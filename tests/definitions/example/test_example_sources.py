"""What else the example holds: safety, families' answers, observations, clocks, challenges."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from goldenthread.definitions import library

Grades = dict[str, dict[str, str]]
Sheets = dict[str, list[dict[str, Any]]]
First = Mapping[str, dict[str, Any]]

PLANS_OF_RULES = {
    "Care plan": {"Child in care"},
    "Child and family assessment": {"Child and family assessment", "Child in need"},
    "First core group": {"Child protection plan"},
    "Child protection visit": {"Child protection plan"},
    "First review conference": {"Child protection plan"},
    "Child in need review": {"Child in need"},
}


def test_escalations_are_three_children_all_safe_and_closed(
    current: Sheets, reported: Grades, cut_off: date
) -> None:
    rows = current["Escalations"]
    assert len(rows) == len({row["Audit ref"] for row in rows}) == 3
    for row in rows:
        assert row["Acknowledged"] == row["Raised"]
        assert row["Child safe"] == "yes"
        assert row["Raised"] <= row["Closed"] <= cut_off
        assert row["What was done"]
        grades = reported[row["Audit ref"]]
        assert grades["Identification of and response to risk"] == "Inadequate"


def test_escalations_are_raised_on_the_day_of_the_audit(current: Sheets, first: First) -> None:
    for row in current["Escalations"]:
        assert row["Raised"] == first[row["Audit ref"]]["Completed on"]


def test_scaling_answers_are_those_of_the_brief_of_2019(current: Sheets) -> None:
    given = {
        (row["Answer"], row["Respondent"])
        for row in current["Feedback"]
        if row.get("Answer") is not None
    }
    assert given == {(10, "parent"), (9, "child"), (4, "child"), (1, "parent")}


def test_some_were_asked_and_did_not_answer(current: Sheets, first: First) -> None:
    asked = [row for row in current["Feedback"] if row.get("Answer") is None]
    assert len(asked) >= 3
    assert {row["Respondent"] for row in asked} == {"child", "parent", "professional"}
    assert {row["Audit ref"] for row in current["Feedback"]} <= first.keys()


def test_observations_look_for_the_same_items_each_time(current: Sheets) -> None:
    rows = current["Observations"]
    items = Counter(row["Item"] for row in rows)
    held = {row["Observation ref"] for row in rows}
    assert set(items.values()) == {len(held)}
    assert {row["Seen"] for row in rows} == {"yes", "partly", "no"}
    assert all(date(2026, 9, 1) <= row["Date"] <= date(2026, 10, 31) for row in rows)
    assert {row["Team"] for row in rows} == {"Alder", "Beech", "Cedar"}


def test_clocks_belong_to_the_plan_of_the_child(current: Sheets, first: First) -> None:
    for row in current["Timeliness"]:
        assert first[row["Audit ref"]]["Plan type"] in PLANS_OF_RULES[row["Rule"]]


def test_clocks_are_of_shipped_rules_and_stop_before_the_audit(
    current: Sheets, first: First
) -> None:
    rules = {rule.label for rule in library.timescale_rules()}
    for row in current["Timeliness"]:
        assert row["Rule"] in rules
        assert (row.get("Done") or row["Trigger"]) <= first[row["Audit ref"]]["Completed on"]


def test_care_plan_that_came_late_is_the_one_in_the_worry(current: Sheets) -> None:
    (worry,) = (row for row in current["Findings"] if row["Finding ref"] == "W5")
    late = [
        row
        for row in current["Timeliness"]
        if row["Rule"] == "Care plan" and (row["Done"] - row["Trigger"]).days > 14
    ]
    assert [row["Audit ref"] for row in late] == [worry["Audit refs"]]
    assert 85 <= (late[0]["Done"] - late[0]["Trigger"]).days <= 105


def test_challenges_are_answered_five_of_six_on_time(current: Sheets, cut_off: date) -> None:
    rows = current["Challenges"]
    on_time = [row for row in rows if row["Answered"] <= row["Response due"]]
    assert (len(on_time), len(rows)) == (5, 6)
    assert all(row["Raised"] <= row["Answered"] <= cut_off for row in rows)


def test_reasons_point_to_work_done_before_the_audit(current: Sheets, first: First) -> None:
    inadequate = {
        row["Audit ref"]
        for row in current["Reasons"]
        if row["Category"] == "Identification of and response to risk"
    }
    assert len(inadequate) == 10
    for row in current["Reasons"]:
        assert row["Piece of work"]
        assert row["Date"] <= first[row["Audit ref"]]["Completed on"]
        assert len(row["Reason"].split()) <= 25
