"""Slides: a title each, nothing empty, nothing too small, native charts, and no word lost."""

from io import BytesIO
from itertools import pairwise

import pptx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.presentation import Presentation
from pptx.util import Pt
from tests.documents.office.printed import words_in
from tests.documents.office.rendered import NAMES, documents, rendered, xml_parts
from tests.documents.samples.words import document, message, paragraph, runs, section

from goldenthread.documents.blocks import BulletList, Document, ListItem, Text, Tone
from goldenthread.documents.render.slides.grid import BODY
from goldenthread.documents.render.slides.lines import Line, Role, height, set_lines
from goldenthread.documents.render.slides.plan import WordsSlide, plan
from goldenthread.documents.text import plain
from goldenthread.documents.theme import OFFICE_FONT, PALETTE

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
SMALLEST_BODY, SMALLEST_AXIS, FOOT = 14, 12, 12


def opened(name: str) -> Presentation:
    """A sample presentation, opened again."""
    return pptx.Presentation(BytesIO(rendered(name, "pptx")))


def titles(name: str) -> list[str]:
    """The titles of the slides."""
    return [slide.shapes.title.text_frame.text for slide in opened(name).slides]


@pytest.mark.parametrize("name", NAMES)
def test_every_slide_has_a_title_of_its_own(name: str) -> None:
    found = titles(name)
    assert all(title.strip() for title in found)
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("name", NAMES)
def test_no_placeholder_is_empty(name: str) -> None:
    for slide in opened(name).slides:
        for shape in slide.placeholders:
            if shape.has_text_frame:
                assert shape.text_frame.text.strip()


def test_slides_are_wide_numbered_and_have_a_footer() -> None:
    deck = opened("brief")
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9)
    for slide in list(deck.slides)[1:]:
        kinds = [shape.placeholder_format.type for shape in slide.shapes]
        assert kinds[-2:] == [PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER]


def test_no_slide_has_notes() -> None:
    assert not any(slide.has_notes_slide for slide in opened("brief").slides)


@pytest.mark.parametrize("name", NAMES)
def test_every_chart_and_table_has_a_text_alternative(name: str) -> None:
    for slide in opened(name).slides:
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table:
                assert shape._element.nvGraphicFramePr.cNvPr.get("descr")


def test_reading_order_is_visual_order() -> None:
    """The panel before the text beside it; then rows from the top, each from the left."""
    for name in ("brief", "answers", "one_category"):
        for slide in opened(name).slides:
            boxes = [(shape.left, shape.top, shape.top + shape.height) for shape in slide.shapes]
            assert all(_reads_before(*pair) for pair in pairwise(boxes))


def _reads_before(first: tuple[int, int, int], second: tuple[int, int, int]) -> bool:
    """Whether a box (left, top, bottom) stands above another, or beside it on its left."""
    return first[2] <= second[1] + Pt(1) or first[0] < second[0]


@pytest.mark.parametrize("name", NAMES)
def test_body_text_is_never_smaller_than_fourteen_points(name: str) -> None:
    for part, root in xml_parts(rendered(name, "pptx")).items():
        if "slides/slide" not in part or part.endswith(".rels"):
            continue
        given = (one.get("sz") for one in root.iter(f"{A}defRPr", f"{A}rPr"))
        sizes = [int(size) / 100 for size in given if size]
        assert not sizes or min(sizes) >= (FOOT if part.endswith("slide1.xml") else SMALLEST_BODY)


def test_chart_is_native_and_its_labels_can_be_read() -> None:
    charts = [
        shape.chart for slide in opened("brief").slides for shape in slide.shapes if shape.has_chart
    ]
    (chart,) = charts
    assert chart.font.size >= Pt(SMALLEST_AXIS)
    assert len(list(chart.plots[0].categories)) == 16
    names = [series.name for series in chart.plots[0].series]
    assert names == ["Inadequate", "Requires improvement", "Good", "Outstanding"]
    risk = list(chart.plots[0].categories).index("Identification of and response to risk · n = 26")
    assert [series.values[risk] for series in chart.plots[0].series] == [10, 7, 9, 0]


def test_answers_are_counted_for_each_question_and_never_added_up() -> None:
    charts = [
        shape.chart
        for slide in opened("answers").slides
        for shape in slide.shapes
        if shape.has_chart
    ]
    assert len(charts) == 3
    children = charts[0].plots[0]
    assert list(children.categories) == [str(answer) for answer in range(11)]
    values = children.series[0].values
    assert {n: value for n, value in enumerate(values) if value} == {4: 1, 8: 1, 9: 2, 10: 1}


def test_table_of_a_chart_stands_on_the_next_slide_with_a_header_row() -> None:
    slides = list(opened("brief").slides)
    place = next(n for n, slide in enumerate(slides) if any(s.has_chart for s in slide.shapes))
    (table,) = (shape.table for shape in slides[place + 1].shapes if shape.has_table)
    assert table.first_row
    assert table.first_col
    assert len(table.rows) == 17


def test_looks_are_in_master_and_theme() -> None:
    roots = xml_parts(rendered("brief", "pptx"))
    theme = roots["ppt/theme/theme1.xml"]
    accent = theme.find(f".//{A}accent1/{A}srgbClr")
    assert accent is not None
    assert f"#{accent.get('val')}".lower() == PALETTE.accent
    assert {font.get("typeface") for font in theme.iter(f"{A}latin")} == {OFFICE_FONT}
    for part, root in roots.items():
        if "slides/slide" in part:
            assert not list(root.iter(f"{A}latin"))


@pytest.mark.parametrize("name", NAMES)
def test_language_is_british_english_in_every_run(name: str) -> None:
    for part, root in xml_parts(rendered(name, "pptx")).items():
        if "slides/slide" in part and not part.endswith(".rels"):
            runs_ = [one.find(f"{A}rPr") for one in root.iter(f"{A}r", f"{A}fld")]
            assert all(looks is not None and looks.get("lang") == "en-GB" for looks in runs_)


@pytest.mark.parametrize("name", NAMES)
def test_sections_list_every_slide_once(name: str) -> None:
    root = xml_parts(rendered(name, "pptx"))["ppt/presentation.xml"]
    slides = [one.get("id") for one in root.iter(f"{P}sldId")]
    listed = [one.get("id") for one in root.iter(f"{P14}sldId")]
    assert listed == slides


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_the_body_is_on_a_slide(name: str) -> None:
    """Texts that go on over several slides lose nothing between them."""
    source = documents()[name]
    shown: set[str] = set()
    for part, root in xml_parts(rendered(name, "pptx")).items():
        if "slides/slide" in part:
            shown |= {w for one in root.iter(f"{A}t") for w in words_in(one.text or "")}
    for block in source.body:
        for text in _plain_texts(block):
            assert words_in(text) <= shown


def _plain_texts(part: object) -> list[str]:
    """The words of text runs below a block, but for charts, whose words stand in other parts."""
    if isinstance(part, Text):
        return [part.text]
    if isinstance(part, tuple):
        return [text for one in part for text in _plain_texts(one)]
    names = [n for n in getattr(part, "__slots__", ()) if n not in ("chart", "alternative")]
    return [text for name in names for text in _plain_texts(getattr(part, name))]


@pytest.mark.parametrize("name", NAMES)
def test_shapes_stand_within_the_slide(name: str) -> None:
    deck = opened(name)
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height


def test_long_list_goes_on_over_slides_that_are_evenly_full(brief: Document) -> None:
    points = BulletList(tuple(ListItem(runs(f"Point {'abc'[n % 3]} of many.")) for n in range(60)))
    slides = plan(document(section("Many points", points)))
    counts = [len(slide.lines) for slide in slides if isinstance(slide, WordsSlide)]
    assert sum(counts) == 60
    assert max(counts) - min(counts) <= 2
    assert (
        plain(slides[0].head.title)
        == f"Many points (1\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}{len(slides)})"
    )


def test_message_says_itself_in_the_title_of_its_slide() -> None:
    found = titles("brief")
    assert "Response to risk was inadequate in 10 of 26 (38%) audits" in found


def test_message_too_long_for_a_title_stands_in_the_text_below_its_section() -> None:
    """Nothing runs over the edge of the panel: the title is the section's, and numbered."""
    long = message(
        "1", Tone.STRENGTH, "Plans say who does what. " * 200, **{"So what": "Less drift."}
    )
    planned = plan(document(section("What matters most", long)))
    slides = [slide for slide in planned if isinstance(slide, WordsSlide)]
    assert len(slides) == len(planned) > 1
    for slide in slides:
        assert plain(slide.head.title).startswith("What matters most (")
        heights = sum(height(line, slide.size, BODY.width) for line in slide.lines)
        assert heights <= BODY.height
    words = " ".join(plain(line.runs) for slide in slides for line in slide.lines)
    assert words.count("Plans say who does what.") == 200


lines = st.lists(
    st.builds(
        Line,
        st.text("abc de", max_size=300).map(lambda text: (Text(text),)),
        st.sampled_from(Role),
        keep=st.booleans(),
    ),
    max_size=40,
)


@settings(max_examples=60)
@given(lines)
def test_set_lines_keeps_every_line_in_order_and_none_beyond_its_room(texts: list[Line]) -> None:
    setting = set_lines(texts, BODY.width, BODY.height)
    assert [line for page in setting.pages for line in page] == texts
    for page in setting.pages:
        used = sum(height(line, setting.size, BODY.width) for line in page)
        assert used <= BODY.height or len(page) == 1 or all(line.keep for line in page[:-1])


def test_set_lines_breaks_a_paragraph_that_no_slide_can_hold() -> None:
    endless = Line((Text("What happened, and what it tells us about practice. " * 80),))
    setting = set_lines([endless], BODY.width, BODY.height)
    assert len(setting.pages) > 1
    joined = "".join(plain(line.runs) for page in setting.pages for line in page)
    assert joined.split() == plain(endless.runs).split()


def test_one_paragraph_is_set_large() -> None:
    (slide,) = plan(document(section("Safe", paragraph("Nothing is left open."))))
    assert isinstance(slide, WordsSlide)
    assert slide.size == 32


def test_every_element_of_a_slide_is_well_formed_for_powerpoint() -> None:
    """Ids of shapes are unique on each slide: PowerPoint repairs files where they are not."""
    for part, root in xml_parts(rendered("brief", "pptx")).items():
        if "slides/slide" in part and not part.endswith(".rels"):
            ids = [one.get("id") for one in root.iter(f"{P}cNvPr")]
            assert len(ids) == len(set(ids))
            assert etree.QName(root).localname == "sld"
