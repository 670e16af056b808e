"""Access: each fault is found with its place, and nothing is said of what cannot be seen."""

from dataclasses import replace

import pytest

from goldenthread.checker.access.check import access
from goldenthread.checker.results import AccessFinding, Severity
from goldenthread.checker.source import (
    Colours,
    FileKind,
    Grid,
    Link,
    Part,
    Passage,
    Picture,
    Region,
    Role,
    Shows,
    Source,
)

GOOD = Source(
    "brief.docx",
    FileKind.DOCX,
    (),
    shows=frozenset(Shows),
    language="en-GB",
    title="Learning brief, May 2026",
    tagged=True,
)


def found(source: Source, check: str) -> list[AccessFinding]:
    return [finding for finding in access(source) if finding.check == check]


def of_parts(*parts: Part) -> Source:
    return replace(GOOD, parts=parts)


def paragraphs(*texts: str, size: float | None = 11, bold: bool | None = False) -> list[Passage]:
    return [Passage(text, f"page {n}", size=size, bold=bold) for n, text in enumerate(texts, 1)]


def test_access_of_a_sound_document_finds_nothing() -> None:
    heading = Passage("What went well", "page 1", Role.HEADING, level=1)
    assert access(of_parts(heading, *paragraphs("We saw each child at home."))) == ()


def test_access_judges_nothing_that_a_kind_of_file_cannot_show() -> None:
    blank = Source(
        "brief.txt",
        FileKind.TEXT,
        (
            *paragraphs("- one", "- two", size=None),
            Grid((("a", "b"), ("c", "d")), "l", header_rows=0),
        ),
        pictures=(Picture("line 1", None),),
        links=(Link("click here", "https://a.example", "line 1"),),
        colours=(Colours("Pale", "line 1", "#ffffff", "#ffffff"),),
        tagged=False,
    )
    assert access(blank) == ()


@pytest.mark.parametrize(
    ("alternative", "severity"),
    [
        (None, Severity.ERROR),
        ("  ", Severity.ERROR),
        ("image3.png", Severity.ERROR),
        ("Picture 4", Severity.ERROR),
        ("logo", Severity.ERROR),
        ("A person standing. Description automatically generated", Severity.QUERY),
        ("Image of two hands", Severity.NOTE),
    ],
)
def test_alternative_text_that_does_not_serve_is_found(
    alternative: str | None, severity: Severity
) -> None:
    (finding,) = found(
        replace(GOOD, pictures=(Picture("page 3", alternative),)), "alternative text"
    )
    assert (finding.severity, finding.where) == (severity, "page 3")
    assert "page 3" in finding.message
    assert "WCAG 1.1.1" in finding.message


@pytest.mark.parametrize(
    "picture",
    [
        Picture("page 1", "Bars of grades: risk is the weakest"),
        Picture("page 1", None, decorative=True),
        Picture("page 1", "image1.png", decorative=True),
        Picture("page 1", "Logo of Larkshire Council"),
    ],
)
def test_alternative_text_that_serves_is_left_alone(picture: Picture) -> None:
    assert access(replace(GOOD, pictures=(picture,))) == ()


def test_many_pictures_make_one_finding_that_names_five_places() -> None:
    pictures = tuple(Picture(f"page {n}", None) for n in range(1, 13))
    (finding,) = found(replace(GOOD, pictures=pictures), "alternative text")
    assert finding.message.startswith(
        "12 pictures have no alternative text (page 1, page 2, page 3"
    )
    assert finding.where.endswith("page 5 and 7 more places")


@pytest.mark.parametrize(
    ("rows", "severity"),
    [
        ((("Team", "Audits", "Good"), ("Cedar", "12", "5")), Severity.ERROR),
        ((("Issued", "May 2026"), ("By", "The audit lead")), Severity.QUERY),
    ],
)
def test_table_without_a_header_row_is_an_error_unless_it_may_be_facts(
    rows: tuple[tuple[str, ...], ...], severity: Severity
) -> None:
    (finding,) = found(of_parts(Grid(rows, "page 2", header_rows=0)), "header rows")
    assert (finding.severity, finding.where) == (severity, "page 2")
    assert "WCAG 1.3.1" in finding.message


@pytest.mark.parametrize(
    "grid",
    [
        Grid((("Team", "Audits"), ("Cedar", "12")), "page 2", header_rows=1),
        Grid((("Team", "Audits"), ("Cedar", "12")), "page 2", header_rows=None),
        Grid((("Issued", "May"), ("By", "Audit lead")), "page 2", header_rows=0, header_columns=1),
        Grid((("Team", "Audits"), ("Cedar", "12")), "page 2", Region.CHART, header_rows=0),
        Grid((("Only one row", "here"),), "page 2", header_rows=0),
        Grid((("One",), ("column",)), "page 2", header_rows=0),
    ],
)
def test_table_with_headers_or_that_needs_none_is_left_alone(grid: Grid) -> None:
    assert found(of_parts(grid), "header rows") == []


@pytest.mark.parametrize("kind", [FileKind.DOCX, FileKind.PDF, FileKind.HTML])
def test_no_language_is_an_error(kind: FileKind) -> None:
    (finding,) = found(replace(GOOD, kind=kind, language=""), "language")
    assert finding.severity is Severity.ERROR
    assert "WCAG 3.1.1" in finding.message


@pytest.mark.parametrize(("language", "notes"), [("cy", 1), ("fr-FR", 1), ("en", 0), ("en-US", 0)])
def test_language_other_than_english_is_a_note(language: str, notes: int) -> None:
    severities = [
        finding.severity for finding in found(replace(GOOD, language=language), "language")
    ]
    assert severities == [Severity.NOTE] * notes


@pytest.mark.parametrize(
    ("kind", "title", "severity"),
    [
        (FileKind.PDF, "", Severity.ERROR),
        (FileKind.HTML, " ", Severity.ERROR),
        (FileKind.DOCX, "", Severity.QUERY),
        (FileKind.PPTX, "", Severity.QUERY),
        (FileKind.PDF, "Microsoft Word - brief v3.docx", Severity.QUERY),
        (FileKind.PPTX, "PowerPoint Presentation", Severity.QUERY),
        (FileKind.DOCX, "Document1", Severity.QUERY),
    ],
)
def test_title_that_is_missing_or_says_nothing_is_found(
    kind: FileKind, title: str, severity: Severity
) -> None:
    (finding,) = found(replace(GOOD, kind=kind, title=title), "title")
    assert finding.severity is severity
    assert "WCAG 2.4.2" in finding.message


@pytest.mark.parametrize(("tagged", "errors"), [(False, 1), (True, 0), (None, 0)])
def test_pdf_without_tags_is_an_error(tagged: bool | None, errors: int) -> None:
    source = replace(GOOD, kind=FileKind.PDF, tagged=tagged)
    assert [finding.severity for finding in found(source, "tags")] == [Severity.ERROR] * errors


@pytest.mark.parametrize(
    ("foreground", "size", "bold", "errors"),
    [
        ("#767676", 11, False, 0),  # 4.54 to 1, the lightest grey that passes
        ("#777777", 11, False, 1),  # 4.48 to 1
        ("#777777", 18, False, 0),
        ("#777777", 14, True, 0),
        ("#777777", 14, False, 1),
        ("#959595", 18, False, 1),  # 2.98 to 1
        ("#777777", None, False, 1),
    ],
)
def test_contrast_below_what_wcag_asks_is_an_error(
    foreground: str, size: float | None, bold: bool, errors: int
) -> None:
    colours = Colours("Risk", "page 1", foreground, "#ffffff", size, bold)
    assert len(found(replace(GOOD, colours=(colours,)), "contrast")) == errors


def test_contrast_is_said_once_for_each_pair_and_never_rounded_up() -> None:
    pale = tuple(Colours("Risk", f"page {n}", "#777777", "#FFFFFF") for n in (1, 2))
    (finding,) = found(replace(GOOD, colours=pale), "contrast")
    assert finding.where == "page 1, page 2"
    assert "a contrast of 4.4 to 1" in finding.message


def test_contrast_of_rules_and_of_unreadable_colours_is_left_alone() -> None:
    colours = (
        Colours("———", "page 1", "#eeeeee", "#ffffff"),
        Colours("Risk", "page 1", "windowText", "#ffffff"),
    )
    assert found(replace(GOOD, colours=colours), "contrast") == []


@pytest.mark.parametrize("text", ["click here", "Here", "Read more", "this link", "Click here!"])
def test_link_that_does_not_say_where_it_leads_is_a_query(text: str) -> None:
    (finding,) = found(replace(GOOD, links=(Link(text, "https://a.example", "page 1"),)), "links")
    assert finding.severity is Severity.QUERY
    assert "WCAG 2.4.4" in finding.message


def test_link_that_is_a_long_address_is_a_note() -> None:
    address = "https://learning.larkshire.example/files/neglect-toolkit.docx"
    (finding,) = found(replace(GOOD, links=(Link(address, address, "page 1"),)), "links")
    assert finding.severity is Severity.NOTE


@pytest.mark.parametrize(
    "text", ["Neglect toolkit", "larkshire.example", "More about hearing children"]
)
def test_link_that_says_where_it_leads_is_left_alone(text: str) -> None:
    assert access(replace(GOOD, links=(Link(text, "https://a.example", "page 1"),))) == ()


def test_passage_in_capitals_is_a_note_and_a_short_heading_is_not() -> None:
    shouted = "THIS IS A REMINDER THAT ALL AUDITS MUST BE RETURNED"
    (finding,) = found(of_parts(*paragraphs(shouted, "WHAT ARE WE WORRIED ABOUT?")), "capitals")
    assert (finding.severity, finding.where) == (Severity.NOTE, "page 1")


def test_long_document_without_headings_is_a_query() -> None:
    sentence = "The child was seen at home by somebody she knows and likes. "
    long = paragraphs(*[sentence * 4] * 10, size=None)
    (finding,) = found(of_parts(*long), "headings")
    assert finding.severity is Severity.QUERY
    assert found(of_parts(*long[:5]), "headings") == []


def test_heading_that_skips_a_level_is_a_note_and_one_that_climbs_back_is_not() -> None:
    levels = (1, 2, 4, 2, 3, 1, 2)
    headings = [Passage(f"Part {n}", f"page {n}", Role.HEADING, level=n) for n in levels]
    (finding,) = found(of_parts(*headings), "headings")
    assert (finding.severity, finding.where) == (Severity.NOTE, "page 4")
    slides = replace(of_parts(*headings), kind=FileKind.PPTX)
    assert found(slides, "headings") == []


@pytest.mark.parametrize(("size", "bold"), [(16, False), (None, True)])
def test_line_that_only_looks_like_a_heading_is_a_query(size: float | None, bold: bool) -> None:
    text_size = 11 if size else None
    line = Passage("Positive findings", "page 1", size=size, bold=bold)
    text = paragraphs("Children are seen alone by somebody they know.", size=text_size)
    (finding,) = found(of_parts(line, *text), "headings")
    assert finding.severity is Severity.QUERY
    assert "1 line looks like a heading but is not marked as one (page 1)" in finding.message


def test_line_right_above_a_table_is_its_caption_and_no_heading() -> None:
    caption = Passage("Number of audits", "page 1", bold=True)
    note = paragraphs("The base of each row is the number of audits that were graded.", size=None)
    table = Grid((("Grade", "Audits"), ("Good", "9")), "table 1", header_rows=1)
    assert found(of_parts(caption, table, *note), "headings") == []
    (finding,) = found(of_parts(caption, *note, table), "headings")
    assert finding.severity is Severity.QUERY


@pytest.mark.parametrize(
    "line",
    [
        Passage("Positive findings", "page 1", Role.HEADING, level=1, size=16),
        Passage("This matters most.", "page 1", bold=True),
        Passage("26 of 30", "page 1", size=24, bold=True),
        Passage("Positive findings", "page 1", Role.LIST_ITEM, bold=True),
        Passage("Positive findings", "page 1"),
    ],
)
def test_line_that_is_no_heading_is_left_alone(line: Passage) -> None:
    text = paragraphs("Children are seen alone by somebody they know.")
    assert found(of_parts(line, *text), "headings") == []


@pytest.mark.parametrize(
    "items",
    [
        ("- Write what the child said", "- Say what you fear"),
        ("• Write", "• Say", "• Rehearse"),
        ("1) Write what the child said", "2) Say what you fear"),
        ("(a) Write what the child said", "(b) Say what you fear"),
        ("·Write what the child said", "·Say what you fear"),
    ],
)
def test_list_with_typed_bullets_is_one_query(items: tuple[str, ...]) -> None:
    (finding,) = found(of_parts(*paragraphs(*items)), "lists")
    assert (finding.severity, finding.where) == (Severity.QUERY, "page 1")


@pytest.mark.parametrize(
    "texts",
    [
        ("- Only one", "Then a paragraph"),
        ("-5 points", "-3 points"),
        ("20-25% of audits", "26 audits"),
        ("2.1 Background", "2.2 Findings"),
        ("e.g. this", "i.e. that"),
    ],
)
def test_paragraphs_that_are_no_list_are_left_alone(texts: tuple[str, ...]) -> None:
    assert found(of_parts(*paragraphs(*texts)), "lists") == []


def test_list_items_that_the_file_marks_are_left_alone() -> None:
    items = [Passage(f"- item {n}", "page 1", Role.LIST_ITEM) for n in range(3)]
    assert found(of_parts(*items), "lists") == []


HARD = (
    "The inconsistent integration of identified vulnerabilities necessitates considerable"
    " managerial consideration of organisational accountability arrangements. "
)


def test_reading_age_over_fourteen_is_a_note_and_never_more() -> None:
    (finding,) = found(of_parts(*paragraphs(HARD * 6)), "reading age")
    assert finding.severity is Severity.NOTE
    assert "WCAG 3.1.5" in finding.message
    easy = "We saw the child at home and she told us about her day. "
    assert found(of_parts(*paragraphs(easy * 6)), "reading age") == []


def test_long_sentences_are_one_note_with_the_longest_shown() -> None:
    longer = "Longest " + "word " * 30 + "end."
    long = "Long " + "word " * 26 + "end."
    (finding,) = found(of_parts(*paragraphs(long, longer)), "sentence length")
    assert finding.severity is Severity.NOTE
    assert "2 sentences have more than 25 words (page 1, page 2)" in finding.message
    assert "has 32 (page 2): “Longest word" in finding.message


def test_line_below_a_heading_is_its_subtitle() -> None:
    title = Passage("Learning brief", "page 1", Role.HEADING, level=1, size=24)
    subtitle = Passage("Locality teams", "page 1", size=16)
    text = paragraphs("Children are seen alone by somebody they know.")
    assert found(of_parts(title, subtitle, *text), "headings") == []
