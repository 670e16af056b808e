"""A PDF as a source: whole paragraphs in reading order, by its tags where they are good."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import Any

import pypdfium2
import pypdfium2.raw as raw

from goldenthread.checker.reading.office.collected import Collected
from goldenthread.checker.reading.pdf.across import joined_columns, joined_pages
from goldenthread.checker.reading.pdf.beneath import (
    property_of,
    read_annotations,
    read_files,
    read_metadata,
    read_properties,
)
from goldenthread.checker.reading.pdf.colours import colours_of
from goldenthread.checker.reading.pdf.furniture import (
    furniture_of,
    is_page_number,
    running_passage,
)
from goldenthread.checker.reading.pdf.hyphens import BREAK, mended, words_in
from goldenthread.checker.reading.pdf.lines import lines_of
from goldenthread.checker.reading.pdf.links import links_of
from goldenthread.checker.reading.pdf.opening import opened
from goldenthread.checker.reading.pdf.page import (
    Page,
    level_lines,
    page_of,
    pieces_of,
    turned_text,
    view_of_page,
)
from goldenthread.checker.reading.pdf.pdfium import wide_text
from goldenthread.checker.reading.pdf.roles import Looks, Piece, looks_of, passage_of
from goldenthread.checker.reading.pdf.segments import Segment
from goldenthread.checker.reading.pdf.tables import Table
from goldenthread.checker.reading.pdf.tagged import Tagged, tagged_parts
from goldenthread.checker.reading.pdf.tags import TagReader
from goldenthread.checker.reading.wording import tidy
from goldenthread.checker.source import (
    FileKind,
    Grid,
    Part,
    Passage,
    Picture,
    Region,
    Shows,
    Source,
)

_ALWAYS = frozenset(
    {Shows.PAGES, Shows.LANGUAGE, Shows.TITLE, Shows.TAGS, Shows.LINKS, Shows.COLOURS}
)
_BY_TAGS = frozenset({Shows.HEADINGS, Shows.LISTS, Shows.HEADER_ROWS, Shows.PICTURES})
_FEWEST_LETTERS = 20
"""On a page: with fewer, and a picture that fills the page, it is a scan."""
_FILLS = 0.5


@dataclass(slots=True)
class _Pages:
    """All pages; ``placed`` is what no tag puts in order."""

    pages: list[Page] = field(default_factory=list)
    tagged: dict[int, Tagged] = field(default_factory=dict)
    placed: list[tuple[Page, list[Segment]]] = field(default_factory=list)
    scanned: list[int] = field(default_factory=list)


def read(content: bytes, name: str) -> Source:
    """The document. Raises ``Unfit`` and ``Damaged`` when it cannot be opened.

    Tags decide the order and the kinds of what stands on a page when they hold nearly all of its
    text: their author stated the order. Elsewhere columns, paragraphs and tables are found by
    places and type.
    """
    found = Collected()
    with closing(opened(content)) as document:
        tagged = bool(raw.FPDFCatalog_IsTagged(document))
        pages = _read_pages(document, tagged, found)
        _add_text(pages, found)
        read_properties(document, found)
        read_metadata(content, found)
        read_files(document, found)
        language = wide_text(raw.FPDFCatalog_GetLanguage, document)
        title = property_of(document, "Title")
    by_tags = tagged and len(pages.tagged) == len([p for p in pages.pages if p.segments])
    return Source(
        file=name,
        kind=FileKind.PDF,
        parts=tuple(found.parts),
        shows=_ALWAYS | _BY_TAGS if by_tags else _ALWAYS,
        pages=len(pages.pages),
        language=language,
        title=title,
        tagged=tagged,
        pictures=tuple(found.pictures),
        links=tuple(found.links),
        colours=tuple(found.colours),
        warnings=tuple(found.warnings),
        labels=tuple(found.labels),
    )


def _read_pages(document: Any, tagged: bool, found: Collected) -> _Pages:
    form = _form_of(document)
    pages = _Pages()
    reader = TagReader() if tagged else None
    for number in range(1, len(document) + 1):
        try:
            handle = document[number - 1]
        except pypdfium2.PdfiumError:
            found.warn(f"Page {number} is damaged and was not read.")
            continue
        with closing(handle):
            _read_page(document, handle, number, reader, pages, found)
            read_annotations(handle.raw, form, number, found)
    if pages.scanned:
        found.warn(_scanned_warning(pages.scanned))
    return pages


def _form_of(document: Any) -> Any:
    if raw.FPDF_GetFormType(document) == raw.FORMTYPE_NONE:
        return None
    document.init_forms()
    return document.formenv.raw if document.formenv is not None else None


def _read_page(
    document: Any,
    handle: Any,
    number: int,
    reader: TagReader | None,
    pages: _Pages,
    found: Collected,
) -> None:
    page = page_of(handle.raw, number, reader)
    pages.pages.append(page)
    if page.overfull:
        found.warn(f"Page {number} holds too many drawn parts to be read; check it by eye.")
    found.links += links_of(document, handle.raw, page, view_of_page(handle.raw))
    found.colours += colours_of(page)
    by_tags = tagged_parts(page) if reader else None
    if by_tags is not None:
        pages.tagged[number] = by_tags
        found.pictures += by_tags.pictures
    pages.placed.append((page, by_tags.left if by_tags is not None else page.segments))
    letters = sum(len(segment.text) for segment in page.segments)
    if letters < _FEWEST_LETTERS and page.painting.picture_share > _FILLS * page.area:
        pages.scanned.append(number)
        found.pictures.append(Picture(page.where, None))


def _scanned_warning(numbers: Sequence[int]) -> str:
    named = ", ".join(map(str, numbers[:10])) + (" and more" if len(numbers) > 10 else "")
    pages = "Page" if len(numbers) == 1 else "Pages"
    verb = "is a picture" if len(numbers) == 1 else "are pictures"
    return f"{pages} {named} {verb} and cannot be read; run text recognition on the file."


def _add_text(pages: _Pages, found: Collected) -> None:
    """Keep headers and footers once, then each page's text in order, then what is hidden."""
    furniture = furniture_of([(page, level_lines(segments)) for page, segments in pages.placed])
    pieces = [
        (page, pieces_of(furniture.text_of(page, segments), page))
        for page, segments in pages.placed
    ]
    looks = looks_of([piece for _, on_page in pieces for piece in on_page])
    texts: list[list[Part]] = []
    for page, on_page in pieces:
        by_tags = pages.tagged.get(page.number)
        if by_tags is None:
            texts.append(list(_parts(joined_columns(on_page), page, looks)))
        else:
            texts.append([*by_tags.parts, *_untagged(on_page, page)])
    parts = [*furniture.running, *joined_pages(texts)]
    known = words_in(part.text for part in parts if isinstance(part, Passage))
    for part in parts:
        found.add(_mended(part, known))
    for page in pages.pages:
        for part in _seldom_seen(page):
            found.add(part)


def _mended(part: Part, known: frozenset[str]) -> Part:
    if isinstance(part, Passage):
        return replace(part, text=mended(part.text, known)) if BREAK in part.text else part
    rows = tuple(tuple(mended(cell, known) for cell in row) for row in part.rows)
    return replace(part, rows=rows)


def _parts(pieces: Sequence[Piece], page: Page, looks: Looks) -> Iterator[Part]:
    for number, piece in enumerate(pieces):
        after = pieces[number + 1] if number + 1 < len(pieces) else None
        if isinstance(piece, Table):
            yield Grid(piece.rows, page.where, page=page.number)
        elif piece.text:
            yield passage_of(piece, page, looks, after)


def _untagged(pieces: Sequence[Piece], page: Page) -> Iterator[Part]:
    """What no tag holds on a page with good tags: mostly headers and footers."""
    for piece in pieces:
        if isinstance(piece, Table):
            yield Grid(piece.rows, page.where, page=page.number)
        elif piece.text and not is_page_number(piece.text):
            low = piece.box.top > page.box.height / 2
            yield running_passage(piece.text, Region.FOOTER if low else Region.HEADER, page)


def _seldom_seen(page: Page) -> Iterator[Passage]:
    turned = tidy(turned_text(page.segments))
    if turned:
        yield Passage(turned, page.where, region=Region.TEXT_BOX, page=page.number)
    for line in lines_of(page.hidden):
        where = f"{page.where}, hidden"
        yield Passage(tidy(line.text), where, region=Region.HIDDEN, page=page.number)
    for line in lines_of(page.struck):
        where = f"{page.where}, struck through"
        yield Passage(tidy(line.text), where, region=Region.DELETED, page=page.number)
