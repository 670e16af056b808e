"""The workbook as it grows: its formats, and tables written so that text stays text."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import zip_longest
from typing import Any, Final

import xlsxwriter

from goldenthread.documents.blocks import Document
from goldenthread.documents.render.office.addresses import link_target
from goldenthread.documents.render.office.metrics import ARIAL
from goldenthread.documents.render.office.words import joined
from goldenthread.documents.render.sheets.cells import SheetColumn, Value
from goldenthread.documents.theme import OFFICE_FONT, PALETTE

_SIZE: Final = 10
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_FONT: Final = {"font_name": OFFICE_FONT, "font_size": _SIZE, "font_scheme": "none"}
"""Named, and not the theme's."""
_FORMATS: Final[dict[str, dict[str, object]]] = {
    "title": {"bold": True, "font_size": 16, "font_color": PALETTE.accent},
    "lead": {"font_size": 12, "font_color": PALETTE.ink},
    "label": {"bold": True, "font_color": PALETTE.accent, "valign": "top"},
    "header": {
        "bold": True,
        "font_color": PALETTE.paper,
        "bg_color": PALETTE.accent,
        "text_wrap": True,
        "valign": "bottom",
    },
    "number header": {
        "bold": True,
        "font_color": PALETTE.paper,
        "bg_color": PALETTE.accent,
        "text_wrap": True,
        "valign": "bottom",
        "align": "right",
        "indent": 1,
    },
    "text": {"text_wrap": True, "valign": "top"},
    "number": {"valign": "top", "num_format": "#,##0", "indent": 1, "align": "right"},
    "note": {"font_color": PALETTE.quiet},
    "link": {"font_color": PALETTE.accent, "underline": 1},
}
_WIDEST: Final = 340.0
_NARROWEST: Final = 44.0
_LINE: Final = 13.0
"""Widths of columns and height of a line, in points."""
_LONGEST_TEXT: Final = 32_767
_LONGEST_LINK: Final = 2_079
"""Limits of Excel, in characters."""
_A4: Final = 9


@dataclass(slots=True)
class Book:
    """A workbook in memory."""

    document: Document
    _out: BytesIO = field(default_factory=BytesIO)
    workbook: Any = field(init=False)
    formats: dict[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        """Start the workbook."""
        font = dict(_FONT)  # xlsxwriter writes into it
        self.workbook = xlsxwriter.Workbook(
            self._out, _OPTIONS | {"default_format_properties": font}
        )
        looks = _FORMATS.items()
        self.formats = {name: self.workbook.add_format(_FONT | look) for name, look in looks}

    def add_sheet(self, name: str) -> Any:
        """Add a sheet, set up for printing on A4."""
        sheet = self.workbook.add_worksheet(name)
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.hide_gridlines(2)
        head = self.document.masthead
        running = joined(head.authority, head.kind).replace("&", "&&")
        sheet.set_footer(f"&L{running}&RPage &P of &N")
        return sheet

    def write(self, sheet: Any, row: int, column: int, value: Value, look: str) -> None:
        """Write a number as a number, and text as text, whatever it starts with."""
        if isinstance(value, int):
            sheet.write_number(row, column, value, self.formats["number"])
        elif value:
            sheet.write_string(row, column, value[:_LONGEST_TEXT], self.formats[look])

    def write_link(self, sheet: Any, row: int, column: int, address: str, text: str) -> None:
        """Write words that lead to an address, or the words alone if it is no address."""
        target = link_target(address)
        if target is None or len(target) > _LONGEST_LINK:
            self.write(sheet, row, column, text, "text")
        else:
            sheet.write_url(row, column, target, self.formats["link"], text[:_LONGEST_TEXT])

    def write_inner_link(self, sheet: Any, row: int, column: int, name: str) -> None:
        """Write the name of a sheet that leads to it."""
        quoted = name.replace("'", "''")
        sheet.write_url(row, column, f"internal:'{quoted}'!A1", self.formats["link"], name)

    def write_table(self, sheet: Any, top: int, columns: Sequence[SheetColumn]) -> int:
        """Write an Excel table from row ``top`` and return the row below it."""
        height = max((len(column.values) for column in columns), default=0)
        for place, column in enumerate(columns):
            for row, value in enumerate(column.values, top + 1):
                self.write(sheet, row, place, value, "text")
        headers = [
            {"header": column.header, "header_format": self.formats[_header_look(column)]}
            for column in columns
        ]
        bottom = top + max(1, height)
        if columns:
            look = {"columns": headers, "style": "Table Style Light 1", "autofilter": False}
            sheet.add_table(top, 0, bottom, len(columns) - 1, look)
        return bottom + 1

    def fit(self, sheet: Any, *tables: tuple[int, Sequence[SheetColumn]]) -> None:
        """Make columns as wide as their values, and rows as high as their words then need.

        Each table is given with the row of its header.
        """
        widths = []
        for place, alike in enumerate(zip_longest(*(columns for _, columns in tables))):
            width = min(_WIDEST, max(_NARROWEST, *(_width(one) for one in alike if one)))
            sheet.set_column(place, place, characters(width))
            widths.append(width)
        for top, columns in tables:
            _set_heights(sheet, top, columns, widths)

    def set_height(self, sheet: Any, row: int, text: str, width: float) -> None:
        """Make a row as high as its words need in ``width`` characters."""
        lines = ARIAL.lines(text, _SIZE, width * ARIAL.width("0", _SIZE))
        if lines > 1:
            sheet.set_row(row, (lines + 0.2) * _LINE)

    def save(self) -> bytes:
        """Close the workbook and return the file."""
        self.workbook.close()
        return self._out.getvalue()


def _set_heights(
    sheet: Any, top: int, columns: Sequence[SheetColumn], widths: Sequence[float]
) -> None:
    """Set the height of the header row, and of each row with a value of several lines."""
    headers = [
        ARIAL.lines(column.header, _SIZE, width, bold=True)
        for column, width in zip(columns, widths, strict=False)
    ]
    sheet.set_row(top, (max(headers, default=1) + 0.5) * _LINE)
    for row, values in enumerate(zip(*(column.values for column in columns), strict=True), top + 1):
        lines = max(
            ARIAL.lines(str(value), _SIZE, width)
            for value, width in zip(values, widths, strict=False)
        )
        if lines > 1:
            sheet.set_row(row, (lines + 0.2) * _LINE)


def _header_look(column: SheetColumn) -> str:
    return "number header" if column.numeric else "header"


def _width(column: SheetColumn) -> float:
    """Return the width of a column's longest value or longest word of its header, in points."""
    texts = (str(value) for value in column.values if value is not None)
    header = ARIAL.longest_word(column.header, _SIZE, bold=True)
    return max([header, *(ARIAL.width(text, _SIZE) for text in texts)])


def characters(points: float) -> float:
    """Return a width in points as Excel counts it: in noughts of the default font, with edges."""
    return points / ARIAL.width("0", _SIZE) + 2
