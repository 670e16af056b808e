"""Charts as files: well-formed, described, and the same every time."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.documents.charts.model import AnswerDots, Chart, DivergingBars, DotRow
from goldenthread.documents.charts.png import chart_png
from goldenthread.documents.charts.svg import chart_svg

SVG = "{http://www.w3.org/2000/svg}"


def test_picture_of_a_chart_is_named_and_described(grades: Chart) -> None:
    root = ET.fromstring(chart_svg(grades, description="Risk is weakest.", name="c1"))  # noqa: S314
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "c1-title c1-description"
    assert root[0].tag == f"{SVG}title"
    assert root[0].get("id") == "c1-title"
    assert root[0].text == grades.title
    assert root[1].tag == f"{SVG}desc"
    assert root[1].text == "Risk is weakest."


def test_picture_of_a_chart_holds_its_numbers_as_text(grades: DivergingBars) -> None:
    root = ET.fromstring(chart_svg(grades))  # noqa: S314
    texts = [element.text for element in root.iter(f"{SVG}text")]
    for row in grades.rows:
        assert row.note in texts
        assert all(segment.text in texts for segment in row.segments if segment.count)


@given(st.text(), st.text(), st.text())
def test_picture_with_any_text_is_well_formed(title: str, label: str, low: str) -> None:
    chart = AnswerDots(title, (DotRow(label, label, (1, 1)),), low, low)
    root = ET.fromstring(chart_svg(chart, description=title))  # noqa: S314
    assert all(element.tag.startswith(SVG) for element in root.iter())


@pytest.mark.slow
def test_png_of_a_chart_is_a_picture_of_the_asked_size_and_always_the_same(grades: Chart) -> None:
    picture = chart_png(grades, width=360.0, ppi=144)
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert int.from_bytes(picture[16:20], "big") == 720
    assert picture == chart_png(grades, width=360.0, ppi=144)
