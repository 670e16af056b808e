"""Which cases to read a second time, and by whom: the month's moderation design."""

from collections.abc import Sequence
from functools import partial

from goldenthread.analysis.linkage.contrasts import Variation
from goldenthread.analysis.linkage.design import Choice, Design
from goldenthread.analysis.linkage.greedy import Choosing
from goldenthread.analysis.linkage.joining import planned_joins
from goldenthread.analysis.linkage.month import Month, SecondReading
from goldenthread.analysis.linkage.network import Network, with_shared_cases
from goldenthread.analysis.linkage.openings import openings


def choose_second_readings(
    so_far: Network,
    month: Month,
    affordable: int,
    *,
    variation: Variation | None = None,
    already: Sequence[SecondReading] = (),
    most_each: int | None = None,
) -> Design:
    """The second readings of a month that tell most about differences between auditors.

    ``so_far`` is the network of the year that ends with this month; the month's people need not
    be in it yet. ``affordable`` is how many second readings the month has room for, those that
    are chosen ``already`` (for risk, or at random) included; they count before anything is
    chosen. A case is chosen once, never for its own auditor, only for whom ``month`` allows, and
    nobody has more than ``most_each`` second readings in the month.

    The rules, in order: join auditors who cannot be compared; give each auditor two second
    readings in the year; make differences between auditors known as well as can be. Where gains
    are within 5%, the pair that shared fewer cases in the year is taken, then the reader with
    fewer readings this month, then the first by case and reader code.

    Raises ``ValueError`` where a second reading chosen already is of a case that is not in the
    month, or is by somebody who reads that case anyway.
    """
    people = _readers_of(month, already)
    year = with_shared_cases(
        so_far, people.values(), {*month.people, *(reading.reader for reading in already)}
    )
    open_ = openings(month, year, already)
    start = partial(Choosing, year, open_, variation or Variation(), most_each)
    left = affordable - len(already)
    choosing = start()
    before, choices = choosing.standing(), tuple(choosing.choices(left))
    plan = planned_joins(year.component, open_, choosing.joins, left)
    if plan is not None:
        planned = start(plan)
        more = tuple(planned.choices(left))
        if len(planned.joins) > len(choosing.joins):
            choosing, choices = planned, more
    why = None if 0 < left == len(choices) else _why_fewer(month, affordable, left, choices)
    return Design(choices, before, choosing.standing(), why)


def _readers_of(month: Month, already: Sequence[SecondReading]) -> dict[str, list[str]]:
    """Everybody who reads each case whose second reading is chosen already."""
    auditor = {assignment.case: assignment.auditor for assignment in month.assignments}
    readers: dict[str, list[str]] = {}
    for reading in already:
        if reading.case not in auditor:
            raise ValueError(f"second reading of {reading.case}, which nobody reads this month")
        people = readers.setdefault(reading.case, [auditor[reading.case]])
        if reading.reader in people:
            raise ValueError(f"{reading.reader} would read {reading.case} twice")
        people.append(reading.reader)
    return readers


def _why_fewer(month: Month, affordable: int, left: int, choices: tuple[Choice, ...]) -> str:
    if not month.assignments:
        return "no child is allocated this month"
    if affordable <= 0:
        return "there is no room for second readings this month"
    if left <= 0:
        return "the second readings chosen already take up all the room there is"
    if not choices:
        return "nobody may be the second reader of any child this month"
    return "nobody is left who may be the second reader of another child"
