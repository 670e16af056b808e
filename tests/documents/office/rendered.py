"""Office files of the sample documents, each made once, and what is inside them."""

import zipfile
from functools import cache
from io import BytesIO

from lxml import etree
from tests.documents.office.dense import dense_brief
from tests.documents.samples.brief import sample_brief
from tests.documents.samples.charts import answers_chart
from tests.documents.samples.extremes import extreme_documents
from tests.documents.samples.words import document, section

from goldenthread.documents.blocks import Document
from goldenthread.documents.render import docx, pptx, xlsx

RENDERERS = {"docx": docx.render, "pptx": pptx.render, "xlsx": xlsx.render}
FORMATS = tuple(RENDERERS)


@cache
def documents() -> dict[str, Document]:
    """The sample brief, a denser one, a document of answers, and the extremes, by name."""
    answers = document(section("Voices", answers_chart()))
    some = {"brief": sample_brief(), "dense": dense_brief(), "answers": answers}
    return some | extreme_documents()


NAMES = tuple(documents())


@cache
def rendered(name: str, extension: str) -> bytes:
    """A sample document as an Office file."""
    return RENDERERS[extension](documents()[name])


def parts(package: bytes) -> dict[str, bytes]:
    """The parts of an Office file by name; those of a workbook inside it have its name before."""
    found = {}
    with zipfile.ZipFile(BytesIO(package)) as opened:
        for name in opened.namelist():
            content = opened.read(name)
            found[name] = content
            if name.endswith(".xlsx"):
                found |= {f"{name}!{inner}": part for inner, part in parts(content).items()}
    return found


def xml_parts(package: bytes) -> dict[str, etree._Element]:
    """The XML parts of an Office file, parsed."""
    return {
        name: etree.fromstring(content)
        for name, content in parts(package).items()
        if name.endswith((".xml", ".rels"))
    }
