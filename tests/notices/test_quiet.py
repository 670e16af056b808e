"""Quiet hours by the clock in London, with weekends and where the clocks change.

Clocks in 2026: forward on 29 March at 01:00 GMT, back on 25 October at 02:00 BST
(gov.uk/when-do-the-clocks-change).
"""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.notices.rules.quiet import LONDON, QuietHours, next_hour

NIGHTS = QuietHours(19, 7, weekends=True)
NIGHTS_ONLY = QuietHours(19, 7, weekends=False)
MIDDAY = QuietHours(12, 14, weekends=False)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("hours", "asked", "leaves"),
    [
        (NIGHTS, "2026-11-23 09:20", "2026-11-23 09:20"),  # a Monday morning
        (NIGHTS, "2026-11-23 18:59", "2026-11-23 18:59"),
        (NIGHTS, "2026-11-23 19:00", "2026-11-24 07:00"),
        (NIGHTS, "2026-11-24 06:59", "2026-11-24 07:00"),
        (NIGHTS, "2026-11-24 07:00", "2026-11-24 07:00"),
        (NIGHTS, "2026-11-20 19:00", "2026-11-23 07:00"),  # Friday evening to Monday
        (NIGHTS, "2026-11-21 11:00", "2026-11-23 07:00"),
        (NIGHTS_ONLY, "2026-11-20 19:00", "2026-11-21 07:00"),
        (NIGHTS_ONLY, "2026-11-21 11:00", "2026-11-21 11:00"),
        (MIDDAY, "2026-11-23 12:30", "2026-11-23 14:00"),
        (NIGHTS, "2026-07-01 18:30", "2026-07-02 06:00"),  # 19:30 in London: summer time
        (NIGHTS, "2026-07-01 17:59", "2026-07-01 17:59"),
        (NIGHTS_ONLY, "2026-03-28 20:00", "2026-03-29 06:00"),  # the night is an hour shorter
        (NIGHTS_ONLY, "2026-10-24 19:00", "2026-10-25 07:00"),  # and an hour longer
        (NIGHTS, "2026-03-27 20:00", "2026-03-30 06:00"),  # over the weekend of the change
        (QuietHours(22, 1, weekends=False), "2026-03-28 23:00", "2026-03-29 01:00"),  # no 01:00
        (QuietHours(0, 2, weekends=False), "2026-10-25 00:30", "2026-10-25 02:00"),  # 01:30 twice
        (QuietHours(7, 7, weekends=False), "2026-11-23 07:30", "2026-11-23 07:30"),
    ],
)
def test_an_ordinary_email_leaves_when_quiet_hours_are_over(
    hours: QuietHours, asked: str, leaves: str
) -> None:
    assert hours.over(utc(asked)) == utc(leaves)


@given(
    moment=st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)),  # noqa: DTZ001 - made UTC below
    start=st.integers(0, 23),
    end=st.integers(0, 23),
    weekends=st.booleans(),
)
def test_it_always_leaves_outside_quiet_hours_and_within_four_days(
    moment: datetime, start: int, end: int, weekends: bool
) -> None:
    hours = QuietHours(start, end, weekends=weekends)
    asked = moment.replace(tzinfo=UTC)
    leaves = hours.over(asked)
    assert not hours.holds(leaves)
    assert timedelta() <= leaves - asked <= timedelta(days=4)
    assert leaves == asked or leaves.astimezone(LONDON).minute == 0


def test_what_is_put_together_leaves_by_the_full_hour() -> None:
    assert next_hour(utc("2026-11-23 09:20")) == utc("2026-11-23 10:00")
    assert next_hour(utc("2026-11-23 10:00")) == utc("2026-11-23 11:00")
