"""Excel: the numbers of a document, its tables as tables, its charts as charts."""

from goldenthread.documents.blocks import Document
from goldenthread.documents.render.package import normalise
from goldenthread.documents.render.sheets.book import Book
from goldenthread.documents.render.sheets.charts import spell_out_labels
from goldenthread.documents.render.sheets.contents import contents_of
from goldenthread.documents.render.sheets.data import write_data
from goldenthread.documents.render.sheets.figures import write_figures
from goldenthread.documents.render.sheets.front import write_front


def render(document: Document) -> bytes:
    """Return the numbers of a document as a workbook.

    The first sheet says what it is; each table and chart has a sheet with real numbers; the last
    lists every figure with its key, slice, count, base and words. Text is never a formula. The
    same document gives the same bytes.
    """
    book = Book(document)
    contents = contents_of(document)
    write_front(book, contents)
    for content in contents:
        write_data(book, content)
    write_figures(book)
    return normalise(book.save(), document, spell_out_labels)
