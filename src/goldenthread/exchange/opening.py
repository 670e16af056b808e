"""Open an untrusted workbook: one clear sentence when it cannot be, values and marks when it can.

Nothing in the file is executed and nothing is fetched.
"""

from collections.abc import Iterable
from pathlib import Path

from goldenthread.documents.untrusted.archive import Damaged, Unfit
from goldenthread.documents.untrusted.opening import UnreadableFile, content_of
from goldenthread.documents.untrusted.sniffing import FileKind, kind_of
from goldenthread.exchange.book import Book, OpenedSheet, cell_name
from goldenthread.exchange.xlsx import read_xlsx


def open_book(path: Path) -> Book:
    """Open a workbook: ``.xlsx`` or ``.xlsm``, whatever its name says.

    The old ``.xls`` format is refused: no library shows which of its rows are hidden or struck
    through, and a damaged one brings calamine down.

    Raises ``UnreadableFile`` with one sentence that says what is the matter and how to mend it.
    """
    content = content_of(path)
    _refuse_open(path)
    try:
        book = _opened(content)
    except Unfit as error:
        raise UnreadableFile(f"{path.name} {error}.") from error
    except Damaged as error:
        raise UnreadableFile(
            f"{path.name} is damaged or was only partly copied; fetch it again, or open it in "
            "Excel and save it."
        ) from error
    if not any(sheet.rows or sheet.marks.formulas for sheet in book.sheets):
        raise UnreadableFile(f"{path.name} holds no rows; fill it in and try again.")
    return book


def refuse_unsaved(path: Path, sheets: Iterable[OpenedSheet]) -> None:
    """Raise ``UnreadableFile`` where a formula's result was never saved: nobody knows it here."""
    found = [(sheet.name, place) for sheet in sheets for place in sorted(sheet.marks.unsaved)]
    if not found:
        return
    sheet, place = found[0]
    what = "a formula whose result was" if len(found) == 1 else "formulas whose results were"
    raise UnreadableFile(
        f"{path.name} holds {what} never saved (sheet {sheet}, cell {cell_name(place)}); "
        "open it in Excel, save it and try again."
    )


def _refuse_open(path: Path) -> None:
    """Excel and LibreOffice leave a file beside a workbook while somebody has it open.

    What is saved may then lack rows that were typed already.
    """
    for mark, program in ((f"~${path.name}", "Excel"), (f".~lock.{path.name}#", "LibreOffice")):
        if (path.parent / mark).exists():
            raise UnreadableFile(
                f"{path.name} is open in {program}; save it, close it and try again "
                f"(if nobody has it open, delete {mark})."
            )


def _opened(content: bytes) -> Book:
    kind = kind_of(content)
    if kind is FileKind.ZIP:
        return read_xlsx(content)
    raise Unfit(_not_a_workbook(kind))


def _not_a_workbook(kind: FileKind) -> str:
    if kind is FileKind.EMPTY:
        return "is empty (0 bytes); fetch it again"
    if kind is FileKind.PROTECTED:
        return "is protected by a password; open it in Excel and save it without one"
    if kind is FileKind.OLD_EXCEL:
        return "is in the old .xls format; open it in Excel and save it as an .xlsx file"
    if kind in {FileKind.TEXT, FileKind.WEB_PAGE, FileKind.XML}:
        return f"is {kind}, not a workbook; open it in Excel and save it as an .xlsx file"
    return f"is {kind}, not a workbook; give an Excel workbook (.xlsx)"
