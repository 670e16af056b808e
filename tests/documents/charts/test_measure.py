"""Text is measured as the shipped typeface sets it."""

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.documents import fonts
from goldenthread.documents.charts.measure import text_width, wrap
from goldenthread.documents.fonts import Weight

FILES: dict[Weight, str] = {
    "regular": "SourceSans3-Regular.ttf",
    "semibold": "SourceSans3-Semibold.ttf",
}


@pytest.mark.slow
@pytest.mark.parametrize("weight", FILES)
def test_widths_equal_those_in_the_font_file(weight: Weight) -> None:
    font = TTFont(fonts.folder() / FILES[weight])
    metrics = font["hmtx"].metrics
    assert font["head"].unitsPerEm == 1000
    assert fonts.widths(weight) == {
        chr(code): metrics[glyph][0] for code, glyph in font.getBestCmap().items()
    }


def test_width_of_a_character_that_the_font_lacks_is_a_full_square() -> None:
    assert text_width("王", 10) == 10


def test_width_of_a_combining_mark_that_the_font_lacks_is_nought() -> None:
    assert text_width("\u0951", 10) == 0


def test_wrap_keeps_words_together_where_they_fit() -> None:
    assert wrap("a plan for a child", 10, text_width("a plan for", 10)) == ("a plan for", "a child")


@given(st.text(max_size=60), st.floats(1, 200))
def test_wrap_any_text_keeps_every_character_and_the_limit(text: str, limit: float) -> None:
    lines = wrap(text, 10, limit)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(text_width(line, 10) <= limit or len(line) == 1 for line in lines)


@pytest.mark.parametrize("weight", FILES)
def test_web_fonts_are_small_and_do_not_use_the_reserved_name(weight: Weight) -> None:
    """The licence reserves the name "Source" for unchanged files; a page carries both weights."""
    data = fonts.web_font(weight)
    assert data.startswith(b"wOF2")
    assert len(data) < 30_000
