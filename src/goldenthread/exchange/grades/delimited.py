"""A long table in a text file: its separator, its headings, its rows."""

from dataclasses import dataclass

import numpy as np

from goldenthread.exchange.grades.columns import read_columns
from goldenthread.exchange.grades.headings import (
    MOST_HEADING_ROW,
    Heading,
    check_heading,
    find_heading,
    ignored_columns,
)
from goldenthread.exchange.grades.long_rows import LongRows
from goldenthread.exchange.grades.memory import room_for_columns
from goldenthread.exchange.grades.records import MOST_SAID, Records, first_records, read_records
from goldenthread.exchange.problems import Problem

SEPARATORS = (",", ";", "\t", "|")
SMALL = 2_000_000
"""Bytes: up to here reading line by line takes less time than loading a columnar reader."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a text is laid out: separator, lines above the rows, headings."""

    separator: str
    skipped: int
    heading: Heading | None

    def rank(self) -> tuple[int, int]:
        """More of the known headings is better, then more columns."""
        return (len(self.heading.places), len(self.heading.texts)) if self.heading else (0, 0)


def read_text(file: str, content: bytes) -> LongRows:
    """The rows of a text in UTF-8. ``file`` is its name in sentences.

    Raises ``UnreadableFile`` when needed columns are missing or quotation marks do not close.
    """
    layout = max((_layout(content, separator) for separator in SEPARATORS), key=_Layout.rank)
    heading = check_heading(layout.heading, file)
    width = len(heading.texts)
    wanted = {name: (place, heading.texts[place].strip()) for name, place in heading.places.items()}
    if len(content) > SMALL and room_for_columns(len(content)):
        columns = read_columns(content, layout.separator, layout.skipped, width, wanted)
        if columns is not None:
            rows = len(next(iter(columns.values())).code)
            lines = np.arange(layout.skipped + 1, layout.skipped + 1 + rows, dtype=np.int32)
            return LongRows(
                file, file, "line", lines, columns, warnings=ignored_columns(heading, file)
            )
    found = read_records(file, content, layout.separator, layout.skipped, width, wanted)
    return LongRows(
        file,
        file,
        "line",
        np.array(found.lines, dtype=np.int32),
        found.columns,
        _too_long(found, file, width),
        ignored_columns(heading, file),
    )


def _layout(content: bytes, separator: str) -> _Layout:
    records = list(first_records(content, separator, MOST_HEADING_ROW))
    heading = find_heading([record for record, _ in records])
    return _Layout(separator, records[heading.row][1] if heading else 0, heading)


def _too_long(found: Records, file: str, width: int) -> tuple[Problem, ...]:
    mend = (
        "This line has {cells} cells under {width} headings; put quotation marks round a cell "
        "that holds the separator."
    )
    named = [
        Problem(file, line, "", "", mend.format(cells=cells, width=width))
        for line, cells in found.too_long[:MOST_SAID]
    ]
    more = len(found.too_long) - len(named)
    if more:
        named.append(Problem(file, None, "", "", f"So have {more:,} more lines."))
    return tuple(named)
