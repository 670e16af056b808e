"""Markdown says what the document says, whatever the text looks like."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from tests.documents.samples.extremes import HOSTILE
from tests.documents.samples.words import document, runs

from goldenthread.documents.blocks import (
    BulletList,
    Document,
    Emphasis,
    Facts,
    Link,
    ListItem,
    Paragraph,
    Text,
)
from goldenthread.documents.render import markdown
from goldenthread.documents.text import figures_of

READER = MarkdownIt("commonmark").enable("table")


def source_of(doc: Document) -> str:
    """The Markdown of a document."""
    return markdown.render(doc).decode()


def tokens(text: str) -> list[Token]:
    """All tokens of a Markdown text in reading order, inline ones included."""
    found = []
    for token in READER.parse(text):
        found.append(token)
        found.extend(token.children or ())
    return found


def words_of(text: str) -> str:
    """What a reader of the Markdown sees, without spaces."""
    pieces = []
    for token in tokens(text):
        if token.type in ("text", "code_inline", "html_inline"):
            pieces.append(token.content)
        elif token.type in ("softbreak", "hardbreak", "inline"):
            pieces.append(" ")
    return packed("".join(pieces))


def packed(text: str) -> str:
    """Text without spaces: Markdown joins and trims them."""
    return re.sub(r"\s+", "", text)


def body_of(text: str) -> str:
    """The part after the masthead and before the footer."""
    return text.split("Issued 20 November 2026\n\n", 1)[1].rsplit("\n\n---\n\n", 1)[0]


printed = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")))


@given(printed, printed)
def test_any_text_comes_through_as_text(first: str, second: str) -> None:
    line = (Text(first), Text(second, Emphasis.STRONG), Text(first))
    source = body_of(source_of(document(Paragraph((Text("x "), *line)))))
    assert words_of(source) == packed(f"x {first}{second}{first}")
    assert {token.type for token in tokens(source)} <= {
        "paragraph_open",
        "paragraph_close",
        "inline",
        "text",
        "text_special",
        "strong_open",
        "strong_close",
    }


@given(printed)
def test_any_text_at_the_start_of_an_item_stays_in_its_item(text: str) -> None:
    source = body_of(source_of(document(BulletList((ListItem((Text(f"{text}z"),)),)))))
    kinds = [token.type for token in READER.parse(source) if token.type.endswith("_open")]
    assert kinds == ["bullet_list_open", "list_item_open", "paragraph_open"]
    assert words_of(source) == packed(f"{text}z")


def test_hostile_text_stays_text_everywhere(extremes: dict[str, Document]) -> None:
    source = source_of(extremes["hostile"])
    html = {token.content for token in tokens(source) if token.type.startswith("html")}
    assert html == {"<!-- -->\n"}
    assert not [token for token in tokens(source) if token.type == "code_inline"]
    addresses = {str(t.attrs["href"]) for t in tokens(source) if t.type == "link_open"}
    assert addresses == {"https://larkshire.example/?a=1&b=%3C2%3E%22'#%7C%60"}
    fifteen_places_of_four_runs, card_label, row_label = 60, 1, 1
    expected = fifteen_places_of_four_runs + card_label + row_label
    assert words_of(source).count(packed(HOSTILE)) == expected


def test_headings_of_the_brief_follow_one_another_in_order(brief: Document) -> None:
    levels = [int(t.tag[1]) for t in tokens(source_of(brief)) if t.type == "heading_open"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_tables_of_the_brief_are_tables_with_numbers_on_the_right(brief: Document) -> None:
    cells = [token for token in tokens(source_of(brief)) if token.type == "th_open"]
    assert len(cells) == 6
    assert [str(cell.attrs.get("style", "")) for cell in cells] == ["", *["text-align:right"] * 5]
    rows = [token for token in tokens(source_of(brief)) if token.type == "tr_open"]
    assert len(rows) == 17


def test_neighbouring_lists_stay_apart() -> None:
    first = BulletList((ListItem(runs("One")),))
    second = Facts(((runs("Two"), runs("three")),))
    kinds = [token.type for token in tokens(source_of(document(first, second)))]
    assert kinds.count("bullet_list_open") == 2


def test_lines_of_an_item_stay_in_it() -> None:
    item = ListItem(runs("Write it down."), (runs("By Friday"),))
    source = source_of(document(BulletList((item,), numbered=True)))
    assert "1. Write it down.\\\n   By Friday\n" in source


def test_addresses_that_are_no_links_are_printed_as_words() -> None:
    line = (Link("Open me", "javascript:alert()"),)
    assert body_of(source_of(document(Paragraph(line)))) == "Open me"


@pytest.mark.parametrize(
    ("line", "expected"),
    [("New: ", "**New:** toolkit"), ("New:", "New:toolkit")],
)
def test_strong_words_are_marked_where_markdown_can(line: str, expected: str) -> None:
    paragraph = Paragraph((Text(line, Emphasis.STRONG), Text("toolkit")))
    assert expected in source_of(document(paragraph))


def test_all_figures_of_any_document_are_printed(extreme: Document) -> None:
    words = words_of(source_of(extreme))
    assert all(packed(figure.text) in words for figure in figures_of(extreme))


def test_the_same_document_gives_the_same_text(brief: Document) -> None:
    assert markdown.render(brief) == markdown.render(brief)
