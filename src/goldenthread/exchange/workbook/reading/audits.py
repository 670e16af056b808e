"""Readings, allocations, exemptions and reasons, row by row."""

from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.analysis.facts import (
    Allocation,
    Answered,
    Exemption,
    Judgement,
    Purpose,
    Reading,
    Reason,
)
from goldenthread.definitions.frameworks import Framework
from goldenthread.exchange.workbook.columns import Column
from goldenthread.exchange.workbook.reading.cells import Grade
from goldenthread.exchange.workbook.reading.row import NOT_APPLICABLE, NOT_GRADED, RowReader


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One row of *Readings*: who read what, and the judgements."""

    reading: Reading
    judgements: tuple[Judgement, ...]


def reading_row(row: RowReader) -> ReadingRow:
    """A reading with its judgements."""
    reading = Reading(
        audit=row.name("Audit ref"),
        child=row.name("Child ref"),
        purpose=row.member("Purpose", Purpose, Purpose.FIRST),
        auditor=row.name("Auditor code"),
        team=row.name("Team"),
        service=row.name("Service"),
        plan_type=row.choice("Plan type"),
        age_band=row.name("Age band"),
        cycle=row.name("Cycle"),
        occurred_on=row.day_that_must_be("Completed on"),
        look_back_months=row.whole("Look-back (months)"),
    )
    return ReadingRow(reading, tuple(_judgements(row, reading)))


def _judgements(row: RowReader, reading: Reading) -> Iterator[Judgement]:
    """One judgement per category and for *overall*; of a moderated reading only the changes."""
    framework = row.context.vocabularies.framework
    for column in row.table.sheet.columns:
        if not column.category or framework is None:
            continue
        grade = row.grade(column.heading)
        if grade == NOT_GRADED and reading.purpose is Purpose.MODERATED:
            _warn_unchanged(row, column)
        if grade is not None:
            _warn_unexpected(row, reading, column, grade, framework)
        elif reading.purpose is Purpose.MODERATED:
            continue
        else:
            grade = _blank(framework, column.category, reading.plan_type)
        yield Judgement(
            reading.audit,
            reading.purpose,
            reading.auditor,
            column.category,
            grade.answered,
            grade.level,
        )


def _warn_unchanged(row: RowReader, column: Column) -> None:
    mend = "In a moderated reading this means unchanged: the first reading's answer stays."
    row.context.report.warn(
        row.table.name, row.number, column.heading, row.row.cells[column.heading], mend
    )


def _blank(framework: Framework, category: str, plan_type: str) -> Grade:
    """A blank is *not applicable* where the framework says so of the plan type, else not graded."""
    return NOT_GRADED if _applies(framework, category, plan_type) else NOT_APPLICABLE


def _applies(framework: Framework, category: str, plan_type: str) -> bool:
    if category == "overall" or not plan_type:
        return True
    applies_to = framework.category(category).applies_to
    return applies_to is None or plan_type in applies_to


def _warn_unexpected(
    row: RowReader, reading: Reading, column: Column, grade: Grade, framework: Framework
) -> None:
    if grade.answered is not Answered.GRADED:
        return
    if not _applies(framework, column.category, reading.plan_type):
        mend = "The framework does not ask this of such a plan; the grade was kept."
        row.context.report.warn(
            row.table.name, row.number, column.heading, row.row.cells[column.heading], mend
        )


def allocation(row: RowReader) -> Allocation:
    """One audit asked of one auditor."""
    return Allocation(
        audit=row.name("Audit ref"),
        child=row.name("Child ref"),
        auditor=row.name("Auditor code"),
        team=row.name("Team"),
        service=row.name("Service"),
        due_on=row.day("Due on"),
    )


def exemption(row: RowReader) -> Exemption:
    """An allocation that need not be returned."""
    return Exemption(
        audit=row.name("Audit ref"),
        reason=row.prose("Reason"),
        approved_by=row.name("Approved by"),
        approved_on=row.day_that_must_be("Approved on"),
    )


def reason(row: RowReader) -> Reason:
    """Why a grade was given."""
    return Reason(
        audit=row.name("Audit ref"),
        category=row.choice("Category"),
        text=row.prose("Reason"),
        piece_of_work=row.name("Piece of work"),
        occurred_on=row.day("Date"),
    )
