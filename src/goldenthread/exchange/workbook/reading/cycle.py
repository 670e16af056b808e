"""The *Cycle* sheet: items down the side, and the framework that one of them names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from goldenthread.definitions import library
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.loading import choose_framework
from goldenthread.definitions.matching import normalise
from goldenthread.definitions.problems import UnusableDefinition
from goldenthread.definitions.scales import Scale
from goldenthread.exchange.book import Value
from goldenthread.exchange.workbook.columns import Column, Kind
from goldenthread.exchange.workbook.declared.audits import OVERALL, READINGS
from goldenthread.exchange.workbook.declared.cycle import CYCLE, CYCLE_ITEMS
from goldenthread.exchange.workbook.reading import cells
from goldenthread.exchange.workbook.reading.cells import Unclear, is_blank
from goldenthread.exchange.workbook.reading.dates import NotADate, day_of
from goldenthread.exchange.workbook.reading.report import Report
from goldenthread.exchange.workbook.reading.table import Table, TableRow
from goldenthread.exchange.workbook.result import CycleSheet, Written

VALUE = "Value"


@dataclass(frozen=True, slots=True)
class CycleItems:
    """What the sheet says: text or day by item, and the row of each item."""

    texts: Mapping[str, str]
    days: Mapping[str, date]
    rows: Mapping[str, int]
    left_out: int
    """Rows with an item that is not known."""

    def written(self, item: str) -> Written:
        """An author's words, and where they stand."""
        row = self.rows.get(item)
        origin = f"sheet Cycle, row {row}, column {VALUE}" if row else "sheet Cycle"
        return Written(self.texts.get(item, ""), origin)


def read_items(table: Table | None, report: Report) -> CycleItems:
    """Read every item; unknown ones are said to be left out, missing ones are problems."""
    rows, left_out = _rows_by_item(table.rows if table else (), report)
    texts: dict[str, str] = {}
    days: dict[str, date] = {}
    for item in CYCLE_ITEMS:
        row = rows.get(item.heading)
        value = row.cells.get(VALUE, "") if row else ""
        if not is_blank(value):
            _read_item(item, row.number if row else None, value, texts, days, report)
        elif item.must:
            mend = f"Fill in {item.heading}. {item.help}"
            report.problem(CYCLE.name, row.number if row else None, VALUE, "", mend)
    return CycleItems(texts, days, {item: row.number for item, row in rows.items()}, left_out)


def _rows_by_item(rows: Iterable[TableRow], report: Report) -> tuple[dict[str, TableRow], int]:
    """The row of each item, and how many rows were left out."""
    known = {normalise(other): item.heading for item in CYCLE_ITEMS for other in item.also}
    known |= {normalise(item.heading): item.heading for item in CYCLE_ITEMS}
    found: dict[str, TableRow] = {}
    left_out = 0
    for row in rows:
        written = str(row.cells.get("Item", ""))
        item = known.get(normalise(written.replace("*", "")))
        if item is None and is_blank(written):
            mend = "Write which item this is, or clear the row."
            report.problem(CYCLE.name, row.number, "Item", "", mend)
        elif item is None:
            left_out += 1
            mend = "This item is not known, and was not read."
            report.warn(CYCLE.name, row.number, "Item", written, mend)
        elif item in found:
            mend = f"This item stands in row {found[item].number} already; delete one of the two."
            report.problem(CYCLE.name, row.number, "Item", written, mend)
        else:
            found[item] = row
    return found, left_out


def _read_item(
    item: Column,
    row: int | None,
    value: Value,
    texts: dict[str, str],
    days: dict[str, date],
    report: Report,
) -> None:
    value = cells.prose_of(value) if isinstance(value, str) else value
    try:
        if item.kind is Kind.DATE:
            days[item.heading] = day_of(value)
        elif item.kind is Kind.PROSE:
            texts[item.heading] = cells.prose_of(value)
        else:
            texts[item.heading] = cells.name_of(value)
    except (Unclear, NotADate) as problem:
        report.problem(CYCLE.name, row, VALUE, value, f"{item.heading}: {problem}")
        return
    if item.kind is Kind.DATE and isinstance(value, float):
        mend = f"{item.heading}: this number was read as the day {days[item.heading]:%d/%m/%Y}."
        report.warn(CYCLE.name, row, VALUE, value, mend)


def cycle_sheet(items: CycleItems) -> CycleSheet | None:
    """The cycle, or ``None`` when something that must be there is not."""
    texts, days = items.texts, items.days
    for item in CYCLE_ITEMS:
        if item.must and item.heading not in texts and item.heading not in days:
            return None
    return CycleSheet(
        authority=texts["Authority"],
        cycle=texts["Cycle"],
        focus=items.written("Focus"),
        period_from=days["Period from"],
        period_to=days["Period to"],
        issue_on=days["Issue date"],
        due_on=days["Due date"],
        cut_off_on=days["Cut-off date"],
        next_brief_on=days.get("Next brief date"),
        framework=texts["Framework"],
        author=texts["Author"],
        method=items.written("Method of choosing"),
        seed=texts.get("Seed", ""),
    )


def named_framework(
    items: CycleItems, folder: Path, report: Report
) -> tuple[Framework | None, Scale | None]:
    """The framework that the sheet names, with its scale; its problems become the workbook's."""
    named = items.texts.get("Framework", "")
    if not named:
        return None, None
    row = items.rows.get("Framework")
    try:
        return choose_framework(_shipped_id(named), folder, headings=_taken_headings())
    except library.UnknownDefinition:
        known = ", ".join(library.list_frameworks())
        mend = f"Choose one of {known}, or write the name of a YAML file beside the workbook."
        report.problem(CYCLE.name, row, VALUE, named, mend)
    except UnusableDefinition as error:
        for problem in error.problems:
            report.problem(CYCLE.name, row, VALUE, named, f"In {problem}")
    return None, None


def _shipped_id(named: str) -> str:
    """The id of a shipped framework, however its capitals, spaces or label are written."""
    for framework_id in library.list_frameworks():
        label = library.framework(framework_id).label
        if normalise(named) in {normalise(framework_id), normalise(label)}:
            return framework_id
    return named


def _taken_headings() -> tuple[str, ...]:
    columns = (*READINGS.columns, OVERALL)
    return tuple(name for column in columns for name in (column.heading, *column.also))
