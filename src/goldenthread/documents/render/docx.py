"""Word: native headings, lists, tables and columns, in styles that a council can change."""

from goldenthread.documents.blocks import Document
from goldenthread.documents.render.package import normalise
from goldenthread.documents.render.word.fit import fitting_size
from goldenthread.documents.render.word.flow import Place, flow
from goldenthread.documents.render.word.masthead import write_foot, write_masthead
from goldenthread.documents.render.word.measures import measures_for
from goldenthread.documents.render.word.write import write_flow
from goldenthread.documents.render.word.writer import Writer


def render(document: Document) -> bytes:
    """Return the document as an A4 Word file that can be edited.

    Text is set in the largest size with which the measured text keeps the page budget, and never
    smaller than ``measures.SMALLEST``. The file carries its typeface. The same document gives the
    same bytes.
    """
    measures = measures_for(document, fitting_size(document))
    writer = Writer(measures, document.language)
    write_masthead(writer, document)
    write_flow(writer, flow(document.body, Place(measures.text_width)))
    write_foot(writer, document)
    return normalise(writer.save(), document)
