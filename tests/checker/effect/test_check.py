"""The 24 criteria as a whole: their order, their sources, and their time."""

import time
from pathlib import Path

import pytest

from goldenthread.checker.effect.check import effect
from goldenthread.checker.effect.criteria import CRITERIA
from goldenthread.checker.figures.check import check_figures
from goldenthread.checker.reading.read import read
from goldenthread.checker.results import EffectVerdict
from goldenthread.checker.source import FileKind, Passage, Picture, Shows, Source

LIKE_2019 = Path(__file__).parent.parent / "briefs" / "two_months_locality.txt"


def test_criteria_are_numbered_one_to_twenty_four_and_each_has_a_source() -> None:
    assert [criterion.number for criterion in CRITERIA] == list(range(1, 25))
    assert all(criterion.sources and criterion.words for criterion in CRITERIA)
    assert len({criterion.name for criterion in CRITERIA}) == 24


READER = {
    EffectVerdict.PASS: (2, 12, 14, 16),
    EffectVerdict.PARTLY: (1, 5, 11, 15, 19, 20, 21, 22),
    EffectVerdict.FAIL: (3, 4, 6, 7, 8, 9, 10, 13, 17, 18, 23),
}
"""How one reader scored the real brief of 2019 whose figures this one has; 24 was "risk"."""


@pytest.mark.slow
def test_effect_of_a_brief_like_that_of_2019_is_what_a_reader_said() -> None:
    source = read(LIKE_2019)
    figures = check_figures(source)
    found = {one.criterion: one for one in effect(source, figures.statements, figures.sets)}
    failed = [one for one in found.values() if one.verdict is EffectVerdict.FAIL]
    agreed = [
        n for verdict, numbers in READER.items() for n in numbers if found[n].verdict is verdict
    ]
    assert len(failed) >= 7
    assert len(agreed) >= 18
    assert found[17].verdict is found[23].verdict is EffectVerdict.CANNOT_TELL  # it is plain text
    assert "39%" in found[4].because


def test_effect_of_an_empty_document_says_something_of_each_criterion() -> None:
    found = effect(Source("empty.txt", FileKind.TEXT, ()))
    assert [one.criterion for one in found] == list(range(1, 25))
    assert all(one.because for one in found)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    ["a ", "a", "“", "Team ", "team manager ", "1,", "A.", "by the ", "“parents? ", "Aa & "],
)
def test_effect_of_a_megabyte_in_one_line_takes_under_two_seconds(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    picture = Picture("page 1", text)
    hostile = Source(
        "a.docx", FileKind.DOCX, (Passage(text, "line 1"),), frozenset(Shows), pictures=(picture,)
    )
    began = time.perf_counter()
    assert len(effect(hostile)) == 24
    assert time.perf_counter() - began < 2
