"""What Excel shows beside the values of a long table: hidden, merged and struck-through cells."""

from collections.abc import Iterator, Sequence

from goldenthread.exchange.book import Block, OpenedSheet
from goldenthread.exchange.grades.headings import Heading
from goldenthread.exchange.grades.records import MOST_SAID
from goldenthread.exchange.problems import Problem
from goldenthread.exchange.workbook.reading.report import ranges

_MERGED = "This cell is merged with others; unmerge them and write in each what it holds."
_STRUCK = (
    "This is struck through, and the rest of its row is not; delete it, or take the line away."
)


def struck_rows(sheet: OpenedSheet, heading: Heading) -> frozenset[int]:
    """Rows of which every filled cell is struck through."""
    if not sheet.marks.struck:
        return frozenset()
    return frozenset(
        number
        for number in range(heading.row + 2, len(sheet.rows) + 1)
        if (filled := _filled(sheet, heading, number)) and sheet.marks.struck.issuperset(filled)
    )


def _filled(sheet: OpenedSheet, heading: Heading, row: int) -> Sequence[tuple[int, int]]:
    places = [(row, place + 1) for place in sorted(heading.places.values())]
    return [each for each in places if sheet.value(*each) != "" or each in sheet.marks.errors]


def doubtful_cells(
    sheet: OpenedSheet, heading: Heading, numbers: Sequence[int]
) -> tuple[Problem, ...]:
    """Cells that are merged, or struck through alone: what they mean is not known."""
    columns = {place + 1: heading.texts[place] for place in heading.places.values()}
    rows = set(numbers)
    merged = [_place(block, columns, rows) for block in sheet.marks.merged]
    struck = [
        (row, column)
        for row, column in sheet.marks.struck
        if row in rows and column in columns and sheet.value(row, column) != ""
    ]
    doubts = [(place, _MERGED) for place in merged if place] + [(each, _STRUCK) for each in struck]
    problems = [
        Problem(sheet.name, row, columns[column], "", mend)
        for (row, column), mend in sorted(doubts)
    ]
    more = len(problems) - MOST_SAID
    if more > 0:
        said = f"{more:,} more cells are merged or struck through."
        return (*problems[:MOST_SAID], Problem(sheet.name, None, "", "", said))
    return tuple(problems)


def _place(block: Block, columns: dict[int, str], rows: set[int]) -> tuple[int, int] | None:
    """The first cell of merged ones that is read."""
    read = [n for n in range(block.first_column, block.last_column + 1) if n in columns]
    first = next((n for n in range(block.first_row, block.last_row + 1) if n in rows), None)
    return (first, read[0]) if read and first is not None else None


def seen_by_nobody(
    sheet: OpenedSheet, heading: Heading, numbers: Sequence[int], source: str
) -> Iterator[str]:
    """Warnings of rows and columns that are hidden, and were read."""
    if rows := sorted(sheet.marks.hidden_rows.intersection(numbers)):
        are, were = ("is", "was") if len(rows) == 1 else ("are", "were")
        yield f"{source}: {_rows(rows)} {are} hidden, perhaps by a filter, and {were} read."
    for place in sorted(heading.places.values()):
        if place + 1 in sheet.marks.hidden_columns:
            yield f"{source}: column {heading.texts[place]} is hidden, and was read."


def left_out(rows: frozenset[int], source: str) -> Iterator[str]:
    """A warning of rows that are struck through."""
    if rows:
        yield f"{source}: what is struck through was left out ({_rows(sorted(rows))})."


def _rows(numbers: list[int]) -> str:
    return f"row{'' if len(numbers) == 1 else 's'} {ranges(numbers)}"
