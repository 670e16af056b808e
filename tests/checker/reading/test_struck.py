"""Words that a PDF prints with a line through them, as Word and LibreOffice print deletions."""

import pytest
from tests.checker.reading.pdf_files import one_page, text

from goldenthread.checker.reading.pdf.read import read
from goldenthread.checker.source import Passage, Region, Source

# In Helvetica at 10 points (Adobe's metrics): "Plans in " is 38.4 wide, "Marston" 36.1.
_BEFORE, _STRUCK = 38.4, 36.1
_WORDS = (
    text(72, 700, "Plans in ", 10)
    + text(72 + _BEFORE, 700, "Marston", 10)
    + text(72 + _BEFORE + _STRUCK, 700, "13 of 26 audits (50%) were good.", 10)
)


def _read(drawn: bytes) -> Source:
    return read(one_page(drawn), "brief.pdf")


def _texts(source: Source, region: Region) -> list[str]:
    return [p.text for p in source.parts if isinstance(p, Passage) and p.region is region]


def _rectangle(left: float, bottom: float, width: float, height: float = 0.7) -> bytes:
    return f"{left} {bottom} {width} {height} re f\n".encode()


def _line(left: float, y: float, right: float) -> bytes:
    return f"0.6 w {left} {y} m {right} {y} l S\n".encode()


@pytest.mark.parametrize(
    "rule",
    [
        _rectangle(72 + _BEFORE, 702.6, _STRUCK),
        _line(72 + _BEFORE, 702.9, 72 + _BEFORE + _STRUCK),
    ],
)
def test_struck_words_are_deleted_text_and_join_nothing(rule: bytes) -> None:
    source = _read(_WORDS + rule)
    assert _texts(source, Region.BODY) == ["Plans in 13 of 26 audits (50%) were good."]
    assert _texts(source, Region.DELETED) == ["Marston"]


def test_words_within_one_object_are_parted_where_the_line_ends() -> None:
    # "Visits: " is 29.5 wide at 10 points, "12" 11.1.
    source = _read(
        text(72, 700, "Visits: 1214 of 26 were late.", 10) + _rectangle(101.5, 702.6, 11.1)
    )
    assert _texts(source, Region.BODY) == ["Visits: 14 of 26 were late."]
    assert _texts(source, Region.DELETED) == ["12"]


@pytest.mark.parametrize(
    "rule",
    [
        _rectangle(72 + _BEFORE, 698.4, _STRUCK),
        _line(72, 696.5, 400),
        _line(20, 702.9, 560),
        _line(72 + _BEFORE, 708.5, 72 + _BEFORE + _STRUCK),
    ],
    ids=["underline", "rule of a table", "line of a chart behind it", "line above"],
)
def test_other_lines_strike_nothing(rule: bytes) -> None:
    source = _read(_WORDS + rule)
    assert _texts(source, Region.DELETED) == []
    assert "Marston" in " ".join(_texts(source, Region.BODY))
