"""A reading of very many categories says much: the grid is as fine as that takes."""

import pytest
from tests.analysis.facets.drawn import Drawn, draw

from goldenthread.analysis.facets.fit import fit


@pytest.mark.slow
def test_two_hundred_categories_are_fitted() -> None:
    drawn = Drawn("two hundred", 20, 5, 200, missing=0.0, readings=(2,), teams=1)
    assert fit(draw(drawn)).converged
