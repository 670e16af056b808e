"""A deck as it grows: slides from layouts, and the outline that lists them."""

from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import pptx
from lxml import etree
from pptx.oxml.ns import qn

from goldenthread.documents.blocks import Document
from goldenthread.documents.render.office.metrics import ARIAL
from goldenthread.documents.render.office.words import joined, one_line
from goldenthread.documents.render.slides import grid
from goldenthread.documents.render.slides.layouts import LAYOUTS, Layout
from goldenthread.documents.render.slides.sheet import Sheet
from goldenthread.documents.render.slides.template import template

_FOOTER_SIZE = 12.0
_SECTIONS = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_SECTIONS_URI = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"


@dataclass(slots=True)
class Deck:
    """The presentation, and which slides belong to which section of the outline."""

    document: Document
    presentation: Any = field(default_factory=lambda: pptx.Presentation(BytesIO(template())))
    groups: list[tuple[str, list[int]]] = field(default_factory=list)

    def add(self, layout: Layout, group: str) -> Sheet:
        """Add a slide with a layout to a section of the outline."""
        presentation = self.presentation
        relation, slide = presentation.part.add_slide(
            presentation.slide_layouts[LAYOUTS.index(layout)]
        )
        presentation.slides._sldIdLst.add_sldId(relation)
        if not self.groups or self.groups[-1][0] != group:
            self.groups.append((group, []))
        self.groups[-1][1].append(slide.slide_id)
        return Sheet(slide, layout, self.document.language)

    def close(self, sheet: Sheet) -> None:
        """Finish a slide; footer and slide number come last in reading order."""
        sheet.write_foot(footer_text(self.document))

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
