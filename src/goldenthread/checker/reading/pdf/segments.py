"""Stretches of text on a page, in the order in which they were written into the file."""

import ctypes
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import pairwise

import pypdfium2.raw as raw

from goldenthread.checker.reading.pdf.characters import Characters, Style, is_level
from goldenthread.checker.reading.pdf.painting import Painting
from goldenthread.checker.reading.pdf.pdfium import Handle
from goldenthread.checker.reading.pdf.space import Box, View
from goldenthread.checker.reading.pdf.struck import Strikes, parted

MOST_CHARACTERS = 400_000
"""Of one page; a full page has 5,000."""

_WIDE_GAP = 1.2
"""In sizes of the type: few spaces of justified text are wider."""
_NARROW_GAP = 0.6
"""Between objects: cells of a table may stand close to each other."""
_LARGE_GAP = 0.4
_MORE_THAN_OTHERS = 1.6
_WORD = re.compile(r"[^\s\0\u00ad]+\u00ad?|\u00ad")
"""A word, or its beginning up to the hyphen that breaks it: the rest is on another line."""
_MARK = re.compile(r"\d{1,3}")
_MARKED_WORD = re.compile(r"(?:[^\W\d_][.,;:!?)”’\"']?)(\d{1,3})\Z|(\d{1,3})(?=[^\W\d_])")
"""A number right behind a word, or before one at the head of a note."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Words on one line in one style.

    ``spaced`` is whether white space stands before it; ``number`` counts the segments of a page.
    """

    text: str
    box: Box
    baseline: float
    style: Style
    spaced: bool
    number: int
    raised: bool = False
    """Whether its letterforms stand above the line, as those of footnote marks do."""
    struck: bool = False
    """Whether a rule passes through the middle of its letters."""


def segments_of(text_page: Handle, view: View, painting: Painting) -> list[Segment]:
    """All text of the page. Hyphens that break a word at a line's end stand as U+00AD."""
    text = _characters(text_page)
    page = Characters(text_page, text, view, painting)
    strikes = Strikes(painting.rules)
    found: list[tuple[int, int, tuple[Box, ...]]] = []
    for start, end in _stretches(page, text):
        if page.places[start]:
            met = _met(page, strikes, start, end)
            found.append((start, end, met))
    segments: list[Segment] = []
    for start, end, met in found:
        rules = [rule for rule in met if strikes.strike(rule)]
        for first, last, struck in _parted(page, text, start, end, rules):
            segment = replace(_segment(page, text, first, last, len(segments)), struck=struck)
            segments.append(_behind(segments[-1], segment) if segments else segment)
    return segments


def _behind(before: Segment, segment: Segment) -> Segment:
    """The segment; behind struck words it takes their place, which else would be a wide gap."""
    if segment.struck == before.struck:
        return segment
    box = segment.box
    if before.struck and abs(before.baseline - segment.baseline) < 1:
        box = replace(box, left=min(box.left, before.box.left))
    return replace(segment, box=box, spaced=True)


def _met(page: Characters, strikes: Strikes, start: int, end: int) -> tuple[Box, ...]:
    style = page.style(start)
    if not (strikes.any and is_level(style)):
        return ()
    rules = strikes.level_with(page.baseline(start), style.size)
    if not rules:
        return ()
    return strikes.meet(page.box(start).joined(page.box(end - 1)), rules)


def _parted(
    page: Characters, text: str, start: int, end: int, rules: list[Box]
) -> Iterator[tuple[int, int, bool]]:
    """Stretches that are wholly struck or not, without white space at their ends."""
    if not rules:
        yield start, end, False
        return
    middles = [page.box(index).middle[0] for index in range(start, end)]
    for first, last, struck in parted(start, end, middles, rules):
        words = text[first:last]
        begin = first + len(words) - len(words.lstrip())
        if words.strip():
            yield begin, begin + len(words.strip()), struck


def _segment(page: Characters, text: str, start: int, end: int, number: int) -> Segment:
    box = page.box(start).joined(page.box(end - 1))
    spaced = start == 0 or text[start - 1].isspace()
    style = page.style(start)
    baseline = page.baseline(start)
    if is_level(style):
        box = Box(box.left, baseline - 0.7 * style.size, box.right, baseline + 0.15 * style.size)
    words = text[start:end]
    raised = _MARK.fullmatch(words) is not None and page.is_raised(start)
    return Segment(words, box, baseline, style, spaced, number, raised)


def _characters(text_page: Handle) -> str:
    """The text of a page, with one letter for each character that PDFium counts."""
    count = max(min(raw.FPDFText_CountChars(text_page), MOST_CHARACTERS), 0)
    buffer = (ctypes.c_ushort * (count + 1))()
    if raw.FPDFText_GetText(text_page, 0, count, buffer) == count + 1:
        with suppress(UnicodeDecodeError):
            text = bytes(buffer)[: 2 * count].decode("utf-16-le")
            if len(text) == count:
                return text.translate(_BREAKS)
    # some characters are left out there, or UTF-16 writes them as two
    codes = [raw.FPDFText_GetUnicode(text_page, index) for index in range(count)]
    return "".join(map(_character, codes)).translate(_BREAKS)


_BREAKS = dict.fromkeys((2, 0xFFFE), "\u00ad")
"""What PDFium gives for a hyphen that breaks a word."""


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\0"


def _stretches(page: Characters, text: str) -> Iterator[tuple[int, int]]:
    """Ranges of characters that look alike and stand close together on a line."""
    start = end = -1
    smallest: float | None = None
    for first, last in _words(page, text):
        gap = _gap(page, text, end, first) if start >= 0 else None
        if gap is not None and _is_usual(gap, smallest):
            smallest = gap if smallest is None else min(gap, smallest)
            end = last
            continue
        if start >= 0:
            yield start, end
        start, end = first, last
        smallest = None
    if start >= 0:
        yield start, end


def _is_usual(gap: float, smallest: float | None) -> bool:
    """Whether a space is like the others on the line: all spaces of a justified line are."""
    return smallest is None or gap <= _LARGE_GAP or gap <= _MORE_THAN_OTHERS * smallest


def _words(page: Characters, text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each word; a word that does not look alike throughout is split."""
    for word in _WORD.finditer(text):
        start, end = word.span()
        cuts = _around_mark(page, word[0], start)
        if cuts:
            yield from pairwise(cuts)
        elif page.places[end - 1] == page.places[start]:
            yield start, end
        else:
            look = page.look(start)
            for index in range(start + 1, end):
                other = page.look(index)
                if other is not None and other != look:
                    yield start, index
                    start, look = index, other
            yield start, end


def _around_mark(page: Characters, word: str, start: int) -> list[int]:
    """Where to cut a word from the raised mark of a footnote; empty where there is none."""
    if not (word[0].isdigit() or word[-1].isdigit()):
        return []
    mark = _MARKED_WORD.search(word)
    if mark is None:
        return []
    begin = start + mark.start(mark.lastindex or 0)
    if not page.is_raised(begin):
        return []
    return sorted({start, begin, start + mark.end(), start + len(word)})


def _gap(page: Characters, text: str, end: int, first: int) -> float | None:
    """The space, in sizes of the type, before a word that continues a stretch; else ``None``.

    Within one object only a wide gap parts them: it is a tab, or the next column of a table.
    """
    if end == first or "\n" in text[end:first]:
        return None
    same = page.places[end - 1] == page.places[first]
    if not page.places[first] or not (same or page.look(end - 1) == page.look(first)):
        return None
    gap = page.gap(end, first) / (page.style(first).size or 1.0)
    return gap if -1 < gap <= (_WIDE_GAP if same else _NARROW_GAP) else None
