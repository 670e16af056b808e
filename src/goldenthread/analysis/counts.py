"""Counts: the only module that touches data frames.

Rows go in through a declared table (``tables``), checked; counts come out as plain Python
(``Tally``). The same questions are answered in two ways, which the tests hold to one answer:

- rows from Python are counted where they are: a cycle has some thousand rows, and loading an
  engine takes many times longer than counting them;
- files of any size are counted by an engine through narwhals, kept to what every engine does
  alike (filter, group, count), so that the same code runs on polars, DuckDB or Spark.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import compress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_type_hints

from goldenthread.analysis.tables import DECLARED, FactsError, Where
from goldenthread.analysis.tally import Tally

if TYPE_CHECKING:
    import narwhals as nw

Engine = Literal["polars", "duckdb", "pyspark"]
"""What can count files."""

_NAMES = {str: "text", date: "a date"}


@dataclass(frozen=True, slots=True)
class Rows:
    """A named table in memory, by column, checked."""

    table: str
    columns: Mapping[str, Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Frame:
    """A named table on some engine; nothing is read until something is counted."""

    table: str
    rows: "nw.LazyFrame[Any]"


@dataclass(frozen=True, slots=True)
class Share:
    """``count`` of ``base``."""

    count: int
    base: int


def load(table: str, rows: Iterable[tuple[Any, ...]]) -> Rows:
    """Rows of a table that is declared in ``tables``.

    Raises ``FactsError`` for the first value that is not of its column's declared type.
    """
    types = _types(table)
    columns = list(zip(*rows, strict=True)) or [()] * len(types)
    for (column, kind), values in zip(types.items(), columns, strict=True):
        _check(table, column, kind, values)
    return Rows(table, dict(zip(types, columns, strict=True)))


def scan(table: str, path: Path, engine: Engine = "polars") -> Frame:
    """A Parquet file of a declared table, read only as far as a count needs it.

    Raises ``FactsError`` for a column that is missing or of another type.
    """
    import narwhals as nw

    dtypes = {str: nw.String, date: nw.Date}
    rows = nw.scan_parquet(str(path), backend=engine)
    found = rows.collect_schema()
    for column, kind in _types(table).items():
        if found.get(column) != dtypes[kind]:
            raise FactsError(
                f"File {path.name}: table {table} needs a column {column} that holds"
                f" {_NAMES[kind]}; write the file again with it."
            )
    return Frame(table, rows)


def count_by(source: Rows | Frame, columns: Sequence[str], conditions: Where = ()) -> Tally:
    """Number of rows for each combination of values in ``columns``, where the conditions hold.

    Values come back as text (ISO 8601 for dates), in sorted order. Raises ``FactsError`` where
    a file holds nothing at all for a value; an empty text is what says that there is none.
    """
    if isinstance(source, Rows):
        counted = _in_memory(source, columns, conditions)
    else:
        counted = _on_engine(source, columns, conditions)
    counts = sorted((tuple(map(str, values)), number) for values, number in counted.items())
    return Tally(source.table, tuple(columns), dict(counts), conditions)


def shares_by(
    source: Rows | Frame, within: Sequence[str], part: str, conditions: Where = ()
) -> dict[tuple[str, ...], Share]:
    """What share each value of ``part`` has of the rows alike in ``within``.

    Keyed by the values of ``within`` followed by that of ``part``. For example, grades by month
    and category: ``shares_by(judgements, ("month", "category"), "level", graded)``.
    """
    tally = count_by(source, (*within, part), conditions)
    bases: dict[tuple[str, ...], int] = {}
    for values, number in tally.counts.items():
        bases[values[:-1]] = bases.get(values[:-1], 0) + number
    return {values: Share(number, bases[values[:-1]]) for values, number in tally.counts.items()}


def _in_memory(rows: Rows, columns: Sequence[str], conditions: Where) -> Mapping[Any, int]:
    counted = zip(*(rows.columns[column] for column in columns), strict=True)
    tests = [
        map(frozenset(values).__contains__, map(str, rows.columns[column]))
        for column, values in conditions
    ]
    if tests:
        return Counter(compress(counted, map(all, zip(*tests, strict=True))))
    return Counter(counted)


def _on_engine(frame: Frame, columns: Sequence[str], conditions: Where) -> Mapping[Any, int]:
    import narwhals as nw

    rows = frame.rows
    for column, allowed in conditions:
        rows = rows.filter(nw.col(column).cast(nw.String).is_in(allowed))
    grouped = rows.group_by(*columns).agg(nw.len().alias("number of rows")).collect()
    counts: dict[tuple[Any, ...], int] = {}
    for *values, number in grouped.iter_rows():
        if None in values:
            raise FactsError(
                f"Table {frame.table}, column {columns[values.index(None)]}: rows that hold"
                f" nothing: {number}; give them a value, or an empty text."
            )
        counts[tuple(values)] = number
    return counts


def _types(table: str) -> dict[str, type]:
    """Column to type, as declared."""
    return get_type_hints(DECLARED[table])


def _check(table: str, column: str, kind: type, values: Sequence[object]) -> None:
    if set(map(type, values)) <= {kind}:
        return
    row, value = next((i, v) for i, v in enumerate(values, 1) if type(v) is not kind)
    raise FactsError(
        f"Table {table}, row {row}, column {column}: {value!r} is not {_NAMES[kind]};"
        " mend the fact that it comes from."
    )
