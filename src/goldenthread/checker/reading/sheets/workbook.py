"""A workbook: its sheets, and what travels in it that no sheet shows."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lxml import etree

from goldenthread.checker.reading.office.alternatives import (
    alternative_of,
    keep_alternative,
    keep_picture,
)
from goldenthread.checker.reading.office.charts import chart_in, keep_chart
from goldenthread.checker.reading.office.collected import Collected
from goldenthread.checker.reading.office.names import RELATED, SHEET
from goldenthread.checker.reading.office.package import Package
from goldenthread.checker.reading.office.properties import (
    properties_of,
    property_passage,
    stored_data,
)
from goldenthread.checker.reading.office.text import drawn_paragraphs
from goldenthread.checker.reading.sheets.sheet import Rows, Sheet, sheet_of
from goldenthread.checker.reading.sheets.values import (
    Strings,
    number_formats,
    rich_text,
    shared_strings,
)
from goldenthread.checker.reading.tables import is_data_table
from goldenthread.checker.reading.tidied import tidied
from goldenthread.checker.source import Grid, Passage, Picture, Region

_EDGE_CODE = re.compile(r'&(?:"[^"]{0,100}"|[0-9]{1,3}|K[0-9A-F]{6}|.)')
"""Codes in headers and footers: fonts, sizes, colours, page numbers."""
_CACHES = ("xl/pivotCache/", "xl/externalLinks/")


@dataclass(slots=True)
class _Book:
    package: Package
    main: str
    found: Collected
    region: Region
    prefix: str
    strings: Strings
    formats: list[str]

    def beneath(self, region: Region) -> Region:
        """The region of what is not shown: an embedded workbook is hidden as a whole."""
        return Region.EMBEDDED if self.region is Region.EMBEDDED else region

    def keep(self, texts: Iterable[str], where: str, region: Region) -> None:
        """Keep texts as passages."""
        for text in texts:
            if text:
                self.found.add(Passage(text, f"{self.prefix}{where}", region=self.beneath(region)))


def read_workbook(package: Package, found: Collected, region: Region, prefix: str) -> None:
    """Keep what a workbook holds; ``prefix`` goes before every place in it."""
    main = package.main()
    strings = shared_strings(package, main)
    book = _Book(package, main, found, region, prefix, strings, number_formats(package, main))
    root = package.xml(main)
    for element in root.iter(f"{SHEET}sheet"):
        _read_sheet(book, element)
    _keep_unshown(book, root)
    if region is Region.EMBEDDED:
        for passage in properties_of(package).passages:
            found.add(replace(passage, where=f"{prefix}{passage.where}"))


def _read_sheet(book: _Book, element: etree._Element) -> None:
    relation = book.package.relations(book.main).get(element.get(f"{RELATED}id", ""))
    if relation is None or not book.package.has(relation.target):
        return
    sheet_name = f"sheet {tidied(element.get('name') or '')}"
    where = f"{book.prefix}{sheet_name}"
    is_hidden = element.get("state") in {"hidden", "veryHidden"}
    region = book.beneath(Region.HIDDEN) if is_hidden else book.region
    root = book.package.xml(relation.target)
    sheet = sheet_of(root, book.strings, book.formats, book.found.count_cells)
    for rows in sheet.shown():
        _keep_block(book.found, rows, where, region)
    for rows in sheet.hidden():
        _keep_block(book.found, rows, f"{where}, hidden", book.beneath(Region.HIDDEN))
    _keep_edges(book, sheet, where, region)
    choices = (tidied(one.text or "") for one in root.iter(f"{SHEET}formula1"))
    book.keep((one for one in choices if one.startswith('"')), sheet_name, Region.HIDDEN)
    _keep_comments(book, relation.target, where)
    for drawing in book.package.related(relation.target, "drawing"):
        _keep_drawing(book, drawing, where, region)


def _keep_block(found: Collected, rows: Rows, where: str, region: Region) -> None:
    """Keep rows as a grid, or row by row where they only hold prose."""
    if is_data_table(rows):
        found.add(Grid(rows, where, region))
        return
    for row in rows:
        text = " ".join(dict.fromkeys(cell for cell in row if cell))
        found.add(Passage(text, where, region=region))


def _keep_edges(book: _Book, sheet: Sheet, where: str, region: Region) -> None:
    for text in sheet.edges:
        words = tidied(_EDGE_CODE.sub(" ", text))
        if words:
            own = Region.HEADER if region is Region.BODY else region
            book.found.add(Passage(words, where, region=own))


def _keep_comments(book: _Book, part: str, where: str) -> None:
    for name in book.package.related(part, "comments"):
        root = book.package.xml(name)
        for comment in root.iter(f"{SHEET}comment"):
            place = f"{where}, comment on {comment.get('ref', '')}"
            book.found.add(Passage(rich_text(comment), place, region=book.beneath(Region.COMMENT)))
        for author in root.iter(f"{SHEET}author"):
            if name := tidied(author.text or ""):
                book.found.add(property_passage("Author of a comment", name))


def _keep_drawing(book: _Book, part: str, where: str, region: Region) -> None:
    """Keep texts, pictures and charts that lie on a sheet."""
    root = book.package.xml(part)
    printed = region is Region.BODY
    for text in drawn_paragraphs(root):
        own = Region.TEXT_BOX if printed else region
        book.found.add(Passage(text, f"{where}, text box", region=own))
    for element in root.iter("{*}cNvPr"):
        frame = element.getparent()
        kind = "" if frame is None else str(frame.tag)
        if kind.endswith(("nvPicPr", "nvGraphicFramePr")):
            is_chart = kind.endswith("nvGraphicFramePr")
            place = f"{where}, {'chart' if is_chart else 'picture'}"
            alternative = alternative_of(element)
            if printed:
                keep_picture(book.found, Picture(place, alternative, is_chart=is_chart))
            else:
                keep_alternative(book.found, alternative, place, region)
    for chart in book.package.related(part, "chart"):
        own = Region.CHART if printed else region
        keep_chart(book.found, chart_in(book.package, chart), f"{where}, chart", own)


def _keep_unshown(book: _Book, root: etree._Element) -> None:
    """Keep what no sheet shows: names, left-over texts, and caches of pivot tables and links."""
    for element in root.iter(f"{SHEET}definedName"):
        name = element.get("name", "")
        if not name.startswith("_xlnm."):
            book.keep([tidied(f"{name} {element.text or ''}")], "defined name", Region.HIDDEN)
    book.keep(book.strings.unshown, "text that no cell shows", Region.HIDDEN)
    book.keep(_cached(book), "stored values that no cell shows", Region.HIDDEN)
    for passage in stored_data(book.package):
        book.keep([passage.text], passage.where, Region.HIDDEN)
    for part in book.package.related(book.main, "person"):
        names = [tidied(one.get("displayName") or "") for one in book.package.xml(part)]
        for person in filter(None, names):
            book.found.add(property_passage("Author of a comment", person))


def _cached(book: _Book) -> Iterator[str]:
    """Distinct texts in caches that the sheets do not show."""
    shown = {book.strings.texts[number] for number in book.strings.shown}
    seen: set[str] = set(shown)
    for name in book.package.names:
        if name.startswith(_CACHES) and name.endswith(".xml"):
            for element in book.package.xml(name).iter(f"{SHEET}s", f"{SHEET}v"):
                text = tidied(element.get("v") or element.text or "")
                if text and text not in seen and not _is_number(text):
                    seen.add(text)
                    yield text


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).lstrip("-").isdecimal()
