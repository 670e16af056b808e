"""Reading age against textstat, whose values for twenty texts are kept beside this file."""

import json
from pathlib import Path
from typing import TypedDict, cast

import pytest

from goldenthread.checker.access.reading_age import of_passages, readability
from goldenthread.checker.access.syllables import syllables
from goldenthread.checker.source import FileKind, Passage, Region, Role, Source


class Known(TypedDict):
    title: str
    text: str
    sentences: int
    words: int
    syllables: int
    grade: float


KNOWN = cast(
    "list[Known]",
    json.loads(Path(__file__).with_name("textstat_0_7_13.json").read_text("utf-8"))["texts"],
)


def of_text(text: str) -> Source:
    return Source("brief.txt", FileKind.TEXT, (Passage(text, "line 1"),))


@pytest.mark.parametrize("known", KNOWN, ids=[known["title"] for known in KNOWN])
def test_grade_of_known_texts_is_within_six_tenths_of_textstat(known: Known) -> None:
    counts = readability(of_text(known["text"]))
    assert counts.sentences == known["sentences"]
    assert abs(counts.words - known["words"]) <= 1  # "Multi-agency" is two words here
    assert abs(counts.syllables - known["syllables"]) <= 3
    assert counts.grade is not None
    assert abs(counts.grade - known["grade"]) < 0.6


def test_grade_of_all_known_texts_is_textstat_s_on_average() -> None:
    grades = [(readability(of_text(known["text"])).grade or 0) - known["grade"] for known in KNOWN]
    assert abs(sum(grades) / len(grades)) < 0.1


@pytest.mark.parametrize(
    ("word", "spoken"),
    [
        ("child", 1),
        ("missed", 1),
        ("handled", 2),
        ("safety", 2),
        ("people", 2),
        ("something", 2),
        ("framework", 2),
        ("quality", 3),
        ("inadequate", 4),
        ("experience", 4),
        ("criticism", 4),
        ("Children’s", 2),
        ("didn't", 2),
        ("area", 3),
        ("26", 1),
        ("é", 1),
    ],
)
def test_syllables_of_words_in_briefs_are_those_of_the_dictionary(word: str, spoken: int) -> None:
    assert syllables(word) == spoken


def test_reading_age_is_the_grade_and_five_years() -> None:
    # six words and six syllables: 0.39 × 6 + 11.8 × 1 − 15.59 = −1.45, so 3.55: five at least
    easy = of_text("We saw the child at home. " * 5)
    assert readability(easy).age == 5
    policy = next(known for known in KNOWN if known["title"].startswith("Policy: information"))
    assert readability(of_text(policy["text"])).age == 18  # textstat's grade is 13.0


def test_reading_age_of_four_sentences_cannot_be_told() -> None:
    assert readability(of_text("We saw the child at home. " * 4)).age is None


def test_readability_of_nothing_has_no_mean() -> None:
    assert readability(of_text("")).mean_words is None


def test_readability_leaves_out_headings_fragments_and_addresses() -> None:
    parts = (
        Passage("What are we so worried about today", "line 1", Role.HEADING, level=1),
        Passage("Good news.", "line 2"),
        Passage(
            "Read more at https://learning.example/a/very.long/address?of=many&words today.", "l"
        ),
        Passage("A picture of many people in a room", "page 1", region=Region.ALT_TEXT),
    )
    counts = readability(Source("brief.docx", FileKind.DOCX, parts))
    assert (counts.sentences, counts.words) == (1, 4)  # "Read more at today."


def test_long_sentences_are_those_of_more_than_twenty_five_words() -> None:
    twenty_five = "Word" + " word" * 24 + "."
    twenty_six = "Now " + twenty_five.lower()
    found = of_passages(
        [Passage(f"Now. {twenty_five}", "page 1"), Passage(twenty_six, "page 2")]
    ).long
    assert [(sentence.where, sentence.words) for sentence in found] == [("page 2", 26)]
