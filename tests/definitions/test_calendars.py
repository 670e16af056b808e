"""Working days and bank holidays, against published dates and against the `holidays` package."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.definitions import library
from goldenthread.definitions.calendars import Calendar, OutsideCalendar, months_after

ENGLAND = library.calendar("england")
DAYS = st.dates(min_value=date(2010, 1, 1), max_value=date(2039, 12, 31))
COUNTS = st.integers(min_value=1, max_value=70)

# Copied by hand from the government's list of bank holidays in England and Wales (GOV.UK); the
# years with a wedding, jubilees, a funeral, a coronation and a moved May Day are the hard ones.
PUBLISHED = {
    2011: "01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27",
    2012: "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26",
    2018: "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26",
    2019: "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
    2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
}


@pytest.mark.parametrize("year", PUBLISHED)
def test_england_in_a_published_year_has_the_published_bank_holidays(year: int) -> None:
    expected = {date.fromisoformat(f"{year}-{day}") for day in PUBLISHED[year].split()}
    assert {day for day in ENGLAND.bank_holidays if day.year == year} == expected


@pytest.mark.slow
def test_england_over_all_years_agrees_with_the_holidays_package() -> None:
    import holidays

    package = holidays.country_holidays("GB", subdiv="ENG", years=range(2010, 2041))
    assert set(ENGLAND.bank_holidays) == {day for day in package if day.weekday() < 5}
    assert (ENGLAND.first_year, ENGLAND.last_year) == (2010, 2040)


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2026, 4, 2), True),  # Maundy Thursday
        (date(2026, 4, 3), False),  # Good Friday
        (date(2026, 4, 4), False),  # Saturday
        (date(2026, 4, 6), False),  # Easter Monday
        (date(2022, 9, 19), False),  # the state funeral
        (date(2022, 9, 20), True),
    ],
)
def test_working_day_around_holidays_is_told_apart(day: date, working: bool) -> None:
    assert ENGLAND.is_working_day(day) is working


@pytest.mark.parametrize(
    ("trigger", "count", "due"),
    [
        # Counted by hand on a wall calendar.
        (date(2024, 12, 20), 3, date(2024, 12, 27)),  # Friday: 23, 24, then over Christmas
        (date(2024, 12, 25), 1, date(2024, 12, 27)),  # begun on a bank holiday
        (date(2026, 4, 4), 1, date(2026, 4, 7)),  # begun on Easter Saturday
        (date(2026, 1, 5), 5, date(2026, 1, 12)),  # Monday to Monday
        (date(2018, 12, 14), 10, date(2019, 1, 2)),  # over Christmas and New Year
    ],
)
def test_working_days_counted_by_hand_end_on_the_same_day(
    trigger: date, count: int, due: date
) -> None:
    assert ENGLAND.working_day_after(trigger, count) == due


@given(DAYS, COUNTS)
def test_working_day_after_any_day_has_that_many_working_days_up_to_it(
    day: date, count: int
) -> None:
    due = ENGLAND.working_day_after(day, count)
    between = [day + timedelta(days=n) for n in range(1, (due - day).days + 1)]
    assert ENGLAND.is_working_day(due)
    assert sum(ENGLAND.is_working_day(one) for one in between) == count


@given(DAYS, DAYS, COUNTS)
def test_working_day_after_a_later_day_is_never_earlier(one: date, two: date, count: int) -> None:
    first, second = sorted((one, two))
    assert ENGLAND.working_day_after(first, count) <= ENGLAND.working_day_after(second, count)


@given(DAYS, COUNTS)
def test_working_day_after_one_more_day_is_later(day: date, count: int) -> None:
    assert ENGLAND.working_day_after(day, count) < ENGLAND.working_day_after(day, count + 1)


@pytest.mark.parametrize("day", [date(2009, 12, 31), date(2041, 1, 1), date(205, 3, 1)])
def test_calendar_asked_outside_its_years_says_so(day: date) -> None:
    with pytest.raises(OutsideCalendar, match=r"runs from 2010 to 2040: check the date"):
        ENGLAND.is_working_day(day)


def test_working_days_that_run_past_the_last_year_are_refused() -> None:
    with pytest.raises(OutsideCalendar, match="01/01/2041"):
        ENGLAND.working_day_after(date(2040, 12, 31), 1)


def test_calendar_without_bank_holidays_counts_them_as_working_days() -> None:
    ours = Calendar(
        id="ours", label="Ours", first_year=2024, last_year=2025, bank_holidays={}, trigger_is_day=1
    )
    assert ours.working_day_after(date(2024, 12, 24), 1) == date(2024, 12, 25)
    assert ours.in_words() == (
        "Working days are Monday to Friday and include bank holidays; "
        "the day of the trigger is day 1."
    )


def test_calendar_with_a_bank_holiday_outside_its_years_is_refused() -> None:
    with pytest.raises(ValueError, match="outside the years of the calendar: 2031-05-01"):
        Calendar(
            id="ours",
            label="Ours",
            first_year=2020,
            last_year=2030,
            bank_holidays={date(2031, 5, 1): "May Day"},
        )


@pytest.mark.parametrize(
    ("day", "months", "due"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),  # leap year
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 8, 31), 6, date(2025, 2, 28)),
        (date(2024, 10, 15), 3, date(2025, 1, 15)),
        (date(2024, 12, 1), 12, date(2025, 12, 1)),
    ],
)
def test_months_after_a_day_keep_its_number_or_end_with_the_month(
    day: date, months: int, due: date
) -> None:
    assert months_after(day, months) == due


@given(DAYS, st.integers(min_value=1, max_value=120))
def test_months_after_any_day_move_by_that_many_months(day: date, months: int) -> None:
    due = months_after(day, months)
    assert (due.year - day.year) * 12 + due.month - day.month == months
    assert due.day == day.day or (due + timedelta(days=1)).day == 1
