import re

import pytest

from goldenthread.checker.claims.saying import (
    LONGEST_SENTENCE,
    Saying,
    asserted,
    figures_in,
    has_earlier_value,
    sayings,
)
from goldenthread.checker.source import FileKind, Part, Passage, Role, Source

ROSE = re.compile("rose")


def said(*parts: Part) -> list[Saying]:
    return list(sayings(Source("brief.txt", FileKind.TEXT, parts)))


def one(text: str, after: str = "") -> Saying:
    return said(Passage(f"{text} {after}".strip(), "line 1"))[0]


def test_sayings_know_their_neighbours_and_headings() -> None:
    first, second = said(
        Passage("Strengths", "line 1", Role.HEADING, level=2),
        Passage("One thing. Another.", "line 2"),
    )
    assert (first.text, first.before, first.after) == ("One thing.", "", "Another.")
    assert (second.before, second.after) == ("One thing.", "")
    assert second.headings == ("Strengths",)


def test_sayings_under_headings_side_by_side_have_both() -> None:
    parts = (Passage("POSITIVES", "1"), Passage("REMINDERS", "2"), Passage("All is well.", "3"))
    assert said(*parts)[0].headings == ("POSITIVES", "REMINDERS")


def test_sayings_blank_out_what_is_quoted_at_the_same_offsets() -> None:
    saying = one("He said “it rose” and the child’s ‘good’ day.")
    assert len(saying.plain) == len(saying.text)
    assert "rose" not in saying.plain
    assert "child’s" in saying.plain


def test_sayings_longer_than_a_sentence_can_be_are_left_out() -> None:
    assert said(Passage("word " * LONGEST_SENTENCE, "line 1")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number rose.", True),
        ("Children in need rose.", True),
        ("The number rose, and this must stop.", True),
        ("We hope the number rose.", False),
        ("If it rose, say so.", False),
        ("Tell us that it rose.", False),
        ("Has the number rose?", False),
        ("Research says that it rose.", False),
        ("She said “it rose”.", False),
    ],
)
def test_asserted_is_only_what_is_said_to_be_so(text: str, expected: bool) -> None:
    assert (asserted(one(text), ROSE) is not None) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10 of 26 (38%) were late.", 1),
        ("10 (38%) and 12% were late.", 2),
        ("38% (10 of 26) in May 2024", 1),
        ("children aged 10 to 12 and 38%", 1),
        ("nothing", 0),
    ],
)
def test_figures_in_counts_a_count_with_its_base_once(text: str, expected: int) -> None:
    assert figures_in(text) == expected


@pytest.mark.parametrize(
    ("text", "after", "expected"),
    [
        ("It rose from 31% to 38%.", "", True),
        ("It rose.", "Last time 31%, now 38%.", True),
        ("It rose to 38%.", "", False),
        ("It rose to 10 of 26 (38%) since last month.", "", False),
        ("It rose.", "8 were good and 10 were inadequate.", False),
    ],
)
def test_has_earlier_value_needs_two_values_and_words_that_compare(
    text: str, after: str, expected: bool
) -> None:
    assert has_earlier_value(one(text, after)) is expected
