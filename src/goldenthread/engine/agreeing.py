"""Whether a workbook's auditors agree, in a sentence for its brief.

All readings count, those of earlier cycles too. Most workbooks hold too few second readings to
say anything, and only the others load what computes agreement.
"""

from collections import defaultdict
from collections.abc import Iterable

from goldenthread.analysis.facts import JUDGED_ALONE, Reading
from goldenthread.analysis.phrases.consistency_agreement import (
    ENOUGH_CHILDREN,
    TOO_FEW_TWICE,
    agreed_in_short,
)
from goldenthread.analysis.phrases.pieces import Pieces
from goldenthread.engine.returns import ReturnsFile


def auditors_agree(file: ReturnsFile) -> Pieces:
    """The sentence; empty where no child was read by two auditors."""
    twice = _read_twice(file.returns.facts.readings)
    if not twice:
        return ()
    return (TOO_FEW_TWICE,) if twice < ENOUGH_CHILDREN else _agreed(file)


def _read_twice(readings: Iterable[Reading]) -> int:
    """How many children two auditors or more read."""
    auditors: defaultdict[str, set[str]] = defaultdict(set)
    for reading in readings:
        if reading.purpose in JUDGED_ALONE:
            auditors[reading.child].add(reading.auditor)
    return sum(len(each) > 1 for each in auditors.values())


def _agreed(file: ReturnsFile) -> Pieces:
    from goldenthread.analysis.agreement import agreement
    from goldenthread.exchange.grades.result import WrongRows
    from goldenthread.exchange.grades.workbook import grades_of

    try:
        grades = grades_of(file.path.name, file.returns)
    except WrongRows:  # what the command for consistency refuses keeps no brief back
        return ()
    found = agreement(grades)
    return agreed_in_short(found) if found.children >= ENOUGH_CHILDREN else (TOO_FEW_TWICE,)
