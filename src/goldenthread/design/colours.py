"""Colours that people can read on: the contrast of WCAG 2.2."""

WHITE = "#ffffff"
ENOUGH = 4.5
"""WCAG 2.2, success criterion 1.4.3, level AA, for text of ordinary size."""


def luminance(colour: str) -> float:
    """Relative luminance of a colour written as ``#1d70b8``, as WCAG 2.2 defines it."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, from 1 to 21.

    >>> contrast("#000000", "#ffffff")
    21.0
    """
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable_under_white(colour: str) -> str:
    """The colour, where white text can be read on it. Raises ``ValueError`` where not."""
    ratio = contrast(colour, WHITE)
    if ratio < ENOUGH:
        # Cut, not rounded: 4.47 must not be told as 4.5.
        told = int(ratio * 10) / 10
        raise ValueError(
            f"white text on it has a contrast of {told} to 1, and needs {ENOUGH}: take a darker one"
        )
    return colour


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
