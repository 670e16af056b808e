"""How the returns workbook looks: formats, colours, widths, and the printed page."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from goldenthread.documents.render.office.metrics import ARIAL
from goldenthread.documents.theme import OFFICE_FONT, PALETTE
from goldenthread.exchange.workbook.columns import Column, Group, Kind, Sheet

TAB_COLOURS = {
    Group.CYCLE: "#0f4c5c",
    Group.AUDITS: "#01665e",
    Group.SOURCES: "#8c510a",
    Group.LEARNING: "#5b3a8c",
    Group.CHECKS: "#4a565b",
}

_MISSING_FILL = "#fff2cc"
_A4, _LANDSCAPE_CM, _CM_PER_CHARACTER = 9, 27.7, 0.19
_LEAST_SCALE = 0.75
"""Below this, text of 10 points is too small to read on paper: columns go on to a next page."""

_SIZE = 10
"""Points, of all text."""

_POINTS_PER_WIDTH = 5.25
"""A column's width counts figures of 7 pixels, at 96 pixels to the inch (ECMA-376, 18.3.1.13)."""

_LINE, _PADDING, _HIGHEST = 12.75, 2.25, 409.0
"""Points: one line of text, the space around it, and the highest row that Excel allows."""


@dataclass(frozen=True, slots=True)
class Formats:
    """The cell formats of one workbook."""

    must: Format
    """Headings that must be filled."""
    may: Format
    text: Format
    general: Format
    date: Format
    help: Format
    missing: Format
    """Cells that must be filled and are not, in a row that somebody has begun."""

    def cell(self, column: Column) -> Format:
        """The format of the cells under a heading.

        References and names are text, so that Excel leaves ``001``, ``1/2`` and ``5-9`` alone.
        """
        if column.kind is Kind.DATE:
            return self.date
        if column.kind in {Kind.REFERENCE, Kind.REFERENCES, Kind.NAME}:
            return self.text
        return self.general

    def heading(self, column: Column) -> Format:
        """Obligatory columns are dark, the others light."""
        return self.must if column.must else self.may


def add_formats(workbook: Workbook) -> Formats:
    """Make the formats of a workbook."""
    base = {"font_name": OFFICE_FONT, "font_size": _SIZE, "valign": "top"}
    cell = base | {"text_wrap": True, "font_color": PALETTE.ink, "align": "left"}
    heading = base | {"bold": True, "text_wrap": True, "border": 1, "border_color": PALETTE.rule}
    return Formats(
        must=workbook.add_format(
            heading | {"bg_color": PALETTE.accent, "font_color": PALETTE.paper}
        ),
        may=workbook.add_format(
            heading | {"bg_color": PALETTE.accent_tint, "font_color": PALETTE.accent}
        ),
        text=workbook.add_format(cell | {"num_format": "@"}),
        general=workbook.add_format(cell),
        date=workbook.add_format(cell | {"num_format": "dd/mm/yyyy"}),
        help=workbook.add_format(cell | {"font_color": PALETTE.quiet}),
        missing=workbook.add_format({"bg_color": _MISSING_FILL}),
    )


def set_height(
    worksheet: Worksheet, row: int, texts: Iterable[tuple[str, float]], *, bold: bool = False
) -> None:
    """Make a row as high as its longest text needs. ``texts`` are texts and column widths.

    Excel does this by itself only for rows that somebody types.
    """
    lines = max((_lines(text, width, bold) for text, width in texts), default=1)
    if lines > 1:
        worksheet.set_row(row, min(lines * _LINE + _PADDING, _HIGHEST))


@lru_cache(maxsize=10_000)
def _lines(text: str, width: float, bold: bool) -> int:
    if len(text) * 2 <= width:
        return 1
    room = width * _POINTS_PER_WIDTH
    return sum(ARIAL.lines(line, _SIZE, room, bold=bold) for line in text.splitlines())


def set_page(worksheet: Worksheet, sheet: Sheet) -> None:
    """A4 landscape, header row on every page, as many pages wide as stay readable."""
    worksheet.set_paper(_A4)
    worksheet.set_landscape()
    worksheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    worksheet.repeat_rows(0)
    width_cm = sum(column.width for column in sheet.columns) * _CM_PER_CHARACTER
    pages = ceil(width_cm * _LEAST_SCALE / _LANDSCAPE_CM)
    worksheet.fit_to_pages(pages, 0)
    if pages > 1:
        worksheet.repeat_columns(0)
        worksheet.print_across()
    worksheet.hide_gridlines(0)
    worksheet.set_header(f'&L&"{OFFICE_FONT},Bold"{sheet.name}')
    worksheet.set_footer("&LReturns workbook&RPage &P of &N")


def set_screen(worksheet: Worksheet, sheet: Sheet, formats: Formats) -> None:
    """Widths, column formats, frozen headings, filter, tab colour."""
    for number, column in enumerate(sheet.columns):
        worksheet.set_column(number, number, column.width, formats.cell(column))
    first_is_reference = sheet.columns[0].kind is Kind.REFERENCE
    worksheet.freeze_panes(1, 1 if first_is_reference else 0)
    worksheet.set_tab_color(TAB_COLOURS[sheet.group])
