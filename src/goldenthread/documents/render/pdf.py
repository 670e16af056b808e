"""PDF: tagged, PDF/UA-1, typeset by typst. The same document always gives the same bytes."""

import json
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import cache, partial

from typst import TypstError

from goldenthread.documents.blocks import Document
from goldenthread.documents.fonts import widths
from goldenthread.documents.render.paper.blocks import blocks_data
from goldenthread.documents.render.paper.setting import Data, Setting
from goldenthread.documents.text import printable, runs_of
from goldenthread.documents.theme import FONT, LOOKS, PALETTE
from goldenthread.documents.typst import compiler, each_text

SMALLEST = 9.0
"""Type size, in points, below which no text is set, whatever the page budget."""

TABLE_SIZE = 9.5
"""Type size of tables, charts and footers, in points, where running text is not smaller."""


@dataclass(frozen=True, slots=True)
class Density:
    """Type size of running text in points, space between blocks in type sizes, and leading."""

    size: float
    gap: float
    room: float
    """About how many pages usual text takes, against the same text in 11 points; it only says
    where to look first, because setting the text once takes some 60 ms."""
    leading: float = 0.56
    tight: bool = False
    """With narrow margins, a low masthead and facts in columns."""


_ROOMY = (Density(12.5, 0.9, 1.16), Density(11.5, 0.86, 1.05))
_USUAL = (
    Density(11.0, 0.84, 1.0),
    Density(10.5, 0.8, 0.94),
    Density(10.0, 0.76, 0.88),
    Density(9.75, 0.72, 0.83),
    Density(9.5, 0.66, 0.78),
    Density(9.5, 0.46, 0.74, 0.5),
    Density(9.5, 0.5, 0.67, 0.54, tight=True),
    Density(9.25, 0.5, 0.65, 0.54, tight=True),
    Density(9.25, 0.46, 0.64, 0.5, tight=True),
    Density(SMALLEST, 0.46, 0.6, 0.5, tight=True),
)
"""From the most generous to the tightest: the first that keeps the page budget is used."""

_UNBUDGETED = _USUAL[1]

_USUAL_CHARACTERS = 2_700
"""On a page in 11 points, with headings, cards and a chart."""

_HARDLY_BEGUN = 0.4
"""A last page that is filled less than so far is saved, if the text can be set that tight."""

MISSING = "□"
"""Stands for a character that no font on the machine has."""

_PAGE_COUNT = re.compile(rb"/Type\s*/Pages\s*/Count\s+(\d+)")
"""The root of the page tree, which typst writes uncompressed (ISO 32000-2, 7.7.3.2)."""

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

    Text is set as large as the page budget allows. If even the smallest size does not keep it,
    nothing is cut: the pages are as many as that size needs. A last page that would be nearly empty
    is saved where smaller type can.
    """
    return _typeset(_data(document, _density(document)))


@dataclass(frozen=True, slots=True)
class _Extent:
    """How many pages a text takes, and what share of the last one."""

    pages: int
    filled: float

    @property
    def taken(self) -> float:
        """Pages, the last one as far as it is filled."""
        return self.pages - 1 + self.filled


def page_count(pdf: bytes) -> int:
    """Number of pages of a PDF that ``render`` made."""
    found = _PAGE_COUNT.search(pdf)
    if found is None:
        raise ValueError("not a PDF that was rendered here")
    return int(found.group(1))


def _density(document: Document) -> Density:
    """The most generous setting that keeps the page budget and leaves no page nearly empty."""
    budget = document.page_budget
    if budget is None:
        return _UNBUDGETED
    extent_of = cache(partial(_extent, document))
    chosen = _loosest(extent_of, budget, _usual_pages(document))
    extent = extent_of(chosen)
    usual = extent.taken / chosen.room
    if extent.pages > budget:
        return _loosest(extent_of, extent.pages, usual)
    if extent.pages == 1 or extent.filled >= _HARDLY_BEGUN:
        return chosen
    saving = _loosest(extent_of, extent.pages - 1, usual)
    return saving if extent_of(saving).pages < extent.pages else chosen


def _usual_pages(document: Document) -> float:
    """How many pages text of this length usually takes in 11 points."""
    runs = (run for block in document.body for run in runs_of(block))
    return max(sum(len(run.text) for run in runs), 1) / _USUAL_CHARACTERS


def _loosest(extent_of: Callable[[Density], _Extent], pages: int, usual: float) -> Density:
    """The most generous setting on so many pages, or the tightest if none keeps to them."""
    choices = (*_ROOMY, *_USUAL[1:]) if pages == 1 else _USUAL
    low, high = 0, len(choices) - 1
    share = pages / usual
    while low < high:
        likely = (place for place in range(low, high) if choices[place].room <= share)
        tried = next(likely, high - 1)
        extent = extent_of(choices[tried])
        if extent.pages <= pages:
            high = tried
        else:
            low = tried + 1
        share = pages / extent.taken * choices[tried].room
    return choices[low]


def _extent(document: Document, density: Density) -> _Extent:
    data = _data(document, density)
    answer = compiler("brief.typ", data).query("<extent>", field="value")
    ((pages, bottom),) = json.loads(answer)
    return _Extent(pages, bottom / data["page"]["height"])


def _data(document: Document, density: Density) -> Data:
    """All that the template needs."""
    slim = density.tight or document.page_budget == 1 or document.orientation == "landscape"
    page = _page(document.orientation, slim)
    smallest = min(density.size, TABLE_SIZE)
    place = Setting(page.width - 2 * page.side, density.size, smallest, tight=density.tight)
    head, day = document.masthead, document.issued_on
    return {
        "title": document.title,
        "description": document.description,
        "author": document.author,
        "issued_on": [day.year, day.month, day.day] if day else None,
        "language": document.language.lower().split("-"),
        "font": FONT,
        "size": density.size,
        "smallest": smallest,
        "gap": round(density.size * density.gap, 2),
        "leading": density.leading,
        "slim": slim,
        "tight": density.tight,
        "page": asdict(page),
        "palette": asdict(PALETTE),
        "tones": {tone.value: asdict(look) for tone, look in LOOKS.items()},
        "running": f"{head.authority} · {head.kind}",
        "masthead": {
            "authority": head.authority,
            "kind": head.kind,
            "focus": place.runs(head.focus, 1.35),
            "period": place.runs(head.period),
            "issued": place.runs(head.issued),
        },
        "body": blocks_data(document.body, place),
        "footer": place.runs(document.footer),
    }


def _page(orientation: str, slim: bool) -> Page:
    margins = (42.0, 22.0, 42.0) if slim else (48.0, 25.0, 42.0)
    if orientation == "landscape":
        return Page(_LONG, _SHORT, *margins)
    return Page(_SHORT, _LONG, *margins)


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
