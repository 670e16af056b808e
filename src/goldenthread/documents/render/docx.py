"""Word: native headings, lists, tables and columns, in styles that a council can change."""

from goldenthread.documents.blocks import Document
from goldenthread.documents.render.package import normalise
from goldenthread.documents.render.word.fit import fitted
from goldenthread.documents.render.word.masthead import write_edges, write_masthead
from goldenthread.documents.render.word.write import write_flow
from goldenthread.documents.render.word.writer import Writer


def render(document: Document) -> bytes:
    """Return the document as an A4 Word file that can be edited.

    Text is set in the largest size with which the measured text keeps the page budget, and never
    smaller than ``measures.SMALLEST``. The file carries its typeface. The same document gives the
    same bytes.
    """
    layout = fitted(document)
    writer = Writer(layout.measures, document.language)
    write_masthead(writer, document)
    write_flow(writer, layout.items)
    write_edges(writer, document)
    return normalise(writer.save(), document)
