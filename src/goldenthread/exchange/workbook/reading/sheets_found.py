"""Which sheets of a file are sheets of the returns workbook, whatever their order."""

from collections.abc import Mapping

from goldenthread.definitions.matching import normalise
from goldenthread.exchange.book import Book, OpenedSheet
from goldenthread.exchange.workbook.declared.sources import ESCALATIONS
from goldenthread.exchange.workbook.reading.cells import is_blank
from goldenthread.exchange.workbook.reading.report import Report
from goldenthread.exchange.workbook.sheets import LISTS, SHEETS


def find_sheets(book: Book, report: Report) -> dict[str, OpenedSheet]:
    """The file's sheets by declared name; the others are said not to be read."""
    known = {normalise(other): sheet.name for sheet in SHEETS for other in sheet.also}
    known |= {normalise(sheet.name): sheet.name for sheet in SHEETS}
    found: dict[str, OpenedSheet] = {}
    for opened in book.sheets:
        name = known.get(normalise(opened.name))
        if name is None:
            _warn_unknown(opened, report)
        elif name in found:
            mend = f"This sheet and {found[name].name} are both {name}; keep one of the two."
            report.problem(name, None, "", opened.name, mend)
        else:
            found[name] = opened
    return found


def _warn_unknown(opened: OpenedSheet, report: Report) -> None:
    own = opened.hidden and opened.name == LISTS
    if own or all(is_blank(value) for row in opened.rows for value in row):
        return
    mend = "This sheet is not part of a returns workbook and was not read."
    report.warn(opened.name, None, "", "", mend)


def check_must(filled: Mapping[str, int], report: Report) -> None:
    """Report those of *Cycle*, *Readings* and *Allocations* that hold no rows.

    Every other sheet may be missing; only of *Escalations* a brief then claims something.

    ``filled`` is the number of filled rows of each sheet that there is.
    """
    for sheet in SHEETS:
        if sheet.must and sheet.name not in filled:
            report.problem(sheet.name, None, "", "", f"Add a sheet called {sheet.name}.")
        elif sheet.must and not filled[sheet.name]:
            report.problem(sheet.name, None, "", "", "This sheet is empty; fill it in.")
    if ESCALATIONS.name not in filled:
        mend = "There is no such sheet: a brief will say that no child's audit raised alarm."
        report.warn(ESCALATIONS.name, None, "", "", mend)
