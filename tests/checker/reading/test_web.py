import quopri

import pytest

from goldenthread.checker.reading.web.read import read
from goldenthread.checker.source import Grid, Passage, Region, Role, Shows, Source
from goldenthread.documents.untrusted.archive import Damaged, Unfit


def page(body: str, head: str = "") -> Source:
    text = f"<!DOCTYPE html><html lang='en-GB'><head><meta charset='utf-8'>{head}</head>{body}"
    return read(text.encode(), "brief.html")


def texts(source: Source, region: Region = Region.BODY) -> list[str]:
    return [p.text for p in source.parts if isinstance(p, Passage) and p.region is region]


def test_blocks_become_passages_with_their_roles() -> None:
    source = page("<h2>Visits</h2><p>Eight of <b>26</b>.<ul><li>Ask why.<li>Write it down.</ul>")
    found = [(p.role, p.level, p.text) for p in source.parts if isinstance(p, Passage)]
    assert found == [
        (Role.HEADING, 2, "Visits"),
        (Role.PARAGRAPH, 0, "Eight of 26."),
        (Role.LIST_ITEM, 0, "Ask why."),
        (Role.LIST_ITEM, 0, "Write it down."),
    ]


def test_language_title_and_properties_are_kept() -> None:
    source = page("<p>Text.", "<title>Learning brief</title><meta name=author content='A. Lead'>")
    assert (source.language, source.title) == ("en-GB", "Learning brief")
    assert texts(source, Region.PROPERTY) == ["Title: Learning brief", "Author: A. Lead"]
    assert {Shows.LANGUAGE, Shows.TITLE, Shows.HEADINGS} <= source.shows


def test_scripts_styles_and_templates_leave_nothing() -> None:
    source = page(
        "<script>document.write('12 of 26')</script><template>13</template><p>Seen.</p>",
        "<style>p::after{content:'39%'}</style>",
    )
    assert [p.text for p in source.parts if isinstance(p, Passage)] == ["Seen."]


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>Secret</p>",
        "<p aria-hidden=true>Secret</p>",
        "<p style='display: none'>Secret</p>",
        "<p style='color:red;visibility:hidden'>Secret</p>",
        "<p><span style='mso-hide:all'>Secret</span></p>",
        "<input type=hidden value=Secret>",
    ],
)
def test_what_is_hidden_is_kept_apart(hidden: str) -> None:
    source = page(f"<p>Before</p>{hidden}<p>After</p>")
    assert texts(source, Region.HIDDEN) == ["Secret"]
    assert texts(source) == ["Before", "After"]


def test_comments_are_kept_without_their_markup() -> None:
    source = page("<p>Seen.</p><!-- Ask <b>Jo</b> about this -->")
    assert texts(source, Region.COMMENT) == ["Ask Jo about this"]


def test_struck_text_is_deleted_text() -> None:
    source = page("<p>Good in <del>16</del> <ins>10</ins> of 26 audits.</p>")
    assert texts(source, Region.DELETED) == ["16"]
    assert "16" not in " ".join(texts(source))


def test_marks_of_footnotes_are_no_part_of_a_word_and_ordinals_are() -> None:
    source = page(
        "<p>All schools<sup>3</sup> on the 5<sup>th</sup> day<sup><a href=#n>[2]</a></sup>."
    )
    assert texts(source) == ["All schools on the 5th day."]


def test_data_table_is_a_grid_with_headers_and_caption() -> None:
    source = page(
        "<table><caption>Grades</caption><thead><tr><th>Category<th colspan=2>Audits</thead>"
        "<tr><th>Risk<td>8<td>31%<tr><th>Plans<td>12<td>46%</table>"
    )
    (grid,) = source.grids
    assert grid.rows == (
        ("Category", "Audits", "Audits"),
        ("Risk", "8", "31%"),
        ("Plans", "12", "46%"),
    )
    assert (grid.caption, grid.header_rows, grid.header_columns) == ("Grades", 1, 1)


def test_table_without_headings_says_so() -> None:
    (grid,) = page("<table><tr><td>Good<td>8<tr><td>Poor<td>5</table>").grids
    assert (grid.header_rows, grid.header_columns) == (0, 0)


def test_layout_table_is_read_as_passages_once() -> None:
    inner = "<table><tr><td>Good<td>8<tr><td>Poor<td>5</table>"
    source = page(f"<table><tr><td><p>Positive findings.</p><td>{inner}</table>")
    assert texts(source) == ["Positive findings."]
    assert len(source.grids) == 1


def test_pictures_have_their_words_and_decoration_has_none() -> None:
    source = page(
        "<img src=a.png alt='Bar chart: good 8'><img src=b.png><img src=c.png alt=''>"
        "<svg role=img aria-labelledby=t><title id=t>Grades</title><text>26</text></svg>"
    )
    assert [(p.alternative, p.decorative) for p in source.pictures] == [
        ("Bar chart: good 8", False),
        (None, False),
        (None, True),
        ("Grades", False),
    ]
    assert texts(source, Region.ALT_TEXT) == ["Bar chart: good 8", "Grades"]
    assert texts(source, Region.CHART) == ["26"]


def test_links_have_words_and_address() -> None:
    source = page(
        "<p>Read <a href='https://example.org/x'>the standard</a>, or <a href=#y>below</a>."
    )
    assert [(link.text, link.address) for link in source.links] == [
        ("the standard", "https://example.org/x")
    ]


def test_colours_are_told_where_no_style_sheet_can_change_them() -> None:
    body = "<p style='color:#777;background:white'>Pale</p>"
    (pair,) = page(body).colours
    assert (pair.foreground, pair.background, pair.text) == ("#777777", "#ffffff", "Pale")
    assert page(body, "<style>p{color:black}</style>").colours == ()


def test_page_that_word_saved_comes_out_clean() -> None:
    body = (
        "<div class=WordSection1><p class=MsoListParagraph><![if !supportLists]>"
        "<span style='font-family:Symbol'>·<span>   </span></span><![endif]>"
        "Ask\r\nwhy.<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p></div>"
        "<div style='mso-element:footnote-list'><div style='mso-element:footnote'>"
        "<p class=MsoFootnoteText>Counted twice.</p></div></div>"
    )
    source = page(body, "<!--[if gte mso 9]><xml><o:Author>A. Lead</o:Author></xml><![endif]-->")
    assert [(p.role, p.text) for p in source.parts if isinstance(p, Passage)][1:] == [
        (Role.LIST_ITEM, "Ask why."),
        (Role.PARAGRAPH, "Counted twice."),
    ]
    assert texts(source, Region.FOOTNOTE) == ["Counted twice."]
    assert texts(source, Region.COMMENT) == ["A. Lead"]


def test_page_saved_with_its_pictures_is_read() -> None:
    body = quopri.encodestring("<html><body><p>Children’s views: 39%</p></body></html>".encode())
    content = (
        b"From: <Saved by a browser>\r\nSubject: Brief\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
        b"Content-Type: text/html; charset=utf-8\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + body + b"\r\n--x\r\n"
        b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0=\r\n--x--\r\n"
    )
    assert texts(read(content, "brief.mht")) == ["Children’s views: 39%"]


def test_stated_encoding_is_used() -> None:
    content = "<html><meta charset=iso-8859-1><p>Children’s café</html>".encode("cp1252")
    assert texts(read(content, "brief.html")) == ["Children’s café"]


def test_pictures_written_into_the_page_cost_nothing() -> None:
    source = page(f"<p>Seen.</p><img alt=Chart src='data:image/png;base64,{'A' * 3_000_000}'>")
    assert texts(source) == ["Seen."]


def test_page_that_nests_too_deeply_is_refused() -> None:
    with pytest.raises(Unfit, match="too deeply"):
        page("<div>" * 10_000 + "Deep.")


def test_archive_without_a_page_is_damaged() -> None:
    content = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\nnothing"
    with pytest.raises(Damaged):
        read(content, "brief.mht")


def test_grid_cells_keep_their_words_and_lose_what_is_hidden() -> None:
    (grid,) = page(
        "<table><tr><th>Grade<th>Audits<tr><td>Good<td>8<span hidden>9</span><sup>2</sup></table>"
    ).grids
    assert isinstance(grid, Grid)
    assert grid.rows[1] == ("Good", "8")
