"""What children read by two auditors say of grades, for a brief.

All readings up to the day of its figures count, those of earlier cycles too. Most workbooks hold
too few second readings to say anything, and only the others load what computes.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from goldenthread.analysis.facts import JUDGED_ALONE, Reading
from goldenthread.analysis.phrases.consistency_agreement import ENOUGH_CHILDREN, TOO_FEW_TWICE
from goldenthread.engine.returns import ReturnsFile
from goldenthread.exchange.workbook.result import Returns
from goldenthread.publications.inputs import SecondReadings

TOO_FEW = SecondReadings((TOO_FEW_TWICE,))


def second_readings(file: ReturnsFile, as_at: date | None = None) -> SecondReadings:
    """Whether auditors agree, and how much of the difference between audits is the children.

    Empty where no child was read by two auditors up to ``as_at``, by default the cycle's cut-off.
    """
    returns = _up_to(file.returns, as_at or file.cycle.cut_off_on)
    twice = _read_twice(returns.facts.readings)
    if not twice:
        return SecondReadings()
    return TOO_FEW if twice < ENOUGH_CHILDREN else _computed(file.path.name, returns)


def _up_to(returns: Returns, day: date) -> Returns:
    """The workbook as it stood at the end of a day."""
    facts = returns.facts
    by_then = tuple(one for one in facts.readings if one.occurred_on <= day)
    return replace(returns, facts=replace(facts, readings=by_then))


def _read_twice(readings: Iterable[Reading]) -> int:
    """How many children two auditors or more read."""
    auditors: defaultdict[str, set[str]] = defaultdict(set)
    for reading in readings:
        if reading.purpose in JUDGED_ALONE:
            auditors[reading.child].add(reading.auditor)
    return sum(len(each) > 1 for each in auditors.values())


def _computed(name: str, returns: Returns) -> SecondReadings:
    from goldenthread.documents.untrusted.opening import UnreadableFile
    from goldenthread.engine.consistency.in_brief import said_of
    from goldenthread.exchange.grades.result import WrongRows
    from goldenthread.exchange.grades.workbook import grades_of

    try:
        grades = grades_of(name, returns)
    except (UnreadableFile, WrongRows):  # no reason to keep a brief back
        return SecondReadings()
    return said_of(grades) or TOO_FEW
