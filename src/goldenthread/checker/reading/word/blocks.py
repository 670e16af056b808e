"""What stands one under another: paragraphs, tables, and boxes that hang on paragraphs."""

from itertools import zip_longest

from lxml import etree

from goldenthread.checker.reading.office.grids import squared
from goldenthread.checker.reading.office.names import WORD
from goldenthread.checker.reading.tables import is_data_table, reads_by_column
from goldenthread.checker.reading.word import tables
from goldenthread.checker.reading.word.objects import read_object
from goldenthread.checker.reading.word.paragraphs import read_paragraph
from goldenthread.checker.reading.word.story import Place, Story
from goldenthread.checker.reading.word.wrappers import unwrapped
from goldenthread.checker.source import Grid, Part, Passage, Region, Role

_IMPORTED = (
    "It holds a piece of another file (w:altChunk) that was not read; save it in Word first."
)


def read_blocks(story: Story, parent: etree._Element, place: Place) -> None:
    """Keep all that stands inside an element, in reading order."""
    for element in unwrapped(parent):
        if element.tag == f"{WORD}p":
            for item in read_paragraph(story, element, place):
                for box in read_object(story, item, place):
                    read_blocks(story, box.content, box.place)
        elif element.tag == f"{WORD}tbl":
            _read_table(story, element, place)
        elif element.tag == f"{WORD}altChunk":
            story.found.warn(_IMPORTED)


def _read_table(story: Story, table: etree._Element, place: Place) -> None:
    where = story.numbered("table", place) if not place.depth else place.where
    caption = tables.title_of(table) or _caption_before(story)
    page = story.page
    rows = tables.rows_of(table)
    inner = place.inside(where, place.background)
    for number, row in enumerate(rows, 1):
        _read_row(story, table, row, inner, f"{where}, row {number}")
    texts = tables.texts_of(rows, inner)
    if _holds_grid(rows, inner) or not is_data_table(texts):
        _keep_layout(story, rows, texts)
        return
    flat = {text: text.replace("\n", " ") for line in texts for text in line}
    story.found.add(
        Grid(
            squared([[flat[text] for text in line] for line in texts]),
            where,
            place.region,
            caption,
            header_rows=tables.header_rows(rows),
            header_columns=tables.header_columns(table),
            page=page,
        )
    )
    _keep_all(story, [p for p in _parts(rows) if not tables.is_own(p, inner)])


def _read_row(
    story: Story, table: etree._Element, row: tables.Row, place: Place, where: str
) -> None:
    """Read the cells of a row, which all begin on the same page, each for itself."""
    story.found.count_cells(len(row.cells))
    first = last = story.page
    for cell in row.cells:
        story.page = first
        start = len(story.found.parts)
        background = tables.background_of(story, table, cell, place)
        read_blocks(story, cell.element, place.inside(where, background))
        cell.parts = story.found.parts[start:]
        del story.found.parts[start:]
        if last is not None and story.page is not None:
            last = max(last, story.page)
    story.page = last


def _holds_grid(rows: list[tables.Row], place: Place) -> bool:
    """Whether a table of data stands inside a cell."""
    return any(isinstance(p, Grid) and p.region is place.region for p in _parts(rows))


def _parts(rows: list[tables.Row]) -> list[Part]:
    return [part for row in rows for cell in row.cells for part in cell.parts]


def _keep_layout(story: Story, rows: list[tables.Row], texts: list[list[str]]) -> None:
    """Keep cells one after another: by row, or down the columns where headings stand on top."""
    if not reads_by_column(texts):
        _keep_all(story, _parts(rows))
        return
    for column in zip_longest(*(row.cells for row in rows)):
        for cell in column:
            _keep_all(story, [] if cell is None else cell.parts)


def _keep_all(story: Story, parts: list[Part]) -> None:
    story.found.parts.extend(parts)


def _caption_before(story: Story) -> str:
    """The caption right above, if there is one."""
    above = [p for p in story.found.parts[-3:] if p.region not in {Region.DELETED, Region.HIDDEN}]
    last = above[-1] if above else None
    return last.text if isinstance(last, Passage) and last.role is Role.CAPTION else ""
