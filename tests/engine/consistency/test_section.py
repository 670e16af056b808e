"""Wrapping, lists that are too long, and tables that are too wide."""

from goldenthread.engine.consistency.section import Grid, Items, Section, lines_of

GRID = Grid((("", "Good", "Bad"), ("Good", "3", "1"), ("Bad", "", "2")), "5 the same.")


def test_a_long_list_shows_the_first_and_says_how_many_more_there_are() -> None:
    section = Section("WHO", (Items(tuple(f"auditor {n}" for n in range(5_000)), 2),))
    assert list(lines_of(section, 80)) == [
        "WHO",
        "  - auditor 0",
        "  - auditor 1",
        "  - and 4,998 more; --json has all",
    ]


def test_a_table_stands_in_columns_with_numbers_to_the_right() -> None:
    assert list(lines_of(Section("TABLE", (GRID,)), 80)) == [
        "TABLE",
        "        Good  Bad",
        "  Good     3    1",
        "  Bad           2",
    ]


def test_a_table_that_is_too_wide_is_said_in_words() -> None:
    assert list(lines_of(Section("TABLE", (GRID,)), 16)) == ["TABLE", "  5 the same."]


def test_lines_below_the_first_begin_where_its_text_begins() -> None:
    section = Section("A", (Items(("one two three",)), "four five six"))
    assert list(lines_of(section, 12)) == ["A", "  - one two", "    three", "  four five", "  six"]
