"""The theme part that Word and PowerPoint share: colours and fonts under their Design menus."""

from dataclasses import asdict
from functools import cache
from importlib.resources import files
from string import Template

from goldenthread.documents.theme import GRADE_RAMP_BELOW, GRADE_RAMP_GOOD, PALETTE


def hex_colour(colour: str) -> str:
    """Return a colour as Office writes it.

    >>> hex_colour("#0f4c5c")
    '0F4C5C'
    """
    return colour.removeprefix("#").upper()


@cache
def theme_part(font: str) -> str:
    """Return the theme part (ECMA-376 part 1, section 20.1.6.9) with ``font`` for all text."""
    colours = asdict(PALETTE)
    colours["worst"], colours["nearly"] = GRADE_RAMP_BELOW
    colours["good"], colours["best"] = GRADE_RAMP_GOOD
    values = {name: hex_colour(colour) for name, colour in colours.items()}
    source = files("goldenthread.documents.render.office").joinpath("theme.xml")
    return Template(source.read_text("utf-8")).substitute(values, font=font)
