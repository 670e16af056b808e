"""Lists that words say are complete."""

import pytest

from goldenthread.checker.figures.bases.running import bound_figures
from goldenthread.checker.figures.sets.stated_lists import stated_lists_in
from goldenthread.checker.source import Passage


def found(text: str) -> list[tuple[int | None, list[int | None]]]:
    return [
        (one.base, [m.count for m in one.members])
        for one in stated_lists_in([Passage(text, "line 1")])
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("21 were late, made up of North 9, South 8 and East 4.", [(21, [9, 8, 4])]),
        ("21 of 42 (50%) were late, made up of North 9, South 8, East 4.", [(21, [9, 8, 4])]),
        ("15 were late, made up of North 9, South 8 and East 4.", [(15, [9, 8, 4])]),
        (
            "The reasons were illness (14), travel (9) and the room (5): 28 in all.",
            [(28, [14, 9, 5])],
        ),
        ("Four said travel, 9 illness and 5 the room: 18 in all.", [(18, [4, 9, 5])]),
    ],
)
def test_a_list_that_is_said_to_be_complete_is_a_set(
    text: str, expected: list[tuple[int, list[int]]]
) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A panel of 9, made up of 3 parents, 2 carers and the chair.",
        "A panel of 9, made up of 3 parents and 2 carers.",
        "The team is made up of 12 workers, 3 managers and 2 others.",
        "There were 14 visits, 9 calls and 6 letters; we read 26 in all.",
    ],
)
def test_a_list_of_something_else_is_no_set(text: str) -> None:
    assert found(text) == []


def test_bare_counts_that_make_a_base_of_their_section_are_a_set() -> None:
    said = (
        "Across all 23, consent was on file in 18 (78%).",
        "Ethnicity: White British 8, White other 6, Black African 7 and Asian 2.",
        "Languages: English 8, Polish 6, French 7 and Urdu 1.",
    )
    parts = [Passage(text, "line") for text in said]
    found = stated_lists_in(parts, bound_figures(parts))
    assert [(one.base, [m.count for m in one.members]) for one in found] == [(23, [8, 6, 7, 2])]
