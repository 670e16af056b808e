"""The slide master and the layouts as XML (ECMA-376 part 1, sections 19.3.1.39 and 19.3.1.42)."""

from typing import Final
from xml.sax.saxutils import quoteattr

from goldenthread.documents.render.office.opc import HEAD
from goldenthread.documents.render.office.theme import hex_colour
from goldenthread.documents.render.slides import grid
from goldenthread.documents.render.slides.grid import Box
from goldenthread.documents.render.slides.layouts import LAYOUTS, Layout, Slot

NAMESPACES: Final = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
SLIDE_NUMBER: Final = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
_FIRST_LAYOUT: Final = 2_147_483_649
"""Ids of masters and layouts start at 2^31; the master has the first."""
_MAP: Final = (
    'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
    'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" '
    'hlink="hlink" folHlink="folHlink"'
)
_CONTENT: Final = {
    "sldNum": f'<a:fld id="{SLIDE_NUMBER}" type="slidenum"><a:rPr lang="en-GB"/>'
    "<a:t>‹#›</a:t></a:fld>",
    "ftr": '<a:r><a:rPr lang="en-GB"/><a:t> </a:t></a:r>',
}
"""What a placeholder of the master holds; without the space LibreOffice loses a footer's looks."""
_BODY_SIZE: Final = 20.0


def master_part() -> str:
    """Return the master: where things stand by default, and the text styles of all slides."""
    slots = (
        Slot("Title", "title", 0, grid.TOP_TITLE),
        Slot("Text", "body", 1, grid.CONTENT),
        Slot("Footer", "ftr", 3, grid.WIDE_FOOTER, 12, "tx2", anchor="ctr"),
        Slot("Slide number", "sldNum", 4, grid.NUMBER, 12, "tx2", anchor="ctr", align="r"),
    )
    shapes = "".join(_slot(number, slot) for number, slot in enumerate(slots, 2))
    ids = "".join(
        f'<p:sldLayoutId id="{_FIRST_LAYOUT + n}" r:id="rId{n + 1}"/>' for n in range(len(LAYOUTS))
    )
    return (
        f"{HEAD}<p:sldMaster {NAMESPACES}><p:cSld>{_background()}{_tree(shapes)}</p:cSld>"
        f'<p:clrMap {_MAP}/><p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:hf hdr="0" dt="0"/>'
        f"<p:txStyles>{_title_style()}{_body_style()}{_other_style()}</p:txStyles></p:sldMaster>"
    )


def layout_part(layout: Layout) -> str:
    """Return a layout: painted rectangles first, then its placeholders in reading order."""
    painted = [
        _rectangle(number, name, box, colour)
        for number, (name, box, colour) in enumerate(layout.painted, 2)
    ]
    first = len(painted) + 2
    shapes = [_slot(number, slot) for number, slot in enumerate(layout.slots, first)]
    kind = f' type="{layout.kind}"' if layout.kind else ""
    return (
        f'{HEAD}<p:sldLayout {NAMESPACES}{kind} preserve="1" userDrawn="1">'
        f"<p:cSld name={quoteattr(layout.name)}>{_tree(''.join(painted + shapes))}</p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _tree(shapes: str) -> str:
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr/>{shapes}</p:spTree>"
    )


def _background() -> str:
    fill = '<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'
    return f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"


def _colour(colour: str) -> str:
    """Return a theme colour by its name, or a colour as ``#rrggbb``."""
    if colour.startswith("#"):
        return f'<a:srgbClr val="{hex_colour(colour)}"/>'
    return f'<a:schemeClr val="{colour}"/>'


def _frame(box: Box) -> str:
    left, top, width, height = box.emu()
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def _rectangle(number: int, name: str, box: Box, colour: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(name)}/><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{_frame(box)}'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"<a:solidFill>{_colour(colour)}</a:solidFill>"
        "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _slot(number: int, slot: Slot) -> str:
    """Return a placeholder of the master or of a layout."""
    attributes = f'type="{slot.kind}"' + (f' idx="{slot.idx}"' if slot.idx else "")
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(slot.name)}/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {attributes}/></p:nvPr>'
        f"</p:nvSpPr><p:spPr>{_frame(slot.box)}</p:spPr><p:txBody>"
        f'<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{slot.anchor}">'
        f"<a:noAutofit/></a:bodyPr>{_own_style(slot)}"
        f'<a:p>{_CONTENT.get(slot.kind, "")}<a:endParaRPr lang="en-GB"/></a:p>'
        "</p:txBody></p:sp>"
    )


def _own_style(slot: Slot) -> str:
    """Return what differs from the master's styles: size, weight and colour, or the accent."""
    if slot.accent:
        colour = _colour(slot.accent)
        return (
            f"<a:lstStyle><a:lvl2pPr><a:buClr>{colour}</a:buClr></a:lvl2pPr><a:lvl5pPr><a:defRPr>"
            f"<a:solidFill>{colour}</a:solidFill></a:defRPr></a:lvl5pPr></a:lstStyle>"
        )
    if not slot.size:
        return "<a:lstStyle/>"
    return (
        f'<a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="{slot.align}">'
        '<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f"{_characters(slot.size, slot.colour, bold=slot.bold)}</a:lvl1pPr></a:lstStyle>"
    )


def _characters(size: float, colour: str, *, bold: bool, font: str = "+mn-lt") -> str:
    return (
        f'<a:defRPr lang="en-GB" sz="{round(size * 100)}" b="{int(bold)}">'
        f"<a:solidFill>{_colour(colour)}</a:solidFill>"
        f'<a:latin typeface="{font}"/></a:defRPr>'
    )


def _title_style() -> str:
    looks = _characters(28, "tx1", bold=True, font="+mj-lt")
    return (
        '<p:titleStyle><a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        f"{looks}</a:lvl1pPr></p:titleStyle>"
    )


def _body_style() -> str:
    """Levels: text, list item, text below an item, small print, label, text below a label."""
    bullet = (
        '<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="Arial"/>'
        '<a:buChar char="•"/>'
    )
    small = _BODY_SIZE - 4
    levels = (
        _level(1, 0, "<a:buNone/>", _characters(_BODY_SIZE, "tx1", bold=False)),
        _level(2, -24, bullet, _characters(_BODY_SIZE, "tx1", bold=False)),
        _level(3, 0, "<a:buNone/>", _characters(_BODY_SIZE, "tx2", bold=False)),
        _level(4, 0, "<a:buNone/>", _characters(small, "tx2", bold=False)),
        _level(5, 0, "<a:buNone/>", _characters(small, "accent1", bold=True)),
        _level(6, 0, "<a:buNone/>", _characters(_BODY_SIZE, "tx1", bold=False)),
    )
    return f"<p:bodyStyle>{''.join(levels)}</p:bodyStyle>"


def _other_style() -> str:
    """Footers, for programs that do not look for them in the layout."""
    looks = _characters(12, "tx2", bold=False)
    return f'<p:otherStyle><a:lvl1pPr algn="l">{looks}</a:lvl1pPr></p:otherStyle>'


def _level(number: int, indent: float, bullet: str, characters: str) -> str:
    left = 24 if number in (2, 3) else 0
    margins = f'marL="{round(left * grid.EMU)}" indent="{round(indent * grid.EMU)}"'
    return (
        f'<a:lvl{number}pPr {margins} algn="l"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef>{bullet}{characters}</a:lvl{number}pPr>'
    )
