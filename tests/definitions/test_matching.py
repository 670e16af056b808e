"""What people type is matched exactly, or not at all."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.definitions import library
from goldenthread.definitions.frameworks import Category
from goldenthread.definitions.matching import Vocabulary, closest, match, normalise

LEVELS = library.scale("ofsted_4").levels
CATEGORIES = library.framework("core_16").categories


@dataclass(frozen=True)
class Word:
    """A candidate for tests."""

    id: str
    label: str
    also: tuple[str, ...] = ()


@pytest.mark.parametrize(
    "typed",
    [
        "RI", "ri", "R.I.", "r i", "Req Imp", "req. imp.", "REQ-IMP", "Requires improvement",
        "requires improvement to be good", "Requires  Improvement (to be good)",
        "requires_improvement", " Requires\xa0improvement ", "Requires-improvement.",
        "“Requires improvement”", "Requires\nimprovement", "ＲＩ", "Requires\u200b improvement",
    ],
)  # fmt: skip
def test_match_of_spellings_in_use_gives_requires_improvement(typed: str) -> None:
    assert match(typed, LEVELS) == "requires_improvement"


@pytest.mark.parametrize(
    "typed",
    [
        "", "   ", "-", "?", "good?", "good*", "good+", "quite good", "Good/RI", "good or better",
        "RI or good", "2", "3", "outstandng", "inadequate!", "not good", "gd", "amber",
    ],
)  # fmt: skip
def test_match_of_words_that_mean_no_single_grade_gives_nothing(typed: str) -> None:
    assert match(typed, LEVELS) is None


@pytest.mark.parametrize(
    ("typed", "level"),
    [("7", "7"), (" 10 ", "10"), ("7/10", "7"), ("7 out of 10", "7"), ("Seven", "7"), ("０", "0")],
)
def test_match_on_nought_to_ten_takes_the_number(typed: str, level: str) -> None:
    assert match(typed, library.scale("zero_to_ten").levels) == level


@pytest.mark.parametrize(
    "typed", ["-1", "–1", "- 1", "1.0", "1,0", "1 0", "1/0", "11", "7.5", "7-8", "7+", "1/5", "10%"]
)
def test_match_on_nought_to_ten_never_makes_another_number(typed: str) -> None:
    assert match(typed, library.scale("zero_to_ten").levels) is None


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("N/A", "not_applicable"), ("n.a.", "not_applicable"), ("NA", "not_applicable"),
        ("N / A", "not_applicable"), ("n\\a", "not_applicable"), ("Not Appl", "not_applicable"),
        ("Not appl.", "not_applicable"), ("does not apply", "not_applicable"),
        ("Doesn’t apply", "not_applicable"), ("NE", "not_evidenced"), ("n/e", "not_evidenced"),
        ("No evidence", "not_evidenced"), ("not seen on file", "not_evidenced"),
        ("Not-evidenced", "not_evidenced"), ("Not graded", "not_graded"), ("NG", "not_graded"),
        ("No grade", "not_graded"), ("Ungraded", "not_graded"),
    ],
)  # fmt: skip
def test_match_of_reasons_without_a_grade_keeps_the_three_apart(typed: str, reason: str) -> None:
    assert match(typed, library.ungraded()) == reason


@pytest.mark.parametrize("typed", ["insufficient evidence", "not seen", "none", "nil", "-", "TBC"])
def test_match_of_words_that_could_be_two_reasons_gives_nothing(typed: str) -> None:
    assert match(typed, library.ungraded()) is None


@pytest.mark.parametrize(
    ("typed", "plan_type"),
    [
        ("CIN", "child_in_need"), ("CiN", "child_in_need"), ("Child In Need", "child_in_need"),
        ("CP", "child_protection_plan"), ("CPP", "child_protection_plan"),
        ("LAC", "child_in_care"), ("CLA", "child_in_care"), ("Looked-after child", "child_in_care"),
        ("Care leaver", "care_leaver"), ("Leaving care", "care_leaver"),
        ("Early Help", "early_help"), ("C&F assessment", "assessment_only"),
        ("C and F Assessment", "assessment_only"), ("Short-breaks", "short_breaks"),
    ],
)  # fmt: skip
def test_match_of_plan_types_knows_the_initials_in_use(typed: str, plan_type: str) -> None:
    assert match(typed, library.plan_types()) == plan_type


@pytest.mark.parametrize(
    ("heading", "category"),
    [
        ("Case summary/child’s story", "story"),
        ("IRO/CP Chair footprint & challenge", "iro"),
        ("Planning (CIN / CP / care / pathway plan)", "planning"),
        ("Reviewing and core groups / CIN meetings ", "reviewing"),
        ("Partnership with family incl fathers", "family"),
        ("Management oversight", "management"),
    ],
)
def test_match_of_column_headings_ignores_punctuation(heading: str, category: str) -> None:
    assert match(heading, CATEGORIES) == category


def test_match_of_a_spelling_with_two_meanings_gives_nothing() -> None:
    words = [Word("plan", "Plan", ("P",)), Word("permanence", "Permanence", ("p.",))]
    assert match("P", words) is None
    assert Vocabulary(words).ambiguous() == {"p": {"plan", "permanence"}}


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("Outstandng", ("Outstanding",)),
        ("inadaquate", ("Inadequate",)),
        ("Requires improving", ("Requires improvement",)),
        ("xyzzy", ()),
    ],
)
def test_closest_to_a_slip_of_the_pen_suggests_the_label(
    typed: str, suggested: tuple[str, ...]
) -> None:
    assert closest(typed, LEVELS) == suggested


@given(st.sampled_from(CATEGORIES), st.sampled_from([str.upper, str.lower, str.title]))
def test_match_of_any_label_ignores_capitals(
    category: Category, recase: Callable[[str], str]
) -> None:
    assert match(f"\u00a0{recase(category.label)}\t.", CATEGORIES) == category.id


@given(st.text())
def test_normalise_of_any_text_is_stable_and_ignores_spaces_around(text: str) -> None:
    assert normalise(f" \u00a0{text}\t ") == normalise(text)


@given(st.text())
def test_match_of_any_text_gives_a_listed_spelling_or_nothing(text: str) -> None:
    spelt = {
        normalise(word) for one in LEVELS for word in (one.id, one.label, one.short, *one.also)
    }
    assert (match(text, LEVELS) is not None) == (normalise(text) in spelt)
