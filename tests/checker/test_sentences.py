"""Sentences: split where a reader would split."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.checker.sentences import sentences


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(text)]


@pytest.mark.parametrize(
    "one",
    [
        "Use a tool, e.g. Three Houses, with each child.",
        "Some visits (i.e. Statutory ones) were late.",
        "Dr. Adeyemi and Mrs. Lowe came to the review.",
        "See No. 4 of the standards.",
        "It took approx. 4.5 days.",
        "The plan was written by J. Marlow of the Cedar team.",
        "Ask J.R. Marlow for the toolkit.",
        "Tri.X updates are on www.example.org/Core.Standards.Pdf today.",
        "“Why?” he asked, and nobody knew.",
        "1. Write what the child said.",
        "(a) Write what the child said.",
        "We wait … and wait ... but for what?",
        "Ask “I wonder what” …… “I am curious as to how”, and listen.",
        "Read s. 47 and para. 3 again.",
        "Version 1.2 was used, at 10.30 in the morning",
    ],
)
def test_sentences_of_one_sentence_give_it_whole(one: str) -> None:
    assert texts(one) == [one]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One ended. Two began.", ["One ended.", "Two began."]),
        ("Really?! Yes. 12 audits were read.", ["Really?!", "Yes.", "12 audits were read."]),
        ("We use S of S. It helps.", ["We use S of S.", "It helps."]),
        ("This was Child A. She waited.", ["This was Child A.", "She waited."]),
        ("The answer was No. Nobody came.", ["The answer was No.", "Nobody came."]),
        ("They said “listen.” We did.", ["They said “listen.”", "We did."]),
        (
            "It was agreed (at last). Then it stopped.",
            ["It was agreed (at last).", "Then it stopped."],
        ),
        (
            "More were returned.  – This is a reminder.",
            ["More were returned.", "– This is a reminder."],
        ),
        ("Outcomes are identified.Plans follow.", ["Outcomes are identified.", "Plans follow."]),
        ("I am curious…….Expect more.", ["I am curious…….", "Expect more."]),
        ("Toys, games, etc. We listened.", ["Toys, games, etc.", "We listened."]),
        ("Seen at 4 p.m. The child was well.", ["Seen at 4 p.m.", "The child was well."]),
        ("Thank you! Anna & Bea", ["Thank you!", "Anna & Bea"]),
        ("", []),
        ("   ", []),
    ],
)
def test_sentences_of_several_are_split_where_a_reader_would(
    text: str, expected: list[str]
) -> None:
    assert texts(text) == expected


@given(st.text(alphabet='aB .!?…"”()1\n', max_size=80))
def test_sentences_of_any_text_lose_nothing_but_space(text: str) -> None:
    found = sentences(text)
    assert "".join("".join(s.text for s in found).split()) == "".join(text.split())
    assert all(text[s.start : s.end] == s.text for s in found)


@pytest.mark.parametrize(
    "hostile", ["." * 1_000_000, "A. " * 330_000, "(" * 1_000_000, "a.B" * 330_000]
)
@pytest.mark.slow
def test_sentences_of_a_hostile_line_take_time_that_grows_no_faster_than_it(hostile: str) -> None:
    began = time.perf_counter()
    assert "".join("".join(s.text for s in sentences(hostile)).split()) == hostile.replace(" ", "")
    assert time.perf_counter() - began < 5
