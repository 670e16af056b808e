"""Records with the rows that they came from, until all checks are made."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from goldenthread.exchange.workbook.reading.row import Context, RowReader
from goldenthread.exchange.workbook.reading.table import Table

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """A record, and the number of its row as the spreadsheet shows it.

    A record that is not ``sound`` has a problem of its own and goes nowhere. It still stands for
    what it names, so that one mistake is not reported again wherever something refers to it.
    """

    row: int
    record: T
    sound: bool = True


def read_rows(
    table: Table | None, context: Context, build: Callable[[RowReader], T]
) -> list[Placed[T]]:
    """A record of every row; those that could not be read are in the report, and not sound."""
    placed: list[Placed[T]] = []
    if table is None:
        return placed
    for row in table.rows:
        reader = RowReader(table, row, context)
        record = build(reader)
        placed.append(Placed(row.number, record, sound=not reader.failed))
    return placed


def sound(placed: Iterable[Placed[T]]) -> Iterator[Placed[T]]:
    """The records that have no problem of their own."""
    return (one for one in placed if one.sound)
