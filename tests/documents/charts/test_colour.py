"""Colours can be told apart and read."""

import pytest

from goldenthread.documents.charts.colour import level_colours, text_on
from goldenthread.documents.charts.contrast import READABLE, contrast
from goldenthread.documents.charts.model import LevelKey
from goldenthread.documents.theme import PALETTE


def test_contrast_of_known_pairs_equals_the_published_values() -> None:
    """WCAG: black on white 21:1; #767676 on white is the lightest grey that reaches 4.5:1."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("levels", range(1, 16))
def test_text_on_every_level_of_every_scale_can_be_read(levels: int) -> None:
    for good_from in range(levels + 1):
        keys = tuple(LevelKey(str(n), str(n), n, good=n >= good_from) for n in range(levels))
        for colour in level_colours(keys).values():
            assert contrast(text_on(colour), colour) >= READABLE


def test_colours_of_four_grades_run_from_brown_to_green() -> None:
    """ColorBrewer BrBG with five classes, without its middle."""
    keys = tuple(LevelKey(str(n), str(n), n, good=n >= 2) for n in range(4))
    assert list(level_colours(keys).values()) == ["#8c510a", "#dfc27d", "#80cdc1", "#01665e"]


def test_colours_of_eleven_levels_all_differ() -> None:
    keys = tuple(LevelKey(str(n), str(n), n, good=n >= 7) for n in range(11))
    assert len(set(level_colours(keys).values())) == 11


def test_house_colours_of_text_can_be_read_on_paper_and_panel() -> None:
    for ground in (PALETTE.paper, PALETTE.panel, PALETTE.accent_tint):
        assert contrast(PALETTE.ink, ground) >= 7
        assert contrast(PALETTE.quiet, ground) >= READABLE
        assert contrast(PALETTE.accent, ground) >= READABLE
    assert contrast(PALETTE.paper, PALETTE.accent) >= READABLE
