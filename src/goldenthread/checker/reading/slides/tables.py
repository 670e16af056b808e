"""Tables on slides."""

from lxml import etree

from goldenthread.checker.reading.office.grids import within_limits
from goldenthread.checker.reading.office.names import DRAWING
from goldenthread.checker.reading.office.text import drawn_paragraphs

Cell = etree._Element


def cells_of(table: etree._Element) -> list[list[Cell]]:
    """Cells by row and column; a merged cell stands in each place that it covers."""
    rows: list[list[Cell]] = []
    for row in table.iterchildren(f"{DRAWING}tr"):
        above = rows[-1] if rows else []
        line: list[Cell] = []
        for number, cell in enumerate(row.iterchildren(f"{DRAWING}tc")):
            if _is_on(cell, "vMerge") and number < len(above):
                line.append(above[number])
            else:
                line.append(line[-1] if _is_on(cell, "hMerge") and line else cell)
        rows.append(line)
        within_limits(len(rows) * len(line))
    return rows


def texts_of(rows: list[list[Cell]]) -> list[list[str]]:
    """Texts of cells, paragraphs parted by line breaks."""
    texts = {cell: "\n".join(drawn_paragraphs(cell)) for row in rows for cell in row}
    return [[texts[cell] for cell in row] for row in rows]


def marks(table: etree._Element) -> tuple[int, int | None]:
    """Header rows and header columns, as the table marks them."""
    properties = table.find(f"{DRAWING}tblPr")
    if properties is None:
        return 0, None
    return int(_is_on(properties, "firstRow")), 1 if _is_on(properties, "firstCol") else None


def _is_on(element: etree._Element, name: str) -> bool:
    return element.get(name) in {"1", "true"}
