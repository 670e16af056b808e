"""Paragraphs, lists, tables and pictures, as tags tell them apart and put them in order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from goldenthread.checker.reading.pdf.lines import line_of, rows_of
from goldenthread.checker.reading.pdf.page import Page, pieces_of
from goldenthread.checker.reading.pdf.paragraphs import Paragraph, paragraph_of
from goldenthread.checker.reading.pdf.segments import Segment
from goldenthread.checker.reading.pdf.tables import Table
from goldenthread.checker.reading.pdf.tagged_tables import grid_of
from goldenthread.checker.reading.pdf.tags import Tag
from goldenthread.checker.reading.wording import tidy
from goldenthread.checker.source import Grid, Part, Passage, Picture, Region, Role

_INLINE = frozenset(
    {"Span", "Quote", "Reference", "BibEntry", "Code", "Link", "Annot", "Em", "Strong", "Sub"}
    | {"Lbl", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "NonStruct", "Private"}
)
"""Within a line, unless they hold blocks: browsers tag each stretch of a line ``NonStruct``."""
_LEAVES = frozenset({"P", "BlockQuote", "TOCI", "Caption", "Note", "FENote", "Title", "H"})
_HEADINGS = {f"H{level}": level for level in range(1, 7)} | {"Title": 1, "H": 1}
_PICTURES = frozenset({"Figure", "Formula"})
_WELL_TAGGED = 0.9
"""Of the characters on a page that tags must hold before their order is trusted."""


@dataclass(slots=True)
class Tagged:
    """What tags hold on one page, and the segments that no tag holds."""

    parts: list[Part] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    left: list[Segment] = field(default_factory=list)


def tagged_parts(page: Page) -> Tagged | None:
    """The page in the order of its tags; ``None`` where they leave out too much."""
    held = {number for tag in page.tags for number in tag.contents()}
    inside = [segment for segment in page.segments if segment.style.content in held]
    meant = sum(len(segment.text) for segment in page.segments if not segment.style.artifact)
    if not inside or sum(len(segment.text) for segment in inside) < _WELL_TAGGED * meant:
        return None
    reading = _Reading(page, inside)
    for tag in page.tags:
        reading.read(tag, Role.PARAGRAPH)
    left = [segment for segment in page.segments if segment.style.content not in held]
    return Tagged(reading.parts, reading.pictures, left)


class _Reading:
    """Walks the tags of one page. Deep trees were cut when they were read."""

    def __init__(self, page: Page, segments: Sequence[Segment]) -> None:
        self.page = page
        self.contents: dict[int, list[Segment]] = {}
        for segment in segments:
            self.contents.setdefault(segment.style.content, []).append(segment)
        self.parts: list[Part] = []
        self.pictures: list[Picture] = []

    def read(self, tag: Tag, role: Role) -> None:
        """Keep what one element holds."""
        if tag.kind in _PICTURES:
            self._picture(tag)
        elif tag.kind == "Table":
            self._table(tag)
        elif tag.kind in _HEADINGS:
            self._leaf(tag, Role.HEADING, _HEADINGS[tag.kind])
        elif tag.kind in _LEAVES:
            self._leaf(tag, Role.CAPTION if tag.kind == "Caption" else role, 0)
        else:
            self._container(tag, Role.LIST_ITEM if tag.kind in {"LI", "LBody"} else role)

    def _container(self, tag: Tag, role: Role) -> None:
        """Its blocks one after the other; loose words between them make paragraphs."""
        loose: list[int] = []
        for kid in tag.kids:
            if isinstance(kid, int):
                loose.append(kid)
            elif kid.kind in _INLINE and not _holds_blocks(kid):
                if not (role is Role.LIST_ITEM and kid.kind == "Lbl"):
                    loose.extend(kid.contents())
            else:
                self._loose(loose, role)
                loose = []
                self.read(kid, role)
        self._loose(loose, role)

    def _loose(self, numbers: Sequence[int], role: Role) -> None:
        segments = self._segments(numbers)
        if role is Role.LIST_ITEM:
            self._add(self._whole(segments), role, 0)
            return
        for piece in pieces_of(segments, self.page):
            if isinstance(piece, Table):
                self.parts.append(Grid(piece.rows, self.page.where, page=self.page.number))
            else:
                self._add(piece, role, 0)

    def _leaf(self, tag: Tag, role: Role, level: int) -> None:
        """One paragraph; pictures, tables and notes inside it follow it."""
        own: list[int] = []
        blocks: list[Tag] = []
        _sorted_out(tag, own, blocks)
        region = Region.FOOTNOTE if tag.kind in {"Note", "FENote"} else Region.BODY
        self._add(self._whole(self._segments(own)), role, level, region)
        for block in blocks:
            self.read(block, Role.PARAGRAPH)

    def _segments(self, numbers: Sequence[int]) -> list[Segment]:
        return [segment for number in numbers for segment in self.contents.get(number, ())]

    def _whole(self, segments: Sequence[Segment]) -> Paragraph | None:
        lines = [line for row in rows_of(segments) if (line := line_of(row)) is not None]
        return paragraph_of(lines) if lines else None

    def _add(
        self, paragraph: Paragraph | None, role: Role, level: int, region: Region = Region.BODY
    ) -> None:
        if paragraph is None or not paragraph.text:
            return
        if role is Role.PARAGRAPH and paragraph.is_item:
            role = Role.LIST_ITEM
        self.parts.append(
            Passage(
                paragraph.text,
                self.page.where,
                role,
                region,
                level,
                self.page.number,
                paragraph.bold,
                paragraph.size,
            )
        )

    def _picture(self, tag: Tag) -> None:
        """The picture, the words that stand for it, and the words that are drawn in it."""
        alternative = tidy(tag.alternative or tag.actual)
        self.pictures.append(Picture(self.page.where, alternative or None))
        if alternative:
            self._say(alternative, Region.ALT_TEXT)
        for piece in pieces_of(self._segments(list(tag.contents())), self.page):
            self._say(tidy(piece.text), Region.CHART)

    def _say(self, text: str, region: Region) -> None:
        if text:
            self.parts.append(Passage(text, self.page.where, region=region, page=self.page.number))

    def _table(self, tag: Tag) -> None:
        grid = grid_of(tag, self._cell_text, self.page)
        if grid is not None:
            self.parts.append(grid)
        for figure in _within(tag, {"Figure"} if grid is not None else set()):
            self.pictures.append(Picture(self.page.where, tidy(figure.alternative) or None))
        for caption in _within(tag, {"Caption"}):
            self._leaf(caption, Role.CAPTION, 0)
        if grid is None:
            for cell in _within(tag, {"TH", "TD"}):
                self._container(cell, Role.PARAGRAPH)

    def _cell_text(self, tag: Tag) -> str:
        """Words of a cell, its paragraphs on lines of their own; else those for its picture."""
        blocks = [kid for kid in tag.kids if isinstance(kid, Tag) and kid.kind not in _INLINE]
        if len(blocks) > 1 and len(blocks) == len(tag.kids):
            return "\n".join(text for block in blocks if (text := self._cell_text(block)))
        whole = self._whole(self._segments(list(_outside_pictures(tag))))
        if whole is not None:
            return whole.text
        return tidy(" ".join(figure.alternative for figure in _within(tag, {"Figure"})))


def _outside_pictures(tag: Tag) -> Iterator[int]:
    for kid in tag.kids:
        if isinstance(kid, int):
            yield kid
        elif kid.kind not in _PICTURES:
            yield from _outside_pictures(kid)


def _holds_blocks(tag: Tag) -> bool:
    return any(
        isinstance(kid, Tag) and (kid.kind not in _INLINE or _holds_blocks(kid)) for kid in tag.kids
    )


def _sorted_out(tag: Tag, own: list[int], blocks: list[Tag]) -> None:
    for kid in tag.kids:
        if isinstance(kid, int):
            own.append(kid)
        elif kid.kind == "Lbl":
            continue  # the mark of a footnote
        elif kid.kind in _INLINE | {"P", "NonStruct", "Div"}:
            _sorted_out(kid, own, blocks)
        else:
            blocks.append(kid)


def _within(tag: Tag, kinds: set[str]) -> Iterator[Tag]:
    for kid in tag.kids:
        if isinstance(kid, Tag):
            if kid.kind in kinds:
                yield kid
            else:
                yield from _within(kid, kinds)
