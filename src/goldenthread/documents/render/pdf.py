"""PDF: tagged, PDF/UA-1, typeset by typst. The same document always gives the same bytes."""

import json
from dataclasses import asdict, dataclass

from typst import TypstError

from goldenthread.documents.blocks import Document
from goldenthread.documents.fonts import widths
from goldenthread.documents.render.typeset import Data, Setting, blocks_data, runs_data
from goldenthread.documents.text import printable
from goldenthread.documents.theme import FONT, LOOKS, PALETTE
from goldenthread.documents.typst import compiler, each_text

SMALLEST = 9.5
"""Type size, in points, below which no text is set, whatever the page budget."""

SIZES = (11.0, 10.5, 10.0, 9.75, SMALLEST)
ONE_PAGE_SIZES = (12.5, 11.5, 10.5, 10.0, SMALLEST)
"""Type sizes of running text: the largest that keeps the page budget is used."""

MISSING = "□"
"""Stands for a character that no font on the machine has."""

_UNBUDGETED = 10.5
_LONG, _SHORT = 841.89, 595.28
"""Sides of A4 in points (ISO 216)."""


@dataclass(frozen=True, slots=True)
class Page:
    """Page size and margins in points."""

    width: float
    height: float
    side: float
    top: float
    bottom: float


def render(document: Document) -> bytes:
    """The document as PDF bytes.

    Text is set in the largest of a few sizes that keeps the page budget. If none does, it is set
    in the smallest, and the pages are as many as the text needs: nothing is cut.
    """
    if document.page_budget is None:
        return _typeset(_data(document, _UNBUDGETED))
    sizes = ONE_PAGE_SIZES if document.page_budget == 1 else SIZES
    low, high = 0, len(sizes) - 1
    while low < high:
        middle = (low + high) // 2
        if _pages(_data(document, sizes[middle])) <= document.page_budget:
            high = middle
        else:
            low = middle + 1
    return _typeset(_data(document, sizes[low]))


def _data(document: Document, size: float) -> Data:
    """All that the template needs, at a type size."""
    slim = document.page_budget == 1 or document.orientation == "landscape"
    page = _page(document.orientation, slim)
    head = document.masthead
    return {
        "title": document.title,
        "description": document.description,
        "author": document.author,
        "issued_on": [document.issued_on.year, document.issued_on.month, document.issued_on.day],
        "language": document.language.lower().split("-"),
        "font": FONT,
        "size": size,
        "smallest": SMALLEST,
        "gap": round(size * (0.72 + 0.08 * (size - SMALLEST)), 2),
        "slim": slim,
        "page": asdict(page),
        "palette": asdict(PALETTE),
        "tones": {tone.value: asdict(look) for tone, look in LOOKS.items()},
        "running": f"{head.authority} · {head.kind}",
        "masthead": {
            "authority": head.authority,
            "kind": head.kind,
            "focus": runs_data(head.focus),
            "period": runs_data(head.period),
            "issued": runs_data(head.issued),
        },
        "body": blocks_data(document.body, Setting(page.width - 2 * page.side, size, SMALLEST)),
        "footer": runs_data(document.footer),
    }


def _page(orientation: str, slim: bool) -> Page:
    margins = (42.0, 22.0, 42.0) if slim else (51.0, 25.0, 42.0)
    if orientation == "landscape":
        return Page(_LONG, _SHORT, *margins)
    return Page(_SHORT, _LONG, *margins)


def _pages(data: Data) -> int:
    """How many pages the text needs."""
    found: list[int] = json.loads(compiler("brief.typ", data).query("<pages>", field="value"))
    return found[0]


def _typeset(data: Data) -> bytes:
    """The PDF. PDF/UA allows no character without a glyph, so these are looked for step by step.

    First in the fonts that ship, so that every machine gives the same bytes; then in the machine's
    fonts as well; and where no font has a character, a mark stands in its place.
    """
    try:
        return _compile("brief.typ", data)
    except TypstError:
        return _compile("brief.typ", _shown(data), system_fonts=True)


def _compile(template: str, data: object, system_fonts: bool = False) -> bytes:
    """A tagged PDF. Raises ``TypstError`` for a character that no font has."""
    pdf = compiler(template, data, system_fonts).compile(format="pdf", pdf_standards=["ua-1"])
    if not isinstance(pdf, bytes):
        raise TypeError("a PDF is one file")
    return pdf


def _shown(data: Data) -> object:
    """The data with a mark for each character that no font has, shipped or on the machine."""
    used = set(json.dumps(each_text(data, printable), ensure_ascii=False))
    doubtful = sorted(used - widths("regular").keys())
    marks = {ord(one): MISSING for one in doubtful if not _has_glyph(one)}
    return each_text(data, lambda text: text.translate(marks))


def _has_glyph(one: str) -> bool:
    try:
        _compile("glyph.typ", one, system_fonts=True)
    except TypstError:
        return False
    return True
