"""One slide being filled: only the placeholders that hold something are made.

python-pptx copies every placeholder of a layout to a new slide. Empty ones would have to be taken
away again, for a screen reader stops at each; so a placeholder is made when it is filled.
"""

from dataclasses import dataclass
from typing import Any, Final
from xml.sax.saxutils import quoteattr

from lxml import etree
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.placeholder import ChartPlaceholder, SlidePlaceholder, TablePlaceholder

from goldenthread.documents.blocks import Runs, Text
from goldenthread.documents.render.office.words import line_of
from goldenthread.documents.render.slides import layouts
from goldenthread.documents.render.slides.grid import Box
from goldenthread.documents.render.slides.heading import Head, Heading
from goldenthread.documents.render.slides.layouts import Layout, Slot
from goldenthread.documents.render.slides.master import SLIDE_NUMBER
from goldenthread.documents.render.slides.text import write_one

_SPACES: Final = nsdecls("a", "p", "r")
_KINDS: Final = {"chart": ChartPlaceholder, "tbl": TablePlaceholder}
_FIRST_ID: Final = 2
"""The slide itself has the first."""
_NUMBER: Final = "‹#›"
"""Stands for the slide's number until the field is filled."""


@dataclass(slots=True)
class Sheet:
    """A slide, its layout, and how many placeholders it has."""

    slide: Any
    layout: Layout
    language: str
    count: int = 0

    def slot(self, idx: int, box: Box | None = None) -> Any:
        """Make a placeholder of the layout, at ``box`` where it differs from the layout."""
        slot = next(slot for slot in self.layout.slots if slot.idx == idx)
        element = parse_xml(_placeholder(slot, _FIRST_ID + self.count))
        self.count += 1
        shapes = self.slide.shapes
        shapes._spTree.append(element)
        shape = _KINDS.get(slot.kind, SlidePlaceholder)(element, shapes)
        if box is not None:
            place(shape, box)
        return shape

    def write(
        self, idx: int, runs: Runs, box: Box | None = None, size: float | None = None
    ) -> None:
        """Fill a placeholder with one paragraph, unless there is nothing to say."""
        if line_of(runs).strip():
            write_one(self.slot(idx, box), runs, self.language, size)

    def write_head(self, head: Head, heading: Heading) -> None:
        """Write the title and the words above it where they were placed."""
        self.write(layouts.KICKER, (Text(head.kicker),), heading.kicker, heading.kicker_size)
        self.write(layouts.TITLE, head.title, heading.title, heading.title_size)

    def write_foot(self, text: str) -> None:
        """Write the footer and, as a field, the number of the slide."""
        self.write(layouts.FOOTER, (Text(text),))
        paragraph = self.slot(layouts.NUMBER).text_frame.paragraphs[0]._p
        field = etree.SubElement(paragraph, qn("a:fld"), id=SLIDE_NUMBER, type="slidenum")
        etree.SubElement(field, qn("a:rPr"), lang=self.language)
        etree.SubElement(field, qn("a:t")).text = _NUMBER


def _placeholder(slot: Slot, number: int) -> str:
    """Return a placeholder that takes place and looks from its layout."""
    attributes = f'type="{slot.kind}"' + (f' idx="{slot.idx}"' if slot.idx else "")
    return (
        f'<p:sp {_SPACES}><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(slot.name)}/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {attributes}/></p:nvPr>'
        "</p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"
    )


def place(shape: Any, box: Box) -> None:
    """Move a shape to a box."""
    shape.left, shape.top, shape.width, shape.height = box.emu()


def describe(frame: Any, alternative: Runs) -> None:
    """Give a chart or table its text alternative."""
    frame._element.nvGraphicFramePr.cNvPr.set("descr", line_of(alternative))
