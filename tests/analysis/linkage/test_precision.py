import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.linkage.graphs import codes, shared

from goldenthread.analysis.linkage import Variation, contrasts, with_shared_cases
from goldenthread.analysis.linkage.contrasts import pooled_inverse
from goldenthread.analysis.linkage.precision import Precision

VARIATION = Variation(halo=0.5, auditor=0.7, information=6.0)
SIZE = 6
PAIR = st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)).filter(
    lambda pair: pair[0] != pair[1]
)


def _sum_of_variances(pairs: list[tuple[int, int]]) -> float:
    people = codes(SIZE)
    network = with_shared_cases(shared([], SIZE), [(people[a], people[b]) for a, b in pairs])
    variance = contrasts(network, VARIATION, pooled=True).variance
    return float(variance[np.triu_indices(SIZE, 1)].sum())


@pytest.mark.slow
@given(st.lists(PAIR, max_size=5), st.lists(PAIR, max_size=8), PAIR)
def test_precision_of_what_was_added_equals_that_of_a_network_made_anew(
    before: list[tuple[int, int]], added: list[tuple[int, int]], last: tuple[int, int]
) -> None:
    everybody = np.arange(SIZE)
    inverse = pooled_inverse(shared(before, SIZE), VARIATION)
    precision = Precision(inverse, everybody, everybody, VARIATION.weight)
    for pair in added:
        precision.add(*pair)
    gains = precision.gains().copy()
    step = precision.add(*last)
    drop = _sum_of_variances([*before, *added]) - _sum_of_variances([*before, *added, last])
    assert step.gain == pytest.approx(drop)
    units = SIZE * VARIATION.weight
    assert gains[last] * units == pytest.approx(drop, rel=1e-4)
    assert gains.diagonal() == pytest.approx(np.zeros(SIZE), abs=1e-5)
    variance = precision.contrasts(everybody)
    assert variance[last] == pytest.approx(step.after)
