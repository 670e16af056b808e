"""Plain text: paragraphs, list items and pasted tables, however its lines are broken."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from goldenthread.checker.reading.decoding import decoded
from goldenthread.checker.reading.office.collected import Collected
from goldenthread.checker.reading.tables import is_data_table
from goldenthread.checker.reading.wording import list_item, tidy
from goldenthread.checker.reading.wrapping import is_wrapped, joined_lines
from goldenthread.checker.source import FileKind, Grid, Part, Passage, Role, Shows, Source
from goldenthread.documents.untrusted.archive import Unfit

_PLACEHOLDER = re.compile(r"\[(?:image|bookmark|cid|drawing|picture):[^\[\]\n]{0,200}\]", re.I)
"""What programs write where a picture or bookmark stood when they save a document as text."""
_PICTURE_FILE = re.compile(r"\s*image\d{1,4}\.(?:jpe?g|png|gif|emf|wmf|bmp|tiff?|svg)\s*", re.I)
_LINE_END = re.compile(r"\r\n|[\n\r\v\x85\u2028\u2029]")
_RULE = re.compile(r"\s*(?:[=\-_*~#+.]\s?){3,}\s*")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,}|~{3,})")
_END_OF_SENTENCE = (".", "!", "?", ":", ";", ",", "”", '"')
_SECTION_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+(?=[^\W\d_])")

_TAB = "\t"
_LONGEST_HEADING = 60
_PROSE_WORDS = 12
_MOST_LINES = 100_000


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the file; ``number`` counts from 1."""

    text: str
    number: int
    page: int


def read(content: bytes, name: str) -> Source:
    """The text as passages, and pasted tables as grids. ``where`` is the line it begins on."""
    text = decoded(content)
    if text.count("\n") > _MOST_LINES:
        raise Unfit(f"has more than {_MOST_LINES:,} lines; give only the part that matters")
    lines = list(_lines(text))
    paged = bool(lines) and lines[-1].page > 1
    found = Collected()
    for part in _parts(lines, paged):
        found.add(part)
    return Source(
        file=name,
        kind=FileKind.TEXT,
        parts=tuple(found.parts),
        shows=frozenset({Shows.PAGES}) if paged else frozenset(),
        pages=lines[-1].page if paged else None,
    )


def _lines(text: str) -> Iterator[_Line]:
    number = 0
    for page, content in enumerate(text.rstrip("\f\x1a").split("\f"), start=1):
        for line in _LINE_END.split(content):
            number += 1
            seen = _PLACEHOLDER.sub("", line)
            if not _PICTURE_FILE.fullmatch(seen):
                yield _Line(seen, number, page)


def _parts(lines: Sequence[_Line], paged: bool) -> Iterator[Part]:
    wrapped = is_wrapped([line.text.rstrip() for line in lines])
    blocks = list(_blocks(lines))
    for number, block in enumerate(blocks):
        after = blocks[number + 1] if number + 1 < len(blocks) else []
        page = block[0].page if paged else None
        grid = _grid(block, page)
        if grid is not None:
            yield grid
        elif _is_heading(block, after):
            yield _heading(block[0], page)
        else:
            yield from _passages(block, page, wrapped)


def _blocks(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Lines between blank ones; titles in capitals, and tables, stand for themselves."""
    for (_, kind), group in groupby(lines, key=lambda line: (line.page, _kind(line))):
        if kind == "blank":
            continue
        block = list(group)
        if kind == "capitals":
            yield from ([line] for line in block)
        else:
            yield block


def _kind(line: _Line) -> str:
    text = line.text.strip()
    if not text:
        return "blank"
    if _is_in_capitals(text):
        return "capitals"
    return f"{line.text.rstrip().count(_TAB)} tabs" if _TAB in text else "lines"


def _grid(block: Sequence[_Line], page: int | None) -> Grid | None:
    """A table pasted from a sheet, whose cells are parted by tabs."""
    rows = [tuple(tidy(cell) for cell in line.text.rstrip().split(_TAB)) for line in block]
    if len(rows[0]) < 2 or not is_data_table(rows):
        return None
    return Grid(tuple(rows), f"line {block[0].number}", page=page)


def _passages(block: Sequence[_Line], page: int | None, wrapped: bool) -> Iterator[Passage]:
    for lines in joined_lines([line.text for line in block]) if wrapped else _each(block):
        text = _joined([block[number].text for number in lines])
        item = list_item(text)
        words = tidy(item if item is not None else text)
        if words and not _RULE.fullmatch(text):
            role = Role.LIST_ITEM if item is not None else Role.PARAGRAPH
            yield Passage(words, f"line {block[lines[0]].number}", role, page=page)


def _each(block: Sequence[_Line]) -> Iterator[range]:
    return (range(number, number + 1) for number in range(len(block)))


def _joined(lines: Sequence[str]) -> str:
    """The lines as one; a word broken at its own hyphen is put together."""
    text = lines[0]
    for line in lines[1:]:
        words = line.strip()
        broken = text.endswith("-") and text[-2:-1].isalpha() and words[:1].isalpha()
        text = text.rstrip() + ("" if broken else " ") + words
    return text


def _is_in_capitals(text: str) -> bool:
    letters = [mark for mark in text if mark.isalpha()]
    return (
        len(letters) > 3
        and text.upper() == text
        and len(text) <= _LONGEST_HEADING
        and not text.endswith((".", ":", ";", ","))
        and list_item(text) is None
        and "\t" not in text
        and "%" not in text
    )


def _is_heading(block: Sequence[_Line], after: Sequence[_Line]) -> bool:
    """A title in capitals or underlined, or one short line before a paragraph of prose."""
    text = tidy(block[0].text)
    if not text or len(text) > _LONGEST_HEADING:
        return False
    if len(block) == 2 and _UNDERLINE.fullmatch(block[1].text.strip()):
        return True
    if len(block) > 1 or (list_item(text) is not None and not _SECTION_NUMBER.match(text)):
        return False
    if _is_in_capitals(block[0].text.strip()):
        return True
    words = _SECTION_NUMBER.sub("", text, count=1)
    return (
        words[:1].isupper()
        and not words.endswith(_END_OF_SENTENCE)
        and not any(mark.isdigit() or mark in "%@/" for mark in words)
        and bool(after)
        and after[0].number > block[0].number + 1
        and len(" ".join(line.text for line in after).split()) >= _PROSE_WORDS
        and after[-1].text.rstrip().endswith((".", "!", "?"))
    )


def _heading(line: _Line, page: int | None) -> Passage:
    return Passage(tidy(line.text), f"line {line.number}", Role.HEADING, level=1, page=page)
