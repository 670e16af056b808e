"""Contrast of text and background (WCAG 2.2, 1.4.3 Contrast (Minimum), level AA)."""

import re
from collections import defaultdict
from collections.abc import Iterator

from goldenthread.checker.access.places import places, shortened
from goldenthread.checker.results import AccessFinding, Severity
from goldenthread.checker.source import Colours, Shows, Source
from goldenthread.documents.charts.contrast import READABLE, contrast

LARGE_READABLE = 3.0
"""Least contrast of large text, WCAG 2.2 success criterion 1.4.3."""

_LARGE, _LARGE_BOLD = 18, 14
"""Points from which text is large."""

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def check_contrast(source: Source) -> Iterator[AccessFinding]:
    """Text that is too pale, or too dark, for its background; one finding a pair of colours."""
    if Shows.COLOURS not in source.shows:
        return
    pale: dict[tuple[str, str], list[Colours]] = defaultdict(list)
    for colours in source.colours:
        if _is_stated(colours) and _ratio(colours) < least_contrast(colours):
            pale[colours.foreground.lower(), colours.background.lower()].append(colours)
    for found in pale.values():
        yield _too_little(found)


def least_contrast(colours: Colours) -> float:
    """The ratio that WCAG 1.4.3 asks of text of this size.

    >>> least_contrast(Colours("Risk", "page 1", "#777777", "#ffffff", size=14, bold=True))
    3.0
    """
    size = colours.size or 0
    is_large = size >= _LARGE or (colours.bold and size >= _LARGE_BOLD)
    return LARGE_READABLE if is_large else READABLE


def _is_stated(colours: Colours) -> bool:
    stated = _COLOUR.fullmatch(colours.foreground) and _COLOUR.fullmatch(colours.background)
    return stated is not None and any(mark.isalnum() for mark in colours.text)


def _ratio(colours: Colours) -> float:
    return contrast(colours.foreground, colours.background)


def _too_little(found: list[Colours]) -> AccessFinding:
    first, at = found[0], places(colours.where for colours in found)
    # Never rounded up to the very ratio that it misses.
    ratio = int(_ratio(first) * 10) / 10
    message = (
        f"{shortened(first.text, 50)} ({at}) has a contrast of {ratio} to 1 ({first.foreground} on"
        f" {first.background}); at least {least_contrast(first):g} to 1 can be read. Choose a"
        " darker or a lighter colour (WCAG 1.4.3)."
    )
    return AccessFinding("contrast", at, Severity.ERROR, message)
