"""Write a returns workbook: the template, the example, and what ``adopt`` makes of other files."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.scales import Scale
from goldenthread.exchange.workbook.choices import choices
from goldenthread.exchange.workbook.columns import Column, Sheet
from goldenthread.exchange.workbook.declared.cycle import CYCLE, CYCLE_ITEMS
from goldenthread.exchange.workbook.look import (
    Formats,
    add_formats,
    set_height,
    set_page,
    set_screen,
)
from goldenthread.exchange.workbook.sheets import LISTS, sheets_for
from goldenthread.exchange.workbook.validation import LAST_ROW, Lists, message_of, rule_of

Row = Mapping[str, object]
"""Heading to value: text, a number, a date, or ``None`` for an empty cell."""

_CREATED = datetime(2020, 1, 1)  # noqa: DTZ001  (a fixed date: the same rows give the same bytes)
_FILTER_BUTTON = 3
"""How much of a heading's width the filter's button covers, in characters."""
_LONGEST_TEXT = 32_767
"""Characters that Excel allows in a cell."""


def write_workbook(
    framework: Framework,
    scale: Scale,
    rows: Mapping[str, Sequence[Row]],
    *,
    guidance: bool = True,
) -> bytes:
    """The returns workbook with these rows, as the bytes of an ``.xlsx`` file.

    ``rows`` maps a sheet's name to its rows, each keyed by heading (see
    :mod:`goldenthread.exchange.workbook.sheets`); sheets and headings may be left out. Rows of
    *Cycle* have ``Item`` and ``Value``. ``scale`` is the framework's. ``guidance`` adds the
    messages that appear beside cells. The same input gives the same bytes.

    Raises ``ValueError`` for a sheet, heading, item or value that the workbook cannot hold.
    """
    buffer = BytesIO()
    workbook = Workbook(buffer, {"in_memory": True})
    sheets = sheets_for(framework)
    _check_names(rows, sheets)
    writer = _Writer(workbook, framework, scale, sheets, guidance)
    for sheet in sheets:
        writer.write(sheet, rows.get(sheet.name, ()))
    writer.worksheets[CYCLE.name].activate()
    _describe(workbook, framework)
    workbook.close()
    return buffer.getvalue()


def _check_names(rows: Mapping[str, Sequence[Row]], sheets: Sequence[Sheet]) -> None:
    headings = {sheet.name: {column.heading for column in sheet.columns} for sheet in sheets}
    for name, its_rows in rows.items():
        if name not in headings:
            raise ValueError(f"the returns workbook has no sheet '{name}'")
        used = {heading for row in its_rows for heading in row}
        if unknown := sorted(used - headings[name]):
            raise ValueError(f"sheet {name} has no column '{unknown[0]}'")


def _describe(workbook: Workbook, framework: Framework) -> None:
    workbook.set_properties(
        {
            "title": "Returns workbook",
            "subject": f"Practice audit: {framework.label}, version {framework.version}",
            "author": "Golden Thread",
            "created": _CREATED,
        }
    )


class _Writer:
    """One workbook being written: its sheets stand in order, the hidden lists last."""

    def __init__(
        self,
        workbook: Workbook,
        framework: Framework,
        scale: Scale,
        sheets: Sequence[Sheet],
        guidance: bool,
    ) -> None:
        self.framework, self.scale, self.guidance = framework, scale, guidance
        self.formats: Formats = add_formats(workbook)
        self.worksheets: dict[str, Worksheet] = {
            sheet.name: workbook.add_worksheet(sheet.name) for sheet in sheets
        }
        lists = workbook.add_worksheet(LISTS)
        lists.hide()
        self.lists = Lists(lists)

    def write(self, sheet: Sheet, rows: Sequence[Row]) -> None:
        worksheet = self.worksheets[sheet.name]
        set_screen(worksheet, sheet, self.formats)
        set_page(worksheet, sheet)
        for number, column in enumerate(sheet.columns):
            worksheet.write_string(0, number, column.heading, self.formats.heading(column))
        headings = ((c.heading, c.width - _FILTER_BUTTON) for c in sheet.columns)
        set_height(worksheet, 0, headings, bold=True)
        if sheet is CYCLE:
            self._write_items(worksheet, rows)
        else:
            self._write_rows(worksheet, sheet, rows)

    def _write_rows(self, worksheet: Worksheet, sheet: Sheet, rows: Sequence[Row]) -> None:
        last = max(LAST_ROW, len(rows))
        for number, column in enumerate(sheet.columns):
            style = self.formats.cell(column)
            for row_number, row in enumerate(rows, start=1):
                self._write_value(worksheet, (row_number, number), row.get(column.heading), style)
            self._guide(worksheet, column, number, (1, last), header=True)
        for row_number, row in enumerate(rows, start=1):
            texts = ((str(row.get(c.heading) or ""), c.width) for c in sheet.columns)
            set_height(worksheet, row_number, texts)
        self._mark_missing(worksheet, sheet, last)
        worksheet.autofilter(0, 0, max(1, len(rows)), len(sheet.columns) - 1)
        worksheet.set_selection(1, 0, 1, 0)

    def _write_items(self, worksheet: Worksheet, rows: Sequence[Row]) -> None:
        values = {str(row["Item"]): row.get("Value") for row in rows}
        if unknown := sorted(values.keys() - {item.heading for item in CYCLE_ITEMS}):
            raise ValueError(f"sheet Cycle has no item '{unknown[0]}'")
        for number, item in enumerate(CYCLE_ITEMS, start=1):
            style = self.formats.cell(item)
            worksheet.write_string(number, 0, item.heading, self.formats.heading(item))
            worksheet.write_blank(number, 1, None, style)
            widths = [column.width for column in CYCLE.columns]
            texts = ((str(values.get(item.heading) or ""), widths[1]), (item.help, widths[2]))
            set_height(worksheet, number, texts)
            self._write_value(worksheet, (number, 1), values.get(item.heading), style)
            worksheet.write_string(number, 2, item.help, self.formats.help)
            self._guide(worksheet, item, 1, (number, number), header=False)
        worksheet.set_selection(1, 1, 1, 1)

    def _guide(
        self,
        worksheet: Worksheet,
        column: Column,
        number: int,
        rows: tuple[int, int],
        *,
        header: bool,
    ) -> None:
        values = (
            choices(column.choices, self.framework, self.scale)
            if column.choices is not None
            else ()
        )
        message = message_of(column) if self.guidance else {}
        rule = rule_of(column, values, self.lists) | message
        if rule != {"validate": "any"}:
            worksheet.data_validation(rows[0], number, rows[1], number, rule)
        if header and message:
            worksheet.data_validation(0, number, 0, number, {"validate": "any"} | message)

    def _mark_missing(self, worksheet: Worksheet, sheet: Sheet, last: int) -> None:
        """Colour what must be filled and is not, in rows that somebody has begun."""
        end = xl_col_to_name(len(sheet.columns) - 1, col_abs=True)
        for number, column in enumerate(sheet.columns):
            if column.must:
                cell = xl_col_to_name(number, col_abs=True)
                criteria = f"=AND(LEN(TRIM({cell}2))=0,COUNTA($A2:{end}2)>0)"
                options = {"type": "formula", "criteria": criteria, "format": self.formats.missing}
                worksheet.conditional_format(1, number, last, number, options)

    def _write_value(
        self, worksheet: Worksheet, place: tuple[int, int], value: object, style: Format
    ) -> None:
        """Write one value by its type: text is never taken for a formula or a link."""
        if value is None or value == "":
            return
        if isinstance(value, str) and len(value) <= _LONGEST_TEXT:
            worksheet.write_string(*place, value, style)
        elif isinstance(value, date):
            worksheet.write_datetime(*place, value, self.formats.date)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            worksheet.write_number(*place, value, style)
        else:
            raise ValueError(f"a cell cannot hold this value of type {type(value).__name__}")
