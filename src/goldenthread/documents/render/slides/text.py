"""Runs and paragraphs on slides. Looks come from the master; a run only says what it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn
from pptx.text.text import _Paragraph
from pptx.util import Pt

from goldenthread.documents.blocks import Emphasis, Link, Run, Runs
from goldenthread.documents.render.office.addresses import link_target
from goldenthread.documents.render.office.words import one_line
from goldenthread.documents.render.slides.lines import (
    Line,
    Role,
    indent,
    size_of,
    space_before,
)

_RUN: Final = qn("a:r")
_LOOKS: Final = qn("a:rPr")
_TEXT: Final = qn("a:t")


def write_runs(paragraph: _Paragraph, runs: Runs, language: str, size: float | None = None) -> None:
    """Add runs to a paragraph, in the document's language; ``size`` is for cells of tables."""
    for run in runs:
        text = one_line(run.text)
        if text:
            looks = add_text(paragraph, text, language, size)
            _show(paragraph, run, looks)


def add_text(
    paragraph: _Paragraph, text: str, language: str, size: float | None = None
) -> etree._Element:
    """Add text to a paragraph and return the element that holds its looks."""
    run = etree.SubElement(paragraph._p, _RUN)
    looks = etree.SubElement(run, _LOOKS, lang=language)
    if size is not None:
        looks.set("sz", str(round(size * 100)))
    etree.SubElement(run, _TEXT).text = text
    return looks


def _show(paragraph: _Paragraph, run: Run, looks: etree._Element) -> None:
    """Set a run apart: as a link, or by its emphasis."""
    if isinstance(run, Link):
        target = link_target(run.address)
        if target:
            relation = paragraph.part.relate_to(target, RT.HYPERLINK, is_external=True)
            etree.SubElement(looks, qn("a:hlinkClick"), {qn("r:id"): relation})
    elif run.emphasis is Emphasis.STRONG:
        looks.set("b", "1")
    elif run.emphasis is Emphasis.QUIET:
        colour(looks, "schemeClr", "tx2")


def colour(looks: etree._Element, kind: str, value: str) -> None:
    """Colour a run with a colour of the theme (``schemeClr``) or another one (``srgbClr``)."""
    fill = etree.SubElement(looks, qn("a:solidFill"))
    etree.SubElement(fill, qn(f"a:{kind}"), val=value)


def write_one(shape: Any, runs: Runs, language: str, size: float | None = None) -> None:
    """Fill a placeholder with one paragraph; ``size`` replaces the layout's where it must."""
    frame = shape.text_frame
    write_runs(frame.paragraphs[0], runs, language)
    if size is not None:
        set_levels(frame, [Level(size)])


def write_lines(shape: Any, lines: Sequence[Line], size: float, language: str) -> None:
    """Fill a placeholder with lines of body text of ``size`` points."""
    frame = shape.text_frame
    for place, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.level = int(line.role)
        if line.number is not None:
            _number(paragraph, line.number)
        write_runs(paragraph, line.runs, language)
    set_levels(frame, [_level(role, size) for role in Role])


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a placeholder's text differs from the master, in points."""

    size: float
    before: float = 0
    left: float = 0
    hanging: float = 0


def _level(role: Role, size: float) -> Level:
    left = indent(role, size)
    hanging = left if role is Role.ITEM else 0
    return Level(size_of(role, size), space_before(role, size), left, hanging)


def _number(paragraph: _Paragraph, start: int) -> None:
    """Number a list item, so that a list carried over goes on where it stopped."""
    properties = paragraph._p.get_or_add_pPr()
    number = etree.SubElement(properties, qn("a:buAutoNum"), type="arabicPeriod")
    number.set("startAt", str(start))


def set_levels(frame: Any, levels: Sequence[Level]) -> None:
    """Set whole levels of a placeholder's text, not run by run."""
    styles = frame._txBody.find(qn("a:lstStyle"))
    for number, level in enumerate(levels, 1):
        style = etree.SubElement(styles, qn(f"a:lvl{number}pPr"))
        style.set("marL", str(Pt(level.left)))
        style.set("indent", str(-Pt(level.hanging)))
        space = etree.SubElement(style, qn("a:spcBef"))
        etree.SubElement(space, qn("a:spcPts"), val=str(round(level.before * 100)))
        etree.SubElement(style, qn("a:defRPr"), sz=str(round(level.size * 100)))
