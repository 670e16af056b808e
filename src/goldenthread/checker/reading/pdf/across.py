"""Paragraphs that go on over the end of a page."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, pairwise

from goldenthread.checker.reading.pdf.paragraphs import Paragraph, joined_text, paragraph_of
from goldenthread.checker.reading.pdf.roles import Piece
from goldenthread.checker.source import Part, Passage, Region, Role

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
    """All parts in order; a paragraph broken by the end of a page is whole on the first page."""
    for before, page in pairwise(pages):
        last = _last_of_text(before)
        if last is None or not page:
            continue
        begun, rest = before[last], page[0]
        if isinstance(begun, Passage) and isinstance(rest, Passage) and _goes_on(begun, rest):
            before[last] = replace(begun, text=joined_text([begun.text, rest.text]))
            del page[0]
    return list(chain.from_iterable(pages))


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
