"""How high text is in a style, for choosing sizes before Word sees the document."""

from dataclasses import dataclass
from functools import cache

from goldenthread.documents.render.word.measures import Measures, house_face
from goldenthread.documents.render.word.style import Style, edge_width, label_width, type_size
from goldenthread.documents.render.word.style_names import inherited


def style_height(name: str, text: str, width: float, measures: Measures, label: str = "") -> float:
    """Return the height of the lines of ``text`` in a column ``width`` points wide.

    ``label`` stands in front of the text, in bold.
    """
    style = whole_style(name)
    beside = (style.left or 0) + (style.right or 0) + label_width(style, measures)
    size = type_size(style, measures)
    face, room = house_face(), max(width - beside, size)
    start = face.width(label, size, bold=True) + size / 2 if label else 0.0
    height = face.height(text, size, room, bold=bool(style.bold), start=start)
    return height * (style.leading or measures.density.leading)


@dataclass(frozen=True, slots=True)
class Spaces:
    """The white space around a paragraph, and the height of the lines at its edges, in points."""

    before: float
    after: float
    edges: float


def spaces_of(name: str, measures: Measures) -> Spaces:
    """Return the spaces of a style."""
    style = whole_style(name)
    drawn = [(style.edges or {}).get(edge) for edge in ("top", "bottom")]
    edges = sum(edge_width(edge, measures) + edge.space for edge in drawn if edge)
    after = 1.0 if style.after is None else style.after
    return Spaces((style.before or 0) * measures.gap, after * measures.gap, edges)


def style_keeps(name: str) -> bool:
    """Tell whether a paragraph stays on the page of what follows it."""
    return bool(whole_style(name).keep_next)


@cache
def whole_style(name: str) -> Style:
    """Return a style with what it takes from the styles that it is based on."""
    return inherited(name)
