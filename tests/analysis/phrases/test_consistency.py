"""Sentences about consistency, whole, as they are read."""

import pytest

from goldenthread.analysis.phrases import consistency
from goldenthread.analysis.phrases.consistency_amounts import Estimated
from goldenthread.analysis.phrases.pieces import plain_text

TWO_THIRDS = Estimated(0.665, 0.45, 0.85)


def test_the_share_is_a_plain_fraction_and_its_range_is_always_said() -> None:
    assert plain_text(consistency.child_or_auditor(TWO_THIRDS)) == (
        "About two-thirds (67%) of the difference between two single audits reflects the children;"
        " about one-third depends on who looked and when (range for the children: 45% to 85%)."
    )


def test_more_readers_are_said_in_per_cents_with_ranges() -> None:
    two, three = Estimated(0.8, 0.69, 0.872), Estimated(0.857, 0.77, 0.912)
    assert plain_text(consistency.more_readers(two, three)) == (
        "With two auditors for each child the children’s part would be 80% (range: 69% to 87%);"
        " with three, 86% (range: 77% to 91%)."
    )


@pytest.mark.parametrize(
    ("children", "end"), [(0, "there is none."), (1, "there is 1."), (4, "there are 4.")]
)
def test_too_few_second_readings_say_how_many_it_takes(children: int, end: str) -> None:
    sentence = plain_text(consistency.too_few_to_say(children))
    assert sentence.startswith("How much is the children and how much is who looked cannot be said")
    assert sentence.endswith(f"that takes 20 children whose records two auditors graded, and {end}")


@pytest.mark.parametrize(
    ("difference", "sentence"),
    [
        (
            Estimated(-0.5, -1.0, -0.2),
            ("Risk: about half a grade lower (range: a quarter lower to a whole grade lower)"),
        ),
        (
            Estimated(0.1, 0.05, 0.2),
            (
                "Risk: less than a quarter of a grade higher (range: barely"
                " higher to a quarter higher)"
            ),
        ),
    ],
)
def test_category_is_said_in_quarters_of_a_grade(difference: Estimated, sentence: str) -> None:
    assert plain_text(consistency.category("Risk", difference)) == sentence


@pytest.mark.parametrize(
    ("difference", "sentence"),
    [
        (
            Estimated(0.1, -0.3, 0.5),
            (
                "cannot be told apart from grades given without it (range: a quarter lower to half"
                " a grade higher)."
            ),
        ),
        (
            Estimated(0.4, 0.2, 0.6),
            (
                "are about half a grade higher than the same records would be graded without it"
                " (range: a quarter higher to half a grade higher)."
            ),
        ),
    ],
)
def test_conversation_is_compared_with_none(difference: Estimated, sentence: str) -> None:
    said = plain_text(consistency.conversation(difference))
    assert said == f"Grades given after the conversation with the worker {sentence}"


@pytest.mark.parametrize(
    ("probability", "readers", "sentence"),
    [
        (0.51, 1, "a chance of about 5 in 10; graded by 1 auditor"),
        (0.85, 2, "a chance of about 9 in 10; graded by 2 auditors"),
        (0.97, 2, "nearly certain; graded by 2 auditors"),
    ],
)
def test_likelihood_is_said_in_tenths(probability: float, readers: int, sentence: str) -> None:
    assert plain_text(consistency.likely(probability, readers)) == sentence


def test_children_of_the_lowest_tenth_are_counted() -> None:
    assert plain_text(consistency.lowest_tenth(0)).startswith("No child’s record is more likely")
    assert plain_text(consistency.lowest_tenth(1)).startswith("1 child’s record is more likely")
    assert plain_text(consistency.lowest_tenth(1_200)).startswith("1,200 children’s records are")


def test_a_grade_is_never_asked_to_be_changed() -> None:
    assert "changes no grade" in consistency.NOT_THE_GRADE
