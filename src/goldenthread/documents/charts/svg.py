"""Charts as SVG: one picture with a title and a description, and text that stays text."""

from html import escape  # xml.sax loads an HTTP client with it
from math import ceil, floor

from goldenthread.documents.charts.drawing import Bar, Box, Dot, Label, Piece, Shape, Stroke
from goldenthread.documents.charts.layout import lay_out
from goldenthread.documents.charts.model import Chart
from goldenthread.documents.fonts import WEB_FAMILY
from goldenthread.documents.text import printable
from goldenthread.documents.theme import FONT, PALETTE

_FAMILIES = f"'{FONT}', '{WEB_FAMILY}', Arial, sans-serif"
_WEIGHTS = {"regular": "400", "semibold": "600"}
_HATCH = 0.32
"""Distance between the lines of a hatching, as a share of the bar's height."""


def chart_svg(
    chart: Chart,
    width: float = 493.0,
    size: float = 9.5,
    description: str = "",
    name: str = "chart",
) -> str:
    """A chart as an SVG document.

    ``width`` and the type ``size`` share a unit. ``description`` is the text alternative. ``name``
    starts the ids within the picture, so that several can stand on one page.
    """
    ids = f"{name}-title {name}-description" if description else f"{name}-title"
    words = f'<title id="{escape(name)}-title">{_text(chart.title)}</title>'
    if description:
        words += f'<desc id="{escape(name)}-description">{_text(description)}</desc>'
    attributes = f' role="img" aria-labelledby="{escape(ids)}"'
    return _document(lay_out(chart, width, size).whole, width, attributes, words)


def piece_svg(piece: Piece, width: float, left: float = 0.0) -> str:
    """Part of a chart as an SVG document without words about it, cut at ``left``."""
    return _document(piece, width, left=left)


def _document(
    piece: Piece, width: float, attributes: str = "", words: str = "", left: float = 0.0
) -> str:
    across, down = _number(width), _number(max(piece.height, 1.0))
    size = f'width="{across}" height="{down}" viewBox="{_number(left)} 0 {across} {down}"'
    family = f'font-family="{_FAMILIES}"'
    shapes = "".join(_shape(shape) for shape in piece.shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}{attributes} {family}>{words}{shapes}</svg>'
    )


def _shape(shape: Shape) -> str:
    if isinstance(shape, Bar):
        return _bar(shape)
    if isinstance(shape, Stroke):
        return _stroke(shape)
    if isinstance(shape, Dot):
        place = f'cx="{_number(shape.x)}" cy="{_number(shape.y)}" r="{_number(shape.radius)}"'
        return f'<circle {place} fill="{shape.fill}"/>'
    return _label(shape)


def _label(label: Label) -> str:
    anchor = "" if label.anchor == "start" else f' text-anchor="{label.anchor}"'
    weight = "" if label.weight == "regular" else f' font-weight="{_WEIGHTS[label.weight]}"'
    place = f'x="{_number(label.x)}" y="{_number(label.y)}" font-size="{_number(label.size)}"'
    return f'<text {place}{anchor}{weight} fill="{label.fill}">{_text(label.text)}</text>'


def _stroke(stroke: Stroke) -> str:
    ends = " ".join(
        f'{name}="{_number(value)}"'
        for name, value in (
            ("x1", stroke.x1),
            ("y1", stroke.y1),
            ("x2", stroke.x2),
            ("y2", stroke.y2),
        )
    )
    return f'<line {ends} stroke="{stroke.colour}" stroke-width="{_number(stroke.thickness)}"/>'


def _bar(bar: Bar) -> str:
    """A rectangle; white edges part neighbours, unless it is too narrow for that."""
    if not bar.hatched:
        edge = min(0.04 * bar.box.height, 0.12 * bar.box.width)
        return _rectangle(_inner(bar.box, edge), f'fill="{bar.fill}"')
    inner = _inner(bar.box, 0.04 * bar.box.height)
    thickness = _number(0.06 * bar.box.height)
    outline = f'fill="{PALETTE.paper}" stroke="{bar.fill}" stroke-width="{thickness}"'
    lines = "".join(_stroke(line) for line in _hatching(inner, bar.fill))
    return _rectangle(inner, outline) + lines


def _inner(box: Box, edge: float) -> Box:
    return Box(box.x + edge, box.y, max(box.width - 2 * edge, 0.0), box.height)


def _rectangle(box: Box, look: str) -> str:
    place = f'x="{_number(box.x)}" y="{_number(box.y)}"'
    size = f'width="{_number(box.width)}" height="{_number(box.height)}"'
    return f"<rect {place} {size} {look}/>"


def _hatching(box: Box, colour: str) -> list[Stroke]:
    """Slanted lines clipped to a box: each is ``x + y = c`` measured from the box's corner."""
    step = _HATCH * box.height
    if step <= 0:
        return []
    lines = []
    for number in range(1, ceil((box.width + box.height) / step)):
        c = number * step
        x1, x2 = max(0.0, c - box.height), min(c, box.width)
        ends = (box.x + x1, box.y + c - x1, box.x + x2, box.y + c - x2)
        lines.append(Stroke(*ends, colour, 0.05 * box.height))
    return lines


def _text(text: str) -> str:
    return escape(printable(text), quote=False)


def _number(value: float) -> str:
    """A coordinate with at most two decimals, rounded half up.

    >>> _number(2.0), _number(0.125)
    ('2', '0.13')
    """
    return f"{floor(value * 100 + 0.5) / 100:g}" if abs(value) < 10_000 else f"{value:.2f}"
