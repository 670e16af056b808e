"""Read a returns workbook: tolerant of what people do, strict about what they mean."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from goldenthread.definitions.frameworks import Framework
from goldenthread.documents.untrusted.opening import UnreadableFile
from goldenthread.exchange.book import OpenedSheet
from goldenthread.exchange.opening import open_book, refuse_unsaved
from goldenthread.exchange.workbook.checking.audits import check_audits
from goldenthread.exchange.workbook.checking.collected import Collected
from goldenthread.exchange.workbook.checking.dates import check_cycle_dates, check_dates
from goldenthread.exchange.workbook.checking.escalations import check_escalations
from goldenthread.exchange.workbook.checking.references import check_references
from goldenthread.exchange.workbook.declared.audits import READINGS
from goldenthread.exchange.workbook.declared.cycle import CYCLE
from goldenthread.exchange.workbook.reading.collecting import collect, facts_of, kept
from goldenthread.exchange.workbook.reading.cycle import (
    CycleItems,
    cycle_sheet,
    named_framework,
    read_items,
)
from goldenthread.exchange.workbook.reading.names import Names, names_in
from goldenthread.exchange.workbook.reading.report import Report, gathered, in_order
from goldenthread.exchange.workbook.reading.row import Context
from goldenthread.exchange.workbook.reading.sheets_found import check_must, find_sheets
from goldenthread.exchange.workbook.reading.table import Table, read_table
from goldenthread.exchange.workbook.reading.vocabularies import Vocabularies
from goldenthread.exchange.workbook.result import Returns, SheetTally
from goldenthread.exchange.workbook.sheets import SHEETS, sheets_for


def read_returns(path: Path) -> Returns:
    """Read a whole returns workbook.

    Every row that is not blank is read, or reported, or said to be left out (``tallies``); all
    problems come at once. With ``problems`` nothing may be computed from the result.
    Raises ``UnreadableFile`` when the file as a whole cannot be read.
    """
    report = Report()
    opened = _opened(path, report)
    items, cycle_table = _read_cycle(opened, report)
    framework, scale = named_framework(items, path.parent, report)
    tables = {CYCLE.name: cycle_table} if cycle_table else {}
    tables |= _read_tables(opened, framework, report)
    check_must({name: table.filled for name, table in tables.items()}, report)
    names = names_in(tables.values())
    _warn_varying(names, report)
    context = Context(Vocabularies(framework, scale), names, report)
    found = collect(tables, cycle_sheet(items), context)
    _check(found, items, report)
    return _returns(found, context, tuple(_tallies(tables, items, report)))


def _returns(found: Collected, context: Context, tallies: tuple[SheetTally, ...]) -> Returns:
    vocabularies, report = context.vocabularies, context.report
    return Returns(
        cycle=found.cycle,
        framework=vocabularies.framework,
        scale=vocabularies.scale,
        facts=facts_of(found, vocabularies, report),
        findings=kept("Findings", found.findings, report),
        actions=kept("Actions", found.actions, report),
        notices=kept("Notices", found.notices, report),
        asks=kept("Asks", found.asks, report),
        links=kept("Links", found.links, report),
        helpers=kept("Helpers", found.helpers, report),
        accepted=kept("Accepted hits", found.accepted, report),
        problems=in_order(report.problems, _SHEET_NAMES),
        warnings=in_order(gathered(report.warnings), _SHEET_NAMES),
        tallies=tallies,
    )


_SHEET_NAMES = tuple(sheet.name for sheet in SHEETS)


def _opened(path: Path, report: Report) -> dict[str, OpenedSheet]:
    """The sheets of the file by declared name. Raises ``UnreadableFile``."""
    book = open_book(path)
    found = find_sheets(book, report)
    if CYCLE.name not in found and READINGS.name not in found:
        raise UnreadableFile(
            f"{path.name} is a workbook and not a returns workbook: it has no sheets Cycle and "
            "Readings; start from the template, or use adopt."
        )
    refuse_unsaved(path, found.values())
    return found


def _read_cycle(
    opened: Mapping[str, OpenedSheet], report: Report
) -> tuple[CycleItems, Table | None]:
    sheet = opened.get(CYCLE.name)
    table = read_table(CYCLE, sheet, report) if sheet else None
    return read_items(table, report), table


def _read_tables(
    opened: Mapping[str, OpenedSheet], framework: Framework | None, report: Report
) -> dict[str, Table]:
    declared = sheets_for(framework) if framework else SHEETS
    tables = {}
    for sheet in declared:
        if sheet is not CYCLE and sheet.name in opened:
            warn_extra = framework is not None or sheet is not READINGS
            tables[sheet.name] = read_table(
                sheet, opened[sheet.name], report, warn_extra=warn_extra
            )
    return tables


def _warn_varying(names: Mapping[str, Names], report: Report) -> None:
    for heading in ("Team", "Service"):
        for spellings in names[heading].varying:
            mend = f"These are read as one {heading.lower()}; spell it the same everywhere."
            report.warn("Readings", None, heading, ", ".join(spellings), mend)


def _check(found: Collected, items: CycleItems, report: Report) -> None:
    check_cycle_dates(items, report)
    check_audits(found, report)
    check_references(found, report)
    check_dates(found, report)
    check_escalations(found, report)


def _tallies(
    tables: Mapping[str, Table], items: CycleItems, report: Report
) -> Iterator[SheetTally]:
    for name, table in tables.items():
        left_out = table.left_out + (items.left_out if name == CYCLE.name else 0)
        failed = sum((name, row.number) in report.failed for row in table.rows)
        reported = failed if table.present else table.filled
        yield SheetTally(name, table.filled, table.filled - reported - left_out, reported, left_out)
