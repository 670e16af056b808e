"""What a workbook holds: the tables and charts of a document, each with a name for its sheet."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from goldenthread.documents.blocks import Block, ChartBlock, Columns, Document, Section, Table
from goldenthread.documents.charts.model import Chart
from goldenthread.documents.render.office.words import line_of, one_line

ABOUT: Final = "About"
FIGURES: Final = "Figures"
_LONGEST: Final = 31
"""Characters of a sheet's name, by Excel's rule."""
_NOT_ALLOWED: Final = re.compile(r"[\[\]:*?/\\]+")
_RESERVED: Final = "history"


@dataclass(frozen=True, slots=True)
class Content:
    """A table of the document, and the chart that shows it."""

    sheet: str
    title: str
    table: Table
    chart: Chart | None = None
    alternative: str = ""

    @property
    def chart_title(self) -> str:
        """What the chart says, or nothing if there is no chart."""
        return one_line(self.chart.title) if self.chart else ""


def contents_of(document: Document) -> list[Content]:
    """Return every table of the document in reading order, each with a sheet name of its own."""
    taken = {ABOUT.lower(), FIGURES.lower(), _RESERVED}
    contents = []
    for block in _tables(document.body):
        table = block.table if isinstance(block, ChartBlock) else block
        chart = block.chart if isinstance(block, ChartBlock) else None
        title = line_of(table.caption) or (one_line(chart.title) if chart else "")
        sheet = sheet_name(title, taken)
        taken.add(sheet.lower())
        spoken = line_of(block.alternative) if isinstance(block, ChartBlock) else ""
        contents.append(Content(sheet, title, table, chart, spoken or title))
    return contents


def _tables(blocks: Iterable[Block]) -> Iterator[Table | ChartBlock]:
    for block in blocks:
        match block:
            case Table() | ChartBlock():
                yield block
            case Section():
                yield from _tables(block.blocks)
            case Columns():
                for column in block.columns:
                    yield from _tables(column)
            case _:
                pass


def sheet_name(title: str, taken: set[str]) -> str:
    """Return a name for a sheet that Excel allows and no other sheet has.

    ``taken`` are the names in use, in lower case.

    >>> sheet_name("Grades: planning / reviewing", {"figures"})
    'Grades planning reviewing'
    >>> sheet_name("", {"table"})
    'Table 2'
    """
    words = " ".join(_NOT_ALLOWED.sub(" ", title).split()).strip("'") or "Table"
    name, number = _shortened(words, _LONGEST), 1
    while name.lower() in taken:
        number += 1
        ending = f" {number}"
        name = _shortened(words, _LONGEST - len(ending)) + ending
    return name


def _shortened(words: str, most: int) -> str:
    """Cut a title after a word, or within it if there is only one.

    >>> _shortened("Grades in each category, as reported", 31)
    'Grades in each category, as'
    """
    if len(words) <= most:
        return words
    whole, space, _ = words[: most + 1].rpartition(" ")
    return (whole if space else words[:most]).rstrip(" ,;'")
