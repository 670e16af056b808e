"""Every output of the example: golden words, the same figures everywhere, no other number."""

import io
import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import docx
import openpyxl
import pptx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from lxml import etree, html

from goldenthread.documents.blocks import Document, FigureRun, Run
from goldenthread.documents.text import figures_of, runs_of
from goldenthread.engine import figures as figures_command
from goldenthread.engine.audiences import AUDIENCES
from goldenthread.engine.inputs import brief_inputs
from goldenthread.engine.rendering import FORMATS, renderer
from goldenthread.publications.layouts.registry import LAYOUTS, Publication, compose

pytestmark = pytest.mark.slow

GOLDEN = Path(__file__).parents[1] / "golden"
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
LAYOUT_NAMES = tuple(LAYOUTS)
FORMAT_NAMES = tuple(FORMATS)


@pytest.fixture(scope="module")
def publications(
    workbooks: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Publication]:
    """The example, composed for each audience with the earlier cycle beside it."""
    folder = tmp_path_factory.mktemp("example")
    for cycle, content in workbooks.items():
        (folder / f"{cycle}.xlsx").write_bytes(content)
    result = {}
    for audience in AUDIENCES:
        file, figures = figures_command.figures(
            folder / "current.xlsx", audience=audience, previous=folder / "previous.xlsx"
        )
        result[audience] = compose(
            LAYOUT_NAMES, brief_inputs(file), figures, file.framework, file.scale
        )
    return result


@pytest.fixture(scope="module")
def rendered(publications: Mapping[str, Publication]) -> Callable[[str, str], bytes]:
    """A layout of the service's brief as the bytes of a file type; each made once."""
    made: dict[tuple[str, str], bytes] = {}

    def render(layout: str, format_: str) -> bytes:
        if (layout, format_) not in made:
            document = publications["service"].documents[layout]
            made[layout, format_] = renderer(format_).render(document)
        return made[layout, format_]

    return render


def text_of_pdf(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


def text_of_docx(content: bytes) -> str:
    """Paragraphs, and the text alternatives of pictures, which say the numbers drawn in them."""
    body = docx.Document(io.BytesIO(content)).element.body
    lines = ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]
    lines += [str(picture.get("descr", "")) for picture in body.iter(qn("wp:docPr"))]
    return "\n".join(lines)


def text_of_pptx(content: bytes) -> str:
    lines: list[str] = []
    for slide in pptx.Presentation(io.BytesIO(content)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                lines.append(shape.text_frame.text)
            if shape.has_table:
                lines.extend(cell.text for row in shape.table.rows for cell in row.cells)
    return "\n".join(lines)


def text_of_html(content: bytes) -> str:
    page = html.fromstring(content.decode())
    etree.strip_elements(page, "style", "script", with_tail=False)
    return "\n".join(str(t) for t in page.itertext() if t.strip())


def text_of_md(content: bytes) -> str:
    return content.decode()


def text_of_xlsx(content: bytes) -> str:
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
    return "\n".join(str(value) for value in cells if value is not None)


TEXT_OF = {
    "pdf": text_of_pdf,
    "docx": text_of_docx,
    "pptx": text_of_pptx,
    "html": text_of_html,
    "md": text_of_md,
    "xlsx": text_of_xlsx,
}


def runs(document: Document) -> list[Run]:
    head = document.masthead
    body = [run for block in document.body for run in runs_of(block)]
    return [*head.focus, *head.period, *head.issued, *body, *document.footer]


def flat(text: str) -> str:
    """Text without white space and hyphenation, as lines break differently in each file type."""
    return re.sub(r"\s+", "", text.replace("\u00ad", "").replace("\ufffe", ""))


@pytest.mark.parametrize("layout", LAYOUT_NAMES)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_words_of_each_layout_are_the_golden_ones(
    publications: Mapping[str, Publication], layout: str, audience: str
) -> None:
    """After a wanted change: GOLDEN=write pytest tests/journeys/test_outputs.py, then read it."""
    made = renderer("md").render(publications[audience].documents[layout]).decode()
    golden = GOLDEN / f"{layout}-{audience}.md"
    if os.environ.get("GOLDEN") == "write":
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("format_", FORMAT_NAMES)
@pytest.mark.parametrize("layout", LAYOUT_NAMES)
def test_every_file_type_prints_every_figure(
    publications: Mapping[str, Publication],
    rendered: Callable[[str, str], bytes],
    layout: str,
    format_: str,
) -> None:
    text = flat(TEXT_OF[format_](rendered(layout, format_)))
    printed = figures_of(publications["service"].documents[layout])
    assert printed
    assert not {run.text for run in printed if flat(run.text) not in text}


@pytest.mark.parametrize("format_", FORMAT_NAMES)
@pytest.mark.parametrize("layout", LAYOUT_NAMES)
def test_no_file_type_prints_a_number_that_is_neither_figure_nor_literal(
    publications: Mapping[str, Publication],
    rendered: Callable[[str, str], bytes],
    layout: str,
    format_: str,
) -> None:
    document = publications["service"].documents[layout]
    allowed = {number for run in runs(document) for number in NUMBER.findall(run.text)}
    allowed |= {
        str(n)
        for run in runs(document)
        if isinstance(run, FigureRun)
        for n in (run.count, run.base)
        if n is not None
    }
    if format_ == "xlsx":  # which also lists the keys of figures
        allowed |= {n for run in figures_of(document) for n in NUMBER.findall(run.key)}
    allowed |= {str(n) for n in range(12)}  # numbers of pages, of list items and on the 0-10 axis
    text = TEXT_OF[format_](rendered(layout, format_))
    assert set(NUMBER.findall(text)) <= allowed


@pytest.mark.parametrize("layout", LAYOUT_NAMES)
def test_the_example_keeps_its_page_budget(
    publications: Mapping[str, Publication], rendered: Callable[[str, str], bytes], layout: str
) -> None:
    with pypdfium2.PdfDocument(rendered(layout, "pdf")) as pdf:
        assert len(pdf) <= (publications["service"].documents[layout].page_budget or 1)
