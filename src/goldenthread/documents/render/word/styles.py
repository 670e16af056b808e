"""The styles of a Word document. Every look is here, so that a council can change it in Word.

Sizes are shares of the size of running text, spaces are shares of the gap between paragraphs,
indents and lines are in points. What a style leaves out (``None``) is as in the style it is based
on. Colours are names of the palette, or ``strong`` and ``tint``: a style that uses these exists
once for each look of a tone (see ``style_names``).
"""

from dataclasses import replace
from typing import Final

from goldenthread.documents.render.word.measures import PADDING
from goldenthread.documents.render.word.style import Edge, Edges, Style

BAR: Final = 3.0
"""Width of the bar at the left of a panel."""
INDENT: Final = 13.0
"""Of list items."""
NUMBER: Final = 14.0
"""Width of the column of a message's number."""
MESSAGE_RIGHT: Final = 7.0
"""White space at the right of a message."""


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
    Style("Key Figure", size=1.7, one_line=True, bold=True, colour="strong", after=0, leading=0.85),
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
TOP: Final = " Column"
"""What the names of styles of headings at the top of a column contain."""
_COLUMN_TOPS: Final = tuple(
    replace(style, name=f"{style.name}{TOP}", based_on=style.name, before=0.0)
    for style in _HEADINGS
)
_MESSAGES: Final = (
    Style(
        "Heading 2 Message",
        size=1.06,
        bold=True,
        before=0,
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
BASE: Final = (*_MASTHEAD, *_HEADINGS, *_TEXT, *_DATA, *_COLUMN_TOPS, *_PANELS, *_MESSAGES)
ENDED: Final = (*_PANELS, *_MESSAGES)
"""Styles of panels and messages, whose last paragraph has white space below it."""
