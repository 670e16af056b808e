"""A reading of very many categories says much: the grid is as fine as that takes."""

import pytest
from tests.analysis.facets.drawn import Drawn, draw

from goldenthread.analysis.facets.fit import fit
from goldenthread.analysis.facets.options import Auditors, Options


@pytest.mark.slow
def test_two_hundred_categories_are_fitted() -> None:
    grades = draw(Drawn("two hundred categories", cases=12, categories=200, teams=1))
    assert fit(grades, Options(auditors=Auditors.FIXED)).converged
