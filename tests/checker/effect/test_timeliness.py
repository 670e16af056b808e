"""Criteria 1 and 2: fresh data, in a regular series."""

from datetime import date

import pytest
from tests.checker.effect.decided import CANNOT_TELL, FAIL, PARTLY, PASS, decided, parts_of

from goldenthread.checker.effect.brief import Brief
from goldenthread.checker.effect.dates import issue_of, period_of
from goldenthread.checker.results import EffectVerdict
from goldenthread.checker.source import FileKind, Source


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("September and October 2026\nIssued 20 November 2026", PASS),
        ("1 April to 30 June 2026\nPublished on 11/08/2026", PASS),  # 42 days
        ("1 April to 30 June 2026\nPublished on 12/08/2026", FAIL),  # 43 days
        ("October 2025 audits\nDate: 2026-03-02", FAIL),
        ("September and October 2026", PARTLY),
        ("Issued 20 November 2026\nChildren were seen.", PARTLY),
        ("September and October 2026\nIssued 20 October 2026", PARTLY),
        ("Children were seen alone.", CANNOT_TELL),
        ("We will meet on 3 May 2026 to talk about this.", CANNOT_TELL),
    ],
)
def test_fresh_data_is_judged_by_the_printed_period_and_day(
    text: str, verdict: EffectVerdict
) -> None:
    assert decided(1, text).verdict is verdict


def test_fresh_data_takes_the_day_of_issue_from_the_caller_where_none_is_printed() -> None:
    text = "September and October 2026"
    assert decided(1, text, issued_on=date(2026, 11, 20)).verdict is PASS
    printed = text + "\nIssued 20 November 2026"
    assert decided(1, printed, issued_on=date(2030, 1, 1)).verdict is PASS


def test_fresh_data_says_how_many_days_and_what_to_do() -> None:
    because = decided(1, "October 2025 audits\nDate: 2 March 2026").because
    assert "“October 2025 audits” (line 1)" in because
    assert "122 days after its period ended" in because
    assert "within 6 weeks" in because


def of(text: str) -> Brief:
    return Brief(Source("brief.txt", FileKind.TEXT, parts_of(text)))


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("DECEMBER 18 & JANUARY 19 audit findings", date(2019, 1, 31)),
        ("Dec and Jan 2026", date(2026, 1, 31)),
        ("January – February 2028", date(2028, 2, 29)),
        ("April 2025 to 15 March 2026", date(2026, 3, 15)),
        ("Quarter 1 of 2025-26", date(2025, 6, 30)),
        ("Q4 2025/26", date(2026, 3, 31)),
        ("May 2026", date(2026, 5, 31)),
        ("The audits carried out in Sept 2026 were of 12 children", date(2026, 9, 30)),
    ],
)
def test_period_is_read_as_people_write_it(text: str, end: date) -> None:
    period = period_of(of(text))
    assert period is not None
    assert period.end == end


@pytest.mark.parametrize(
    "text",
    [
        "3 May 2026",
        "Issued May 2026",
        "The next brief comes in May 2026",
        "By June 2026",
        "31 to 45 May",
    ],
)
def test_period_is_not_read_from_other_dates(text: str) -> None:
    assert period_of(of(text)) is None


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("Issued on 3rd March 2026", date(2026, 3, 3)),
        ("Date: 03/03/2026", date(2026, 3, 3)),
        ("3 March 2026", date(2026, 3, 3)),
        ("Issued 31 February 2026", None),
        ("Date: 03/13/2026", None),
    ],
)
def test_day_of_issue_is_read_as_people_write_it(text: str, on: date | None) -> None:
    issue = issue_of(of(text))
    assert (issue.on if issue else None) == on


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The next brief comes on 18 December 2026.", PASS),
        ("Learning briefs will be produced on a monthly basis.", PASS),
        ("# Monthly practice bulletin", PASS),
        ("Issue 4", PARTLY),
        ("We will try other formats in future briefs.", PARTLY),
        ("We visit children every month.", FAIL),
        ("The next review is on 18 December 2026.", FAIL),
        ("Children were seen.", FAIL),
    ],
)
def test_regular_series_is_one_that_says_when_the_next_comes(
    text: str, verdict: EffectVerdict
) -> None:
    assert decided(2, text).verdict is verdict
