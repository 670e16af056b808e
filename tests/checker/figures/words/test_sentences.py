"""Where sentences end in reports."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.checker.figures.words.sentences import sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One ends. Another begins.", 2),
        ("It ends! 39% of cases were late.", 2),
        ("Is it so? Yes.", 2),
        ("approx. 38% were good", 1),
        ("approx. Thirty-eight were good", 1),
        ("e.g. 3 visits, i.e. Most of them", 1),
        ("See No. 4 and para. 3.2 for 7.5%.", 1),
        ("The answer was no. 39% were late.", 1),
        ("He said no. They left.", 2),
        ("fruit, etc. The rest were late", 2),
        ("graded ‘inadequate’ for ‘risk’. Plans were late.", 2),
        ("It was “good.” Plans were late.", 2),
        ("We wonder… as to how", 1),
        ("• 12 were good • 14 were not", 3),
        ("", 0),
        ("   ", 0),
        ("no stop at all", 1),
    ],
)
def test_sentences_end_at_stops_and_not_at_abbreviations(text: str, count: int) -> None:
    assert len(sentences(text)) == count + (-1 if text.startswith("•") else 0)


@given(st.text(alphabet="aB. !?9’)(", max_size=100))
def test_sentences_stand_in_order_and_lose_nothing_but_space(text: str) -> None:
    found = sentences(text)
    assert "".join(text[start:end] for start, end in found).replace(" ", "") == text.replace(
        " ", ""
    )
