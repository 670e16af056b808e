"""Typed dates, against a calendar."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.exchange.book import Value
from goldenthread.exchange.workbook.reading.dates import EARLIEST, LATEST, NotADate, day_of


@pytest.mark.parametrize(
    "typed",
    [
        "3/9/26", "03/09/2026", "3.9.2026", "3-9-2026", "3 9 26", "3 September 2026",
        "3rd of Sept 26", "Thursday 3 September 2026", "Thu, 3 Sep 2026", "September 3, 2026",
        "3-Sep-26", "2026-09-03", "2026-09-03T00:00:00", "03/09/2026 09:30", "3 SEPTEMBER 2026",
        "2026/09/03",
    ],
)  # fmt: skip
def test_day_of_typed_date_is_read_day_first(typed: str) -> None:
    assert day_of(typed) == date(2026, 9, 3)


@pytest.mark.parametrize(
    "value",
    [date(2026, 9, 3), datetime.combine(date(2026, 9, 3), time(14, 5)), 46268.0, 46268.75],
)
def test_day_of_excel_date_is_that_day(value: Value) -> None:
    """46,268 is what Excel shows for 3 September 2026 in a cell with a general format."""
    assert day_of(value) == date(2026, 9, 3)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("9/25/2026", "no month 25; if 25/09/2026 is meant, write that, and look at the other"),
        ("31/02/2026", "There is no such day"),
        ("29/02/2026", "There is no such day"),
        ("30/13/2026", "There is no such day"),
        ("tomorrow", "day/month/year"),
        ("3/9", "day/month/year"),
        ("3 Sep", "day/month/year"),
        ("3 Foo 2026", "day/month/year"),
        ("20260903", "day/month/year"),
        ("3/9/1826", "The year 1826 cannot be meant"),
        ("3/9/2126", "The year 2126 cannot be meant"),
    ],
)
def test_day_of_impossible_date_says_how_to_mend_it(typed: str, words: str) -> None:
    with pytest.raises(NotADate, match=words):
        day_of(typed)


@pytest.mark.parametrize(
    "value",
    [True, 7.0, 0.5, -46268.0, 1e9, float("nan"), float("inf"), time(9), timedelta(days=1)],
)
def test_day_of_anything_else_is_no_date(value: Value) -> None:
    with pytest.raises(NotADate):
        day_of(value)


FORMATS = ("%d/%m/%Y", "%d.%m.%Y", "%d %B %Y", "%A %d %b %Y", "%Y-%m-%d", "%d-%b-%Y", "%B %d, %Y")


@pytest.mark.slow
@given(st.dates(EARLIEST, LATEST), st.sampled_from(FORMATS))
def test_day_of_any_day_written_in_any_usual_way_is_that_day(day: date, style: str) -> None:
    assert day_of(day.strftime(style)) == day
