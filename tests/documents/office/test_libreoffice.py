"""Another program opens the files and sets them on pages: nothing is lost, cut or overprinted."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from tests.documents.office.printed import words_in
from tests.documents.office.rendered import FORMATS, NAMES, documents, rendered
from tests.documents.samples.charts import LEVELS

from goldenthread.documents.blocks import FigureRun, Text
from goldenthread.documents.render.slides.deck import footer_text
from goldenthread.documents.render.slides.grid import FOOTER, HEIGHT
from goldenthread.documents.text import figures_of

pytestmark = [pytest.mark.office, pytest.mark.slow]

Pdfs = Mapping[tuple[str, str], Path]
PAGE_BUDGETS = {"brief": 2, "dense": 2, "three_columns": 1, "seven_boxes": 1}


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> Pdfs:
    """All samples in all Office formats as PDF, by name and format."""
    folder = tmp_path_factory.mktemp("office")
    converted = {}
    for extension in FORMATS:
        sources = []
        for name in NAMES:
            source = folder / f"{name}.{extension}"
            source.write_bytes(rendered(name, extension))
            sources.append(source)
            converted[name, extension] = folder / extension / f"{name}.pdf"
        convert(sources, folder / extension, folder / "profile")
    return converted


def convert(sources: list[Path], target: Path, profile: Path) -> None:
    """Have LibreOffice turn files into PDF."""
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{profile}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(target),
            *(str(source) for source in sources),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )


def texts_of(pdf: Path) -> list[str]:
    """The text of each page."""
    with pypdfium2.PdfDocument(pdf) as opened:
        return [page.get_textpage().get_text_bounded() for page in opened]


@pytest.mark.parametrize("extension", FORMATS)
@pytest.mark.parametrize("name", NAMES)
def test_libreoffice_opens_every_file(pdfs: Pdfs, name: str, extension: str) -> None:
    assert any(text.strip() for text in texts_of(pdfs[name, extension]))


@pytest.mark.parametrize(("name", "budget"), PAGE_BUDGETS.items())
def test_document_keeps_its_page_budget_on_paper(pdfs: Pdfs, name: str, budget: int) -> None:
    assert len(texts_of(pdfs[name, "docx"])) == budget


def test_document_is_set_in_the_typeface_that_it_carries(pdfs: Pdfs) -> None:
    with pikepdf.open(pdfs["brief", "docx"]) as opened:
        fonts = {
            str(font.BaseFont).rpartition("+")[2]
            for page in opened.pages
            for font in page.resources.Font.values()
        }
    assert fonts == {"GoldenThreadSans-Regular", "GoldenThreadSans-Bold"}


@pytest.mark.parametrize(
    "name", ["brief", "dense", "answers", "three_columns", "seven_boxes", "suppressed"]
)
def test_every_word_of_the_document_is_on_its_pages(pdfs: Pdfs, name: str) -> None:
    """Names of levels may stand in a chart's legend alone, which is a picture."""
    printed = words_in(" ".join(texts_of(pdfs[name, "docx"])))
    levels = {word for level in LEVELS for word in words_in(level.label)}
    assert body_words(documents()[name].body) - levels <= printed


def body_words(part: object) -> set[str]:
    """The words of text runs, but for charts, which are pictures."""
    if isinstance(part, Text):
        return words_in(part.text)
    if isinstance(part, tuple):
        return {word for one in part for word in body_words(one)}
    names = [
        name for name in getattr(part, "__slots__", ()) if name not in ("chart", "alternative")
    ]
    return {word for name in names for word in body_words(getattr(part, name))}


@pytest.mark.parametrize("extension", ["docx", "pptx"])
def test_every_figure_of_the_brief_is_on_its_pages(pdfs: Pdfs, extension: str) -> None:
    printed = " ".join(" ".join(texts_of(pdfs["brief", extension])).split())
    missing = [figure for figure in figures_of(documents()["brief"]) if not shown(figure, printed)]
    assert missing == []


def shown(figure: FigureRun, printed: str) -> bool:
    """Whether a figure is printed; where a line may end there, without the space."""
    return figure.text in printed or figure.text.replace(" ", "") in printed.replace(" ", "")


@pytest.mark.parametrize("name", NAMES)
def test_each_slide_is_one_page_and_its_text_ends_above_the_footer(pdfs: Pdfs, name: str) -> None:
    footer = words_in(footer_text(documents()[name]))
    with pypdfium2.PdfDocument(pdfs[name, "pptx"]) as opened:
        for number, page in enumerate(opened, 1):
            foot = page.get_textpage().get_text_bounded(bottom=-1000, top=HEIGHT - FOOTER.top - 2)
            if number > 1:
                assert words_in(foot) <= footer
                assert foot.split()[-1] == str(number)


@pytest.mark.parametrize("extension", ["docx", "pptx"])
@pytest.mark.parametrize("name", NAMES)
def test_no_text_runs_off_the_page(pdfs: Pdfs, name: str, extension: str) -> None:
    with pypdfium2.PdfDocument(pdfs[name, extension]) as opened:
        for page in opened:
            width, height = page.get_size()
            text = page.get_textpage()
            boxes = [text.get_charbox(place) for place in range(text.count_chars())]
            assert all(left >= -1 and right <= width + 1 for left, _, right, _ in boxes)
            assert all(bottom >= -1 and top <= height + 1 for _, bottom, _, top in boxes)
