"""What one audit may say only once: its team, its condition, and one grade in each category."""

import numpy as np
from numpy.typing import NDArray

from goldenthread.definitions.problems import shown
from goldenthread.exchange.grades.audits import Audits, GradedRows, constant
from goldenthread.exchange.grades.notes import Notes
from goldenthread.exchange.grades.records import MOST_SAID

_CONDITIONS = ("without", "with")


def check_constant(
    rows: GradedRows, audits: Audits, headings: dict[str, str], notes: Notes
) -> None:
    """Report rows whose team or condition is another than an earlier row of the audit says."""
    _check(rows.team.code, rows.team.texts, rows, audits, headings.get("team", ""), notes)
    _check(rows.condition, _CONDITIONS, rows, audits, headings.get("condition", ""), notes)


def _check(
    codes: NDArray[np.integer],
    texts: tuple[str, ...],
    rows: GradedRows,
    audits: Audits,
    heading: str,
    notes: Notes,
) -> None:
    if not heading:
        return
    first = constant(codes, audits)
    others = np.flatnonzero((codes >= 0) & (codes != first[audits.number]))
    for row in others[:MOST_SAID]:
        of_audit = np.flatnonzero((audits.number == audits.number[row]) & (codes >= 0))
        earlier = f"{notes.unit.capitalize()} {notes.numbers[rows.at[of_audit[0]]]}"
        mend = (
            f"{earlier} gives “{shown(texts[codes[of_audit[0]]])}” for the same child, auditor "
            f"and month; correct one of the two{_or_month(rows)}."
        )
        notes.wrong_row(int(rows.at[row]), heading, texts[codes[row]], mend)
    notes.so_many_more(heading, len(others) - MOST_SAID)


def dropped_repeats(
    rows: GradedRows, audits: Audits, cells: NDArray[np.int64], heading: str, notes: Notes
) -> None:
    """Count rows that say again what an earlier row says; report those that say otherwise."""
    filled = np.zeros(int(cells.max(initial=-1)) + 1, dtype=np.bool_)
    filled[cells] = True
    if np.count_nonzero(filled) == len(cells):
        return
    order = np.argsort(cells, kind="stable")
    new = np.diff(cells[order], prepend=-1) != 0
    first = order[np.maximum.accumulate(np.where(new, np.arange(len(order)), 0))]
    again = order[~new]
    differs = rows.grade[again] != rows.grade[first[~new]]
    _warn(int(np.count_nonzero(~differs)), notes)
    unequal = sorted(zip(again[differs].tolist(), first[~new][differs].tolist(), strict=True))
    for row, earlier in unequal[:MOST_SAID]:
        mend = (
            f"{notes.unit.capitalize()} {notes.numbers[rows.at[earlier]]} gives "
            f"{_label(rows, earlier)} for the same child, auditor, month and category; keep one "
            f"of the two{_or_month(rows)}."
        )
        notes.wrong_row(int(rows.at[row]), heading, _label(rows, row).strip("“”"), mend)
    notes.so_many_more(heading, len(unequal) - MOST_SAID)


def _label(rows: GradedRows, row: int) -> str:
    grade = rows.grade[row]
    return f"“{rows.labels[grade]}”" if grade >= 0 else "no grade"


def _or_month(rows: GradedRows) -> str:
    return "" if rows.month.texts else ", or add the column month if these are two audits"


def _warn(equal: int, notes: Notes) -> None:
    if equal:
        what = f"{notes.unit} says" if equal == 1 else f"{notes.unit}s say"
        notes.warnings.append(
            f"{notes.sheet}: {equal:,} {what} again what an earlier one says, and "
            f"{'was' if equal == 1 else 'were'} left out."
        )
