"""A long table, understood: every problem at once, or the grades."""

from collections.abc import Iterator, Mapping
from datetime import date

import numpy as np
from numpy.typing import NDArray

from goldenthread.analysis.grades import MISSING, WITH, WITHOUT, Grades
from goldenthread.definitions.matching import normalise
from goldenthread.documents.untrusted.opening import UnreadableFile
from goldenthread.exchange.grades.audits import GradedRows, audits_of, cells_of, put_together
from goldenthread.exchange.grades.levels import WRONG, Levels, levels_of
from goldenthread.exchange.grades.long_rows import BLANK, Codes, Column, LongRows, recoded, tidied
from goldenthread.exchange.grades.months import HOW, month_of, period, within
from goldenthread.exchange.grades.names import Names, sorted_names
from goldenthread.exchange.grades.notes import Notes
from goldenthread.exchange.grades.repeats import check_constant, dropped_repeats
from goldenthread.exchange.grades.result import Best, GradesRead

_CONDITIONS = {"with": WITH, "without": WITHOUT}


def grades_of(
    rows: LongRows, best: Best | None, since: date | None, until: date | None
) -> GradesRead:
    """The grades of a long table.

    Raises ``WrongRows`` with every problem, and ``UnreadableFile`` with one sentence where the
    table as a whole cannot be understood.
    """
    rows = tidied(rows)
    _refuse_few(rows)
    _refuse_no_month(rows, since, until)
    notes = Notes.about(rows)
    levels = levels_of(rows, best)
    notes.warnings += levels.warnings
    understood, sound = _understood(rows, levels, notes, asked=bool(since or until))
    graded = _graded(understood.only(sound), rows, since, until, notes)
    notes.refuse()
    return GradesRead(graded, tuple(notes.warnings))


def _graded(
    graded: GradedRows, rows: LongRows, since: date | None, until: date | None, notes: Notes
) -> Grades:
    """What the sound rows within the period give; problems between them go to ``notes``."""
    if since or until:
        graded = graded.only(within(graded.month.texts, graded.month.code, since, until))
    if not len(graded) and not notes.problems:
        raise UnreadableFile(f"{rows.source} holds no audits {period(since, until)}.")
    audits = audits_of(graded)
    cells = cells_of(graded, audits, rows.source)
    headings = {name: column.heading for name, column in rows.columns.items()}
    check_constant(graded, audits, headings, notes)
    dropped_repeats(graded, audits, cells, headings["grade"], notes)
    grades = put_together(graded, audits, cells)
    notes.warnings += _half_stated(grades, rows.source, headings.get("condition", ""))
    return grades


def _half_stated(grades: Grades, source: str, heading: str) -> Iterator[str]:
    """What becomes of audits whose condition is blank where others state it."""
    stated = set(grades.condition.tolist())
    if MISSING not in stated or stated == {MISSING}:
        return
    blank = int(np.count_nonzero(grades.condition == MISSING))
    where = f"{source}, column {heading}"
    if {WITH, WITHOUT} <= stated:
        audits = "1 audit, which counts" if blank == 1 else f"{blank:,} audits, which count"
        yield f"{where} is blank for {audits} as without the conversation."
        return
    says, other = ("with", "without") if WITH in stated else ("without", "with")
    yield (
        f"{where} says {says} or nothing, so that nothing is said of what the conversation "
        f"changes; write {other} where that is meant."
    )


def _refuse_few(rows: LongRows) -> None:
    if len(rows) == 0 and not rows.problems:
        raise UnreadableFile(f"{rows.source} holds headings and no grades; fill it in.")
    if len(rows) == 1:
        raise UnreadableFile(
            f"{rows.source} holds one grade only, and one grade can be compared with nothing; "
            "give the audits of several auditors."
        )


def _refuse_no_month(rows: LongRows, since: date | None, until: date | None) -> None:
    if (since or until) and "month" not in rows.columns:
        raise UnreadableFile(
            f"{rows.source} has no column month, so that audits {period(since, until)} cannot be "
            "told from the others; add it, or ask for all."
        )


def _understood(
    rows: LongRows, levels: Levels, notes: Notes, *, asked: bool
) -> tuple[GradedRows, NDArray[np.bool_]]:
    """Every cell by its meaning, and which rows hold nothing wrong."""
    sound = levels.code != WRONG
    notes.wrong_cells(rows.columns["grade"], ~sound, levels.mend)
    named = {name: _names(name, rows, notes) for name in ("case", "auditor", "category", "team")}
    for name in ("case", "auditor", "category"):
        sound &= _filled(rows.columns[name], notes)
    month = _months(rows, notes)
    condition = _conditions(rows, notes)
    sound &= (month.code != WRONG) & (condition != WRONG)
    if asked:
        sound &= _filled(rows.columns["month"], notes)
    graded = GradedRows(
        **named,
        month=month,
        condition=condition,
        grade=levels.code,
        labels=levels.labels,
        values=levels.values,
        at=np.arange(len(rows)),
    )
    return graded, sound


def _names(name: str, rows: LongRows, notes: Notes) -> Names:
    if name not in rows.columns:
        return Names((), _none(rows))
    names, warnings = sorted_names(rows.columns[name])
    notes.warnings += warnings
    return names


def _none(rows: LongRows) -> Codes:
    """A column that the table does not have: nothing in every row, and no memory."""
    return np.broadcast_to(np.int32(BLANK), len(rows))


def _filled(column: Column, notes: Notes) -> NDArray[np.bool_]:
    filled: NDArray[np.bool_] = column.code != BLANK
    notes.wrong_cells(column, ~filled, lambda _: "Fill this in.")
    return filled


def _months(rows: LongRows, notes: Notes) -> Names:
    if "month" not in rows.columns:
        return Names((), _none(rows))
    column = rows.columns["month"]
    meant = {text: month_of(text) for text in column.texts}
    months = sorted({month for month in meant.values() if month})
    place: Mapping[str | None, int] = {None: WRONG} | {m: n for n, m in enumerate(months)}
    code = recoded(column.code, [place[meant[text]] for text in column.texts])
    notes.wrong_cells(column, code == WRONG, lambda _: HOW)
    return Names(tuple(months), code)


def _conditions(rows: LongRows, notes: Notes) -> NDArray[np.int8]:
    if "condition" not in rows.columns:
        return _none(rows).astype(np.int8)
    column = rows.columns["condition"]
    lookup = [_CONDITIONS.get(normalise(text), WRONG) for text in column.texts]
    code = recoded(column.code, lookup)
    mend = "Write with or without (the conversation with the worker), or leave it blank."
    notes.wrong_cells(column, code == WRONG, lambda _: mend)
    return code.astype(np.int8)
