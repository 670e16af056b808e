"""The declared sheets against the contract of the returns workbook."""

from collections import Counter

import pytest

from goldenthread.definitions import library
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.matching import normalise
from goldenthread.exchange.workbook.columns import Sheet
from goldenthread.exchange.workbook.declared.cycle import CYCLE_ITEMS
from goldenthread.exchange.workbook.sheets import SHEETS, readings_for, sheets_for

CONTRACT = """
Cycle: Item, Value, What to write
Readings: Audit ref, Child ref, Purpose, Auditor code, Team, Service, Plan type, Age band, Cycle, \
Completed on, Look-back (months)
Allocations: Audit ref, Child ref, Auditor code, Team, Service, Due on
Exemptions: Audit ref, Reason, Approved by, Approved on
Reasons: Audit ref, Category, Reason, Piece of work, Date
Feedback: Audit ref, Respondent, Question as asked, Answer, Comment
Observations: Observation ref, Item, Seen, Date, Team
Escalations: Audit ref, Reason, Raised, To, Acknowledged, What was done, Child safe, Closed
Timeliness: Audit ref, Rule, Trigger, Done
Challenges: Challenge ref, Raised, Subject, Response due, Answered, Resolved
Findings: Finding ref, Kind, Scope, Theme, Category, Audit refs, Headline, Text, So what, \
What to do, Words to try, Standard, Source
Actions: Action ref, Finding ref, What, Level, Owner, Due, Done, Outcome
Notices: Title, Text, Address
Asks: Ask, To, By
Links: Title, Address, Topic, New
Helpers: Name, Role, Topic, Contact
Previous figures: Figure, Count, Base
Accepted hits: Kind, Text, Reason, Accepted by, Second person
"""
"""Names and headings as issue 2 fixes them."""


def test_sheets_are_those_of_the_contract_in_its_order() -> None:
    wanted = [line.split(": ") for line in CONTRACT.strip().splitlines()]
    declared = [[s.name, ", ".join(c.heading for c in s.columns)] for s in SHEETS]
    assert declared == wanted


def test_cycle_items_are_those_of_the_contract() -> None:
    starred = ["Authority", "Cycle", "Framework", "Author"]
    assert [item.heading for item in CYCLE_ITEMS] == [
        "Authority", "Cycle", "Focus", "Period from", "Period to", "Issue date", "Due date",
        "Cut-off date", "Next brief date", "Framework", "Author", "Method of choosing", "Seed",
    ]  # fmt: skip
    assert {item.heading for item in CYCLE_ITEMS if item.must} == {
        *starred, "Period from", "Period to", "Issue date", "Due date", "Cut-off date",
    }  # fmt: skip


def test_readings_for_a_framework_end_with_overall_and_its_categories(
    framework: Framework,
) -> None:
    headings = [column.heading for column in readings_for(framework).columns]
    assert headings[11] == "Overall"
    assert headings[12:14] == ["Case record and chronology", "Case summary / child's story"]
    assert len(headings) == 28


def test_readings_for_a_framework_without_overall_have_no_such_column(
    framework: Framework,
) -> None:
    without = framework.model_copy(update={"overall": False})
    assert "Overall" not in {column.heading for column in readings_for(without).columns}


def all_sheets() -> list[Sheet]:
    frameworks = [library.framework(name) for name in library.list_frameworks()]
    return [sheet for framework in frameworks for sheet in sheets_for(framework)]


@pytest.mark.parametrize("sheet", all_sheets(), ids=lambda sheet: sheet.name)
def test_no_heading_means_two_columns_of_a_sheet(sheet: Sheet) -> None:
    meanings = Counter(
        name
        for column in sheet.columns
        for name in {normalise(one) for one in (column.heading, *column.also)}
    )
    assert [name for name, count in meanings.items() if count > 1] == []


def test_no_name_means_two_sheets() -> None:
    names = [normalise(name) for sheet in SHEETS for name in (sheet.name, *sheet.also)]
    assert len(names) == len(set(names))


def test_column_of_a_sheet_is_found_by_heading() -> None:
    assert SHEETS[1].column("Purpose").must
    with pytest.raises(KeyError):
        SHEETS[1].column("Nothing")
