"""Frames on slides: tables, charts, diagrams and embedded objects."""

from lxml import etree

from goldenthread.checker.reading.office.alternatives import (
    alternative_of,
    is_decorative,
    keep_alternative,
    keep_picture,
)
from goldenthread.checker.reading.office.charts import chart_in, keep_chart
from goldenthread.checker.reading.office.diagrams import diagram_texts
from goldenthread.checker.reading.office.grids import squared
from goldenthread.checker.reading.office.names import CHART, DIAGRAM, DRAWING, RELATED
from goldenthread.checker.reading.slides import tables
from goldenthread.checker.reading.slides.levels import Levels
from goldenthread.checker.reading.slides.pictures import properties_of_shape
from goldenthread.checker.reading.slides.slide import Slide
from goldenthread.checker.reading.slides.text import paragraphs_of
from goldenthread.checker.reading.tables import is_data_table, reads_by_column
from goldenthread.checker.source import Grid, Link, Picture, Region, Role


def read_frame(slide: Slide, frame: etree._Element) -> None:
    """Keep what a frame shows."""
    table = frame.find(f"{DRAWING}graphic/{DRAWING}graphicData/{DRAWING}tbl")
    chart = next(frame.iter(f"{CHART}chart"), None)
    diagram = next(frame.iter(f"{DIAGRAM}relIds"), None)
    if table is not None:
        _read_table(slide, frame, table)
    elif chart is not None:
        _read_chart(slide, frame, chart)
    elif diagram is not None:
        _read_diagram(slide, frame, diagram)
    else:
        _keep_picture(slide, frame, slide.numbered("object"), is_chart=_is_unread_chart(frame))


def _is_unread_chart(frame: etree._Element) -> bool:
    """Whether it is a chart of a newer kind (waterfall, map), whose figures are not read."""
    data = frame.find(f"{DRAWING}graphic/{DRAWING}graphicData")
    return data is not None and "/chartex" in data.get("uri", "")


def _keep_picture(slide: Slide, frame: etree._Element, where: str, is_chart: bool = False) -> None:
    properties = properties_of_shape(frame)
    alternative = alternative_of(properties)
    region = slide.within(Region.ALT_TEXT)
    if not region.is_printed:
        keep_alternative(slide.found, alternative, where, region, slide.number)
        return
    picture = Picture(where, alternative, is_decorative(properties), is_chart)
    keep_picture(slide.found, picture, region, slide.number)


def _read_chart(slide: Slide, frame: etree._Element, mark: etree._Element) -> None:
    where = slide.numbered("chart")
    _keep_picture(slide, frame, where, is_chart=True)
    relation = slide.package.relations(slide.part).get(mark.get(f"{RELATED}id", ""))
    if relation is not None:
        chart = chart_in(slide.package, relation.target)
        keep_chart(slide.found, chart, where, slide.within(Region.CHART), slide.number)


def _read_diagram(slide: Slide, frame: etree._Element, mark: etree._Element) -> None:
    where = slide.numbered("diagram")
    _keep_picture(slide, frame, where)
    for text in diagram_texts(slide.package, slide.part, mark.get(f"{RELATED}dm", "")):
        slide.keep(text, where, slide.within(Region.TEXT_BOX))


def _read_table(slide: Slide, frame: etree._Element, table: etree._Element) -> None:
    where = slide.numbered("table")
    alternative = alternative_of(properties_of_shape(frame))
    keep_alternative(slide.found, alternative, where, slide.within(Region.ALT_TEXT), slide.number)
    cells = tables.cells_of(table)
    texts = tables.texts_of(cells)
    is_data = is_data_table(texts)
    if not is_data and reads_by_column(texts):
        cells = [list(column) for column in zip(*cells, strict=False)]
    for cell in dict.fromkeys(cell for row in cells for cell in row):
        _read_cell(slide, cell, where, keep_text=not is_data)
    if is_data:
        rows, columns = tables.marks(table)
        flat = squared([[text.replace("\n", " ") for text in row] for row in texts])
        slide.found.add(Grid(flat, where, slide.region, "", rows, columns, slide.number))


def _read_cell(slide: Slide, cell: tables.Cell, where: str, keep_text: bool) -> None:
    """Keep the links of a cell, and its paragraphs where the table only lays out prose."""
    body = cell.find(f"{DRAWING}txBody")
    if body is None:
        return
    levels = Levels(cell, slide.template)
    for paragraph in paragraphs_of(
        body, levels, slide.template.theme, slide.package.relations(slide.part)
    ):
        for run in paragraph.runs:
            if run.address and run.text.strip():
                slide.found.links.append(Link(run.text.strip(), run.address, where))
        if keep_text:
            role = Role.LIST_ITEM if paragraph.is_item else Role.PARAGRAPH
            slide.keep(paragraph.text, where, slide.region, role)
