"""Word documents are structured for those who listen to them and for those who edit them."""

from io import BytesIO
from itertools import pairwise

import docx
import pytest
from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph
from lxml import etree
from tests.documents.office.rendered import NAMES, documents, parts, rendered, xml_parts
from tests.documents.samples.brief import strengths, worries
from tests.documents.samples.charts import answers_chart, category_chart
from tests.documents.samples.words import document, paragraph, runs, section, share

from goldenthread.documents.blocks import (
    BulletList,
    Columns,
    Document,
    KeyFigure,
    KeyFigures,
    ListItem,
    Table,
)
from goldenthread.documents.render import docx as word
from goldenthread.documents.render.word.fit import fitted, set_on_pages
from goldenthread.documents.render.word.items import DataTable, PageColumns, Picture
from goldenthread.documents.render.word.measures import (
    DENSITIES,
    FIGURE_SIDE,
    SMALLEST,
    house_face,
    measures_for,
)
from goldenthread.documents.render.word.style import type_size
from goldenthread.documents.render.word.style_height import whole_style

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(name: str) -> Word:
    """A sample document, opened again."""
    return docx.Document(BytesIO(rendered(name, "docx")))


def style_name(paragraph: Paragraph) -> str:
    """The name of a paragraph's style."""
    style = paragraph.style
    assert style is not None
    return str(style.name)


def value(parent: etree._Element, tag: str, attribute: str = "val") -> str | None:
    """An attribute of the first child with a tag."""
    found = parent.find(f"{W}{tag}")
    return None if found is None else found.get(f"{W}{attribute}")


def outline(opened_word: Word) -> list[int]:
    """The levels of the headings in reading order, read from the names of their styles."""
    names = [style_name(one) for one in opened_word.paragraphs]
    return [int(name.split()[1]) for name in names if name.startswith("Heading ")]


@pytest.mark.parametrize("name", NAMES)
def test_document_opens_again_and_keeps_every_word(name: str) -> None:
    text = "".join(opened(name).element.body.itertext())
    assert documents()[name].masthead.authority in text


def test_headings_follow_one_another_without_a_gap() -> None:
    levels = outline(opened("brief"))
    assert levels[0] == 1
    assert levels.count(2) == 3
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_headings_are_headings_for_word_too() -> None:
    """What a style is based on ends at Word's own heading styles, which have outline levels."""
    for one in opened("brief").paragraphs:
        if style_name(one).startswith("Heading 1"):
            style = one.style
            while style is not None and style.name != "Heading 1":
                style = style.base_style
            assert style is not None


def test_title_is_the_kind_of_document() -> None:
    titles = [one.text for one in opened("brief").paragraphs if style_name(one) == "Title"]
    assert titles == ["Learning Brief"]


def test_data_table_repeats_its_header_row_and_splits_no_row() -> None:
    table = opened("brief").tables[-1]._tbl
    rows = table.findall(qn("w:tr"))
    assert len(rows) == 17
    headers = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
    assert headers == [True] + [False] * 16
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_tables_have_header_rows_row_headers_and_text_alternatives() -> None:
    tables = opened("brief").tables
    for table in tables:
        properties = table._tbl.tblPr
        assert value(properties, "tblLook", "firstRow") == "1"
        assert value(properties, "tblLook", "firstColumn") == "1"
    assert value(tables[-1]._tbl.tblPr, "tblCaption") == "Grades in each category, as reported"


def test_no_table_is_there_for_layout() -> None:
    """Every table has at least two rows and two columns of data."""
    for name in ("brief", "three_columns", "seven_boxes"):
        for table in opened(name).tables:
            assert len(table.rows) >= 2
            assert len(table.columns) >= 2
    assert opened("three_columns").tables == []
    assert opened("seven_boxes").tables == []


@pytest.mark.parametrize("name", NAMES)
def test_every_picture_has_a_text_alternative(name: str) -> None:
    body = xml_parts(rendered(name, "docx"))["word/document.xml"]
    assert all(one.get("descr") for one in body.iter(DRAWING))


def test_band_behind_the_masthead_is_marked_as_decoration() -> None:
    header = parts(rendered("brief", "docx"))["word/header1.xml"]
    assert b'decorative val="1"' in header


@pytest.mark.parametrize("part", ["word/styles.xml", "word/settings.xml"])
def test_language_is_british_english_everywhere(part: str) -> None:
    root = xml_parts(rendered("brief", "docx"))[part]
    languages = {
        value
        for tag in ("lang", "themeFontLang")
        for element in root.iter(f"{W}{tag}")
        for value in element.attrib.values()
    }
    assert languages == {"en-GB"}


def test_page_is_a4() -> None:
    section_ = opened("brief").sections[0]
    assert section_.page_width is not None
    assert section_.page_height is not None
    assert abs(section_.page_width - Mm(210)) < Mm(0.2)
    assert abs(section_.page_height - Mm(297)) < Mm(0.2)
    wide = opened("three_columns").sections[0]
    assert abs((wide.page_width or 0) - Mm(297)) < Mm(0.2)


def test_columns_are_columns_of_the_page() -> None:
    counts = [one.get(qn("w:num"), "1") for one in opened("brief").element.body.iter(f"{W}cols")]
    assert counts == ["1", "2", "1", "2", "1"]


def test_footer_counts_pages_with_fields() -> None:
    footers = [
        root for name, root in xml_parts(rendered("brief", "docx")).items() if "footer" in name
    ]
    assert len(footers) == 2
    for footer in footers:
        fields = [one.get(qn("w:instr")) for one in footer.iter(f"{W}fldSimple")]
        assert fields == ["PAGE", "NUMPAGES"]


def test_links_are_real_and_have_the_style_of_links() -> None:
    body = opened("brief").element.body
    links = list(body.iter(f"{W}hyperlink"))
    targets = opened("brief").part.rels
    addresses = [targets[one.get(qn("r:id"))].target_ref for one in links]
    assert "https://procedures.larkshire.example/harm-matrix" in addresses
    assert "mailto:qa@larkshire.example" in addresses
    styles = {one.get(qn("w:val")) for link in links for one in link.iter(f"{W}rStyle")}
    assert styles == {"Hyperlink"}


def test_numbered_lists_each_start_at_one() -> None:
    numbered = BulletList((ListItem(runs("First")), ListItem(runs("Second"))), numbered=True)
    made = docx.Document(BytesIO(word.render(document(numbered, paragraph("Between"), numbered))))
    numbers = [one.get(f"{W}val") for one in made.element.body.iter(f"{W}numId")]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]
    root = made.part.numbering_part.element
    for number in {numbers[0], numbers[2]}:
        (instance,) = (one for one in root.num_lst if str(one.numId) == number)
        (override,) = instance.findall(qn("w:lvlOverride"))
        assert value(override, "startOverride") == "1"


def test_looks_are_in_styles_and_not_in_paragraphs() -> None:
    """A council changes a style and the whole document follows."""
    body = opened("brief").element.body
    allowed = {"pStyle", "numPr", "sectPr"}
    for properties in body.iter(f"{W}pPr"):
        assert {etree.QName(one).localname for one in properties} <= allowed
    for properties in body.iter(f"{W}rPr"):
        assert {etree.QName(one).localname for one in properties} == {"rStyle"}


@pytest.mark.parametrize("name", NAMES)
def test_every_style_that_is_used_is_defined(name: str) -> None:
    roots = xml_parts(rendered(name, "docx"))
    defined = {one.get(f"{W}styleId") for one in roots["word/styles.xml"].iter(f"{W}style")}
    used = {
        one.get(f"{W}val")
        for root in roots.values()
        for tag in ("pStyle", "rStyle", "tblStyle", "basedOn")
        for one in root.iter(f"{W}{tag}")
    }
    assert used <= defined


def test_headings_and_captions_stay_with_what_follows() -> None:
    styles = opened("brief").styles
    for name in ("Heading 1", "Heading 2 Message", "Heading 1 Panel", "Caption", "Chart Title"):
        assert styles[name].paragraph_format.keep_with_next


def test_typeface_is_carried_and_stands_in_as_arial_elsewhere() -> None:
    table = xml_parts(rendered("brief", "docx"))["word/fontTable.xml"]
    (font,) = table
    assert font.get(f"{W}name") == "Golden Thread Sans"
    assert value(font, "altName") == "Arial"
    assert font.find(f"{W}embedRegular") is not None
    assert font.find(f"{W}embedBold") is not None


def test_carried_typeface_is_a_font_once_its_key_is_taken_off() -> None:
    """ECMA-376 part 4, 2.8.1: the key's bytes from the last, twice, over the first 32 bytes."""
    found = parts(rendered("brief", "docx"))
    embedded = etree.fromstring(found["word/fontTable.xml"]).find(f".//{W}embedRegular")
    assert embedded is not None
    digits = str(embedded.get(f"{W}fontKey")).strip("{}").replace("-", "")
    key = bytes.fromhex(digits)[::-1]
    font = found["word/fonts/regular.odttf"]
    head = bytes(byte ^ key[place % 16] for place, byte in enumerate(font[:32]))
    assert head[:4] == b"\x00\x01\x00\x00"


def test_brief_keeps_its_two_pages_with_a_table_of_its_own_below_the_chart(
    brief: Document,
) -> None:
    layout = fitted(brief)
    assert layout.pages == 2
    assert not layout.measures.density.charts_hold_numbers
    assert len(opened("brief").tables) == 2


def test_dense_brief_saves_room_step_by_step_down_to_the_smallest_type() -> None:
    layout = fitted(documents()["dense"])
    assert layout.pages == 2
    assert layout.measures.body >= SMALLEST
    assert layout.measures.density.charts_hold_numbers


def test_chart_that_is_its_own_table_says_each_row_s_numbers() -> None:
    table = opened("dense").tables[-1]
    assert [cell.text for cell in table.columns[0].cells][:2] == [
        "Category",
        "Case record and chronology",
    ]
    spoken = [one.get("descr") for one in table._tbl.iter(DRAWING)]
    assert spoken[0] == (
        "Inadequate, Requires improvement, Good, Outstanding, Further right is better"
    )
    assert spoken[6] == "Inadequate: 10, Requires improvement: 7, Good: 9, Outstanding: 0"


def test_short_document_is_set_in_the_largest_size() -> None:
    assert fitted(document(paragraph("A few words."))).measures.density == DENSITIES[0]


def test_document_without_budget_is_set_in_a_middle_size() -> None:
    endless = document(section("Long", paragraph("Words. " * 9000)), page_budget=None)
    assert fitted(endless).measures.body == 10.5


def test_document_beyond_its_budget_is_cut_nowhere() -> None:
    text = paragraph("Some words that are read. " * 40)
    layout = fitted(document(*[text] * 60))
    assert layout.pages > 2


def test_longer_text_never_takes_fewer_pages() -> None:
    text = paragraph("Some words that are read. " * 12)
    counts = [set_on_pages(document(*[text] * n), DENSITIES[2]).pages for n in (1, 20, 60)]
    assert counts == sorted(counts)
    assert counts[-1] > counts[0]


def test_header_row_counts_on_every_page_of_a_table() -> None:
    """A header ten lines high takes twice as much of a table on two pages as of one on one."""

    def taken(header: str, rows: int) -> float:
        cells = tuple((runs("Some"), runs("words")) for _ in range(rows))
        table = Table(runs("A table"), (runs("First"), runs(header)), cells, (False, False))
        layout = set_on_pages(document(table), DENSITIES[2])
        return layout.pages - 1 + layout.filled

    high = "Some words of a header. " * 20
    more = [taken(high, rows) - taken("Second", rows) for rows in (5, 60)]
    assert 1.7 < more[1] / more[0] < 2.3


def test_columns_that_do_not_fit_on_the_page_flow_or_begin_a_new_one() -> None:
    """What does not fit in a first column would go on in the second, beside what belongs there."""
    text = [paragraph("Some words that are read. " * 12)] * 9
    lists = Columns(((strengths(), worries(), strengths()), (worries(), strengths(), worries())))
    charts = Columns(((answers_chart(),), (worries(),)))
    too_tall = Columns(((category_chart(),), (worries(),)))
    flowing, going_over, stacked = (
        next(one for one in set_on_pages(made, DENSITIES[2]).items if isinstance(one, PageColumns))
        for made in (
            document(*text, lists),
            document(*text, *text[:3], charts),
            document(*text, too_tall),
        )
    )
    assert not flowing.parted
    assert len(flowing.widths) == 2
    assert going_over.parted
    assert going_over.new_page
    assert len(stacked.widths) == 1
    (column,) = stacked.columns
    wide = [one.width for one in column if isinstance(one, Picture | DataTable)]
    assert wide
    assert min(wide) > 0.9 * stacked.widths[0]


def test_band_stands_on_the_first_page_only() -> None:
    """Only the first section has a first page of its own, also where another begins a page."""
    for name in NAMES:
        sections = list(opened(name).element.body.iter(f"{W}sectPr"))
        assert [one.find(f"{W}titlePg") is not None for one in sections] == [
            place == 0 for place in range(len(sections))
        ]


@pytest.mark.parametrize("name", NAMES)
def test_text_beside_a_label_begins_at_one_tab_stop(name: str) -> None:
    """A stop that a style is based on stays unless it is cleared (ECMA-376, 17.3.1.38)."""
    root = xml_parts(rendered(name, "docx"))["word/styles.xml"]
    styles = {str(one.get(f"{W}styleId")): one for one in root.iter(f"{W}style")}

    def stops(style: str) -> set[str]:
        own = styles[style]
        base = own.find(f"{W}basedOn")
        found = stops(str(base.get(f"{W}val"))) if base is not None else set()
        for tab in own.iter(f"{W}tab"):
            change = found.discard if tab.get(f"{W}val") == "clear" else found.add
            change(str(tab.get(f"{W}pos")))
        return found

    for style in styles:
        assert len(stops(style)) <= 1, style


def test_key_figures_stand_on_one_line_in_the_most_generous_setting() -> None:
    """Four figures across A4 are set smaller, but above the size of running text."""
    figures = KeyFigures(
        tuple(KeyFigure(share("returns", 500, 504), runs("returned")) for _ in range(4))
    )
    measures = measures_for(document(figures), DENSITIES[0])
    size = type_size(whole_style("Key Figure"), measures)
    room = measures.text_width / 4 - 2 * FIGURE_SIDE
    assert house_face().width("500 of 504 (99%)", size, bold=True) <= room
    assert size > measures.body
