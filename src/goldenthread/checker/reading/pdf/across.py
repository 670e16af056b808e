"""Paragraphs and tables that go on over the end of a column or page."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from goldenthread.checker.reading.pdf.paragraphs import Paragraph, joined_text, paragraph_of
from goldenthread.checker.reading.pdf.roles import Piece
from goldenthread.checker.source import Grid, Part, Passage, Region, Role

_ENDS = (".", "!", "?", ":", ";", "”", '"', ")")
_SHORT = 0.2
_FEWEST_WORDS = 6
_SAME_SIZE = 0.6
"""Points."""


def joined_columns(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a page; a paragraph broken by the end of a column is whole."""
    joined: list[Piece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        if (
            isinstance(before, Paragraph)
            and isinstance(piece, Paragraph)
            and _goes_on_in_column(before, piece)
        ):
            whole = paragraph_of([*before.lines, *piece.lines])
            joined[-1] = replace(whole, is_item=before.is_item)
        else:
            joined.append(piece)
    return joined


def _goes_on_in_column(begun: Paragraph, rest: Paragraph) -> bool:
    """Whether the full last line of a paragraph at a column's foot goes on at the next's head."""
    short = begun.box.right - begun.lines[-1].box.right
    return (
        len(begun.lines) > 1
        and short <= _SHORT * begun.box.width
        and rest.box.top < begun.box.top
        and rest.text[:1].islower()
        and not rest.is_item
        and not begun.text.endswith(_ENDS)
        and abs(begun.size - rest.size) <= _SAME_SIZE
    )


def joined_pages(pages: Sequence[list[Part]]) -> list[Part]:
    """All parts in order; what is broken by the end of a page is whole on the first page."""
    before: list[Part] = []
    for page in pages:
        last = _last_of_text(before)
        whole = _whole(before[last], page[0]) if last is not None and page else None
        if last is not None and whole is not None:
            before[last] = whole
            del page[0]
        if _last_of_text(page) is not None:
            before = page
    return list(chain.from_iterable(pages))


def _whole(begun: Part, rest: Part) -> Part | None:
    """The two as one, if the second is the rest of the first."""
    if isinstance(begun, Passage) and isinstance(rest, Passage) and _goes_on(begun, rest):
        return replace(begun, text=joined_text([begun.text, rest.text]))
    if isinstance(begun, Grid) and isinstance(rest, Grid) and _goes_on_below(begun, rest):
        return _whole_table(begun, rest)
    return None


def _last_of_text(parts: Sequence[Part]) -> int | None:
    """Its number: footnotes and footers may follow it on the page."""
    for number in range(len(parts) - 1, -1, -1):
        if parts[number].region is Region.BODY:
            return number
    return None


def _goes_on(begun: Passage, rest: Passage) -> bool:
    return (
        begun.role is not Role.HEADING
        and len(begun.text.split()) >= _FEWEST_WORDS
        and rest.role is Role.PARAGRAPH
        and rest.region is Region.BODY
        and not begun.text.endswith(_ENDS)
        and rest.text[:1].islower()
        and abs((begun.size or 0) - (rest.size or 0)) <= _SAME_SIZE
    )


def _goes_on_below(begun: Grid, rest: Grid) -> bool:
    """Whether a tagged table goes on: its header stands on the first page only, or again."""
    if begun.header_rows is None or rest.header_rows is None:
        return False
    alike = rest.region is Region.BODY and len(begun.rows[0]) == len(rest.rows[0])
    return alike and rest.rows[: rest.header_rows] in ((), begun.rows[: begun.header_rows])


def _whole_table(begun: Grid, rest: Grid) -> Grid:
    return replace(
        begun,
        rows=begun.rows + rest.rows[rest.header_rows or 0 :],
        where=f"pages {begun.page} to {rest.page}",
        header_columns=min(begun.header_columns or 0, rest.header_columns or 0),
    )
