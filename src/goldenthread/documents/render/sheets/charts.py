"""Native charts beside their tables. They read the numbers on the sheet, and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from goldenthread.documents.charts.colour import level_colours, text_on
from goldenthread.documents.charts.model import AnswerDots, BarRow, DivergingBars, LevelKey
from goldenthread.documents.render.office.words import one_line
from goldenthread.documents.render.sheets.book import Book
from goldenthread.documents.render.sheets.cells import SheetColumn, Value
from goldenthread.documents.theme import OFFICE_FONT, PALETTE

_FONT: Final = {"name": OFFICE_FONT, "size": 10, "color": PALETTE.ink}
_TITLE: Final = {"name": OFFICE_FONT, "size": 12, "bold": True, "color": PALETTE.ink}
_WIDTH: Final = 820
_ROW_HEIGHT, _AROUND, _ANSWERS_HEIGHT = 28, 120, 190
"""Sizes of charts in pixels."""
_SHEET_ROW: Final = 20
"""Height of a row of a sheet in pixels."""
_ANSWERS: Final = range(11)
_VALUE_SHOWN: Final = b'<c:showVal val="1"/>'
_ONLY_VALUE_SHOWN: Final = (
    b'<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
    b'<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)
_NO_NOUGHTS: Final = "0;;;"


def spell_out_labels(part: str, content: bytes) -> bytes:
    """Say in a chart's part what its labels do not show.

    xlsxwriter leaves it out, and by the schema what is left out is shown (ECMA-376 part 1,
    21.2.2.178): LibreOffice then prints the names of category and level in every bar.
    """
    if not part.startswith("xl/charts/"):
        return content
    return content.replace(_VALUE_SHOWN, _ONLY_VALUE_SHOWN)


def grade_columns(chart: DivergingBars) -> list[SheetColumn]:
    """Return the counts that bars are drawn from, worst level first.

    A row with a count that may not be shown has none here: the others alone would be drawn as if
    they were everything.
    """
    names = SheetColumn("Category", tuple(one_line(row.label) for row in chart.rows))
    levels = sorted(chart.levels, key=lambda level: level.rank)
    counts = (
        SheetColumn(one_line(level.label), tuple(_count(row, level) for row in chart.rows))
        for level in levels
    )
    return [names, *counts]


def _count(row: BarRow, level: LevelKey) -> Value:
    counts = {segment.level: segment.count for segment in row.segments}
    return None if None in counts.values() else counts.get(level.level)


def level_places(columns: Sequence[SheetColumn], chart: DivergingBars) -> list[int] | None:
    """Return which columns of a table hold the counts of each level, worst first.

    ``None`` if the table does not hold just the numbers that the bars are drawn from.
    """
    names, *wanted = grade_columns(chart)
    places = []
    if not columns or columns[0].values != names.values:
        return None
    for level in wanted:
        same = (n for n, column in enumerate(columns) if column == level)
        place = next(same, None)
        if place is None:
            return None
        places.append(place)
    return places


def answer_columns(chart: AnswerDots) -> list[SheetColumn]:
    """Return how many gave each answer from 0 to 10, one column for each row of the chart."""
    answers = SheetColumn("Answer", tuple(_ANSWERS))
    counts = (
        SheetColumn(
            one_line(f"{row.label}: {row.question}"),
            tuple(row.answers.count(answer) or None for answer in _ANSWERS),
        )
        for row in chart.rows
    )
    return [answers, *counts]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a chart's numbers are, and where it stands: rows and columns count from nought."""

    sheet: Any
    header: int
    """The row of the table's header."""
    row: int
    column: int


def draw_bars(
    book: Book, chart: DivergingBars, spot: Spot, places: Sequence[int], words: str
) -> None:
    """Draw bars of equal length, worst level first; ``places`` are the columns of the levels."""
    drawn = book.workbook.add_chart({"type": "bar", "subtype": "percent_stacked"})
    colours = level_colours(chart.levels)
    levels = sorted(chart.levels, key=lambda level: level.rank)
    for place, level in zip(places, levels, strict=True):
        colour = colours[level.level]
        drawn.add_series(
            {
                **_ranges(spot, place, len(chart.rows)),
                "fill": {"color": colour},
                "border": {"color": PALETTE.paper},
                "gap": 35,
                "data_labels": _labels(text_on(colour)),
            }
        )
    drawn.set_y_axis({"reverse": True, "num_font": _FONT, "line": {"none": True}})
    drawn.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    drawn.set_legend({"position": "top", "font": _FONT})
    _insert(drawn, chart.title, spot, words, _AROUND + _ROW_HEIGHT * len(chart.rows))


def draw_answers(book: Book, chart: AnswerDots, spot: Spot, words: str) -> None:
    """Draw one chart for each row: how many gave each answer. Rows are never added up."""
    for place, row in enumerate(chart.rows, 1):
        drawn = book.workbook.add_chart({"type": "column"})
        drawn.add_series(
            {
                **_ranges(spot, place, len(_ANSWERS)),
                "fill": {"color": PALETTE.accent},
                "gap": 30,
                "data_labels": _labels(PALETTE.ink),
            }
        )
        drawn.set_x_axis({"num_font": _FONT, "name": _ends(chart), "name_font": _FONT})
        drawn.set_y_axis({"visible": False, "major_gridlines": {"visible": False}})
        drawn.set_legend({"none": True})
        below = replace(spot, row=spot.row + (place - 1) * (_ANSWERS_HEIGHT // _SHEET_ROW + 1))
        title = f"{row.label}: {row.question}"
        _insert(drawn, title, below, f"{title} {words}", _ANSWERS_HEIGHT)


def _ends(chart: AnswerDots) -> str:
    return one_line(f"0 {chart.low} – 10 {chart.high}")


def _ranges(spot: Spot, place: int, count: int) -> dict[str, list[object]]:
    """Return where a series has its name, categories and values."""
    name, first, last = spot.sheet.name, spot.header + 1, spot.header + count
    return {
        "name": [name, spot.header, place],
        "categories": [name, first, 0, last, 0],
        "values": [name, first, place, last, place],
    }


def _labels(colour: str) -> dict[str, object]:
    font = {**_FONT, "bold": True, "color": colour}
    return {"value": True, "num_format": _NO_NOUGHTS, "font": font}


def _insert(drawn: Any, title: str, spot: Spot, words: str, height: int) -> None:
    drawn.set_title({"name": one_line(title), "name_font": _TITLE, "overlay": False})
    drawn.set_size({"width": _WIDTH, "height": height})
    drawn.set_chartarea({"border": {"none": True}})
    spot.sheet.insert_chart(spot.row, spot.column, drawn, {"description": one_line(words)})
