"""Rows that are not records: totals, rows struck through, notes beside the table."""

import re

from goldenthread.exchange.book import OpenedSheet, Value
from goldenthread.exchange.workbook.columns import Kind, Sheet
from goldenthread.exchange.workbook.reading.cells import is_blank, prose_of
from goldenthread.exchange.workbook.reading.headings import Headings
from goldenthread.exchange.workbook.reading.report import Report

_TOTAL = re.compile(
    r"^(?:grand\s+|sub-?\s*|overall\s+)?(?:totals?|sum|average|mean|count|percentages?|per cent)"
    r"\s*[:=]?\s*[\d.,%]*$",
    re.IGNORECASE,
)


def kept_rows(
    sheet: Sheet, opened: OpenedSheet, headings: Headings, numbers: list[int], report: Report
) -> list[int]:
    """Numbers of the rows that are records; each of the others is named in a warning."""
    kept = []
    for number in numbers:
        if reason := _reason(sheet, opened, headings, number):
            first = next((v for v in opened.rows[number - 1] if not is_blank(v)), "")
            report.warn(sheet.name, number, "", first, f"{reason} It was left out.")
        else:
            kept.append(number)
    return kept


def _reason(sheet: Sheet, opened: OpenedSheet, headings: Headings, number: int) -> str:
    """Why a row is left out; empty when it is a record."""
    filled = [
        column
        for column in sorted(headings.places.values())
        if (number, column) in opened.marks.errors or not is_blank(opened.value(number, column))
    ]
    if not filled:
        return "This row holds something beside the table only."
    if all((number, column) in opened.marks.struck for column in filled):
        return "This row is struck through."
    first = opened.value(number, filled[0])
    if _is_total(first) and _is_no_record(sheet, headings, filled):
        return "This is a row of totals."
    return ""


def _is_total(first: Value) -> bool:
    return isinstance(first, str) and bool(_TOTAL.match(prose_of(first)))


def _is_no_record(sheet: Sheet, headings: Headings, filled: list[int]) -> bool:
    """A row of totals lacks something that every record has.

    Where a title or a name alone makes a record, any words may stand first.
    """
    places = headings.places
    must = {places[c.heading] for c in sheet.columns if c.must and c.heading in places}
    if len(must) < 2:
        return sheet.columns[0].kind is Kind.REFERENCE
    return not must <= set(filled)
