"""Sample documents for the tests of every file type (see ``samples``)."""

from collections.abc import Mapping

import pytest
from tests.documents.samples.brief import sample_brief
from tests.documents.samples.charts import answers_chart, category_chart
from tests.documents.samples.extremes import extreme_documents

from goldenthread.documents.blocks import Document
from goldenthread.documents.charts.model import Chart


@pytest.fixture(scope="session")
def brief() -> Document:
    """A realistic two-page learning brief with every kind of block."""
    return sample_brief()


@pytest.fixture(scope="session")
def grades() -> Chart:
    """Diverging bars of sixteen categories."""
    return category_chart().chart


@pytest.fixture(scope="session")
def answers() -> Chart:
    """Dots of answers from 0 to 10."""
    return answers_chart().chart


@pytest.fixture(scope="session")
def extremes() -> Mapping[str, Document]:
    """Documents at the edges, by name."""
    return extreme_documents()


@pytest.fixture(params=tuple(extreme_documents()))
def extreme(request: pytest.FixtureRequest, extremes: Mapping[str, Document]) -> Document:
    """Each document at the edges in turn."""
    return extremes[str(request.param)]
