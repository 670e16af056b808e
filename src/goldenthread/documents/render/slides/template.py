"""The presentation that every deck starts from: theme, master and layouts, and no slide.

Written here, part by part (ECMA-376 part 1, section 13), instead of kept as a binary file, so
that its colours and fonts are the theme's and every change can be read.
"""

from functools import cache
from typing import Final

from goldenthread.documents.render.office.opc import (
    HEAD,
    THEME_TYPE,
    content_types,
    package_relationships,
    packed,
    relationships,
)
from goldenthread.documents.render.office.theme import theme_part
from goldenthread.documents.render.slides import grid
from goldenthread.documents.render.slides.layouts import LAYOUTS
from goldenthread.documents.render.slides.master import NAMESPACES, layout_part, master_part
from goldenthread.documents.theme import OFFICE_FONT

_TYPES: Final = "application/vnd.openxmlformats-officedocument.presentationml"
_TARGETS: Final = (
    ("slideMaster", "slideMasters/slideMaster1.xml"),
    ("theme", "theme/theme1.xml"),
    ("tableStyles", "tableStyles.xml"),
)
TABLE_STYLE: Final = "{6F1B7C1E-0D52-4A63-9C4B-5A1E7B2D9A10}"
"""Identifies the deck's own table style."""


@cache
def template() -> bytes:
    """Return the empty presentation as a package."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": package_relationships("ppt/presentation.xml"),
        "ppt/presentation.xml": _presentation(),
        "ppt/_rels/presentation.xml.rels": relationships(_TARGETS),
        "ppt/theme/theme1.xml": theme_part(OFFICE_FONT),
        "ppt/tableStyles.xml": _table_styles(),
        "ppt/slideMasters/slideMaster1.xml": master_part(),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _master_relationships(),
    }
    for number, layout in enumerate(LAYOUTS, 1):
        name = f"slideLayout{number}.xml"
        parts[f"ppt/slideLayouts/{name}"] = layout_part(layout)
        parts[f"ppt/slideLayouts/_rels/{name}.rels"] = relationships(
            [("slideMaster", "../slideMasters/slideMaster1.xml")]
        )
    return packed(parts)


def _layout_names() -> list[str]:
    return [f"slideLayouts/slideLayout{number}.xml" for number in range(1, len(LAYOUTS) + 1)]


def _master_relationships() -> str:
    layouts = [("slideLayout", f"../{name}") for name in _layout_names()]
    return relationships([*layouts, ("theme", "../theme/theme1.xml")])


def _content_types() -> str:
    kinds = {
        "ppt/presentation.xml": f"{_TYPES}.presentation.main+xml",
        "ppt/slideMasters/slideMaster1.xml": f"{_TYPES}.slideMaster+xml",
        "ppt/tableStyles.xml": f"{_TYPES}.tableStyles+xml",
        "ppt/theme/theme1.xml": THEME_TYPE,
    }
    return content_types(
        kinds | {f"ppt/{name}": f"{_TYPES}.slideLayout+xml" for name in _layout_names()}
    )


def _presentation() -> str:
    width, height = round(grid.WIDTH * grid.EMU), round(grid.HEIGHT * grid.EMU)
    return (
        f'{HEAD}<p:presentation {NAMESPACES} saveSubsetFonts="1">'
        '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        f'<p:sldIdLst/><p:sldSz cx="{width}" cy="{height}"/><p:notesSz cx="{height}" cy="{width}"/>'
        '<p:defaultTextStyle><a:defPPr><a:defRPr lang="en-GB"/></a:defPPr></p:defaultTextStyle>'
        "</p:presentation>"
    )


def _table_styles() -> str:
    def line(edge: str, width: int, colour: str) -> str:
        return (
            f'<a:{edge}><a:ln w="{width}"><a:solidFill><a:schemeClr val="{colour}"/>'
            f"</a:solidFill></a:ln></a:{edge}>"
        )

    rows = line("bottom", 6350, "accent6") + line("insideH", 6350, "accent6")
    return (
        f'{HEAD}<a:tblStyleLst {NAMESPACES} def="{TABLE_STYLE}">'
        f'<a:tblStyle styleId="{TABLE_STYLE}" styleName="Golden Thread">'
        '<a:wholeTbl><a:tcTxStyle><a:fontRef idx="minor"/><a:schemeClr val="tx1"/></a:tcTxStyle>'
        f"<a:tcStyle><a:tcBdr>{rows}</a:tcBdr><a:fill><a:noFill/></a:fill></a:tcStyle></a:wholeTbl>"
        '<a:firstRow><a:tcTxStyle b="on"><a:fontRef idx="minor"/><a:schemeClr val="accent1"/>'
        f"</a:tcTxStyle><a:tcStyle><a:tcBdr>{line('bottom', 19050, 'accent1')}</a:tcBdr>"
        '<a:fill><a:solidFill><a:schemeClr val="bg2"/></a:solidFill></a:fill></a:tcStyle>'
        "</a:firstRow></a:tblStyle></a:tblStyleLst>"
    )
