"""Sentences about single auditors, whole, as the auditor reads them."""

import pytest

from goldenthread.analysis.phrases.consistency_amounts import Estimated, grades_in_words, quarters
from goldenthread.analysis.phrases.consistency_auditors import (
    FOR_WHOM,
    UNCERTAIN,
    apart_from_others,
    beside_colleagues,
    not_said,
    not_told_apart,
    one_reason,
    range_beside_colleagues,
    ranges_that_miss,
    second_opinion,
)
from goldenthread.analysis.phrases.pieces import plain_text


@pytest.mark.parametrize(
    ("apart", "sentence"),
    [
        (
            Estimated(-0.5, -1.02, -0.2),
            (
                "Jo graded about half a grade lower than colleagues would on the same children"
                " (range: a quarter lower to a whole grade lower; 18 audits, 5 shared children)."
            ),
        ),
        (
            Estimated(0.12, 0.02, 0.3),
            (
                "Jo graded less than a quarter of a grade higher than colleagues would on the"
                " same children (range: barely higher to a quarter higher; 18 audits, 5 shared"
                " children)."
            ),
        ),
        (
            Estimated(0.1, -0.3, 0.5),
            (
                "Jo cannot be told apart from colleagues (range: a quarter lower to half a grade"
                " higher; 18 audits, 5 shared children)."
            ),
        ),
    ],
)
def test_auditor_is_said_beside_colleagues_with_the_range(apart: Estimated, sentence: str) -> None:
    assert plain_text(beside_colleagues("Jo", apart, 18, 5)) == sentence


def test_one_audit_and_one_child_are_singular() -> None:
    said = plain_text(range_beside_colleagues("Jo", Estimated(0, -0.1, 0.1), 1, 1))
    assert said == "Jo: less than a quarter either way (1 audit, 1 shared child)"


def test_lists_of_auditors_say_how_many_and_why() -> None:
    assert (
        plain_text(not_told_apart(1))
        == "1 auditor cannot be told apart from colleagues; the range:"
    )
    assert plain_text(not_said(4, others=True)) == "Of 4 other auditors nothing is said yet:"
    assert plain_text(not_said(1, others=False)) == "Of 1 auditor nothing is said yet:"
    many = [f"a{n}" for n in range(15)]
    assert plain_text(one_reason(["Jo", "Ali"], "too few")) == "Jo and Ali: too few"
    assert plain_text(one_reason(many, "too few")).endswith("a11 and 3 others: too few")


def test_groups_apart_are_named_and_long_ones_counted() -> None:
    assert plain_text(apart_from_others(["Jo", "Ali"])) == (
        "Jo and Ali have read no child that the others have read: they cannot be compared with"
        " them."
    )
    assert plain_text(apart_from_others(list("abcd"))).startswith("a, b, c and 1 other have read")


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (19, ""),
        (26, "Of 26 such ranges, about 1 misses by chance alone."),
        (40, "Of 40 such ranges, about 2 miss by chance alone."),
    ],
)
def test_ranges_that_miss_by_chance_are_counted_from_twenty(told: int, said: str) -> None:
    assert plain_text(ranges_that_miss(told)) == said


def test_second_opinion_speaks_only_where_it_differs() -> None:
    assert second_opinion(None) == second_opinion(0.05) == ()
    assert "believe the shared children" in plain_text(second_opinion(0.049))


def test_what_it_is_for_and_what_not_is_said() -> None:
    assert "not for performance or discipline" in FOR_WHOM
    assert "decide nothing by it" in UNCERTAIN


@pytest.mark.parametrize(("grades", "count"), [(0.124, 0), (0.125, 1), (-0.375, 2), (-0.9, 4)])
def test_quarters_are_rounded_half_up_either_way(grades: float, count: int) -> None:
    assert quarters(grades) == count


def test_many_grades_are_said_on_long_scales() -> None:
    assert grades_in_words(-10.6) == "ten and a half grades"
    assert grades_in_words(12) == "12 grades"
