"""The columns of a large text file, by a columnar reader: millions of rows in a second or two.

This is the one module of ``exchange`` that touches data frames. A small file never gets here, so
that nobody waits for an engine to load that reads a year of grades no faster.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from goldenthread.exchange.grades.long_rows import BLANK, Column

if TYPE_CHECKING:
    import polars as pl

_NULL = 2**32 - 1
"""The largest code of a categorical column, never reached; as a signed number it is ``BLANK``."""


def read_columns(
    content: bytes, separator: str, skipped: int, width: int, wanted: Mapping[str, tuple[int, str]]
) -> dict[str, Column] | None:
    """Columns of a delimited text in UTF-8, each line a row; ``None`` where lines are no rows.

    ``skipped`` lines stand above the rows, ``width`` is the number of columns, ``wanted`` gives
    place and heading by name. A file whose quoted cells run over lines, whose lines have more
    cells than there are headings, or whose quotation marks do not close, is for a reader that
    goes line by line.
    """
    import polars as pl

    schema: dict[str, pl.DataType] = {str(place): pl.String() for place in range(width)}
    for place, _ in wanted.values():
        schema[str(place)] = pl.Categorical(pl.Categories.random())
    try:
        frame = pl.read_csv(
            content,
            has_header=False,
            separator=separator,
            skip_lines=skipped,
            schema=schema,  # all columns: only then a line with too many cells is noticed
        )
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException):
        return None
    lines = content.count(b"\n") + (not content.endswith(b"\n")) - skipped
    if frame.height != lines:
        return None
    numbers = np.arange(lines, dtype=np.int32)
    return {
        name: _column(heading, frame[str(place)], numbers)
        for name, (place, heading) in wanted.items()
    }


def _column(heading: str, series: "pl.Series", numbers: NDArray[np.int32]) -> Column:
    """A categorical column as codes, and the texts that they stand for.

    Its codes are dense: the categories belong to this column alone.
    """
    import polars as pl

    code = series.to_physical().fill_null(_NULL).to_numpy().view(np.int32)
    some_row = np.full(int(code.max(initial=BLANK)) + 1, BLANK, dtype=np.int32)
    filled = code != BLANK if series.null_count() else slice(None)
    some_row[code[filled]] = numbers[filled]
    texts = series.gather(some_row).cast(pl.String).to_list()
    return Column(heading, tuple(texts), code)
