"""The slide layouts: which placeholders stand where. Looks live here and in the master only."""

from dataclasses import dataclass
from typing import Final

from goldenthread.documents.blocks import Tone
from goldenthread.documents.render.slides import grid
from goldenthread.documents.render.slides.grid import Box
from goldenthread.documents.theme import LOOKS, Look


@dataclass(frozen=True, slots=True)
class Slot:
    """A placeholder of a layout. ``idx`` ties a slide's shape to it; ``sz`` is in points."""

    name: str
    kind: str
    idx: int
    box: Box
    size: float = 0
    colour: str = "tx1"
    bold: bool = False
    anchor: str = "t"
    align: str = "l"
    accent: str = ""
    """Colour of bullets and labels where it is not the master's."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout: its name in PowerPoint's menu, its placeholders, and what is painted behind."""

    name: str
    slots: tuple[Slot, ...]
    painted: tuple[tuple[str, Box, str], ...]
    kind: str = ""


TITLE, KICKER, TEXT, LEGEND, FOOTER, NUMBER = 0, 13, 14, 15, 11, 12
AUTHORITY, FOCUS, DETAILS, CONTACT = 16, 1, 17, 18
CHART, TABLE, CAPTION = 20, 21, 22
ANSWER_TEXT, ANSWER_CHART = (30, 31, 32), (40, 41, 42)
FIGURE, FIGURE_LABEL = (50, 51, 52, 53), (60, 61, 62, 63)

_BAR: Final = ("Bar", grid.BAR, "accent1")
_PANEL: Final = ("Panel", grid.PANEL, "bg2")

_SIDE_TITLE: Final = Slot("Title", "title", TITLE, grid.SIDE_TITLE)
_SIDE: Final = (
    Slot("Section", "body", KICKER, grid.SIDE_KICKER, 18, "accent1", True, "b"),
    _SIDE_TITLE,
)
_TOP: Final = (
    Slot("Section", "body", KICKER, grid.TOP_KICKER, 16, "accent1", True, "b"),
    Slot("Title", "title", TITLE, grid.TOP_TITLE),
)
_FOOT: Final = (
    Slot("Footer", "ftr", FOOTER, grid.FOOTER, 12, "tx2", anchor="ctr"),
    Slot("Slide number", "sldNum", NUMBER, grid.NUMBER, 12, "tx2", anchor="ctr", align="r"),
)
_WIDE_FOOT: Final = (
    Slot("Footer", "ftr", FOOTER, grid.WIDE_FOOTER, 12, "tx2", anchor="ctr"),
    Slot("Slide number", "sldNum", NUMBER, grid.NUMBER, 12, "tx2", anchor="ctr", align="r"),
)
_LEGEND: Final = Slot("Legend", "body", LEGEND, grid.LEGEND, 16)
_CAPTION: Final = Slot("Caption", "body", CAPTION, grid.CONTENT, 14, "tx1", True)
_NOTE: Final = Slot("Note", "body", TEXT, grid.CONTENT, 14, "tx2")
_BODY: Final = Slot("Text", "body", TEXT, grid.BODY)


def _words_in(name: str, look: Look) -> Layout:
    """The text layout in the colours of a tone."""
    kicker = Slot("Section", "body", KICKER, grid.SIDE_KICKER, 18, look.strong, True, "b")
    body = Slot("Text", "body", TEXT, grid.BODY, accent=look.strong)
    painted = (("Panel", grid.PANEL, look.tint), ("Bar", grid.BAR, look.strong))
    return Layout(name, (kicker, _SIDE_TITLE, body, *_FOOT), painted)


def _figure_slots() -> tuple[Slot, ...]:
    """Each number before its label, as they are read."""
    return tuple(
        slot
        for place, (number, label) in enumerate(zip(FIGURE, FIGURE_LABEL, strict=True), 1)
        for slot in (
            Slot(f"Figure {place}", "body", number, grid.BODY, 36, "accent1", True, "b"),
            Slot(f"Label {place}", "body", label, grid.BODY, 18),
        )
    )


def _answer_slots() -> tuple[Slot, ...]:
    """Each question before its answers."""
    return tuple(
        slot
        for place, (text, chart) in enumerate(zip(ANSWER_TEXT, ANSWER_CHART, strict=True), 1)
        for slot in (
            Slot(f"Question {place}", "body", text, grid.CONTENT, 18, anchor="ctr"),
            Slot(f"Chart {place}", "chart", chart, grid.CONTENT),
        )
    )


OPENING: Final = Layout(
    "Opening",
    (
        Slot("Authority", "body", AUTHORITY, Box(80, 64, 800, 40), 22, "bg1", True),
        Slot("Title", "ctrTitle", TITLE, grid.OPENING_TITLE, 54, "bg1", True, "b"),
        Slot("Focus", "subTitle", FOCUS, grid.OPENING_FOCUS, 30, "bg1"),
        Slot("Details", "body", DETAILS, Box(80, 364, 800, 56), 20, "bg1"),
        Slot("Contact", "body", CONTACT, grid.OPENING_CONTACT, 18, anchor="ctr"),
    ),
    (("Ground", Box(0, 0, grid.WIDTH, 440), "accent1"),),
    kind="title",
)
WORDS: Final = Layout("Text", (*_SIDE, _BODY, *_FOOT), (_PANEL, _BAR))
STRENGTH: Final = _words_in("Text: strength", LOOKS[Tone.STRENGTH])
WORRY: Final = _words_in("Text: worry", LOOKS[Tone.WORRY])
METHOD: Final = _words_in("Text: method", LOOKS[Tone.METHOD])
FIGURES: Final = Layout("Key figures", (*_SIDE, _BODY, *_figure_slots(), *_FOOT), (_PANEL, _BAR))
GRADES: Final = Layout(
    "Chart",
    (
        *_TOP,
        _LEGEND,
        Slot("Chart", "chart", CHART, grid.CONTENT.below(30)),
        _CAPTION,
        Slot("Table", "tbl", TABLE, grid.CONTENT),
        _NOTE,
        *_WIDE_FOOT,
    ),
    (_BAR,),
)
ANSWERS: Final = Layout("Answers", (*_TOP, _LEGEND, *_answer_slots(), *_WIDE_FOOT), (_BAR,))
DATA: Final = Layout(
    "Table",
    (
        *_TOP,
        Slot("Table", "tbl", TABLE, grid.CONTENT),
        _NOTE,
        *_WIDE_FOOT,
    ),
    (_BAR,),
)
LAYOUTS: Final = (OPENING, WORDS, STRENGTH, WORRY, METHOD, FIGURES, GRADES, ANSWERS, DATA)


def words_layout(tone: Tone) -> Layout:
    """Return the layout for running text of a tone."""
    return {Tone.STRENGTH: STRENGTH, Tone.WORRY: WORRY, Tone.METHOD: METHOD}.get(tone, WORDS)
