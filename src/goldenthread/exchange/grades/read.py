"""Read a file of grades, whatever it is: a long table as text or on a sheet, or the returns."""

from datetime import date
from pathlib import Path

from goldenthread.definitions.matching import normalise
from goldenthread.documents.untrusted.archive import Archive, Damaged, Unfit
from goldenthread.documents.untrusted.opening import content_of
from goldenthread.exchange.grades.content import text_content
from goldenthread.exchange.grades.delimited import read_text
from goldenthread.exchange.grades.long import grades_of
from goldenthread.exchange.grades.result import Best, GradesRead
from goldenthread.exchange.grades.sheet import read_sheet
from goldenthread.exchange.grades.workbook import read_workbook
from goldenthread.exchange.parts import workbook_parts
from goldenthread.exchange.workbook.declared.cycle import CYCLE


def read_grades(
    path: Path,
    *,
    best: Best | None = None,
    since: date | None = None,
    until: date | None = None,
) -> GradesRead:
    """The grades in a long table (CSV or ``.xlsx``) or in a returns workbook.

    A long table has the columns case, auditor, category and grade, and may have team, month and
    condition. An audit is case × auditor × month. Its grades are words of a shipped scale, or
    whole numbers, of which ``best`` says which end is the best. ``since`` and ``until`` keep the
    months that overlap them.

    Raises ``UnreadableFile`` with one sentence when the file as a whole cannot be read or
    understood, and ``WrongRows`` with every problem of its rows; nothing else.
    """
    content = text_content(path)
    if content is not None:
        return grades_of(read_text(path.name, content), best, since, until)
    if _is_returns(path):
        return read_workbook(path, since, until)
    return grades_of(read_sheet(path), best, since, until)


def _is_returns(path: Path) -> bool:
    """Whether a workbook has the sheet that every returns workbook begins with."""
    try:
        sheets = workbook_parts(Archive(content_of(path))).sheets
    except (Damaged, Unfit, ValueError):
        return False  # the opener says what is the matter
    return any(normalise(sheet.name) == normalise(CYCLE.name) for sheet in sheets)
