"""A deck as it grows: slides from layouts, placeholders filled or taken away."""

from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import pptx
from lxml import etree
from pptx.oxml.ns import qn

from goldenthread.documents.blocks import Document, Runs, Text
from goldenthread.documents.render.office.metrics import ARIAL
from goldenthread.documents.render.office.words import joined, line_of, one_line
from goldenthread.documents.render.slides import grid, layouts
from goldenthread.documents.render.slides.grid import Box
from goldenthread.documents.render.slides.heading import Head, Heading
from goldenthread.documents.render.slides.layouts import LAYOUTS, Layout
from goldenthread.documents.render.slides.template import template
from goldenthread.documents.render.slides.text import Level, set_levels, write_field, write_one

_FOOTER_SIZE = 12.0
_SECTIONS = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_SECTIONS_URI = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"


@dataclass(slots=True)
class Sheet:
    """One slide being filled. What is never filled is taken away by ``finish``."""

    slide: Any
    language: str
    slots: dict[int, Any]
    filled: set[int] = field(default_factory=set)

    def slot(self, idx: int, box: Box | None = None) -> Any:
        """Return the placeholder to fill, moved to ``box`` where it differs from the layout."""
        self.filled.add(idx)
        shape = self.slots[idx]
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

    def resize(self, idx: int, size: float) -> None:
        """Set the size of the text in a placeholder."""
        set_levels(self.slots[idx].text_frame, [Level(size)])

    def finish(self) -> None:
        """Take the empty placeholders away: a screen reader would stop at each."""
        for idx in self.slots.keys() - self.filled:
            element = self.slots[idx].element
            element.getparent().remove(element)


@dataclass(slots=True)
class Deck:
    """The presentation, and which slides belong to which section of the outline."""

    document: Document
    presentation: Any = field(default_factory=lambda: pptx.Presentation(BytesIO(template())))
    groups: list[tuple[str, list[int]]] = field(default_factory=list)

    def add(self, layout: Layout, group: str) -> Sheet:
        """Add a slide with a layout to a section of the outline."""
        slides = self.presentation.slides
        slide = slides.add_slide(self.presentation.slide_layouts[LAYOUTS.index(layout)])
        if not self.groups or self.groups[-1][0] != group:
            self.groups.append((group, []))
        self.groups[-1][1].append(slide.slide_id)
        slots = {shape.placeholder_format.idx: shape for shape in slide.placeholders}
        return Sheet(slide, self.document.language, slots)

    def close(self, sheet: Sheet, *, numbered: bool = True) -> None:
        """Finish a slide; footer and slide number come last in reading order."""
        sheet.finish()
        if numbered:
            text = footer_text(self.document)
            write_field(sheet.slide, "ftr", layouts.FOOTER, text, sheet.language)
            write_field(sheet.slide, "sldNum", layouts.NUMBER, "", sheet.language)

    def save(self) -> bytes:
        """Return the file with its outline."""
        _add_outline(self.presentation.part._element, self.groups, self.document.title)
        out = BytesIO()
        self.presentation.save(out)
        return out.getvalue()


def footer_text(document: Document) -> str:
    """Return as much of the masthead as stands on one line at the foot of a slide."""
    head = document.masthead
    texts = (joined(head.authority, head.kind, head.focus), joined(head.authority, head.kind))
    fitting = (text for text in texts if ARIAL.width(text, _FOOTER_SIZE) <= grid.FOOTER.width)
    return next(fitting, one_line(head.kind))


def place(shape: Any, box: Box) -> None:
    """Move a shape to a box."""
    shape.left, shape.top, shape.width, shape.height = box.emu()


def describe(frame: Any, alternative: Runs) -> None:
    """Give a chart or table its text alternative."""
    frame._element.nvGraphicFramePr.cNvPr.set("descr", line_of(alternative))


def _add_outline(root: Any, groups: list[tuple[str, list[int]]], title: str) -> None:
    """List the sections (MS-PPTX section 2.2.4); their ids follow from title and place."""
    extensions = etree.SubElement(root, qn("p:extLst"))
    extension = etree.SubElement(extensions, qn("p:ext"), uri=_SECTIONS_URI)
    sections = etree.SubElement(extension, f"{{{_SECTIONS}}}sectionLst", nsmap={"p14": _SECTIONS})
    for number, (name, slides) in enumerate(groups):
        identity = str(uuid5(NAMESPACE_URL, f"{one_line(title)}#{number}")).upper()
        section = etree.SubElement(sections, f"{{{_SECTIONS}}}section")
        section.set("name", one_line(name))
        section.set("id", f"{{{identity}}}")
        listed = etree.SubElement(section, f"{{{_SECTIONS}}}sldIdLst")
        for slide in slides:
            etree.SubElement(listed, f"{{{_SECTIONS}}}sldId").set("id", str(slide))
