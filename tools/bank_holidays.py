# /// script
# requires-python = ">=3.11"
# dependencies = ["holidays>=0.60"]
# ///
"""Write the bank holidays of England to the shipped calendar.

Run it when a year must be added or a special bank holiday has been proclaimed::

    python tools/bank_holidays.py 2010 2040

The dates come from the `holidays` package (MIT). Before committing, compare the next two years
with the list that the government publishes; `tests/definitions/test_calendars.py` compares the
file with `holidays` and with published dates that were copied by hand.
"""

import sys
from pathlib import Path

import holidays

CALENDAR = Path(__file__).parents[1] / "src/goldenthread/definitions/data/calendars/england.yaml"

SATURDAY = 5
"""A holiday at the weekend is no day off work; its substitute day is in the list instead."""

HEAD = """\
# How days are counted, and the bank holidays of England. Written by tools/bank_holidays.py.
#
# A working day is Monday to Friday and no bank holiday. An authority whose case system counts bank
# holidays as working days keeps a copy of this file with an empty list of them.
# "trigger_is_day" is 0 where counting begins on the day after the trigger, as here, and 1 where the
# day of the trigger is itself the first day.
#
# Later years follow the rule of the Banking and Financial Dealings Act 1971. A bank holiday that is
# proclaimed for one occasion, such as a coronation, has to be added when it is announced.
id: england
label: England
trigger_is_day: 0
first_year: {first}
last_year: {last}
bank_holidays:
"""


def main(first: int, last: int) -> None:
    """Write the calendar from the first to the last year."""
    days = holidays.country_holidays("GB", subdiv="ENG", years=range(first, last + 1))
    weekdays = sorted((day, name) for day, name in days.items() if day.weekday() < SATURDAY)
    lines = [f"  {day.isoformat()}: {name}\n" for day, name in weekdays]
    CALENDAR.write_text(HEAD.format(first=first, last=last) + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
