"""An ``.xlsx`` or ``.xlsm`` file, from its bytes: values by calamine, marks beside them.

Only the parts that hold values are unpacked, within limits, and only those are handed on to
calamine. Macros, links to other files and everything else in the archive stay packed.
"""

from dataclasses import replace
from io import BytesIO

from lxml import etree
from python_calamine import CalamineError, CalamineWorkbook

from goldenthread.documents.untrusted.archive import Archive, Damaged, Unfit, packed
from goldenthread.exchange.book import Book, Marks, OpenedSheet, Value
from goldenthread.exchange.marks import (
    Limits,
    Styles,
    TooLarge,
    sheet_marks,
    struck_strings,
    struck_styles,
)
from goldenthread.exchange.parts import SheetPart, WorkbookParts, workbook_parts

MOST_ROWS = 100_000
MOST_ROWS_IN_ALL = 3 * MOST_ROWS
"""Of all sheets: many small sheets would otherwise take minutes, and gigabytes."""
_HEADING_ROWS = 10
_LIMITS = Limits(rows=MOST_ROWS + _HEADING_ROWS, cells=8_000_000)

_SAVE_AGAIN = "open it in Excel, save it as an Excel workbook (.xlsx) and try again"
_OTHER_FILES = (
    ("xl/workbook.bin", f"is a binary Excel workbook (.xlsb); {_SAVE_AGAIN}"),
    ("content.xml", f"is an OpenDocument file; {_SAVE_AGAIN}"),
    ("word/document.xml", "is a Word document, not a workbook; give an Excel workbook (.xlsx)"),
    ("ppt/presentation.xml", "is a presentation, not a workbook; give an Excel workbook (.xlsx)"),
)


def read_xlsx(content: bytes) -> Book:
    """Values and marks of every sheet. Raises ``Unfit``, or ``Damaged``."""
    archive = Archive(content)
    _refuse_others(archive.names)
    parts = workbook_parts(archive)
    contents = {name: archive.read(name) for name in dict.fromkeys(parts.needed())}
    try:
        marks = _marks(parts, contents)
        values = _values(packed(contents), parts.sheets)
    except (etree.XMLSyntaxError, CalamineError, ValueError) as error:
        raise Damaged from error
    return Book(
        tuple(
            OpenedSheet(part.name, rows, part.hidden, its_marks)
            for part, rows, its_marks in zip(parts.sheets, values, marks, strict=True)
        )
    )


def _refuse_others(names: frozenset[str]) -> None:
    for part, sentence in _OTHER_FILES:
        if part in names:
            raise Unfit(sentence)
    if "[Content_Types].xml" not in names:
        raise Unfit("is a zip archive, not a workbook; unpack it and give the workbook inside")


def _marks(parts: WorkbookParts, contents: dict[str, bytes]) -> list[Marks]:
    styles = Styles(
        struck_styles(contents[parts.styles]) if parts.styles else frozenset(),
        struck_strings(contents[parts.strings]) if parts.strings else frozenset(),
    )
    marks = []
    left = MOST_ROWS_IN_ALL
    for sheet in parts.sheets:
        limits = replace(_LIMITS, rows=min(_LIMITS.rows, left))
        try:
            part = contents[sheet.part]
            marks.append(sheet_marks(part, styles, limits, computed=parts.computed))
            left -= marks[-1].filled_rows
        except TooLarge as error:
            raise Unfit(
                f"has more than {MOST_ROWS:,} rows, or cells far away from the others, on sheet "
                f"{sheet.name}; {MOST_ROWS:,} rows are the most that can be read of a sheet, and "
                f"{MOST_ROWS_IN_ALL:,} of all"
            ) from error
    return marks


def _values(content: bytes, sheets: tuple[SheetPart, ...]) -> list[tuple[tuple[Value, ...], ...]]:
    with CalamineWorkbook.from_filelike(BytesIO(content)) as workbook:
        return [
            tuple(
                map(tuple, workbook.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False))
            )
            for sheet in sheets
        ]
