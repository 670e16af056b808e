"""The heading of a slide: its title, the words above it, and the room they leave."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from goldenthread.documents.blocks import Runs, Tone
from goldenthread.documents.render.office.metrics import ARIAL
from goldenthread.documents.render.office.words import line_of
from goldenthread.documents.render.slides import grid
from goldenthread.documents.render.slides.grid import Box

TITLE_SIZES: Final = (28.0, 24.0, 20.0, 18.0, 16.0, 14.0)
_NUMBER_SIZE: Final = 36.0
_SIDE_SIZES: Final = (18.0, 14.0)
_TOP_SIZES: Final = (16.0, 14.0)
_PART: Final = " (88 of 88)"
"""Room kept for the words that tell slides with one title apart."""
_GAP: Final = 16.0


@dataclass(frozen=True, slots=True)
class Head:
    """What a slide is about: its title, the words or the number above it, and its section."""

    title: Runs
    kicker: str
    group: str
    numbered: bool = False
    """Whether ``kicker`` is only the section's number, which is then set large."""
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Heading:
    """Where a head stands, its sizes, and the room below or beside it, in points."""

    kicker: Box
    kicker_size: float
    title: Box
    title_size: float
    content: Box


@dataclass(frozen=True, slots=True)
class TextFit:
    """A size of text and the height it takes, in points."""

    size: float
    height: float


def fit_text(text: str, box: Box, sizes: Sequence[float]) -> TextFit:
    """Choose the largest of ``sizes`` in which bold text fits its box without a broken word.

    The smallest size is kept even where the box is too low; ``height`` then says so.
    """
    fit = TextFit(sizes[-1], 0.0)
    for size in sizes:
        height = ARIAL.height(text, size, box.width, bold=True)
        fit = TextFit(size, height if text else 0.0)
        if height <= box.height and ARIAL.longest_word(text, size, bold=True) <= box.width:
            break
    return fit


def side_heading(head: Head) -> Heading:
    """Place a head in the panel at the left, beside running text."""
    box = grid.SIDE_KICKER
    sizes = (_NUMBER_SIZE,) if head.numbered else _SIDE_SIZES
    above = fit_text(head.kicker, box, sizes)
    kicker = Box(box.left, box.top, box.width, max(box.height, above.height))
    title = grid.SIDE_TITLE.below(kicker.bottom - box.bottom)
    fit = fit_text(line_of(head.title) + _PART, title, TITLE_SIZES)
    return Heading(kicker, above.size, title, fit.size, grid.BODY)


def title_fits(head: Head) -> bool:
    """Tell whether the panel at the left holds a title, if only in its smallest size."""
    box = side_heading(head).title
    return fit_text(line_of(head.title) + _PART, box, TITLE_SIZES).height <= box.height


def top_heading(head: Head) -> Heading:
    """Place a head across the top; the shorter it is, the more room is left below."""
    box = grid.TOP_KICKER
    above = fit_text(head.kicker, box, _TOP_SIZES)
    kicker = Box(box.left, box.top, box.width, max(box.height, above.height))
    fit = fit_text(line_of(head.title) + _PART, grid.TOP_TITLE, TITLE_SIZES)
    title = Box(box.left, kicker.bottom, box.width, fit.height)
    top = title.bottom + _GAP
    content = Box(box.left, top, box.width, grid.CONTENT.bottom - top)
    return Heading(kicker, above.size, title, fit.size, content)
