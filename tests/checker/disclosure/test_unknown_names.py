"""Sentences of our own: half with names of many origins, half with words that only look so."""

import re
from pathlib import Path

import pytest

from goldenthread.checker.disclosure.unknown_names import unknown_names_in

_SENTENCES = [
    line
    for line in (Path(__file__).parent / "names_in_sentences.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
_MARKS = re.compile(r"\[([^\]]+)\]")


def _found(text: str, is_heading: bool) -> list[str]:
    found = unknown_names_in(text, is_heading)
    return [re.sub(r"[^\w ]", " ", text[one.start : one.end]) for one in found]


@pytest.mark.parametrize("line", [line for line in _SENTENCES if "[" in line])
def test_sentence_with_names_gives_each_of_them(line: str) -> None:
    text = _MARKS.sub(r"\1", line)
    marked = [re.sub(r"[^\w ]", " ", name) for name in _MARKS.findall(line)]
    found = _found(text, is_heading=False)
    assert " ".join(" ".join(found).split()) == " ".join(" ".join(marked).split())


@pytest.mark.parametrize("line", [line for line in _SENTENCES if "[" not in line])
def test_sentence_without_names_gives_none(line: str) -> None:
    assert _found(line.removeprefix("= "), line.startswith("= ")) == []


def test_sentences_are_at_least_two_hundred_and_about_half_are_traps() -> None:
    traps = sum("[" not in line for line in _SENTENCES)
    assert len(_SENTENCES) >= 200
    assert 0.4 < traps / len(_SENTENCES) < 0.65
