"""Colours as drawings and themes state them."""

import pytest
from lxml import etree

from goldenthread.checker.reading.office.colours import fill_of, has_other_fill, themed
from goldenthread.checker.reading.office.names import DRAWING

_NAMES = f'xmlns:a="{DRAWING[1:-1]}"'
_THEME = {"accent1": "#4472c4", "dk1": "#000000"}


def _properties(inside: str) -> etree._Element:
    return etree.fromstring(f"<a:spPr {_NAMES}>{inside}</a:spPr>")


@pytest.mark.parametrize(
    ("colour", "expected"),
    [
        ('<a:srgbClr val="0F4C5C"/>', "#0f4c5c"),
        ('<a:schemeClr val="tx1"/>', "#000000"),
        # PowerPoint's "Black, Text 1, Lighter 50%" is 7F7F7F, its half of white.
        (
            '<a:schemeClr val="tx1"><a:lumMod val="50000"/><a:lumOff val="50000"/></a:schemeClr>',
            "#808080",
        ),
        ('<a:sysClr val="window" lastClr="FFFFFF"/>', "#ffffff"),
        ('<a:srgbClr val="0F4C5C"><a:alpha val="50000"/></a:srgbClr>', None),
        ('<a:schemeClr val="accent9"/>', None),
        ('<a:prstClr val="red"/>', None),
    ],
)
def test_fill_of_plain_fills_is_their_colour_if_it_is_certain(
    colour: str, expected: str | None
) -> None:
    assert fill_of(_properties(f"<a:solidFill>{colour}</a:solidFill>"), _THEME) == expected


def test_fill_of_gradients_and_pictures_is_unknown() -> None:
    gradient = _properties("<a:gradFill/>")
    assert fill_of(gradient, _THEME) is None
    assert has_other_fill(gradient)
    assert not has_other_fill(_properties("<a:noFill/>"))


def test_themed_shade_is_darker_and_unknown_places_are_none() -> None:
    # Word writes 2F5496 for accent1 (4472C4) with themeShade BF; it counts in whole steps.
    shaded = themed(_THEME, "accent1", None, "BF")
    assert shaded is not None
    steps = [int(shaded[at : at + 2], 16) - int("2f5496"[at - 1 : at + 1], 16) for at in (1, 3, 5)]
    assert max(map(abs, steps)) <= 1
    assert themed(_THEME, "accent2", None, None) is None
