from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.analysis.disclosure import feasible
from goldenthread.analysis.disclosure.feasible import Feasible, Relation, TooHard

COUNTS, MOST = 4, 4

relations = st.builds(
    lambda weights, low, width: Relation(
        tuple((index, weight) for index, weight in enumerate(weights) if weight), low, low + width
    ),
    st.lists(st.integers(-1, 1), min_size=COUNTS, max_size=COUNTS),
    st.integers(-3, 6),
    st.integers(0, 2),
)


def _holds(relation: Relation, point: tuple[int, ...]) -> bool:
    total = sum(weight * point[index] for index, weight in relation.terms)
    return relation.low <= total <= relation.high


@given(st.lists(relations, max_size=5), st.lists(st.integers(0, MOST), min_size=4, max_size=4))
def test_find_agrees_with_trying_everything(system: list[Relation], guess: list[int]) -> None:
    every = product(range(MOST + 1), repeat=COUNTS)
    solutions = {point for point in every if all(_holds(r, point) for r in system)}
    found = Feasible(system, COUNTS).find([0] * COUNTS, [MOST] * COUNTS, guess, range(COUNTS))
    if any(not r.terms and not r.low <= 0 <= r.high for r in system):
        return  # a relation between no counts is nobody's to break
    assert (found is None) == (not solutions)
    assert found is None or tuple(found) in solutions


def test_find_moves_only_what_must_move() -> None:
    relations = [Relation(((0, 1), (1, 1)), 10, 10), Relation(((2, 1), (3, 1)), 5, 5)]
    found = Feasible(relations, 4).find([0, 8, 0, 0], [20, 20, 20, 20], [4, 6, 2, 3], [1])
    assert found == [2, 8, 2, 3]


def test_find_gives_up_rather_than_guess(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feasible, "MOST_STEPS", 0)
    with pytest.raises(TooHard):
        Feasible([Relation(((0, 1),), 1, 1)], 1).find([0], [2], [0], [0])
