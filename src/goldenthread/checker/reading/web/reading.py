"""A walk through the elements of a web page, which leaves paragraphs, tables and pictures."""

import re
from dataclasses import dataclass, replace

from lxml import etree

from goldenthread.checker.reading.office.collected import Collected
from goldenthread.checker.reading.tables import is_data_table, reads_by_column
from goldenthread.checker.reading.web import looks
from goldenthread.checker.reading.web.elements import BLOCKS, DELETED, HEADINGS, UNREAD
from goldenthread.checker.reading.web.pictures import (
    PICTURES,
    SVG,
    Ids,
    alternative,
    drawn_words,
    picture_of,
    words_in,
)
from goldenthread.checker.reading.web.tables import Cell, cells_of, header_columns, header_rows
from goldenthread.checker.reading.wording import list_item, tidy
from goldenthread.checker.source import Colours, Grid, Link, Passage, Region, Role

_NOTE_MARK = re.compile(r"\s*[\[(]?(?:\d{1,3}|[*†‡§]|[a-z])[\])]?\s*")
_MARKUP = re.compile(r"<[^<>]{0,2000}>")
_CONDITIONAL = re.compile(r"\[(?:if|endif)[^\]]{0,200}\]>?|<!\[endif\]")
_FOOTNOTE = re.compile(r"mso-element\s{0,9}:\s{0,9}(?:foot|end)note\b(?!-list)")
_LONGEST_COMMENT = 20_000


@dataclass(frozen=True, slots=True)
class Context:
    """What the elements around a word say of it."""

    region: Region = Region.BODY
    role: Role = Role.PARAGRAPH
    level: int = 0
    bold: bool = False
    colour: str | None = None
    background: str | None = None


@dataclass(slots=True)
class _Words:
    """The paragraph that is being read; ``bold`` holds whether each of its pieces is."""

    pieces: list[str]
    bold: set[bool]
    context: Context


class Reading:
    """Keeps what it meets. Trees are not deeper than the parser allows (256)."""

    def __init__(self, found: Collected, ids: Ids, shows_colours: bool) -> None:
        self.found = found
        self.ids = ids
        self.where = "start of the page"
        self.shows_colours = shows_colours
        self.words = _Words([], set(), Context())
        self.pairs: set[tuple[str, str, bool]] = set()

    def read(self, element: etree._Element, context: Context) -> None:
        """Keep an element and all that is in it, but not the text behind it."""
        if isinstance(element, etree._Comment):
            self._comment(element)
        elif _is_read(element):
            self._element(element, str(element.tag), context)

    def _element(self, element: etree._Element, tag: str, context: Context) -> None:
        inner = self._context(element, tag, context)
        line = element.get("data-line")
        if tag in BLOCKS or inner.region is not context.region:
            self.finish(inner)
            self.where = f"line {line}" if line else self.where
        if tag == "br":
            self._break(element, inner)
        elif tag in PICTURES:
            self._picture(element, inner)
        elif tag == "table":
            self._table(element, inner)
        elif not (tag == "sup" and _is_note_mark(element)):
            self._inside(element, inner)
            if tag == "a" and element.get("href"):
                self._link(element)
        if tag in BLOCKS or inner.region is not context.region:
            self.finish(context)

    def _inside(self, element: etree._Element, context: Context) -> None:
        self._say(element.get("value") if element.tag == "input" else element.text, context)
        for child in element:
            self.read(child, context)
            self._say(child.tail, context)

    def _context(self, element: etree._Element, tag: str, context: Context) -> Context:
        region, role, level = context.region, context.role, context.level
        if tag in HEADINGS or element.get("role") == "heading":
            role, level = Role.HEADING, HEADINGS.get(tag) or _stated_level(element)
        elif tag == "li":
            role = Role.LIST_ITEM
        elif tag in {"figcaption", "caption"}:
            role = Role.CAPTION
        elif tag in {"td", "th", "blockquote", "div"} and role is not Role.LIST_ITEM:
            role, level = Role.PARAGRAPH, 0
        if region is Region.BODY:
            region = _region(element, tag)
        return Context(
            region,
            role,
            level,
            context.bold or looks.is_bold(element),
            looks.text_colour(element) or context.colour,
            looks.background(element) or context.background,
        )

    def _say(self, text: str | None, context: Context) -> None:
        if not text:
            return
        self.words.context = context if not self.words.pieces else self.words.context
        self.words.pieces.append(text)
        if text.strip():
            self.words.bold.add(context.bold)
            self._colours(text, context)

    def _break(self, element: etree._Element, context: Context) -> None:
        """Two line breaks part paragraphs; one is a space."""
        before = element.getprevious()
        if before is not None and before.tag == "br" and not (before.tail or "").strip():
            self.finish(context)
        else:
            self._say(" ", context)

    def finish(self, context: Context) -> None:
        """End the paragraph that is being read."""
        words, self.words = self.words, _Words([], set(), context)
        text = "".join(words.pieces)
        item = list_item(text) if words.context.role is Role.PARAGRAPH else None
        clean = tidy(item or text)
        if not any(map(str.isprintable, clean)):
            return
        role = Role.LIST_ITEM if item is not None else words.context.role
        if role is Role.HEADING and words.context.region.is_printed:
            self.where = self.where if self.where.startswith("line ") else f"section “{clean[:60]}”"
        level = words.context.level if role is Role.HEADING else 0
        bold = words.bold == {True} if role is not Role.HEADING else None
        self.found.add(Passage(clean, self.where, role, words.context.region, level, bold=bold))

    def _link(self, element: etree._Element) -> None:
        address = (element.get("href") or "").strip()
        if not address.startswith("#"):
            words = tidy(words_in(element))
            self.found.links.append(Link(words, address, self.where))

    def _picture(self, element: etree._Element, context: Context) -> None:
        if element.tag == "picture":
            self._inside(element, context)
            return
        picture = picture_of(element, self.where, self.ids)
        if context.region.is_printed:
            self.found.pictures.append(picture)
        drawn = drawn_words(element) if element.tag == SVG else []
        region = context.region if not context.region.is_printed else None
        if picture.alternative:
            spoken = region or Region.ALT_TEXT
            self.found.add(Passage(picture.alternative, self.where, region=spoken))
        for words in drawn:
            self.found.add(Passage(words, self.where, region=region or Region.CHART))
        if element.tag in {"object", "canvas"}:
            self._inside(element, context)

    def _table(self, table: etree._Element, context: Context) -> None:
        captions = [child for child in table if child.tag == "caption"]
        nested = table.find(".//table") is not None
        cells = cells_of(table, _no_text if nested else self._cell_text)
        texts = [[cell.text for cell in row] for row in cells]
        if table.get("role") in {"presentation", "none"} or not is_data_table(texts):
            for caption in captions:
                self.read(caption, context)
            self._layout(cells, texts, context)
            return
        self.found.add(
            Grid(
                rows=tuple(tuple(tidy(text) for text in row) for row in texts),
                where=self.where,
                region=context.region,
                caption=tidy(" ".join(self._cell_text(caption) for caption in captions)),
                header_rows=header_rows(cells),
                header_columns=header_columns(cells),
            )
        )
        self._beside(table, context)

    def _layout(self, cells: list[list[Cell]], texts: list[list[str]], context: Context) -> None:
        """Cells one after the other: along rows, or down columns that have headings."""
        ordered = zip(*cells, strict=True) if reads_by_column(texts) else cells
        seen: set[int] = set()
        for row in ordered:
            for cell in row:
                if cell.element is not None and id(cell.element) not in seen:
                    seen.add(id(cell.element))
                    self.read(cell.element, context)

    def _beside(self, table: etree._Element, context: Context) -> None:
        """Links, pictures, comments and hidden words in a data table, whose text is kept."""
        for element in table.iter():
            if element.tag == "a" and element.get("href"):
                self._link(element)
            elif element.tag in PICTURES:
                self._picture(element, context)
            elif isinstance(element, etree._Comment):
                self._comment(element)
            elif _is_read(element) and looks.is_hidden(element):
                self._inside(element, replace(context, region=Region.HIDDEN))
                self.finish(context)

    def _comment(self, comment: etree._Element) -> None:
        text = _CONDITIONAL.sub(" ", (comment.text or "")[:_LONGEST_COMMENT])
        words = tidy(_MARKUP.sub(" ", text))
        if any(map(str.isalpha, words)) and len(words) > 2:
            self.found.add(Passage(words, self.where, region=Region.COMMENT))

    def _colours(self, text: str, context: Context) -> None:
        """Each pair of colours once. Without a style sheet text is black on white."""
        if not self.shows_colours or not context.region.is_printed:
            return
        pair = (context.colour or "#000000", context.background or "#ffffff", context.bold)
        if pair not in self.pairs:
            self.pairs.add(pair)
            words = " ".join(text.split()[:12])
            self.found.colours.append(
                Colours(words, self.where, pair[0], pair[1], bold=context.bold)
            )

    def _cell_text(self, element: etree._Element) -> str:
        """Words of a cell that are seen; its paragraphs on lines of their own."""
        pieces: list[str] = []
        self._collect(element, pieces)
        lines = (tidy(line) for line in "".join(pieces).split("\n"))
        return "\n".join(line for line in lines if line)

    def _collect(self, element: etree._Element, pieces: list[str]) -> None:
        pieces.append((element.text or "").replace("\n", " "))
        for child in element:
            if child.tag in PICTURES:
                pieces.append(f" {alternative(child, self.ids)} ")
            elif _is_read(child) and not _is_left_out(child):
                pieces.append("\n" if child.tag in BLOCKS else " " if child.tag == "br" else "")
                self._collect(child, pieces)
                pieces.append("\n" if child.tag in BLOCKS else "")
            pieces.append((child.tail or "").replace("\n", " "))


def _no_text(_: etree._Element) -> str:
    return ""


def _is_read(element: etree._Element) -> bool:
    """Comments and processing instructions have no name."""
    tag: object = element.tag
    return isinstance(tag, str) and tag not in UNREAD


def _is_left_out(element: etree._Element) -> bool:
    return (
        looks.is_hidden(element)
        or element.tag in DELETED
        or (element.tag == "sup" and _is_note_mark(element))
    )


def _is_note_mark(element: etree._Element) -> bool:
    return _NOTE_MARK.fullmatch(words_in(element)) is not None


def _region(element: etree._Element, tag: str) -> Region:
    if looks.is_hidden(element):
        return Region.HIDDEN
    if tag in DELETED:
        return Region.DELETED
    if _FOOTNOTE.search(element.get("style", "")) or element.get("role") in {
        "doc-footnote",
        "doc-endnotes",
    }:
        return Region.FOOTNOTE
    parent = element.getparent()
    if tag == "footer" and parent is not None and parent.tag == "body":
        return Region.FOOTER
    return Region.BODY


def _stated_level(element: etree._Element) -> int:
    stated = element.get("aria-level", "2")
    return min(int(stated), 6) if stated in {"1", "2", "3", "4", "5", "6", "7", "8", "9"} else 2
