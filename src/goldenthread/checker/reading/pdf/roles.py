"""Headings, captions and footnotes, by the looks of the type where no tag tells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.checker.reading.pdf.lines import body_size
from goldenthread.checker.reading.pdf.page import Page
from goldenthread.checker.reading.pdf.paragraphs import Paragraph
from goldenthread.checker.reading.pdf.tables import Table
from goldenthread.checker.source import Passage, Region, Role

Piece = Paragraph | Table

_LARGER = 1.15
_SMALLER = 0.92
_MOST_WORDS = 18
_MOST_BOLD_WORDS = 12
_MOSTLY_LETTERS = 0.6
_ENDS = (".", ":", ";", ",", "”")
_CAPTION = re.compile(r"(?:table|figure|chart|graph)\s{1,3}\d{1,3}\b", re.I)
_NOTE_MARK = re.compile(r"\s{0,3}(?:\d{1,3}|[*†‡§])[.)]?\s{0,3}(?=[^\W\d_]|[\"“‘])")


@dataclass(frozen=True, slots=True)
class Looks:
    """The type of a whole document: size of its text, and sizes of its headings, largest first."""

    body: float
    headings: tuple[float, ...]


def looks_of(pieces: Sequence[Piece]) -> Looks:
    """How text and headings look in these pieces."""
    paragraphs = [piece for piece in pieces if isinstance(piece, Paragraph)]
    body = body_size(line for paragraph in paragraphs for line in paragraph.lines)
    sizes = {p.size for p in paragraphs if p.size >= _LARGER * body and _reads_as_heading(p)}
    return Looks(body, tuple(sorted(sizes, reverse=True)))


def passage_of(paragraph: Paragraph, page: Page, looks: Looks, after: Piece | None) -> Passage:
    """The paragraph with its role. ``after`` is what follows it on the page."""
    role, level, region = Role.PARAGRAPH, 0, Region.BODY
    text = paragraph.text
    if is_note(paragraph, page, looks, after):
        region = Region.FOOTNOTE
        text = _NOTE_MARK.sub("", text, count=1)
    elif _CAPTION.match(text) and len(text.split()) <= 2 * _MOST_WORDS:
        role = Role.CAPTION
    elif paragraph.is_item:
        role = Role.LIST_ITEM
    elif _is_heading(paragraph, looks, after):
        role, level = Role.HEADING, _level(paragraph, looks)
    return Passage(
        text, page.where, role, region, level, page.number, paragraph.bold, paragraph.size
    )


def is_note(paragraph: Paragraph, page: Page, looks: Looks, after: Piece | None) -> bool:
    """Whether it is a footnote: small type low on the page, that begins with its mark."""
    first = paragraph.lines[0]
    marked = first.marked or _NOTE_MARK.match(first.text) is not None
    low = paragraph.box.top > page.box.height / 2
    small = _SMALLER * looks.body
    ends = after is None or after.size <= small or after.box.top < paragraph.box.top
    return marked and low and ends and paragraph.size <= small


def _is_heading(paragraph: Paragraph, looks: Looks, after: Piece | None) -> bool:
    if not _reads_as_heading(paragraph):
        return False
    if paragraph.size >= _LARGER * looks.body:
        return True
    return (
        paragraph.bold is True
        and len(paragraph.lines) <= 2
        and len(paragraph.text.split()) <= _MOST_BOLD_WORDS
        and paragraph.size >= _SMALLER * looks.body
        and isinstance(after, Paragraph)
        and after.bold is not True
        and not paragraph.text.endswith(_ENDS)
    )


def _reads_as_heading(paragraph: Paragraph) -> bool:
    """Mostly letters, few words, no full stop, no figures in per cent."""
    text = paragraph.text
    marks = [mark for mark in text if not mark.isspace()]
    letters = sum(mark.isalpha() for mark in marks)
    return (
        letters >= _MOSTLY_LETTERS * len(marks)
        and letters > 2
        and len(text.split()) <= _MOST_WORDS
        and not text.endswith(".")
        and "%" not in text
        and (text[0].isupper() or not text[0].isalpha())
    )


def _level(paragraph: Paragraph, looks: Looks) -> int:
    """1 for the largest size; bold lines in the size of the text come below all of them."""
    larger = [size for size in looks.headings if size > paragraph.size]
    return min(len(larger) + 1, 6)
