"""What moderation changed, in words."""

from collections.abc import Mapping

import pytest

from goldenthread.analysis.agreement import Moderated, Moves, Table
from goldenthread.analysis.phrases.consistency_moderation import (
    NONE_TO_COMPARE,
    changed_by_moderation,
)
from goldenthread.analysis.phrases.pieces import plain_text


def moderated(steps: Mapping[int, int], audits: int = 4) -> Moderated:
    """So many grades, by the steps that they moved."""
    moves = Moves(
        compared=sum(steps.values()),
        changed=sum(count for size, count in steps.items() if size),
        raised=sum(count for size, count in steps.items() if size > 0),
        lowered=sum(count for size, count in steps.items() if size < 0),
        steps=steps,
    )
    return Moderated(audits, moves, {}, {}, Table((), ()))


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        (
            {-1: 2, 0: 60, 1: 1},
            (
                "Moderation changed 3 of 63 grades in 4 audits: 2 lower and 1 higher, each by one"
                " grade."
            ),
        ),
        ({0: 5, -2: 1}, "Moderation changed 1 of 6 grades in 4 audits: 1 lower, by two grades."),
        (
            {0: 1_000, 1: 3, -1: 2, 2: 1, -3: 1},
            (
                "Moderation changed 7 of 1,007 grades in 4 audits: 3 lower and 4 higher; 5 by one"
                " grade, 1 by two grades and 1 by three grades."
            ),
        ),
        ({0: 63}, "Moderation changed none of 63 grades in 4 audits."),
        ({12: 2}, "Moderation changed 2 of 2 grades in 4 audits: 2 higher, each by 12 grades."),
        ({}, NONE_TO_COMPARE),
    ],
)
def test_moderation_says_how_many_which_way_and_how_far(
    steps: Mapping[int, int], said: str
) -> None:
    assert plain_text(changed_by_moderation(moderated(steps))) == said


def test_one_grade_of_one_audit_is_in_the_singular() -> None:
    said = plain_text(changed_by_moderation(moderated({0: 1}, audits=1)))
    assert said == "Moderation changed none of 1 grade in 1 audit."
