"""The last sheet: every figure that the document prints."""

from typing import Final

from goldenthread.documents.blocks import Document, FigureRun
from goldenthread.documents.render.office.words import one_line
from goldenthread.documents.render.sheets.book import Book
from goldenthread.documents.render.sheets.cells import SheetColumn
from goldenthread.documents.render.sheets.contents import FIGURES
from goldenthread.documents.text import figures_of

_TOP: Final = 2


def write_figures(book: Book) -> None:
    """Write key, words, count, base, form and slice of each figure, in reading order."""
    sheet = book.add_sheet(FIGURES)
    sheet.write_string(0, 0, FIGURES, book.formats["title"])
    columns = figure_columns(book.document)
    book.write_table(sheet, _TOP, columns)
    book.fit(sheet, (_TOP, columns))
    sheet.freeze_panes(_TOP + 1, 1)
    sheet.repeat_rows(_TOP)


def figure_columns(document: Document) -> list[SheetColumn]:
    """Return the columns of the list of figures; a figure printed twice alike stands once."""
    figures = list(dict.fromkeys(_bare(figure) for figure in figures_of(document)))
    return [
        SheetColumn("Figure", tuple(one_line(figure.key) for figure in figures)),
        SheetColumn("As printed", tuple(one_line(figure.text) for figure in figures)),
        SheetColumn("Count", tuple(figure.count for figure in figures)),
        SheetColumn("Base", tuple(figure.base for figure in figures)),
        SheetColumn("Form", tuple(one_line(figure.form) for figure in figures)),
        SheetColumn("Slice", tuple(_slice(figure) for figure in figures)),
    ]


def _bare(figure: FigureRun) -> FigureRun:
    """Return the figure without its emphasis."""
    return FigureRun(
        figure.key, figure.text, figure.form, figure.slice, count=figure.count, base=figure.base
    )


def _slice(figure: FigureRun) -> str:
    return one_line("; ".join(f"{name} = {value}" for name, value in figure.slice))
