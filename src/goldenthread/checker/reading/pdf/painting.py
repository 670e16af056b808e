"""What is painted on a page besides text: filled areas, pictures and rules."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2.raw as raw

from goldenthread.checker.reading.pdf.pdfium import Handle, address, bounds, fill_colour
from goldenthread.checker.reading.pdf.space import UNMOVED, Box, Matrix, View, combined

MOST_OBJECTS = 20_000
"""Of one page. Browsers make an object of each letter, 5,000 on a full page."""
_DEEPEST = 8
_RULE = 2.0
"""Points: what is no thicker is a rule, not an area."""
_SIMPLE = 12
"""Segments of a path: more than a rectangle, even with round corners, has."""


@dataclass(frozen=True, slots=True)
class Area:
    """A filled rectangle. ``colour`` is ``None`` where it cannot be told (picture, shading)."""

    box: Box
    colour: str | None
    order: int
    is_picture: bool = False


@dataclass(slots=True)
class Painting:
    """All that is painted. ``order`` tells, by an object's address, what is painted later.

    ``contents`` are the numbers of the marked content of its objects, by which tags refer to them.
    """

    areas: list[Area] = field(default_factory=list)
    outlines: list[Box] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    order: dict[int, int] = field(default_factory=dict)
    contents: set[int] = field(default_factory=set)

    def background(self, x: float, y: float, order: int) -> str | None:
        """The colour beneath a point; white where nothing is painted, ``None`` if unknown."""
        colour: str | None = "#ffffff"
        for area in self.areas:
            if area.order < order and area.box.holds(x, y):
                colour = area.colour
        return colour

    @property
    def picture_share(self) -> float:
        """Square points of the largest picture."""
        sizes = (area.box.width * area.box.height for area in self.areas if area.is_picture)
        return max(sizes, default=0.0)


def painting_of(page: Handle, view: View) -> Painting:
    """The painting of an open page."""
    painting = Painting()
    for number, (item, matrix) in enumerate(_objects(page)):
        painting.order[address(item)] = number
        painting.contents.add(raw.FPDFPageObj_GetMarkedContentID(item))
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            continue
        box = _seen(item, matrix, view)
        if box is not None:
            _add(painting, item, kind, box, number)
    painting.contents.discard(-1)  # of what has none
    return painting


def _objects(page: Handle) -> Iterator[tuple[Handle, Matrix]]:
    count = min(raw.FPDFPage_CountObjects(page), MOST_OBJECTS)
    left = MOST_OBJECTS
    for number in range(count):
        for found in _within(raw.FPDFPage_GetObject(page, number), UNMOVED, 0):
            yield found
            left -= 1
            if left == 0:
                return


def _within(item: Handle, matrix: Matrix, depth: int) -> Iterator[tuple[Handle, Matrix]]:
    if not item:
        return
    if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_FORM:
        yield item, matrix
        return
    own = raw.FS_MATRIX()
    if depth < _DEEPEST and raw.FPDFPageObj_GetMatrix(item, own):
        inner = combined((own.a, own.b, own.c, own.d, own.e, own.f), matrix)
        for number in range(max(raw.FPDFFormObj_CountObjects(item), 0)):
            yield from _within(raw.FPDFFormObj_GetObject(item, number), inner, depth + 1)


def _seen(item: Handle, matrix: Matrix, view: View) -> Box | None:
    sides = bounds(item)
    if sides is None:
        return None
    return View(view.width, view.height, combined(matrix, view.matrix)).box(*sides)


def _add(painting: Painting, item: Handle, kind: int, box: Box, order: int) -> None:
    if kind != raw.FPDF_PAGEOBJ_PATH:
        painting.areas.append(Area(box, None, order, kind == raw.FPDF_PAGEOBJ_IMAGE))
        return
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(item, filled, stroked):
        return
    if min(box.width, box.height) <= _RULE:
        if filled.value or stroked.value:
            painting.rules.append(box)
        return
    simple = raw.FPDFPath_CountSegments(item) <= _SIMPLE
    if filled.value:
        painting.areas.append(Area(box, fill_colour(item) if simple else None, order))
    elif simple and stroked.value:
        painting.outlines.append(box)
