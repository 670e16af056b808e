"""The styles of a Word document. Every look is here, so that a council can change it in Word.

Sizes are shares of the size of running text, spaces are shares of the gap between paragraphs,
indents and lines are in points. What a style leaves out (``None``) is as in the style it is based
on. Colours are names of the palette, or ``strong`` and ``tint``: a style that uses these exists
once for each look of a tone (see :func:`in_tone`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Final

from goldenthread.documents.blocks import Tone
from goldenthread.documents.render.word.measures import PADDING, Measures

BAR: Final = 3.0
"""Width of the bar at the left of a panel."""
INDENT: Final = 13.0
"""Of list items."""
_FULL_GAP: Final = 0.66
"""Gap of the density in which white space within panels is as wide as written here."""
NUMBER: Final = 14.0
"""Width of the column of a message's number."""
MESSAGE_RIGHT: Final = 7.0
"""White space at the right of a message."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A line along an edge of a paragraph: width and distance from the text in points."""

    width: float
    colour: str
    space: float = 0


Edges = Mapping[str, Edge]


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style."""

    name: str
    based_on: str = "Normal"
    size: float | None = None
    small: bool | None = None
    """Set in the smallest size of the document."""
    bold: bool | None = None
    colour: str | None = None
    before: float | None = None
    after: float | None = None
    leading: float | None = None
    left: float | None = None
    hanging: float | None = None
    label: str | None = None
    """``fact`` or ``message``: the text stands beside a column of such labels."""
    right: float | None = None
    align: str | None = None
    outline: int | None = None
    """Level in the outline, from 0."""
    keep_next: bool | None = None
    fill: str | None = None
    edges: Edges | None = None
    bullets: bool | None = None
    right_tab: bool | None = None
    """Whether what follows a tab stands at the right margin."""

    @property
    def toned(self) -> bool:
        """Whether the style exists once for each look."""
        edges = (self.edges or {}).values()
        colours = {self.colour, self.fill, *(edge.colour for edge in edges)}
        return bool(self.bullets) or not colours.isdisjoint({"strong", "tint"})


def _rule(colour: str, width: float, space: float) -> Edges:
    return {"top": Edge(width, colour, space)}


_BAND: Final[Edges] = {"left": Edge(0.25, "accent", 12), "right": Edge(0.25, "accent", 12)}
_SIDES: Final[Edges] = {
    "left": Edge(BAR, "strong", PADDING - BAR),
    "right": Edge(0.25, "tint", PADDING),
}
_PANEL: Final[Edges] = {**_SIDES, "bottom": Edge(3.5, "tint"), "between": Edge(3.5, "tint")}
_CLOSE: Final[Edges] = {**_SIDES, "bottom": Edge(2, "tint"), "between": Edge(2, "tint")}
_PANEL_TOP: Final[Edges] = {
    **_SIDES,
    "top": Edge(4.5, "paper", 4),
    "bottom": Edge(1.5, "tint"),
}
"""The line on top is white: programs fill the space between two panels of one colour."""


def _narrow(edges: Edges) -> Edges:
    """Edges of a panel with less white space at the right."""
    return {**edges, "right": Edge(0.25, "tint", MESSAGE_RIGHT)}


_MASTHEAD: Final = (
    Style("Masthead", bold=True, colour="paper", after=0, fill="accent", edges=_BAND),
    Style("Title", "Masthead", size=2.5, leading=0.95, keep_next=True),
    Style("Subtitle", "Masthead", size=1.35, bold=False),
    Style("Masthead Details", "Masthead", bold=False, after=3),
    Style("Masthead Line", "Masthead Details", after=5, right_tab=True),
    Style("Title Slim", "Title", size=1.9),
)
_HEADINGS: Final = (
    Style(
        "Heading 1",
        size=1.36,
        bold=True,
        colour="strong",
        before=1.6,
        after=0.35,
        leading=0.9,
        outline=0,
        keep_next=True,
        edges=_rule("strong", 1.5, 3),
    ),
    Style("Heading 2", "Heading 1", size=1.16, colour="strong", before=1, outline=1, edges={}),
    Style("Heading 3", "Heading 2", size=1, colour="strong", before=0.8, outline=2),
)
_TEXT: Final = (
    Style("Lead", size=1.16),
    Style("Small", small=True, colour="quiet"),
    Style("List Bullet", left=INDENT, hanging=INDENT, after=0.5, bullets=True),
    Style("List Number", left=INDENT, hanging=INDENT, after=0.5),
    Style("List Bullet Compact", left=INDENT, hanging=INDENT, after=0.1, bullets=True),
    Style("List Number Compact", left=INDENT, hanging=INDENT, after=0.1),
    Style("Fact", label="fact", after=0.4),
    Style("Contact", colour="quiet", before=1.6, after=0, edges=_rule("rule", 0.5, 5)),
    Style(
        "Footer",
        small=True,
        colour="quiet",
        after=0,
        edges=_rule("rule", 0.5, 4),
        right_tab=True,
    ),
    Style("Header", after=0),
)
_DATA: Final = (
    Style("Chart Title", bold=True, after=0.5, keep_next=True),
    Style("Chart", after=0.6, leading=1),
    Style("Bar", size=0.1, after=0, leading=1),
    Style("Caption", small=True, bold=True, before=0.6, after=0.3, keep_next=True),
    Style("Table Text", small=True, after=0, leading=0.87),
    Style("Table Number", "Table Text", align="right"),
    Style("Table Heading", "Table Text", bold=True),
    Style("Bar Note", "Table Text", left=8.0, colour="quiet"),
    Style("Table Number Heading", "Table Heading", align="right"),
    Style("Table Note", "Small", before=0.4),
    Style("Key Figure", size=1.7, bold=True, colour="strong", after=0, leading=0.85),
    Style("Key Figure Label", colour="quiet", after=0, leading=0.9),
    Style("Section Break", size=0.1, before=1, after=1, leading=0.1),
)
_PANELS: Final = tuple(
    replace(
        style,
        name=f"{style.name} Panel".removeprefix("Normal "),
        based_on=style.name,
        left=(style.left or 0) + PADDING,
        right=PADDING,
        before=0.0,
        after=0.0,
        fill="tint",
        edges=_PANEL if style.outline is None else _PANEL_TOP,
    )
    for style in (Style("Normal"), *_HEADINGS, *_TEXT[:7])
)
_TOP: Final = " Column"
_COLUMN_TOPS: Final = tuple(
    replace(style, name=f"{style.name}{_TOP}", based_on=style.name, before=0.0)
    for style in _HEADINGS
)
_MESSAGES: Final = (
    Style(
        "Heading 2 Message",
        size=1.06,
        bold=True,
        before=0.7,
        after=0,
        left=PADDING + NUMBER,
        hanging=NUMBER,
        right=MESSAGE_RIGHT,
        outline=1,
        keep_next=True,
        fill="tint",
        edges=_narrow(_PANEL_TOP),
    ),
    Style(
        "Heading 2 Message Plain",
        "Heading 2 Message",
        left=PADDING,
        hanging=0.0,
        colour=None,
        fill="tint",
        edges=_narrow(_PANEL_TOP),
    ),
    Style(
        "Message Line",
        after=0,
        left=PADDING,
        label="message",
        right=MESSAGE_RIGHT,
        fill="tint",
        edges=_narrow(_PANEL),
    ),
    Style(
        "Message Text", "Message Line", left=PADDING, label="", fill="tint", edges=_narrow(_CLOSE)
    ),
)
_BASE: Final = (*_MASTHEAD, *_HEADINGS, *_TEXT, *_DATA, *_COLUMN_TOPS, *_PANELS, *_MESSAGES)

TONES: Final = (Tone.PLAIN, Tone.STRENGTH, Tone.WORRY, Tone.METHOD)
"""One tone of each look."""
_SUFFIXES: Final = {Tone.STRENGTH: " Strength", Tone.WORRY: " Worry", Tone.METHOD: " Method"}
_END: Final = " End"


def edge_width(edge: Edge, measures: Measures) -> float:
    """Return the width of a line; lines that stand for white space shrink with the gaps."""
    return (
        edge.width * min(1.0, measures.density.gap / _FULL_GAP)
        if edge.colour == "tint"
        else edge.width
    )


def label_width(style: Style, measures: Measures) -> float:
    """Return the width of the column of labels beside a style's text, in points."""
    widths = {"fact": measures.fact_label, "message": measures.message_label}
    return widths.get(style.label or "", 0.0)


def in_tone(name: str, tone: Tone) -> str:
    """Return the name of a style in the look of a tone.

    >>> in_tone("Heading 1", Tone.WORRY), in_tone("Heading 1", Tone.NEXT)
    ('Heading 1 Worry', 'Heading 1')
    """
    style = _BY_NAME.get(name)
    return name + suffix(tone) if style and style.toned else name


def label_style(tone: Tone) -> str:
    """Return the name of the character style of labels in the look of a tone."""
    return f"Label{suffix(tone)}"


def suffix(tone: Tone) -> str:
    """Return what the names of styles in the look of a tone end with."""
    return _SUFFIXES.get(tone, "")


def below_top(name: str) -> str:
    """Return the name of the style of a heading that may stand below other text in a column.

    >>> below_top("Heading 1 Column Worry")
    'Heading 1 Worry'
    """
    return name.replace(_TOP, "")


def is_panel(name: str) -> bool:
    """Tell from its name whether a style is that of a panel or message."""
    return "Panel" in name or "Message" in name


def at_end(name: str) -> str:
    """Return the name of the style for the last paragraph of a panel or message.

    >>> at_end("Panel") == at_end(at_end("Panel"))
    True
    """
    return name.removesuffix(_END) + _END


def all_styles() -> Iterator[tuple[Style, Tone]]:
    """Yield every style with a tone whose look it has; styles come after those they build on."""
    for style in _BASE:
        yield style, Tone.PLAIN
        for tone in _SUFFIXES if style.toned else ():
            name = in_tone(style.name, tone)
            yield (
                Style(
                    name,
                    style.name,
                    colour=style.colour,
                    fill=style.fill,
                    edges=style.edges,
                    bullets=style.bullets,
                    left=style.left if style.bullets else None,
                    hanging=style.hanging if style.bullets else None,
                ),
                tone,
            )
    for style in (*_PANELS, *_MESSAGES):
        for tone in TONES:
            name = in_tone(style.name, tone)
            yield Style(at_end(name), name, after=1.0), tone


def inherited(name: str) -> Style:
    """Return a style with what it takes from the styles it is based on.

    >>> inherited("Heading 3 Worry").leading == inherited("Heading 1").leading
    True
    """
    style = _every_style().get(name, Style("Normal"))
    if style.name == "Normal":
        return style
    given = {part.name: getattr(style, part.name) for part in fields(Style)}
    own = {name: value for name, value in given.items() if value is not None}
    return replace(inherited(style.based_on), **own)


@cache
def _every_style() -> Mapping[str, Style]:
    return {style.name: style for style, _ in all_styles()}


_BY_NAME: Final = {style.name: style for style in _BASE}
"""Base styles by name."""
