"""Single cells: what they mean, and what is said of those that mean nothing."""

from datetime import date, datetime, time

import pytest

from goldenthread.analysis.facts import Answered
from goldenthread.definitions import library
from goldenthread.definitions.matching import Vocabulary
from goldenthread.exchange.book import Value
from goldenthread.exchange.workbook.columns import Choices
from goldenthread.exchange.workbook.reading.cells import (
    Grade,
    Unclear,
    answer_of,
    choice_of,
    grade_of,
    is_blank,
    name_of,
    prose_of,
    references_of,
    whole_of,
)
from goldenthread.exchange.workbook.reading.vocabularies import Vocabularies


def grade(value: Value, framework: str = "core_16") -> Grade:
    chosen = library.framework(framework)
    scale = library.scale(chosen.scale)
    return grade_of(value, Vocabularies(chosen, scale).of(Choices.GRADES), scale)


@pytest.mark.parametrize(
    ("typed", "level"),
    [
        ("Good", "good"), ("  good ", "good"), ("GOOD\u00a0", "good"), ("G", "good"),
        ("RI", "requires_improvement"), ("R.I.", "requires_improvement"),
        ("Req Imp", "requires_improvement"), ("Req. Imp.", "requires_improvement"),
        ("requires improvement to be good", "requires_improvement"),
        ("Requires-Improvement", "requires_improvement"),
        ("Inadequate", "inadequate"), ("Outstanding", "outstanding"),
    ],
)  # fmt: skip
def test_grade_of_spelling_in_use_is_the_level(typed: str, level: str) -> None:
    assert grade(typed) == Grade(Answered.GRADED, level)


@pytest.mark.parametrize(
    ("typed", "answered"),
    [
        ("N/A", Answered.NOT_APPLICABLE), ("n / a", Answered.NOT_APPLICABLE),
        ("NA", Answered.NOT_APPLICABLE), ("Not applicable", Answered.NOT_APPLICABLE),
        ("Not evidenced", Answered.NOT_EVIDENCED), ("no evidence", Answered.NOT_EVIDENCED),
        ("Not graded", Answered.NOT_GRADED),
    ],
)  # fmt: skip
def test_grade_of_reason_for_no_grade_is_kept_apart(typed: str, answered: Answered) -> None:
    assert grade(typed) == Grade(answered)


@pytest.mark.parametrize("value", [1.0, 2.0, "3", "4.0", "-1"])
def test_grade_of_bare_number_on_a_scale_of_words_is_never_trusted(value: Value) -> None:
    with pytest.raises(Unclear, match=r"A bare number is never trusted.*write the grade in words"):
        grade(value)


@pytest.mark.parametrize(("value", "level"), [(7.0, "7"), (0.0, "0"), (10.0, "10"), ("7", "7")])
def test_grade_of_number_on_a_scale_of_numbers_is_the_level(value: Value, level: str) -> None:
    assert grade(value, "core_12") == Grade(Answered.GRADED, level)


@pytest.mark.parametrize("value", [7.5, 11.0, -1.0, "7.5", "seven and a half"])
def test_grade_of_number_that_is_no_level_is_a_problem(value: Value) -> None:
    with pytest.raises(Unclear):
        grade(value, "core_12")


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [("Goood", "Good"), ("Requires imporvement", "Requires improvement"), ("Inadequat", "Inadeq")],
)
def test_grade_of_misspelling_suggests_and_does_not_guess(typed: str, suggested: str) -> None:
    with pytest.raises(Unclear, match=f"Write {suggested}"):
        grade(typed)


@pytest.mark.parametrize("typed", ["Good/RI", "Good?", "quite good", "tbc", "-"])
def test_grade_of_two_or_no_grades_is_a_problem(typed: str) -> None:
    with pytest.raises(Unclear):
        grade(typed)


@pytest.mark.parametrize(
    "value", [date(2026, 5, 9), datetime.combine(date(2026, 5, 9), time(1)), time(1)]
)
def test_name_of_date_says_that_excel_made_one(value: Value) -> None:
    with pytest.raises(Unclear, match="Excel has made a date"):
        name_of(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (12.0, "12"), (7.25, "7.25"), (-3.0, "-3"), (True, "TRUE"), ("001", "001"),
        ("  Team\u00a0A\u200b  North ", "Team A North"), ("1/2", "1/2"),
    ],
)  # fmt: skip
def test_name_of_cell_is_its_text_as_it_looks(value: Value, text: str) -> None:
    assert name_of(value) == text


@pytest.mark.parametrize("value", [1.2345678901234567e16, float("inf"), float("nan")])
def test_name_of_number_that_excel_rounded_is_a_problem(value: float) -> None:
    with pytest.raises(Unclear, match="rounded this long number"):
        name_of(value)


def test_prose_of_text_keeps_its_lines() -> None:
    assert prose_of(" One.\r\n\u00a0Two. ") == "One.\n Two."


@pytest.mark.parametrize("value", ["", "  ", "\u00a0", "\t\n", "\u200b", "\ufeff "])
def test_is_blank_for_spaces_of_any_kind(value: str) -> None:
    assert is_blank(value)


@pytest.mark.parametrize("value", [0.0, False, "0", "-", time(0)])
def test_is_blank_not_for_nought(value: Value) -> None:
    assert not is_blank(value)


@pytest.mark.parametrize(("value", "whole"), [(0.0, 0), (12.0, 12), ("12", 12), (" 7 ", 7)])
def test_whole_of_whole_number(value: Value, whole: int) -> None:
    assert whole_of(value) == whole


@pytest.mark.parametrize(
    "value", [-1.0, 1.5, "12 months", True, float("nan"), date(2026, 1, 1), "²"]
)
def test_whole_of_anything_else_is_a_problem(value: Value) -> None:
    with pytest.raises(Unclear, match="whole number"):
        whole_of(value)


@pytest.mark.parametrize(
    ("value", "answer"), [(0.0, 0), (10.0, 10), ("8", 8), ("8/10", 8), ("8 out of 10", 8)]
)
def test_answer_of_nought_to_ten(value: Value, answer: int) -> None:
    assert answer_of(value) == answer


@pytest.mark.parametrize("value", [11.0, -1.0, 7.5, "11/10", "seven", "7/11", date(2026, 10, 7)])
def test_answer_of_anything_else_is_a_problem(value: Value) -> None:
    with pytest.raises(Unclear, match="from 0 to 10"):
        answer_of(value)


def test_references_of_each_separator_gives_each_reference_once() -> None:
    assert references_of("A1, A2;A3\nA 4,,A1 ; ") == ("A1", "A2", "A3", "A 4")
    assert references_of(12.0) == ("12",)


@pytest.mark.parametrize(
    ("which", "typed", "meant"),
    [
        (Choices.PURPOSES, "Re-audit", "re_audit"),
        (Choices.PURPOSES, "RE AUDIT", "re_audit"),
        (Choices.PURPOSES, "Moderation", "moderated"),
        (Choices.PURPOSES, "2nd", "second"),
        (Choices.RESPONDENTS, "Young person", "child"),
        (Choices.RESPONDENTS, "Parent/Carer", "parent"),
        (Choices.RESPONDENTS, "social worker", "worker"),
        (Choices.SEEN, "Partially", "partly"),
        (Choices.SEEN, "Y", "yes"),
        (Choices.YES_NO, "TRUE", "yes"),
        (Choices.FINDING_KINDS, "Worries", "worry"),
        (Choices.ACTION_LEVELS, "Leaders", "leaders"),
        (Choices.PLAN_TYPES, "CPP", "child_protection_plan"),
        (Choices.PLAN_TYPES, "Looked after child", "child_in_care"),
        (Choices.RULES, "First core group", "r05_first_core_group"),
        (Choices.RULES, "r05_first_core_group", "r05_first_core_group"),
        (Choices.CATEGORIES, "risk", "risk"),
        (Choices.CATEGORIES, "Overall", "overall"),
        (Choices.THEMES, "Assessment and analysis", "assessment"),
    ],
)
def test_choice_of_spelling_in_use_is_what_it_means(which: Choices, typed: str, meant: str) -> None:
    framework = library.framework("core_16")
    words = Vocabularies(framework, library.scale("ofsted_4")).of(which)
    assert choice_of(typed, words) == meant


SUGGESTIONS = {Choices.AGE_BANDS, Choices.ESCALATION_REASONS, Choices.FRAMEWORKS}
"""Lists beside which any text may stand in the cell."""


@pytest.mark.parametrize("which", sorted(set(Choices) - SUGGESTIONS))
def test_vocabulary_of_each_closed_list_has_no_ambiguous_word(which: Choices) -> None:
    vocabularies = Vocabularies(library.framework("core_16"), library.scale("ofsted_4"))
    assert vocabularies.of(which).ambiguous() == {}


def test_choice_of_unknown_word_suggests_the_nearest() -> None:
    words = Vocabulary(library.plan_types())
    with pytest.raises(Unclear, match="Write Child in need"):
        choice_of("Chld in need", words)
    with pytest.raises(Unclear, match="Choose one of the values in the list"):
        choice_of("zzzz", words)
