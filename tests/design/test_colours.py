"""Contrast against published values."""

import pytest

from goldenthread.config.environment import read
from goldenthread.config.setting_faults import WrongSettings
from goldenthread.design.colours import contrast, readable_under_white


@pytest.mark.parametrize(
    ("colour", "on_white"),
    [
        # WebAIM, "Contrast and Color Accessibility": the greys and primaries it prints.
        ("#000000", 21.0),
        ("#777777", 4.48),
        ("#767676", 4.54),
        ("#ff0000", 4.00),
        ("#0000ff", 8.59),
        ("#008000", 5.14),
        ("#ffffff", 1.0),
    ],
)
def test_contrast_is_as_published(colour: str, on_white: float) -> None:
    assert contrast(colour, "#ffffff") == pytest.approx(on_white, abs=0.005)
    assert contrast("#ffffff", colour) == contrast(colour, "#ffffff")


def test_lightest_grey_that_passes_and_the_next_that_does_not() -> None:
    assert readable_under_white("#767676") == "#767676"
    with pytest.raises(ValueError, match=r"has a contrast of 4\.4 to 1, and needs 4\.5"):
        readable_under_white("#777777")


def test_accent_that_cannot_be_read_on_stops_the_service(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOLDENTHREAD_ACCENT_COLOUR", "#ffdd00")
    with pytest.raises(WrongSettings) as stopped:
        read()
    assert "GOLDENTHREAD_ACCENT_COLOUR is wrong: white text on it" in str(stopped.value)


def test_logo_that_is_not_there_or_no_picture_stops_the_service(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for path in ("nowhere.svg", __file__):
        monkeypatch.setenv("GOLDENTHREAD_LOGO", path)
        with pytest.raises(WrongSettings, match="GOLDENTHREAD_LOGO is wrong: "):
            read()
