"""Records with the rows that they came from, until all checks are made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from goldenthread.exchange.workbook.reading.row import Context, RowReader
from goldenthread.exchange.workbook.reading.table import Table

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """A record, and the number of its row as the spreadsheet shows it."""

    row: int
    record: T


def read_rows(
    table: Table | None, context: Context, build: Callable[[RowReader], T]
) -> list[Placed[T]]:
    """A record of every row that could be read; the others are in the report."""
    placed: list[Placed[T]] = []
    if table is None:
        return placed
    for row in table.rows:
        reader = RowReader(table, row, context)
        record = build(reader)
        if not reader.failed:
            placed.append(Placed(row.number, record))
    return placed
