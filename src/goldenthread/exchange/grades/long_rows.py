"""A long table, a row for each grade, by column: each column as its distinct texts and codes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from goldenthread.exchange.problems import Problem
from goldenthread.exchange.workbook.reading.cells import name_of

BLANK = -1
"""The code of a cell that holds nothing."""

MUST = ("case", "auditor", "category", "grade")
"""The columns that a long table needs."""
MAY = ("team", "month", "condition")
"""The columns that it may have."""

Codes = NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One column: ``texts[code[row]]`` is what stands in a row, and ``BLANK`` is nothing."""

    heading: str
    """As the file writes it."""
    texts: tuple[str, ...]
    code: Codes


@dataclass(frozen=True, slots=True, eq=False)
class LongRows:
    """The columns of one table by name (those of ``MUST`` and ``MAY`` that it has)."""

    source: str
    """What sentences call the file as a whole."""
    sheet: str
    """What problems call the table: the sheet, or the name of a text file."""
    unit: str
    """``line`` of a text file, ``row`` of a sheet."""
    numbers: Codes
    """Where each row stands, as an editor or a spreadsheet counts."""
    columns: Mapping[str, Column]
    problems: tuple[Problem, ...] = ()
    """What was found wrong while the rows were separated."""
    warnings: tuple[str, ...] = ()

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.columns[MUST[0]].code)

    def place(self, row: int) -> str:
        """Where a row stands: ``line 14``."""
        return f"{self.unit} {self.numbers[row]}"


def coded(heading: str, values: Iterable[str]) -> Column:
    """A column from its values in order.

    >>> coded("grade", ["Good", "", "Good"]).code.tolist()
    [0, -1, 0]
    """
    codes: dict[str, int] = {}
    code = [codes.setdefault(value, len(codes)) if value else BLANK for value in values]
    return Column(heading, tuple(codes), np.array(code, dtype=np.int32))


def tidied(rows: LongRows) -> LongRows:
    """The same rows without spaces that nobody sees, and without rows that hold nothing."""
    columns = {name: _tidied(column) for name, column in rows.columns.items()}
    empty = np.ones(len(rows), dtype=np.bool_)
    for name in MUST:
        empty &= columns[name].code == BLANK
    rows = replace(rows, columns=columns)
    return chosen(rows, ~empty) if empty.any() else rows


def chosen(rows: LongRows, keep: NDArray[np.bool_]) -> LongRows:
    """The rows for which ``keep`` is true."""
    columns = {
        name: replace(column, code=column.code[keep]) for name, column in rows.columns.items()
    }
    return replace(rows, columns=columns, numbers=rows.numbers[keep])


def _tidied(column: Column) -> Column:
    if _is_tidy(column.texts):
        return column
    clean = [_clean(text) for text in column.texts]
    codes: dict[str, int] = {}
    lookup = [codes.setdefault(text, len(codes)) if text else BLANK for text in clean]
    return Column(column.heading, tuple(codes), recoded(column.code, lookup))


def _is_tidy(texts: Sequence[str]) -> bool:
    """Whether nothing is to be cleaned: there may be a million texts, and most are plain."""
    together = "".join(texts)
    return together.isascii() and together.split() == [together] and all(texts)


def _clean(text: str) -> str:
    """On one line, without spaces around."""
    return " ".join(text.split()) if text.isascii() else name_of(text)


def recoded(code: Codes, lookup: Sequence[int]) -> Codes:
    """Codes through a table of old to new; ``BLANK`` stays.

    >>> recoded(np.array([1, BLANK, 0], np.int32), [5, 7]).tolist()
    [7, -1, 5]
    """
    table = np.array([*lookup, BLANK], dtype=np.int32)
    return table[code]
