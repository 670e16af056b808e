from goldenthread.checker.reading.markdown import read
from goldenthread.checker.source import Passage, Region, Role, Shows, Source

TEXT = """\
---
title: "Learning brief"
author: A. Lead
lang: en-GB
---

# What went well

Of the 26 audits, eight (31%) were
good.[^1] ~~Sixteen~~ Ten were not.

- Ask *why*.
- Write it down.

| Grade | Audits |
|-------|-------:|
| Good  |      8 |
| Poor  |      5 |

![Bar chart: good 8](chart.png) and [the standard](https://example.org/x).

> Said a parent.

[^1]: Counted twice.
"""


def document(text: str = TEXT) -> Source:
    return read(text.encode(), "brief.md")


def passages(source: Source, region: Region = Region.BODY) -> list[tuple[str, str]]:
    return [
        (p.where, p.text) for p in source.parts if isinstance(p, Passage) and p.region is region
    ]


def test_blocks_become_passages_with_the_lines_they_begin_on() -> None:
    found = passages(document())
    assert found[0] == ("line 7", "What went well")
    assert ("line 9", "Of the 26 audits, eight (31%) were good.") in found
    assert ("line 12", "Ask why.") in found
    assert ("line 13", "Write it down.") in found
    assert found[-1] == ("line 22", "Said a parent.")


def test_roles_are_those_of_the_marks() -> None:
    roles = {p.text: p.role for p in document().parts if isinstance(p, Passage)}
    assert roles["What went well"] is Role.HEADING
    assert roles["Ask why."] is Role.LIST_ITEM


def test_front_matter_is_property_title_and_language() -> None:
    source = document()
    assert (source.title, source.language) == ("Learning brief", "en-GB")
    assert [text for _, text in passages(source, Region.PROPERTY)] == [
        "title: Learning brief",
        "author: A. Lead",
        "lang: en-GB",
    ]
    assert Shows.LANGUAGE in source.shows
    assert Shows.LANGUAGE not in document("Text.").shows


def test_struck_text_is_deleted_text() -> None:
    assert [text for _, text in passages(document(), Region.DELETED)] == ["Sixteen"]


def test_footnote_is_kept_apart_and_its_mark_is_gone() -> None:
    assert [text for _, text in passages(document(), Region.FOOTNOTE)] == ["Counted twice."]


def test_table_is_a_grid_with_a_header_row() -> None:
    (grid,) = document().grids
    assert grid.rows == (("Grade", "Audits"), ("Good", "8"), ("Poor", "5"))
    assert (grid.header_rows, grid.where) == (1, "line 15")


def test_pictures_and_links_are_found() -> None:
    source = document()
    assert [p.alternative for p in source.pictures] == ["Bar chart: good 8"]
    assert [(link.text, link.address) for link in source.links] == [
        ("the standard", "https://example.org/x")
    ]


def test_markup_of_web_pages_is_read_as_on_a_web_page() -> None:
    source = document("Seen.\n\n<div hidden>Secret</div>\n\n<script>1 of 2</script>\n")
    assert [text for _, text in passages(source)] == ["Seen."]
    assert [text for _, text in passages(source, Region.HIDDEN)] == ["Secret"]


def test_footnote_of_one_word_is_no_link() -> None:
    source = document("Plans.[^a]\n\n[^a]: Twice\n")
    assert source.links == ()
    assert [text for _, text in passages(source, Region.FOOTNOTE)] == ["Twice"]
