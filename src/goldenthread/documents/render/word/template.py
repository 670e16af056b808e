"""The empty Word document that every publication starts from, built from its parts."""

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
from goldenthread.documents.render.word.markup import NAMESPACE, twips
from goldenthread.documents.render.word.measures import FAMILY, Measures
from goldenthread.documents.render.word.numbering import numbering_part
from goldenthread.documents.render.word.style_sheet import styles_part
from goldenthread.documents.render.word.typeface import STYLES, font_table, obfuscated_font

_TYPES: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS: Final = {
    "styles": "styles.xml",
    "numbering": "numbering.xml",
    "settings": "settings.xml",
    "fontTable": "fontTable.xml",
    "theme": "theme/theme1.xml",
}
_CONTENT_TYPES: Final = {
    "word/document.xml": f"{_TYPES}.document.main+xml",
    "word/styles.xml": f"{_TYPES}.styles+xml",
    "word/numbering.xml": f"{_TYPES}.numbering+xml",
    "word/settings.xml": f"{_TYPES}.settings+xml",
    "word/fontTable.xml": f"{_TYPES}.fontTable+xml",
    "word/theme/theme1.xml": THEME_TYPE,
}
_FONT_TYPE: Final = "application/vnd.openxmlformats-officedocument.obfuscatedFont"


def template(measures: Measures, language: str) -> bytes:
    """Return a document without text, in the measured sizes and in ``language``."""
    fonts = [("font", f"fonts/{style.lower()}.odttf") for style in STYLES]
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": content_types(_CONTENT_TYPES, {"odttf": _FONT_TYPE}),
        "_rels/.rels": package_relationships("word/document.xml"),
        "word/document.xml": _body(measures),
        "word/_rels/document.xml.rels": relationships(list(_PARTS.items())),
        "word/styles.xml": styles_part(measures, language),
        "word/numbering.xml": numbering_part(),
        "word/settings.xml": _settings(language),
        "word/fontTable.xml": font_table(),
        "word/_rels/fontTable.xml.rels": relationships(fonts),
        "word/theme/theme1.xml": theme_part(FAMILY),
    }
    for style in STYLES:
        parts[f"word/fonts/{style.lower()}.odttf"] = obfuscated_font(style)
    return packed(parts)


def _body(measures: Measures) -> str:
    landscape = ' w:orient="landscape"' if measures.width > measures.height else ""
    return (
        f"{HEAD}<w:document {NAMESPACE}><w:body><w:sectPr>"
        f'<w:pgSz w:w="{twips(measures.width)}" w:h="{twips(measures.height)}"{landscape}/>'
        f'<w:pgMar w:top="{twips(measures.top)}" w:right="{twips(measures.side)}" '
        f'w:bottom="{twips(measures.bottom)}" w:left="{twips(measures.side)}" '
        'w:header="0" w:footer="400" w:gutter="0"/><w:cols w:space="0"/>'
        "</w:sectPr></w:body></w:document>"
    )


def _settings(language: str) -> str:
    """Return the settings: fonts carried along, and the layout of current versions of Word."""
    return (
        f'{HEAD}<w:settings {NAMESPACE}><w:embedTrueTypeFonts/><w:defaultTabStop w:val="567"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{language}"/>'
        '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" '
        'w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" '
        'w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink" '
        'w:followedHyperlink="followedHyperlink"/><w:decimalSymbol w:val="."/>'
        '<w:listSeparator w:val=","/></w:settings>'
    )
