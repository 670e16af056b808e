"""The head of the first page, and the foot of every page."""

from typing import Any, Final

from docx.oxml import parse_xml
from docx.section import Section

from goldenthread.documents.blocks import Document, Runs, Text
from goldenthread.documents.render.office.words import joined, line_of
from goldenthread.documents.render.word.items import Line
from goldenthread.documents.render.word.markup import add_text, child
from goldenthread.documents.render.word.measures import Measures
from goldenthread.documents.render.word.style_height import spaces_of, style_height
from goldenthread.documents.render.word.writer import Writer

_EMU: Final = 12_700
_BELOW: Final = 9.0
"""Of the band below the last line of the masthead, in points."""
_NAMESPACES: Final = " ".join(
    f'xmlns:{prefix}="http://schemas.{address}"'
    for prefix, address in {
        "w": "openxmlformats.org/wordprocessingml/2006/main",
        "a": "openxmlformats.org/drawingml/2006/main",
        "wp": "openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "mc": "openxmlformats.org/markup-compatibility/2006",
        "wps": "microsoft.com/office/word/2010/wordprocessingShape",
        "adec": "microsoft.com/office/drawing/2017/decorative",
    }.items()
)
_BAND: Final = (
    '<w:r {namespaces}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
    '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" '
    'behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
    '<wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>'
    '<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
    '<wp:wrapNone/><wp:docPr id="1000" name="Band"><a:extLst>'
    '<a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}"><adec:decorative val="1"/></a:ext>'
    "</a:extLst></wp:docPr><wp:cNvGraphicFramePr/><a:graphic><a:graphicData "
    'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
    '<wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/>'
    '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>'
    '<a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/>'
    "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
    "</mc:AlternateContent></w:r>"
)


def masthead_lines(document: Document, measures: Measures) -> list[Line]:
    """Return the lines of the masthead that say something; where room is scarce, three."""
    head = document.masthead
    between: Runs = (Text(" · "),) if line_of(head.period) and line_of(head.issued) else ()
    details = (*head.period, *between, *head.issued)
    authority = Line("Masthead", (Text(head.authority),))
    kind: Runs = (Text(head.kind or document.title),)
    if measures.density.slim:
        together = Line("Masthead Line", details, head.focus, "Strong")
        lines = [authority, Line("Title Slim", kind), together]
    else:
        lines = [authority, Line("Title", kind), Line("Subtitle", head.focus)]
        lines.append(Line("Masthead Details", details))
    return [line for line in lines if line_of((*line.label, *line.runs))]


def masthead_height(document: Document, measures: Measures) -> float:
    """Return the height of the lines of the masthead in points."""
    return sum(
        style_height(line.style, line_of(line.runs), measures.text_width, measures)
        for line in masthead_lines(document, measures)
    )


def space_below_masthead(document: Document, measures: Measures) -> float:
    """Return the white space below the last line of the masthead in points."""
    *_, last = (line.style for line in masthead_lines(document, measures))
    return spaces_of(last, measures).after


def write_masthead(writer: Writer, document: Document) -> None:
    """Write who speaks, about what and when."""
    for line in masthead_lines(document, writer.measures):
        writer.write_line(line)


def write_edges(writer: Writer, document: Document) -> None:
    """Write the band behind the masthead, and name and page number at the foot of every page.

    They belong to the first section, so they are written when it is known where that ends.
    """
    first = writer.document.sections[0]
    first.different_first_page_header_footer = True
    _write_band(first, document, writer.measures)
    running = joined(document.masthead.authority, document.masthead.kind)
    for footer in (first.footer, first.first_page_footer):
        _write_foot(footer, running)


def _write_band(first: Section, document: Document, measures: Measures) -> None:
    """Write a band of colour across the top of the first page.

    It is a shape in the header, marked as decoration; the masthead's paragraphs have its colour
    too, so that they can be read where shapes are not shown.
    """
    paragraph = first.first_page_header.paragraphs[0]
    paragraph._p.append(
        _band(measures.width, measures.top + masthead_height(document, measures) + _BELOW)
    )


def _write_foot(footer: Any, running: str) -> None:
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]._p
    paragraph.style = "Footer"
    add_text(paragraph, running)
    child(child(paragraph, "w:r"), "w:tab")
    for words, instruction in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        add_text(paragraph, words)
        add_text(child(paragraph, "w:fldSimple", instr=instruction), "1")


def _band(width: float, height: float) -> Any:
    return parse_xml(
        _BAND.format(namespaces=_NAMESPACES, width=round(width * _EMU), height=round(height * _EMU))
    )
