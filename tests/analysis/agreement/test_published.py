import pytest
from tests.analysis.agreement.published import Published, published

VALUES = tuple(published())


@pytest.mark.parametrize("value", VALUES, ids=lambda value: f"{value.quantity}, {value.data[:25]}")
def test_coefficient_of_published_data_equals_what_others_give(value: Published) -> None:
    assert value.ours == pytest.approx(value.expected, abs=value.tolerance)


def test_published_values_name_their_source() -> None:
    assert all(value.source and value.quantity for value in VALUES)
