"""HTML is one safe, accessible file that says what the document says."""

import re
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from tests.documents.samples.extremes import HOSTILE
from tests.documents.samples.words import document

from goldenthread.documents.blocks import Document, Link, Paragraph, Section, Text
from goldenthread.documents.charts.model import DivergingBars
from goldenthread.documents.render.html import render
from goldenthread.documents.text import figures_of

SVG = "{http://www.w3.org/2000/svg}"


def source_of(doc: Document) -> str:
    """The text of the page."""
    return render(doc).decode()


def page_of(doc: Document) -> html.HtmlElement:
    """The parsed page."""
    return html.document_fromstring(source_of(doc))


def found(page: html.HtmlElement, path: str) -> list[Any]:
    """Elements or texts at an XPath."""
    results = page.xpath(path)
    assert isinstance(results, list)
    return results


def packed(text: str) -> str:
    """Text without spaces."""
    return re.sub(r"\s+", "", text)


def seen(page: html.HtmlElement) -> str:
    """What is printed on the page, without spaces."""
    return packed("".join(page.find("body").itertext()))


def test_page_says_its_language_title_and_description(brief: Document) -> None:
    page = page_of(brief)
    assert page.get("lang") == "en-GB"
    assert page.findtext("head/title") == brief.title
    assert found(page, "//meta[@name='description']/@content") == [brief.description]
    assert found(page, "//meta[@name='author']/@content") == [brief.author]


def test_landmarks_stand_once_each_and_the_skip_link_leads_to_the_content(brief: Document) -> None:
    page = page_of(brief)
    assert [element.tag for element in found(page, "/html/body/*")] == [
        "a",
        "header",
        "main",
        "footer",
    ]
    assert found(page, "/html/body/a/@href") == ["#content"]
    assert found(page, "//main/@id") == ["content"]


def test_headings_follow_one_another_in_order(extreme: Document) -> None:
    page = page_of(extreme)
    headings = " | ".join(f"//h{level}" for level in range(1, 7))
    levels = [int(heading.tag[1]) for heading in found(page, headings)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_headings_deeper_than_six_stay_at_six() -> None:
    section: Section | Paragraph = Paragraph((Text("Here"),))
    for depth in range(8):
        section = Section(f"s{depth}", (Text("Deeper"),), (section,))
    page = page_of(document(section))
    assert len(found(page, "//h6")) == 4


def test_tables_have_captions_and_header_cells_with_scope(brief: Document) -> None:
    (table,) = found(page_of(brief), "//table")
    assert table.findtext("caption") == "Grades in each category, as reported"
    assert found(table, "thead/tr/th/@scope") == ["col"] * 6
    assert found(table, "tbody/tr/th/@scope") == ["row"] * 16
    assert len(found(table, "tbody/tr/td[@class='numeric']")) == 80


def test_wide_tables_can_be_scrolled_from_the_keyboard(brief: Document) -> None:
    (scroll,) = found(page_of(brief), "//div[table]")
    assert scroll.get("tabindex") == "0"
    assert scroll.get("aria-labelledby") == found(scroll, "table/caption/@id")[0]


def test_charts_are_named_and_described(brief: Document, grades: DivergingBars) -> None:
    page = page_of(brief)
    pictures = found(page, "//*[name()='svg']")
    assert [picture.get("role") for picture in pictures] == ["img", "img"]
    for picture in pictures:
        title, description = (
            found(page, f"//*[@id='{name}']")[0] for name in picture.get("aria-labelledby").split()
        )
        assert title.text == grades.title
        assert "10 of 26 (38%)" in description.text


def test_nothing_is_fetched_and_nothing_runs(extreme: Document) -> None:
    source = source_of(extreme)
    page = html.document_fromstring(source)
    assert not found(page, "//script | //link | //img | //iframe | //object | //form | //base")
    assert not found(page, "//@*[starts-with(name(), 'on')]")
    assert not found(page, "//@src | //@srcset | //@data")
    for address in re.findall(r"url\(([^)]*)\)", source):
        assert address.startswith("data:font/woff2;base64,")
    for address in found(page, "//@href"):
        assert address == "#content" or urlsplit(address).scheme in {"https", "mailto"}


def test_addresses_that_are_no_links_are_printed_as_words() -> None:
    page = page_of(document(Paragraph((Link("Open me", "javascript:alert()"),))))
    (paragraph,) = found(page, "//main/p")
    assert paragraph.text == "Open me"
    assert len(paragraph) == 0


def test_ids_are_given_once(extreme: Document) -> None:
    ids = found(page_of(extreme), "//@id")
    assert len(ids) == len(set(ids))


def test_all_figures_of_any_document_are_printed(extreme: Document) -> None:
    words = seen(page_of(extreme))
    assert all(packed(figure.text) in words for figure in figures_of(extreme))


def test_figure_keys_are_not_in_the_file(brief: Document) -> None:
    source = source_of(brief)
    assert not [figure.key for figure in figures_of(brief) if figure.key in source]


def test_hostile_text_stays_text(extremes: dict[str, Document]) -> None:
    page = page_of(extremes["hostile"])
    assert page.findtext("head/title") == HOSTILE
    assert found(page, "//main/section/h2/a")[0].text == HOSTILE
    assert HOSTILE in found(page, "//main/section/p")[0].text_content()


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))))
def test_any_text_comes_through_as_text(text: str) -> None:
    (paragraph,) = found(page_of(document(Paragraph((Text(text),)))), "//main/p")
    assert packed(paragraph.text_content()) == packed(text)


def test_order_makes_sense_without_a_style_sheet(brief: Document) -> None:
    """An e-mail program may drop the style sheet; what comes first must be read first."""
    page = page_of(brief)
    headings = [heading.text_content() for heading in found(page, "//h2")]
    assert headings == [
        "Keeping children safe",
        "Three messages",
        "How practice was graded",
        "Positive findings",
        "Reminders",
        "What are we worried about?",
        "Next steps",
        "Links to learning, and who can help",
        "How we know",
    ]


def test_page_is_small_enough_to_send(brief: Document) -> None:
    """150 kB of type and pictures at most: many mail servers cut a message above a few hundred."""
    assert len(render(brief)) < 150_000


def test_the_same_document_gives_the_same_page(brief: Document) -> None:
    assert render(brief) == render(brief)
