"""Counts: the only module that touches data frames.

Rows go in through a declared table (``tables``), checked; counts come out as plain Python
(``Tally``). What stands between is narwhals, kept to what every engine does alike (filter, group,
count), so that the same code runs on polars, DuckDB or Spark.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_type_hints

import narwhals as nw

from goldenthread.analysis.tables import DECLARED, FactsError, Where
from goldenthread.analysis.tally import Tally

Engine = Literal["polars", "duckdb", "pyspark"]
"""What can read files. Rows that come from Python always go to polars."""

_DTYPES: Mapping[type, Any] = {str: nw.String, date: nw.Date}
_NAMES = {str: "text", date: "a date"}


@dataclass(frozen=True, slots=True)
class Frame:
    """A named table on some engine; nothing is computed until something is counted."""

    table: str
    rows: nw.LazyFrame[Any]


@dataclass(frozen=True, slots=True)
class Share:
    """``count`` of ``base``."""

    count: int
    base: int


def load(table: str, rows: Iterable[tuple[Any, ...]]) -> Frame:
    """Rows of a table that is declared in ``tables``, as a frame.

    Raises ``FactsError`` for the first value that is not of its column's declared type.
    """
    types = _types(table)
    columns = list(zip(*rows, strict=True)) or [()] * len(types)
    for (column, kind), values in zip(types.items(), columns, strict=True):
        _check(table, column, kind, values)
    data = dict(zip(types, map(list, columns), strict=True))
    schema = {column: _DTYPES[kind] for column, kind in types.items()}
    return Frame(table, nw.from_dict(data, schema=schema, backend="polars").lazy())


def scan(table: str, path: Path, engine: Engine = "polars") -> Frame:
    """A Parquet file of a declared table, read only as far as a count needs it.

    Raises ``FactsError`` for a column that is missing or of another type.
    """
    rows = nw.scan_parquet(str(path), backend=engine)
    found = rows.collect_schema()
    for column, kind in _types(table).items():
        if found.get(column) != _DTYPES[kind]:
            raise FactsError(
                f"File {path.name}: table {table} needs a column {column} that holds"
                f" {_NAMES[kind]}; write the file again with it."
            )
    return Frame(table, rows)


def count_by(frame: Frame, columns: Sequence[str], conditions: Where = ()) -> Tally:
    """Number of rows for each combination of values in ``columns``, where the conditions hold.

    Values come back as text (ISO 8601 for dates), in sorted order. Raises ``FactsError`` where
    a file holds nothing at all for a value; an empty text is what says that there is none.
    """
    rows = frame.rows
    if conditions:
        rows = rows.filter(*(nw.col(column).is_in(values) for column, values in conditions))
    grouped = rows.group_by(*columns).agg(nw.len().alias("number of rows")).collect()
    counts: dict[tuple[str, ...], int] = {}
    for *values, number in grouped.iter_rows():
        if None in values:
            raise FactsError(
                f"Table {frame.table}, column {columns[values.index(None)]}: rows that"
                f" hold nothing: {number}; give them a value, or an empty text."
            )
        counts[tuple(map(str, values))] = number
    return Tally(frame.table, tuple(columns), dict(sorted(counts.items())), conditions)


def shares_by(
    frame: Frame, within: Sequence[str], part: str, conditions: Where = ()
) -> dict[tuple[str, ...], Share]:
    """What share each value of ``part`` has of the rows alike in ``within``.

    Keyed by the values of ``within`` followed by that of ``part``. For example, grades by month
    and category: ``shares_by(judgements, ("month", "category"), "level", graded)``.
    """
    tally = count_by(frame, (*within, part), conditions)
    bases: dict[tuple[str, ...], int] = {}
    for values, number in tally.counts.items():
        bases[values[:-1]] = bases.get(values[:-1], 0) + number
    return {values: Share(number, bases[values[:-1]]) for values, number in tally.counts.items()}


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
