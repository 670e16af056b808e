"""PDF is tagged, keeps its page budget, loses nothing and holds only what it prints."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import pairwise
from statistics import median

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents.samples.charts import category_chart
from tests.documents.samples.extremes import FOREIGN, HOSTILE
from tests.documents.samples.words import document, items, runs

from goldenthread.documents.blocks import Columns, Document, FigureRun, Paragraph, Table, Text
from goldenthread.documents.render.pdf import MISSING, SMALLEST, page_count, render
from goldenthread.documents.text import figures_of

pytestmark = pytest.mark.slow

A4 = (595.28, 841.89)
"""Points (ISO 216)."""


@pytest.fixture(scope="module")
def brief_pdf(brief: Document) -> bytes:
    """The brief as PDF."""
    return render(brief)


def packed(text: str) -> str:
    """Text without spaces and line ends."""
    return re.sub(r"\s+", "", text)


def printed(data: bytes) -> str:
    """What is printed on the pages, without spaces."""
    pages = pypdfium2.PdfDocument(data)
    return packed("".join(page.get_textpage().get_text_bounded() for page in pages))


def elements(data: bytes) -> Iterator[tuple[str, str]]:
    """Structure elements of a tagged PDF in reading order: type and text alternative."""
    with pikepdf.open(BytesIO(data)) as pdf:
        yield from _below(pdf.Root.StructTreeRoot)


def _below(node: pikepdf.Object) -> Iterator[tuple[str, str]]:
    if isinstance(node, pikepdf.Array):
        for part in node:
            yield from _below(part)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node["/S"]), str(node.get("/Alt", ""))
        if "/K" in node:
            yield from _below(node["/K"])


def test_pdf_says_that_it_is_tagged_and_accessible(brief_pdf: bytes, brief: Document) -> None:
    """ISO 14289-1 (PDF/UA-1), 5, 7.1 and 7.2."""
    with pikepdf.open(BytesIO(brief_pdf)) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang) == "en-GB"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == brief.title


def test_headings_follow_one_another_in_order(brief_pdf: bytes) -> None:
    levels = [int(kind[2:]) for kind, _ in elements(brief_pdf) if re.match("/H[1-6]$", kind)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert levels.count(2) == 9
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_lists_and_tables_are_real(brief_pdf: bytes) -> None:
    kinds = [kind for kind, _ in elements(brief_pdf)]
    assert kinds.count("/L") == 5
    assert kinds.count("/LI") == 5 + 5 + 4 + 3 + 3
    assert kinds.count("/Table") == 1
    assert kinds.count("/TH") == 2
    assert kinds.count("/TD") == 16 * 3
    assert kinds.count("/Link") >= 4


def test_chart_is_a_table_whose_bars_are_told_in_words(brief_pdf: bytes) -> None:
    legend, *bars = [words for kind, words in elements(brief_pdf) if kind == "/Figure"]
    assert legend == "Bars of grades. Risk has most inadequate grades: 10 of 26 (38%)."
    assert len(bars) == 16
    assert bars[5] == "Inadequate: 10, Requires improvement: 7, Good: 9, Outstanding: 0"


def test_chart_whose_table_says_more_is_followed_by_its_table() -> None:
    chart = category_chart()
    wider = replace(
        chart.table,
        header=(*chart.table.header, runs("Range")),
        rows=tuple((*row, (FigureRun("x", "22% to 57%"),)) for row in chart.table.rows),
        numeric=(),
    )
    data = render(document(replace(chart, table=wider)))
    assert [kind for kind, _ in elements(data)].count("/Figure") == 1
    assert [kind for kind, _ in elements(data)].count("/TD") == 16 * 7
    assert printed(data).count("22%to57%") == 16


def test_pages_are_a4_and_within_the_budget(brief_pdf: bytes) -> None:
    pages = pypdfium2.PdfDocument(brief_pdf)
    assert len(pages) == 2
    assert [page.get_size() for page in pages] == [pytest.approx(A4, abs=0.1)] * 2


def test_a_last_page_that_would_be_nearly_empty_is_saved() -> None:
    """Forty-four lines need a little more than a page, unless they are set smaller."""
    lines = document(items(*("A short point about practice." for _ in range(44))))
    assert len(pypdfium2.PdfDocument(render(replace(lines, page_budget=None)))) == 2
    assert len(pypdfium2.PdfDocument(render(replace(lines, page_budget=2)))) == 1


def test_landscape_is_a4_on_its_side(extremes: dict[str, Document]) -> None:
    (page,) = pypdfium2.PdfDocument(render(extremes["three_columns"]))
    assert page.get_size() == pytest.approx(A4[::-1], abs=0.1)


def test_text_that_exceeds_the_budget_is_set_small_and_kept_whole() -> None:
    long = document(items(*(f"Point about practice [[({n})|list number]]" for n in range(120))))
    tight = render(replace(long, page_budget=1))
    assert all(f"({n})" in printed(tight) for n in range(120))
    assert len(pypdfium2.PdfDocument(tight)) > 1
    assert min(type_sizes(tight)) >= SMALLEST


def test_short_text_is_set_larger_than_long_text(brief: Document) -> None:
    short = document(*brief.body[:2], page_budget=1)
    assert median(type_sizes(render(short))) > median(type_sizes(render(brief)))


def test_no_text_is_smaller_than_the_smallest_size(extreme: Document) -> None:
    assert min(type_sizes(render(extreme))) >= SMALLEST - 0.01


def type_sizes(data: bytes) -> list[float]:
    """Size in points of every printed character, those in charts included."""
    sizes = []
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage()
        for place in range(text.count_chars()):
            if pdfium.FPDFText_IsGenerated(text, place):
                continue
            matrix = pdfium.FS_MATRIX()
            pdfium.FPDFText_GetMatrix(text, place, matrix)
            sizes.append(pdfium.FPDFText_GetFontSize(text, place) * abs(matrix.d))
    return sizes


def test_no_text_leaves_its_page(extreme: Document) -> None:
    for page in pypdfium2.PdfDocument(render(extreme)):
        width, height = page.get_size()
        text = page.get_textpage()
        for place in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(place)
            assert left >= 0
            assert bottom >= 0
            assert right <= width - 20
            assert top <= height


def test_all_figures_of_any_document_are_printed(extreme: Document) -> None:
    data = render(extreme)
    words = printed(data)
    words += packed("".join(alternative for _, alternative in elements(data)))
    assert all(packed(figure.text) in words for figure in figures_of(extreme))


def test_hostile_text_stays_text(extremes: dict[str, Document]) -> None:
    words = printed(render(extremes["hostile"]))
    assert words.count(packed(HOSTILE)) >= 60


def test_file_holds_only_title_author_description_and_date(brief: Document) -> None:
    with pikepdf.open(BytesIO(render(brief))) as pdf:
        about = {key: str(value) for key, value in pdf.docinfo.items()}
        assert about.pop("/Creator").startswith("Typst")
        assert about == {
            "/Title": brief.title,
            "/Author": brief.author,
            "/Subject": brief.description,
            "/CreationDate": "D:20261120000000Z",
            "/ModDate": "D:20261120000000Z",
        }
        assert "/EmbeddedFiles" not in pdf.Root.get("/Names", {})


def test_file_holds_no_keys_and_no_paths(brief: Document) -> None:
    with pikepdf.open(BytesIO(render(brief))) as pdf:
        content = b"".join(
            one.read_bytes() if isinstance(one, pikepdf.Stream) else one.unparse()
            for one in pdf.objects
            if not (isinstance(one, pikepdf.Stream) and "/Length1" in one)
        )
    keys = {figure.key for figure in figures_of(brief)}
    assert not [key for key in keys if key.encode() in content]
    assert b"goldenthread" not in content.lower()
    assert b".typ" not in content


def test_same_document_gives_the_same_bytes_and_another_date_does_not(brief: Document) -> None:
    assert render(brief) == render(brief)
    assert render(brief) != render(replace(brief, issued_on=date(2026, 11, 21)))


def test_names_in_other_scripts_are_printed_or_marked(extremes: dict[str, Document]) -> None:
    words = printed(render(extremes["foreign_names"]))
    for name in ("Zażółć", "Ngọc", "Ọláìyá", "Ελένη", "Олена"):
        assert packed(name) in words
    names = FOREIGN.split(" · ")
    assert len([word for word in words.split("·") if MISSING in word]) < len(names)


@given(st.text(st.characters(codec="utf-8"), max_size=30))
@settings(max_examples=15)
def test_any_text_makes_a_document(text: str) -> None:
    assert render(document(Paragraph((Text(text),)), page_budget=None)).startswith(b"%PDF-1.7")


@pytest.mark.parametrize("points", [0, 200])
def test_page_count_is_what_a_reader_of_pdf_counts(points: int) -> None:
    content = render(document(items(*(f"Point ({chr(97 + n % 26)})" for n in range(points)))))
    assert page_count(content) == len(pypdfium2.PdfDocument(content))


def test_page_count_of_something_else_is_refused() -> None:
    with pytest.raises(ValueError, match="not a PDF"):
        page_count(b"%PDF-1.7")


def test_row_of_a_table_is_never_parted_by_the_end_of_a_page() -> None:
    label = "{} a question of so many words that it takes a number of lines in its column {}"
    names = [chr(65 + number // 26) + chr(65 + number % 26) for number in range(60)]
    rows = tuple((runs(label.format(f"From{name}", f"to{name}")), runs("answer")) for name in names)
    table = Table(runs("Answers"), (runs("Question"), runs("Answer")), rows)
    narrow = Columns(((table,), (Paragraph(runs("Beside")),)), weights=(1, 4))
    pages = [
        packed(page.get_textpage().get_text_bounded())
        for page in pypdfium2.PdfDocument(render(document(narrow)))
    ]
    assert len(pages) > 1
    for name in names:
        (start,) = (number for number, page in enumerate(pages) if f"From{name}" in page)
        assert f"to{name}" in pages[start]
