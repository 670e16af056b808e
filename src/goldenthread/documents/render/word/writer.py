"""Writes lines and sections into a Word document, in styles and with nothing else."""

from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import docx
from docx.oxml.ns import qn

from goldenthread.documents.render.office.words import line_of
from goldenthread.documents.render.word.items import Line, PageColumns
from goldenthread.documents.render.word.markup import add_paragraph, add_text, child, twips
from goldenthread.documents.render.word.measures import Measures
from goldenthread.documents.render.word.numbering import Marker
from goldenthread.documents.render.word.runs import write_runs
from goldenthread.documents.render.word.template import template


@dataclass(slots=True)
class Writer:
    """A document as it grows, and whether the next paragraph starts a column."""

    measures: Measures
    language: str
    document: Any = field(init=False)
    breaks_column: bool = False
    sections: int = 0
    numbers: int = 0
    """The numbered list that is being written."""

    def __post_init__(self) -> None:
        """Open the empty document."""
        self.document = docx.Document(BytesIO(template(self.measures, self.language)))

    @property
    def body(self) -> Any:
        """The body element."""
        return self.document.element.body

    @property
    def part(self) -> Any:
        """The part that the body's links and pictures are related to."""
        return self.document.part

    def paragraph(self, style: str) -> Any:
        """Add an empty paragraph in a style; it starts a column if one is due."""
        paragraph = add_paragraph(self.body, style)
        self.body.sectPr.addprevious(paragraph)
        if self.breaks_column:
            self.breaks_column = False
            child(child(paragraph, "w:r"), "w:br", type="column")
        return paragraph

    def write_line(self, line: Line) -> None:
        """Add a line: what stands before its tab, its runs, and the lines below it."""
        paragraph = self.paragraph(line.style)
        if line.marker is not None:
            self._number(paragraph, line.marker, starts=line.starts)
        if line.label:
            add_text(paragraph, line_of(line.label), line.label_style)
            if line.run_in:
                add_text(paragraph, "\N{EN SPACE}")
            else:
                child(child(paragraph, "w:r"), "w:tab")
        write_runs(paragraph, line.runs, self.part)
        if line.aside:
            add_text(paragraph, "\N{EN SPACE}")
            write_runs(paragraph, line.aside, self.part, "Aside")
        for more in line.more:
            child(child(paragraph, "w:r"), "w:br")
            write_runs(paragraph, more, self.part, "Quiet")

    def _number(self, paragraph: Any, marker: Marker, *, starts: bool) -> None:
        """Make a paragraph an item of a numbered list; every list starts at one."""
        if starts:
            numbering = self.part.numbering_part.numbering_definitions._numbering
            instance = numbering.add_num(marker.number)
            instance.add_lvlOverride(ilvl=0).add_startOverride(1)
            self.numbers = int(instance.numId)
        properties = child(paragraph.pPr, "w:numPr")
        child(properties, "w:ilvl", val=0)
        child(properties, "w:numId", val=self.numbers)

    def end_section(self, columns: PageColumns | None = None) -> None:
        """End the section here, and give it columns.

        The first section starts on the first page, others where the one before ends, unless
        columns begin a new page.
        """
        section = self.body.sectPr.clone()
        if columns is not None:
            _set_columns(section, columns)
        if self.sections and not (columns and columns.new_page):
            _set_continuous(section)
        self.sections += 1
        self.paragraph("Section Break").set_sectPr(section)

    def save(self) -> bytes:
        """Return the file."""
        if self.sections:
            _set_continuous(self.body.sectPr)
        out = BytesIO()
        self.document.save(out)
        return out.getvalue()


def _set_continuous(section: Any) -> None:
    """Let a section go on where the one before it ends; in the schema headers come first."""
    section.find(qn("w:pgSz")).addprevious(child(section, "w:type", val="continuous"))


def _set_columns(section: Any, item: PageColumns) -> None:
    """Give a section its columns (ECMA-376 part 1, 17.6.4)."""
    widths = item.widths
    columns = section.find(qn("w:cols"))
    columns.set(qn("w:num"), str(len(widths)))
    columns.set(qn("w:equalWidth"), "0")
    for place, width in enumerate(widths, 1):
        space = 0 if place == len(widths) else twips(item.gutter)
        child(columns, "w:col", w=twips(width), space=space)
