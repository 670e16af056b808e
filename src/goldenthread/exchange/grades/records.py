"""The records of a text file, line by line: for small files, and for whatever lines are no rows."""

import csv
import io
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from goldenthread.documents.untrusted.opening import UnreadableFile
from goldenthread.exchange.grades.long_rows import BLANK, Column

MOST_SAID = 20
"""So many lines are named one by one; of the others their number is said."""


@dataclass(slots=True)
class Records:
    """Columns by name, the line on which each row begins, and lines with too many cells."""

    columns: dict[str, Column]
    lines: "array[int]"
    too_long: list[tuple[int, int]] = field(default_factory=list)
    """Line and number of cells."""


def first_records(content: bytes, separator: str, most: int) -> Iterator[tuple[list[str], int]]:
    """The first records of a text with the number of lines up to the end of each."""
    start = content[:_START].decode("utf-8", errors="replace")
    reader = csv.reader(io.StringIO(start, newline=""), delimiter=separator)
    for record in reader:
        yield record, reader.line_num
        if reader.line_num >= most:
            return


_START = 65_536


def read_records(
    file: str,
    content: bytes,
    separator: str,
    skipped: int,
    width: int,
    wanted: Mapping[str, tuple[int, str]],
) -> Records:
    """The rows of a text in UTF-8; the arguments are those of ``columns.read_columns``.

    Raises ``UnreadableFile`` with the line where quotation marks do not fit together.
    """
    text = io.TextIOWrapper(io.BytesIO(content), "utf-8", errors="replace", newline="")
    for _ in range(skipped):
        text.readline()
    codes: dict[str, dict[str, int]] = {name: {} for name in wanted}
    code = {name: array("i") for name in wanted}
    found = Records({}, array("q"))
    line = skipped
    reader = csv.reader(text, delimiter=separator, strict=True)
    try:
        for record in reader:
            found.lines.append(line + 1)
            line = skipped + reader.line_num
            if len(record) > width and any(map(str.strip, record[width:])):
                found.too_long.append((found.lines[-1], len(record)))
            for name, (place, _) in wanted.items():
                value = record[place] if place < len(record) else ""
                its = codes[name]
                code[name].append(its.setdefault(value, len(its)) if value else BLANK)
    except csv.Error as error:
        raise UnreadableFile(
            f"{file}, line {line + 1}: a quotation mark is not closed, or one inside a cell is "
            "not doubled; correct it there."
        ) from error
    for name, (_, heading) in wanted.items():
        number = np.array(code[name], dtype=np.int32)
        found.columns[name] = Column(heading, tuple(codes[name]), number)
    return found
