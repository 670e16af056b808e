"""Who was asked, who returned, who read: allocations, exemptions and readings of the example."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

Sheets = dict[str, list[dict[str, Any]]]
First = Mapping[str, dict[str, Any]]

BASES = {"AL": "Alder", "BE": "Beech", "CE": "Cedar"}
"""First letters of an auditor's code tell where they work; other codes belong to no such team."""


def at_home(row: dict[str, Any]) -> bool:
    """Whether the auditor works in the child's team."""
    return bool(BASES.get(row["Auditor code"][:2]) == row["Team"])


def test_returns_are_those_of_the_brief_of_2019(
    current: Sheets, first: First, cut_off: date
) -> None:
    returned = [row for row in first.values() if row["Completed on"] <= cut_off]
    exempt = [row for row in current["Exemptions"] if row["Approved on"] <= cut_off]
    assert (len(current["Allocations"]), len(exempt), len(returned)) == (32, 2, 26)
    assert len(first) == 26
    assert 86.5 <= 100 * 26 / (32 - 2) < 87.5
    assert 80.5 <= 100 * 26 / 32 < 81.5


def test_exemptions_are_of_allocated_audits_that_were_not_returned(
    current: Sheets, first: First, cut_off: date
) -> None:
    allocated = {row["Audit ref"] for row in current["Allocations"]}
    for row in current["Exemptions"]:
        assert row["Audit ref"] in allocated - first.keys()
        assert row["Approved on"] < cut_off
        assert row["Reason"]
        assert row["Approved by"]


def test_returns_by_team_and_by_month_are_as_asked(first: First) -> None:
    assert Counter(r["Team"] for r in first.values()) == {"Alder": 11, "Beech": 8, "Cedar": 7}
    assert Counter(r["Completed on"].month for r in first.values()) == {9: 12, 10: 14}


def test_readings_were_completed_on_working_days_in_time(
    current: Sheets, first: First, cut_off: date
) -> None:
    for row in current["Readings"]:
        assert row["Completed on"].weekday() < 5
        assert row["Completed on"] <= cut_off
    for row in first.values():
        assert date(2026, 9, 1) <= row["Completed on"] <= date(2026, 10, 31)


@pytest.mark.parametrize("cycle", ["current", "previous"])
def test_first_reading_is_by_the_auditor_of_the_allocation(
    cycle: str, request: pytest.FixtureRequest
) -> None:
    sheets: Sheets = request.getfixturevalue(cycle)
    allocated = {row["Audit ref"]: row for row in sheets["Allocations"]}
    assert len(allocated) == len(sheets["Allocations"])
    assert len({row["Child ref"] for row in allocated.values()}) == len(allocated)
    for row in sheets["Readings"]:
        asked = allocated[row["Audit ref"]]
        assert (row["Child ref"], row["Team"]) == (asked["Child ref"], asked["Team"])
        assert row["Purpose"] != "first" or row["Auditor code"] == asked["Auditor code"]


@pytest.mark.parametrize("cycle", ["current", "previous"])
def test_nobody_audits_in_their_own_team(cycle: str, request: pytest.FixtureRequest) -> None:
    sheets: Sheets = request.getfixturevalue(cycle)
    assert not [row for row in sheets["Allocations"] if at_home(row)]
    assert not [row for row in sheets["Readings"] if at_home(row)]
    assert all(count <= 2 for count in Counter(auditors(sheets)).values())


def auditors(sheets: Sheets) -> list[str]:
    """The auditor of each allocation."""
    return [row["Auditor code"] for row in sheets["Allocations"]]


def test_auditors_are_about_two_dozen(current: Sheets) -> None:
    assert 20 <= len(set(auditors(current))) <= 26


def test_second_readers_and_moderators_are_other_people_of_other_teams(
    current: Sheets, first: First
) -> None:
    for row in current["Readings"]:
        if row["Purpose"] == "first":
            continue
        auditor = first[row["Audit ref"]]
        assert row["Auditor code"][:2] != auditor["Auditor code"][:2]
        assert row["Completed on"] > auditor["Completed on"]
        context = ("Plan type", "Age band", "Team", "Child ref")
        assert all(row[heading] == auditor[heading] for heading in context)


def test_previous_cycle_has_21_of_28_by_its_cut_off(previous: Sheets) -> None:
    items = {row["Item"]: row["Value"] for row in previous["Cycle"]}
    by_then = [r for r in previous["Readings"] if r["Completed on"] <= items["Cut-off date"]]
    assert (len(by_then), len(previous["Allocations"]), previous["Exemptions"]) == (21, 28, [])


def test_cycles_follow_each_other(current: Sheets, previous: Sheets) -> None:
    now, before = (
        {row["Item"]: row["Value"] for row in sheets["Cycle"]} for sheets in (current, previous)
    )
    assert (now["Period from"] - before["Period to"]).days == 1
    assert before["Next brief date"] == now["Issue date"] == date(2026, 11, 20)
    assert now["Next brief date"] == date(2026, 12, 18)
    assert (now["Due date"], now["Cut-off date"]) == (date(2026, 10, 30), date(2026, 11, 6))
    assert now["Framework"] == before["Framework"] == "core_16"


def test_previous_figures_are_those_of_the_previous_cycle(
    current: Sheets, reported_before: dict[str, dict[str, str]]
) -> None:
    labels = {
        "agencies": "Working with other agencies",
        "management": "Management oversight and decision making",
        "assessment": "Assessment",
        "risk": "Identification of and response to risk",
        "overall": "Overall",
    }
    stated = {row["Figure"]: (row["Count"], row["Base"]) for row in current["Previous figures"]}
    counted = {
        f"{category}.{level.lower().replace(' ', '_')}": (
            [grades[label] for grades in reported_before.values()].count(level),
            21,
        )
        for category, label in labels.items()
        for level in ("Outstanding", "Good", "Requires improvement", "Inadequate")
    }
    outstanding = {c for g in reported_before.values() for c in g if g[c] == "Outstanding"}
    counted["categories.with_outstanding"] = (len(outstanding), 16)
    counted |= {"returns.at_cut_off": (21, 28), "returns.of_allocated": (21, 28)}
    assert stated == counted


def test_cycle_that_does_not_exist_is_refused() -> None:
    from goldenthread.definitions import example

    with pytest.raises(ValueError, match="no cycle 'next'"):
        example.rows("next")
