"""The returns workbook's readings as grades: this cycle's, and those of earlier ones.

A reading that names another cycle is history to every other command; here it counts like any
other. What is compared is one person's own judgement, so that moderated grades (agreed between
two) and self-audits are not taken, nor is *overall*, which sums up the other grades of the audit.
What moderation changed is read beside them.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from goldenthread.analysis.facts import JUDGED_ALONE, Judgement, Purpose, Reading
from goldenthread.analysis.grades import Grades
from goldenthread.analysis.reported import OVERALL
from goldenthread.definitions.scales import Scale
from goldenthread.documents.untrusted.opening import UnreadableFile
from goldenthread.exchange.grades.judged import Judged, grades_of_judged
from goldenthread.exchange.grades.moderation import moderated_grades
from goldenthread.exchange.grades.months import period
from goldenthread.exchange.grades.result import GradesRead, WrongRows
from goldenthread.exchange.problems import Problem, sentence
from goldenthread.exchange.workbook.read import read_returns
from goldenthread.exchange.workbook.result import Returns

_Key = tuple[str, Purpose, str]


def read_workbook(path: Path, since: date | None, until: date | None) -> GradesRead:
    """The grades of a returns workbook; an audit's month is that of *Completed on*.

    Raises ``UnreadableFile`` when the file as a whole cannot be read or holds no such readings,
    and ``WrongRows`` with every problem of its rows.
    """
    returns = read_returns(path)
    if returns.problems:
        raise WrongRows(returns.problems)
    grades = grades_of(path.name, returns, since, until)
    warnings = [sentence(one) for one in returns.warnings if not _is_of_history(one)]
    within = [one for one in returns.facts.readings if _is_within(one.occurred_on, since, until)]
    return GradesRead(grades, tuple(warnings), moderated_grades(path.name, returns, within))


def grades_of(
    name: str, returns: Returns, since: date | None = None, until: date | None = None
) -> Grades:
    """The grades of a workbook that was read, and has no problems; raises as ``read_workbook``."""
    if returns.scale is None:
        raise UnreadableFile(f"{name}: the sheet Cycle is missing or names no framework.")
    taken = [one for one in returns.facts.readings if one.purpose in JUDGED_ALONE]
    readings = [one for one in taken if _is_within(one.occurred_on, since, until)]
    if not readings:
        asked = f" {period(since, until)}" if taken else ""
        raise UnreadableFile(f"{name} holds no first or second readings{asked}.")
    _refuse_read_twice(readings)
    return _grades(name, readings, returns, returns.scale)


def _is_within(day: date, since: date | None, until: date | None) -> bool:
    """Whether the day's month overlaps the dates, as for a long table."""
    month = day.isoformat()[:7]
    return (since is None or since.isoformat()[:7] <= month) and (
        until is None or month <= until.isoformat()[:7]
    )


def _is_of_history(warning: Problem) -> bool:
    """The warning that a reading of another cycle is in no figure of this one: here it counts."""
    return (warning.sheet, warning.column) == ("Readings", "Cycle")


def _refuse_read_twice(readings: Iterable[Reading]) -> None:
    """An audit is child × auditor × month: two readings of one would be two grades in a cell."""
    first: dict[tuple[str, str, str], str] = {}
    problems = []
    for reading in readings:
        key = (reading.child, reading.auditor, reading.occurred_on.isoformat()[:7])
        if key in first:
            mend = (
                f"{first[key]} is a reading of the same child by the same auditor in the same "
                "month; keep one of the two, or correct the references."
            )
            problems.append(Problem("Readings", None, "Audit ref", reading.audit, mend))
        first.setdefault(key, reading.audit)
    if problems:
        raise WrongRows(problems)


def _grades(file: str, readings: Sequence[Reading], returns: Returns, scale: Scale) -> Grades:
    by_key = {_key(reading): reading for reading in readings}
    rows = [
        Judged(reading.child, reading, judgement.category, judgement.level)
        for judgement in returns.facts.judgements
        if judgement.category != OVERALL and (reading := by_key.get(_key(judgement)))
    ]
    return grades_of_judged(file, rows, scale)


def _key(row: Reading | Judgement) -> _Key:
    return row.audit, row.purpose, row.auditor
