import textwrap

import pytest

from goldenthread.checker.reading.text import read
from goldenthread.checker.source import Grid, Passage, Role

PROSE = (
    "The findings are based on 26 audits that were returned by the end of January. "
    "Decision making was good in eight (31%) and requires improvement in twelve (46%). "
    "Case notes were up to date, and multi-agency minutes were shared within ten days."
)


def passages(text: str, name: str = "brief.txt") -> list[Passage]:
    return [part for part in read(text.encode(), name).parts if isinstance(part, Passage)]


@pytest.mark.parametrize("width", [60, 72, 80])
def test_text_wrapped_at_a_width_comes_back_as_whole_paragraphs(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(PROSE, width) for _ in range(3))
    assert [p.text for p in passages(wrapped)] == [PROSE] * 3


def test_text_with_a_paragraph_on_each_line_keeps_them_apart() -> None:
    lines = [PROSE, "Plans are clear.", "Visits were well prepared for.", PROSE]
    assert [p.text for p in passages("\n".join(lines))] == lines


def test_short_lines_without_blank_lines_stay_apart() -> None:
    lines = ["Good: 8 (31%)", "Requires improvement: 12 (46%)", "Inadequate: 5 (19%)"]
    assert [p.text for p in passages("\n".join(lines))] == lines


def test_wrapped_list_items_are_joined_without_their_bullets() -> None:
    text = textwrap.dedent(
        """\
        What helps is written below, for team managers and their teams:

        - Ask the child or young person what has changed since the last visit, and
          write down the words that they used.
        - Bring the chronology to supervision, with the dates of visits that did not
          take place.
        """
    )
    items = [p for p in passages(text) if p.role is Role.LIST_ITEM]
    assert [p.text for p in items] == [
        (
            "Ask the child or young person what has changed since the last visit, and "
            "write down the words that they used."
        ),
        "Bring the chronology to supervision, with the dates of visits that did not take place.",
    ]


def test_numbered_items_lose_their_numbers_and_years_stay() -> None:
    texts = [p.text for p in passages("1. Ask why.\n2) Write it down.\n2019 was a hard year.")]
    assert texts == ["Ask why.", "Write it down.", "2019 was a hard year."]


def test_placeholders_of_pictures_are_dropped_also_inside_a_sentence() -> None:
    text = "The [image: ]IRO footprint is clear. Where 1[image: ] audit was good.\n\nimage3.jpeg\n"
    assert [p.text for p in passages(text)] == [
        "The IRO footprint is clear. Where 1 audit was good."
    ]


def test_titles_in_capitals_are_headings_and_leave_their_neighbours() -> None:
    found = passages("[image: ]NEXT STEPS \nPlease follow up every action.\n\tREMINDERS\n\n")
    assert [(p.role, p.text) for p in found] == [
        (Role.HEADING, "NEXT STEPS"),
        (Role.PARAGRAPH, "Please follow up every action."),
        (Role.HEADING, "REMINDERS"),
    ]


def test_short_line_before_prose_is_a_heading_and_a_figure_is_not() -> None:
    text = f"What went well\n\n{PROSE}\n\nAssessments 9 (34%)\n\n{PROSE}"
    assert [p.role for p in passages(text)] == [
        Role.HEADING,
        Role.PARAGRAPH,
        Role.PARAGRAPH,
        Role.PARAGRAPH,
    ]


def test_underlined_title_is_a_heading_without_its_line() -> None:
    found = passages(f"Decision making\n===============\n{'x'}\n\n{PROSE}")
    assert "=" not in "".join(p.text for p in found)


def test_where_names_the_line_it_begins_on() -> None:
    assert [p.where for p in passages("One.\n\n\nTwo.\r\nThree.")] == ["line 1", "line 4", "line 5"]


def test_form_feeds_part_pages() -> None:
    source = read(b"First page.\fSecond page.\f", "brief.txt")
    assert source.pages == 2
    assert [part.page for part in source.parts] == [1, 2]


def test_table_pasted_with_tabs_is_a_grid() -> None:
    (grid,) = read(b"Grade\tAudits\nGood\t8\nInadequate\t5\n", "brief.txt").parts
    assert isinstance(grid, Grid)
    assert grid.rows == (("Grade", "Audits"), ("Good", "8"), ("Inadequate", "5"))


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_encoding_of_western_text_is_found(encoding: str) -> None:
    text = "The children’s café costs £5 – “naïve”, said 39%."
    (passage,) = read(text.encode(encoding), "brief.txt").parts
    assert isinstance(passage, Passage)
    assert passage.text == text


def test_encoding_of_cyrillic_text_is_guessed() -> None:
    text = "Решения принимались вовремя. Дети и молодые люди были услышаны. " * 5
    (passage,) = read(text.encode("cp1251"), "brief.txt").parts
    assert isinstance(passage, Passage)
    assert passage.text == text.strip()


def test_utf8_with_one_damaged_byte_is_still_utf8() -> None:
    content = ("Children’s views – “clear”. " * 20).encode() + b"\xff end"
    (passage,) = read(content, "brief.txt").parts
    assert isinstance(passage, Passage)
    assert passage.text.startswith("Children’s views – “clear”.")


def test_long_single_line_is_read_at_once() -> None:
    (passage,) = read(b"word " * 200_000, "brief.txt").parts
    assert isinstance(passage, Passage)
    assert len(passage.text) == 999_999
