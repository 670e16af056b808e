"""The grid of a one-audit form: categories down the side, grade and reason beside them."""

from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.exchange.adopt.meaning.answers import is_marked
from goldenthread.exchange.adopt.reading.grids import Cell, Grid, text_of
from goldenthread.exchange.adopt.reading.recognising import LONGEST_FOR_WORDS, Recogniser
from goldenthread.exchange.book import column_letter

LEAST_CATEGORIES = 3
"""Different categories in one column that make it the side of a grid."""

_HEADER_ABOVE = 4
"""Lines above the first category in which the grid's headings are looked for."""


@dataclass(frozen=True, slots=True)
class JudgementGrid:
    """Where the grid is. ``ticks`` maps a place to the grade that a tick there stands for."""

    labels_at: int
    header_at: int | None
    rows: tuple[int, ...]
    grades_at: tuple[int, ...]
    ticks: tuple[tuple[int, str], ...] = ()


def label_text(value: Cell) -> str:
    """A category's name in a cell that may go on with guidance on further lines."""
    return text_of(value.split("\n", 1)[0]) if isinstance(value, str) else ""


def find_judgements(grid: Grid, recogniser: Recogniser) -> JudgementGrid | None:
    """The grid of a form; ``None`` when there is none with grades beside its categories."""
    found = [(at, _category_rows(grid, at, recogniser)) for at in range(grid.width)]
    at, rows = max(found, key=lambda one: len(one[1]), default=(0, ()))
    if len(rows) < LEAST_CATEGORIES:
        return None
    header = _header_above(grid, rows[0], at)
    rows = _with_own_categories(grid, at, rows, header)
    ticks = _tick_columns(grid, header, at, recogniser)
    grades = () if ticks else _grade_columns(grid, at, rows, recogniser)
    if not (ticks or grades):
        return None
    return JudgementGrid(at, header, rows, grades, ticks)


def judgements(grid: Grid, found: JudgementGrid) -> Iterator[tuple[str, str, Cell]]:
    """Category, part and value of each cell of the grid that holds something, or should."""
    ticked = dict(found.ticks)
    for row in found.rows:
        cells = grid.lines[row].cells
        label = label_text(cells[found.labels_at])
        if ticked:
            marks = [grade for at, grade in found.ticks if is_marked(cells[at])]
            yield label, "Grade", "; ".join(marks) or None
        for at in range(found.labels_at + 1, grid.width):
            if at not in ticked and (at in found.grades_at or cells[at] is not None):
                yield label, part_name(grid, found, at), cells[at]


def part_name(grid: Grid, found: JudgementGrid, at: int) -> str:
    """What a column of the grid is headed, or *Grade*, or its letter."""
    heading = "" if found.header_at is None else text_of(grid.lines[found.header_at].cells[at])
    if heading:
        return heading
    return "Grade" if at in found.grades_at else f"column {column_letter(at + 1)}"


def _category_rows(grid: Grid, at: int, recogniser: Recogniser) -> tuple[int, ...]:
    """Rows whose cell in this column names a category: of several, the row that does so surest."""
    rows: dict[str, tuple[int, int]] = {}
    for number, line in enumerate(grid.lines):
        text = label_text(line.cells[at])
        if text and len(text) <= LONGEST_FOR_WORDS and not recogniser.grades.label(text):
            match = recogniser.category(text)
            best = rows.get(match.label)
            if match.label and (best is None or match.sureness.rank < best[0]):
                rows[match.label] = (match.sureness.rank, number)
    return tuple(sorted(number for _, number in rows.values()))


def _header_above(grid: Grid, first: int, at: int) -> int | None:
    """The nearest line above with something to the right of the categories."""
    for row in range(first - 1, max(-1, first - 1 - _HEADER_ABOVE), -1):
        filled = grid.lines[row].filled()
        if sum(place > at for place in filled) >= 1 and len(filled) >= 2:
            return row
    return None


def _with_own_categories(
    grid: Grid, at: int, rows: tuple[int, ...], header: int | None
) -> tuple[int, ...]:
    """The rows with those between and next to them: a council's own categories stand there."""
    first, last = min(rows), max(rows)
    while first - 1 > (-1 if header is None else header) and _is_judged(grid, first - 1, at):
        first -= 1
    while last + 1 < len(grid.lines) and _is_judged(grid, last + 1, at):
        last += 1
    return tuple(row for row in range(first, last + 1) if grid.lines[row].cells[at] is not None)


def _is_judged(grid: Grid, row: int, at: int) -> bool:
    """Whether a row has a label and something beside it, and the label is no field's."""
    cells = grid.lines[row].cells
    beside = [cell for cell in cells[at + 1 :] if cell is not None]
    label = label_text(cells[at])
    return bool(label and beside) and not label.endswith(":")


def _tick_columns(
    grid: Grid, header: int | None, at: int, recogniser: Recogniser
) -> tuple[tuple[int, str], ...]:
    """Places whose headings are at least three grades: the grade is the one that is ticked."""
    if header is None:
        return ()
    cells = grid.lines[header].cells
    ticks = tuple(
        (place, recogniser.grades.label(cells[place]))
        for place in range(at + 1, grid.width)
        if recogniser.grades.label(cells[place])
    )
    return ticks if len({grade for _, grade in ticks}) >= 3 else ()


def _grade_columns(
    grid: Grid, at: int, rows: tuple[int, ...], recogniser: Recogniser
) -> tuple[int, ...]:
    """Places that hold grades for the most part."""
    found = []
    for place in range(at + 1, grid.width):
        cells = [c for row in rows if (c := grid.lines[row].cells[place]) is not None]
        known = sum(bool(recogniser.grades.label(cell)) for cell in cells)
        if known * 2 > len(cells) and any(map(recogniser.grades.is_level, cells)):
            found.append(place)
    return tuple(found)
