"""Children's estimates are kept in columns and read one by one, like any sequence."""

import numpy as np
import pytest

from goldenthread.analysis.facets.estimates import CaseEstimate, CaseEstimates, estimate

THREE = CaseEstimates(
    case=np.array([2, 5, 9]),
    place=np.array([-1.0, 0.5, 2.0]),
    se=np.array([0.3, 0.4, 0.5]),
    lowest_tenth=np.array([0.7, 0.1, 0.0]),
)
OBJECTS = (
    CaseEstimate(2, estimate(-1.0, 0.3), 0.7),
    CaseEstimate(5, estimate(0.5, 0.4), 0.1),
    CaseEstimate(9, estimate(2.0, 0.5), 0.0),
)


def test_case_estimates_iterated_are_the_objects() -> None:
    assert tuple(THREE) == OBJECTS
    assert len(THREE) == 3


@pytest.mark.parametrize("at", [0, 1, 2, -1, -2, -3])
def test_case_estimates_index_gives_one(at: int) -> None:
    assert THREE[at] == OBJECTS[at]


@pytest.mark.parametrize("at", [3, -4])
def test_case_estimates_index_outside_raises(at: int) -> None:
    with pytest.raises(IndexError):
        THREE[at]


@pytest.mark.parametrize(
    "at", [slice(1, None), slice(None, -1), slice(None, None, -1), slice(3, 9)]
)
def test_case_estimates_slice_gives_some(at: slice) -> None:
    some = THREE[at]
    assert isinstance(some, CaseEstimates)
    assert list(some) == list(OBJECTS)[at]


def test_case_estimates_have_what_a_sequence_has() -> None:
    assert OBJECTS[1] in THREE
    assert THREE.index(OBJECTS[2]) == 2
    assert tuple(reversed(THREE)) == OBJECTS[::-1]
