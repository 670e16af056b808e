"""The first sheet: what the workbook is, and where in it everything stands."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from goldenthread.documents.blocks import Document, Link
from goldenthread.documents.render.office.words import joined, line_of, one_line
from goldenthread.documents.render.sheets.book import Book
from goldenthread.documents.render.sheets.contents import ABOUT, FIGURES, Content

_FIGURES_TITLE: Final = "Every figure that is printed, with its count and base"
_LABEL_WIDTH, _TEXT_WIDTH = 36, 90


def write_front(book: Book, contents: Sequence[Content]) -> None:
    """Write title, description, author and dates, then a list of the sheets."""
    sheet = book.add_sheet(ABOUT)
    document = book.document
    sheet.set_column(0, 0, _LABEL_WIDTH)
    sheet.set_column(1, 1, _TEXT_WIDTH)
    sheet.write_string(0, 0, one_line(document.title), book.formats["title"])
    sheet.write_string(1, 0, one_line(document.description), book.formats["lead"])
    row = 3
    for label, text in _facts(document):
        book.write(sheet, row, 0, label, "label")
        _write_text(book, sheet, row, text)
        row += 1
    for run in document.footer:
        if isinstance(run, Link):
            book.write_link(sheet, row, 1, run.address, one_line(run.text))
            row += 1
    _write_contents(book, sheet, row + 1, contents)
    sheet.activate()


def _facts(document: Document) -> Iterator[tuple[str, str]]:
    head = document.masthead
    facts = (
        ("From", one_line(head.authority)),
        ("What", joined(head.kind, head.focus)),
        ("When", joined(head.period, head.issued)),
        ("Author", one_line(document.author)),
        ("Contact", line_of(document.footer)),
    )
    yield from ((label, text) for label, text in facts if text.strip())


def _write_contents(book: Book, sheet: Any, top: int, contents: Sequence[Content]) -> None:
    """List the sheets, each a link to where it is."""
    book.write(sheet, top, 0, "Sheet", "label")
    book.write(sheet, top, 1, "What it holds", "label")
    rows = [*((content.sheet, content.title) for content in contents), (FIGURES, _FIGURES_TITLE)]
    for row, (name, title) in enumerate(rows, top + 1):
        book.write_inner_link(sheet, row, 0, name)
        _write_text(book, sheet, row, title)


def _write_text(book: Book, sheet: Any, row: int, text: str) -> None:
    """Write words beside a label, in a row as high as they need."""
    book.write(sheet, row, 1, text, "text")
    book.set_height(sheet, row, text, _TEXT_WIDTH)
