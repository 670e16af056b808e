"""Colours of text and of what it stands on."""

from goldenthread.checker.reading.pdf.page import Page
from goldenthread.checker.source import Colours

_MOST_WORDS = 12


def colours_of(page: Page) -> list[Colours]:
    """Each pair of colours on the page once for each size of type, with words as an example."""
    found: dict[tuple[str, str, float, bool], Colours] = {}
    for segment in page.segments:
        style = segment.style
        if style.colour is None or not any(map(str.isalnum, segment.text)):
            continue
        background = page.painting.background(*segment.box.middle, style.order)
        if background is None:
            continue
        key = (style.colour, background, style.size, style.bold)
        if key not in found:
            words = " ".join(segment.text.split()[:_MOST_WORDS])
            found[key] = Colours(
                words, page.where, style.colour, background, style.size, style.bold
            )
    return list(found.values())
