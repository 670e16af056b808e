"""The styles part of a Word document (ECMA-376 part 1, 17.7)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from goldenthread.documents.blocks import Tone
from goldenthread.documents.render.office.opc import HEAD
from goldenthread.documents.render.office.theme import hex_colour
from goldenthread.documents.render.word.markup import (
    NAMESPACE,
    colour_of,
    coloured,
    style_id,
    twips,
)
from goldenthread.documents.render.word.measures import FIGURE_SIDE, Measures
from goldenthread.documents.render.word.numbering import Marker
from goldenthread.documents.render.word.style import Edge, Style, edge_width, label_width, type_size
from goldenthread.documents.render.word.style_names import (
    TONES,
    all_styles,
    inherited,
    is_panel,
    label_style,
)
from goldenthread.documents.theme import PALETTE

_BUILT_IN: Final = {
    **{f"Heading {level}": f"heading {level}" for level in (1, 2, 3)},
    "Caption": "caption",
    "Footer": "footer",
    "Header": "header",
}
"""Names that Word itself writes in lower case."""
_IN_GALLERY: Final = (
    "Title",
    "Subtitle",
    "Heading 1",
    "Heading 2",
    "Heading 3",
    "Lead",
    "List Bullet",
)
_EDGES: Final = ("top", "left", "bottom", "right", "between")
_HARDLY: Final = 0.05
"""No white space: LibreOffice takes nought for its own default."""
CELL_TOP, CELL_SIDE = 0.5, 4.0
"""White space in the cells of tables, in points."""


def styles_part(measures: Measures, language: str) -> str:
    """Return the styles part for running text of the measured size."""
    paragraphs = "".join(_paragraph_style(style, tone, measures) for style, tone in all_styles())
    return (
        f"{HEAD}<w:styles {NAMESPACE}>{_defaults(measures, language)}{paragraphs}"
        f"{''.join(_character_styles())}{_table_styles()}</w:styles>"
    )


def _defaults(measures: Measures, language: str) -> str:
    size = round(measures.body * 2)
    spacing = _spacing(None, measures.gap, measures.density.leading)
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" '
        'w:eastAsiaTheme="minorEastAsia" w:cstheme="minorBidi"/>'
        f'{coloured("ink", Tone.PLAIN)}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="{language}"/></w:rPr>'
        f"</w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>{spacing}</w:pPr></w:pPrDefault>"
        '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        "<w:semiHidden/></w:style>"
    )


def _paragraph_style(style: Style, tone: Tone, measures: Measures) -> str:
    gallery = "<w:qFormat/>" if style.name in _IN_GALLERY else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id(style.name)}">'
        f'<w:name w:val="{_BUILT_IN.get(style.name, style.name)}"/>'
        f'<w:basedOn w:val="{style_id(style.based_on)}"/>{gallery}'
        f"<w:pPr>{''.join(_paragraph_looks(style, tone, measures))}</w:pPr>"
        f"<w:rPr>{''.join(_character_looks(style, tone, measures))}</w:rPr></w:style>"
    )


def _paragraph_looks(style: Style, tone: Tone, measures: Measures) -> Iterator[str]:
    """Yield paragraph properties in the order of the schema (CT_PPrBase)."""
    if style.keep_next is not None:
        yield f'<w:keepNext w:val="{int(style.keep_next)}"/><w:keepLines/>'
    if style.bullets:
        marker = Marker(tone, panel=is_panel(style.name))
        yield f'<w:numPr><w:numId w:val="{marker.number}"/></w:numPr>'
    if style.edges is not None:
        yield _borders(style, tone, measures)
    if style.fill:
        fill = colour_of("fill", "themeFill", style.fill, tone)
        yield f'<w:shd w:val="clear" w:color="auto" {fill}/>'
    indents = _indents(style, measures)
    if indents.get("hanging"):
        yield _stop(indents, _indents(inherited(style.based_on), measures))
    if style.right_tab:
        stop = twips(measures.text_width)
        yield f'<w:tabs><w:tab w:val="right" w:pos="{stop}"/></w:tabs>'
    spaces = (style.before, style.after)
    before, after = (None if space is None else space * measures.gap for space in spaces)
    yield _spacing(before, after, style.leading)
    if indents:
        given = "".join(f' w:{name}="{width}"' for name, width in indents.items())
        yield f"<w:ind{given}/>"
    if style.align:
        yield f'<w:jc w:val="{style.align}"/>'
    if style.outline is not None:
        yield f'<w:outlineLvl w:val="{style.outline}"/>'


def _stop(indents: dict[str, int], before: dict[str, int]) -> str:
    """Return the tab stop where the text begins; that of the style it is based on would add to it.

    Stops are sorted, as they must be.
    """
    stops = {indents["left"]: "left"}
    if before.get("hanging") and before["left"] != indents["left"]:
        stops[before["left"]] = "clear"
    tabs = (f'<w:tab w:val="{kind}" w:pos="{place}"/>' for place, kind in sorted(stops.items()))
    return f"<w:tabs>{''.join(tabs)}</w:tabs>"


def _spacing(before: float | None, after: float | None, leading: float | None) -> str:
    values = {
        "before": None if before is None else twips(before),
        "after": None if after is None else twips(after),
        "line": None if leading is None else round(240 * leading),
        "lineRule": None if leading is None else "auto",
    }
    given = "".join(f' w:{name}="{value}"' for name, value in values.items() if value is not None)
    return f"<w:spacing{given}/>" if given else ""


def _indents(style: Style, measures: Measures) -> dict[str, int]:
    """Return the indents that a style sets, in twentieths of a point."""
    if style.label is not None:
        beside = label_width(style, measures)
        style = replace(style, left=(style.left or 0) + beside, hanging=beside)
    values = {"left": style.left, "right": style.right, "hanging": style.hanging}
    return {name: twips(value) for name, value in values.items() if value is not None}


def _borders(style: Style, tone: Tone, measures: Measures) -> str:
    edges = style.edges or {}
    lines = (_border(name, edges.get(name), tone, measures) for name in _EDGES)
    return f"<w:pBdr>{''.join(lines)}</w:pBdr>"


def _border(name: str, edge: Edge | None, tone: Tone, measures: Measures) -> str:
    if edge is None:
        return f'<w:{name} w:val="nil"/>'
    size, space = max(2, round(edge_width(edge, measures) * 8)), round(edge.space)
    colour = colour_of("color", "themeColor", edge.colour, tone)
    return f'<w:{name} w:val="single" w:sz="{size}" w:space="{space}" {colour}/>'


def _character_looks(style: Style, tone: Tone, measures: Measures) -> Iterator[str]:
    """Yield run properties in the order of the schema (EG_RPrBase)."""
    if style.bold is not None:
        yield f'<w:b w:val="{int(style.bold)}"/><w:bCs w:val="{int(style.bold)}"/>'
    if style.colour:
        yield coloured(style.colour, tone)
    if style.small or style.size:
        half_points = round(type_size(style, measures) * 2)
        yield f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _character_styles() -> Iterator[str]:
    """Yield the character styles: emphasis, labels and links."""
    bold = "<w:b/><w:bCs/>"
    looks = {
        "Strong": bold,
        "Quiet": coloured("quiet", Tone.PLAIN),
        "Aside": '<w:b w:val="0"/><w:bCs w:val="0"/>' + coloured("quiet", Tone.PLAIN),
        "Hyperlink": coloured("accent", Tone.PLAIN) + '<w:u w:val="single"/>',
    }
    for tone in TONES:
        looks[label_style(tone)] = bold + coloured("strong", tone)
    for name, properties in looks.items():
        yield (
            f'<w:style w:type="character" w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{properties}</w:rPr></w:style>'
        )


def _table_styles() -> str:
    """Return the style of data tables and of the strip of key figures."""
    rule, accent = hex_colour(PALETTE.rule), hex_colour(PALETTE.accent)
    header = (
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
        f"{_line('bottom', 8, accent)}</w:tcBorders></w:tcPr></w:tblStylePr>"
    )
    rows = _line("bottom", 4, rule) + _line("insideH", 4, rule)
    bars = _line("left", 12, accent) + _line("insideV", 12, accent)
    styles = (
        _table_style("Data Table", rows, _margins(CELL_TOP, CELL_SIDE), header),
        _table_style("Bar Table", rows, _margins(_HARDLY, _HARDLY), header, "center"),
        _table_style("Key Figures", bars, _margins(0, FIGURE_SIDE), ""),
    )
    return "".join(styles)


def _table_style(name: str, borders: str, margins: str, header: str, align: str = "bottom") -> str:
    return (
        f'<w:style w:type="table" w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders>{margins}'
        f'</w:tblPr><w:tcPr><w:vAlign w:val="{align}"/></w:tcPr>{header}</w:style>'
    )


def _line(edge: str, size: int, colour: str) -> str:
    return f'<w:{edge} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'


def _margins(top: float, side: float) -> str:
    edges = (("top", top), ("left", side), ("bottom", top), ("right", side))
    inner = "".join(f'<w:{name} w:w="{twips(width)}" w:type="dxa"/>' for name, width in edges)
    return f"<w:tblCellMar>{inner}</w:tblCellMar>"
