import io
import random

import openpyxl
import pikepdf
import pytest
from tests.checker.reading.pdf_files import lines, one_page, set_by_typst, stream, text

from goldenthread.checker.reading.pdf.read import read
from goldenthread.checker.source import Grid, Passage, Region, Role, Shows, Source
from goldenthread.documents.untrusted.archive import Damaged, Unfit


def texts(source: Source, region: Region = Region.BODY) -> list[str]:
    return [p.text for p in source.parts if isinstance(p, Passage) and p.region is region]


def page(drawn: bytes, *more: bytes, **entries: bytes) -> Source:
    return read(one_page(drawn, *more, **entries), "brief.pdf")


LEFT = [
    "The findings are based on 26 audits that were",
    "returned by the end of the month. Decision mak-",
    "ing was good in eight of them, and two needed",
    "more work from those who oversee it all.",
]
RIGHT = [
    "Plans were clear about what should change and",
    "by when. Families were asked for their views in",
    "nearly all of the audits, and their words were on",
    "file more often than last time.",
]


def test_lines_of_a_paragraph_are_joined_and_a_broken_word_is_whole() -> None:
    (paragraph,) = texts(page(lines(72, 700, LEFT)))
    assert paragraph == (
        "The findings are based on 26 audits that were returned by the end of the month. "
        "Decision making was good in eight of them, and two needed more work from those who "
        "oversee it all."
    )


def test_two_columns_are_read_one_after_the_other_even_written_line_by_line() -> None:
    drawn = b"".join(
        text(50, 700 - 14 * n, left) + text(320, 700 - 14 * n, right)
        for n, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True))
    )
    first, second = texts(page(drawn))
    assert first.startswith("The findings")
    assert first.endswith("oversee it all.")
    assert second.startswith("Plans were")
    assert second.endswith("than last time.")


def test_heading_across_two_columns_comes_first() -> None:
    drawn = (
        lines(320, 700, RIGHT)
        + lines(50, 700, LEFT)
        + text(50, 760, "What we found in the audits of the last two months", 20, "B")
    )
    source = page(drawn)
    assert [text[:8] for text in texts(source)] == ["What we ", "The find", "Plans we"]
    first = source.parts[0]
    assert isinstance(first, Passage)
    assert (first.role, first.level, first.size) == (Role.HEADING, 1, 20.0)


def test_raised_mark_of_a_footnote_is_no_part_of_the_word() -> None:
    drawn = (
        text(72, 700, "All the schools")
        + text(148, 704, "3", 7)
        + text(155, 700, "sent somebody to the meeting, on the 5")
        + lines(72, 600, LEFT)
        + text(72, 90, "3", 6)
        + text(77, 87, "Schools and nurseries.", 8.5)
    )
    source = page(drawn)
    assert texts(source)[0].startswith("All the schools sent somebody to the meeting")
    assert texts(source, Region.FOOTNOTE) == ["Schools and nurseries."]


def test_bullets_make_list_items_without_them() -> None:
    drawn = text(72, 700, "•") + text(86, 700, "Ask why.") + text(72, 680, "• Write it down.")
    parts = [p for p in page(drawn).parts if isinstance(p, Passage)]
    assert [(p.role, p.text) for p in parts] == [
        (Role.LIST_ITEM, "Ask why."),
        (Role.LIST_ITEM, "Write it down."),
    ]


def test_columns_of_figures_are_a_table() -> None:
    rows = [("Category", "Good", "Poor"), ("Plans", "8 (31%)", "5"), ("Risk", "12 (46%)", "4")]
    drawn = lines(72, 760, LEFT) + b"".join(
        text(x, 650 - 18 * n, cell)
        for n, row in enumerate(rows)
        for x, cell in zip((72, 200, 300), row, strict=True)
    )
    (grid,) = page(drawn).grids
    assert grid == Grid(tuple(rows), "page 1", page=1)


def test_invisible_white_and_distant_text_is_hidden() -> None:
    drawn = (
        text(72, 700, "Seen by all.")
        + b"3 Tr "
        + text(72, 650, "Invisible.")
        + b"0 Tr 1 1 1 rg "
        + text(72, 600, "White on white.")
        + b"0 g "
        + text(72, 2000, "Outside.")
    )
    source = page(drawn)
    assert texts(source) == ["Seen by all."]
    assert sorted(texts(source, Region.HIDDEN)) == ["Invisible.", "Outside.", "White on white."]


def test_white_text_on_a_dark_area_is_seen_and_its_colours_told() -> None:
    drawn = b"0 0.2 0.4 rg 50 640 300 80 re f 1 1 1 rg " + text(72, 680, "White on blue.")
    source = page(drawn)
    assert texts(source) == ["White on blue."]
    assert [(c.foreground, c.background) for c in source.colours] == [("#ffffff", "#003366")]


def test_text_recognised_in_a_scan_is_no_hidden_text() -> None:
    image = stream(
        b"\xff",
        b"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray",
    )
    drawn = b"q 595 0 0 842 0 0 cm /I Do Q 3 Tr " + text(72, 700, "Recognised words.")
    source = page(drawn, image, resources=b"/XObject<</I 7 0 R>>")
    assert texts(source) == ["Recognised words."]


def test_scanned_page_is_a_picture_and_warns() -> None:
    image = stream(
        b"\xff",
        b"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray",
    )
    drawn = b"q 595 0 0 842 0 0 cm /I Do Q"
    source = page(drawn, image, resources=b"/XObject<</I 7 0 R>>")
    assert source.parts == ()
    assert len(source.pictures) == 1
    assert "text recognition" in source.warnings[0]


def test_turned_page_is_read_as_it_is_seen() -> None:
    turned = b"".join(
        f"BT /F 11 Tf 0 1 -1 0 {100 + 14 * n} 50 Tm ({line}) Tj ET ".encode()
        for n, line in enumerate(["Eight of the 26 audits", "were good."])
    )
    assert texts(page(turned, page=b"/Rotate 90")) == ["Eight of the 26 audits were good."]


def test_comments_and_links_are_found() -> None:
    drawn = text(72, 700, "Read the standard.")
    source = page(
        drawn,
        b"<</Type/Annot/Subtype/Text/Rect[10 10 20 20]/Contents(Ask Jo)/T(A. Lead)>>",
        b"<</Type/Annot/Subtype/Link/Rect[70 695 200 712]/A<</S/URI/URI(https://example.org/)>>>>",
        page=b"/Annots[7 0 R 8 0 R]",
    )
    assert texts(source, Region.COMMENT) == ["Ask Jo", "Comment by: A. Lead"]
    assert [(link.text, link.address) for link in source.links] == [
        ("Read the standard.", "https://example.org/")
    ]


def test_damaged_file_is_refused() -> None:
    with pytest.raises(Damaged):
        read(b"%PDF-1.7 nothing", "brief.pdf")


def test_embedded_workbook_is_read_and_other_files_are_named() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Child", "Grade"])
    sheet.append(["Jo Example", "Good"])
    buffer = io.BytesIO()
    book.save(buffer)
    with pikepdf.open(io.BytesIO(one_page(text(72, 700, "Eight of 26.")))) as pdf:
        pdf.attachments["returns.xlsx"] = buffer.getvalue()
        pdf.attachments["other.pdf"] = b"%PDF-1.7"
        whole = io.BytesIO()
        pdf.save(whole)
    source = read(whole.getvalue(), "brief.pdf")
    embedded = [part for part in source.parts if part.region is Region.EMBEDDED]
    assert any("Jo Example" in str(part) for part in embedded)
    assert [w for w in source.warnings if "other.pdf" in w]


def test_protected_file_is_refused_and_one_that_only_may_not_be_changed_is_read() -> None:
    content = one_page(text(72, 700, "Eight of 26."))
    saved = []
    for password in ("secret", ""):
        with pikepdf.open(io.BytesIO(content)) as pdf:
            whole = io.BytesIO()
            pdf.save(whole, encryption=pikepdf.Encryption(owner="owner", user=password))
            saved.append(whole.getvalue())
    with pytest.raises(Unfit, match="password"):
        read(saved[0], "brief.pdf")
    assert texts(read(saved[1], "brief.pdf")) == ["Eight of 26."]


def test_drawings_that_draw_each_other_endlessly_are_refused() -> None:
    forms = [
        stream(
            b" /A Do" * 10,
            b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A %d 0 R>>>>"
            % (8 + number),
        )
        for number in range(9)
    ]
    with pytest.raises(Unfit, match="far more than a document"):
        page(b"/A Do", *forms, resources=b"/XObject<</A 7 0 R>>")


TYPST = """
#set document(title: "Learning brief", author: "A. Lead")
#set page(columns: 2, header: [Larkshire audit team], numbering: "1 of 1")
#set text(lang: "en", region: "GB", size: 10pt)
#set par(justify: true)
"""


DRAWING = (
    "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>"
    "<rect width='9' height='9'/></svg>"
)

WORDS = """audits children young people plans visits chronology decision managers assessment risk
strengths multi-agency practice standard family voice graded supervision minutes impact"""


def known_paragraphs(seed: int, count: int) -> list[str]:
    choose = random.Random(seed)  # noqa: S311 (no secret)
    words = WORDS.split()
    return [
        f"P{seed}x{number} "
        + " ".join(choose.choice(words) for _ in range(choose.randint(8, 70)))
        + "."
        for number in range(count)
    ]


@pytest.mark.slow
@pytest.mark.parametrize("tagged", [True, False])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_two_column_document_comes_back_with_every_word_once_and_in_order(
    seed: int, tagged: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    paragraphs = known_paragraphs(seed, 60)
    content = set_by_typst(TYPST + "\n\n".join(paragraphs))
    if not tagged:
        monkeypatch.setattr("pypdfium2.raw.FPDFCatalog_IsTagged", lambda _: 0)
    source = read(content, "brief.pdf")
    assert " ".join(texts(source)).split() == " ".join(paragraphs).split()
    assert texts(source, Region.HEADER) == ["Larkshire audit team"]


LONG_TABLE = """
#set page(height: 200pt, width: 300pt, margin: 20pt)
#set document(title: "Audits")
#table(columns: 3, {header}
  ..range(1, 31).map(n => ([Team #n], [#n], [#(2 * n)])).flatten())
"""


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        ("table.header([Team], [Late], [Audits]),", 1),
        ("table.header(repeat: false, [Team], [Late], [Audits]),", 1),
        ("", 0),
    ],
)
def test_a_tagged_table_over_several_pages_is_one_with_its_header(header: str, rows: int) -> None:
    source = read(set_by_typst(LONG_TABLE.replace("{header}", header)), "brief.pdf")
    (grid,) = source.grids
    assert grid.header_rows == rows
    assert [row[0] for row in grid.rows[rows:]] == [f"Team {n}" for n in range(1, 31)]
    assert (grid.where, grid.page) == (f"pages 1 to {source.pages}", 1)


@pytest.mark.slow
def test_tags_tell_headings_lists_tables_pictures_title_and_language() -> None:
    source = read(
        set_by_typst(
            TYPST + "= What went well\n\nVisits were regular.\n\n- Ask why.\n- Write it down.\n\n"
            f'#image(bytes("{DRAWING}"), alt: "Bar chart: good 8")\n\n'
            "#table(columns: 2, table.header([Grade], [Audits]), [Good], [8], [Poor], [5])\n\n"
            "All schools#footnote[And nurseries.] came.\n"
        ),
        "brief.pdf",
    )
    roles = {p.text: (p.role, p.level) for p in source.passages}
    assert roles["What went well"] == (Role.HEADING, 1)
    assert roles["Ask why."] == (Role.LIST_ITEM, 0)
    assert "All schools came." in roles
    (grid,) = source.grids
    assert grid.rows == (("Grade", "Audits"), ("Good", "8"), ("Poor", "5"))
    assert grid.header_rows == 1
    assert [p.alternative for p in source.pictures] == ["Bar chart: good 8"]
    assert (source.title, source.language, source.tagged) == ("Learning brief", "en-GB", True)
    assert {Shows.HEADINGS, Shows.LISTS, Shows.HEADER_ROWS, Shows.PICTURES} <= source.shows
    assert texts(source, Region.FOOTNOTE) == ["And nurseries."]
