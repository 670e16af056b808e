"""Every text that a document holds, printed or not, with the headings that it stands under."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import unquote

from goldenthread.checker.disclosure.words import tidy
from goldenthread.checker.source import Grid, Link, Passage, Region, Role, Source

_LONGEST_HEADING = 80
"""Letters; a longer passage in capitals or bold is text that somebody wanted to be noticed."""

_UNMARKED_LEVEL = 7
"""A line that only looks like a heading stands below all marked ones."""

_PERCENT_CODE = re.compile(r"%[0-9A-Fa-f]{2}")
_MOST_LAYERS = 4


@dataclass(frozen=True, slots=True)
class Stretch:
    """A text to look through. ``headings`` are those above it, outermost first.

    ``is_label`` is for what programs call parts of the file: other checks would misread it.
    A row of a table is one text; ``columns`` are then the headings of its columns. ``part`` is the
    number of the part of the source, ``row`` that of the row in its table.
    """

    text: str
    where: str
    region: Region = Region.BODY
    headings: tuple[str, ...] = ()
    is_heading: bool = False
    is_address: bool = False
    is_label: bool = False
    columns: str = ""
    part: int | None = None
    row: int | None = None


def stretches(source: Source) -> Iterator[Stretch]:
    """All texts of a source in reading order, then links, pictures, title and file name."""
    under: dict[tuple[str, str], tuple[str, ...]] = {}
    seen: set[str] = set()
    for stretch in _parts(source):
        seen.add(stretch.text)
        yield stretch
        yield from _printed_addresses(stretch)
        under.setdefault((stretch.where, stretch.text), stretch.headings)
    by_place = list(under.items())
    for link in source.links:
        yield _linked(link, by_place)
    for picture in source.pictures:
        text = tidy(picture.alternative or "")
        if text and text not in seen:
            yield Stretch(text, picture.where, Region.ALT_TEXT)
    for label in source.labels:
        if label.text not in seen:
            yield Stretch(
                _decoded(label.text), label.where, Region.HIDDEN, is_address=True, is_label=True
            )
    for text, where in ((source.title, "title of the file"), (source.file, "name of the file")):
        if text.strip() and tidy(text) not in seen:
            is_file = where == "name of the file"
            yield Stretch(tidy(text), where, Region.PROPERTY, is_address=is_file)


def _printed_addresses(stretch: Stretch) -> Iterator[Stretch]:
    """Addresses with percent codes that are printed rather than linked."""
    if "%" not in stretch.text:
        return
    for word in stretch.text.split():
        if "%" in word and _PERCENT_CODE.search(word):
            yield Stretch(_decoded(word), stretch.where, stretch.region, is_address=True)


def _parts(source: Source) -> Iterator[Stretch]:
    trail: list[tuple[int, str]] = []
    for number, part in enumerate(source.parts):
        if isinstance(part, Grid):
            yield from _cells(part, number, tuple(text for _, text in trail))
            continue
        text = tidy(part.text)
        if not text:
            continue
        level = _level(part, text)
        if level:
            trail = [(above, words) for above, words in trail if above < level]
        yield Stretch(
            text,
            part.where,
            part.region,
            tuple(words for _, words in trail),
            is_heading=bool(level),
            part=number,
        )
        if level and part.region.is_printed:
            trail.append((level, text))


def _level(passage: Passage, text: str) -> int:
    """1 to 6 for a heading, 7 for a line that looks like one, 0 for anything else."""
    if passage.role is Role.HEADING:
        return passage.level or 6
    if passage.role is not Role.PARAGRAPH or len(text) > _LONGEST_HEADING or "@" in text:
        return 0
    looks = text.isupper() or (passage.bold is True) or text.endswith(":")
    return _UNMARKED_LEVEL if looks and text[-1] not in ".!?;," and "://" not in text else 0


def _cells(grid: Grid, number: int, headings: tuple[str, ...]) -> Iterator[Stretch]:
    above = (*headings, grid.caption) if grid.caption else headings
    if grid.caption:
        yield Stretch(tidy(grid.caption), grid.where, grid.region, headings, part=number)
    labels = tuple(tidy(cell) for cell in grid.rows[0]) if grid.rows else ()
    columns = " ".join(dict.fromkeys(labels))
    for place, cells in enumerate(grid.rows):
        texts = [tidy(cell) for cell in cells]
        whole = " | ".join(text for text, _ in groupby(text for text in texts if text))
        if not whole:
            continue
        yield Stretch(
            whole,
            f"{grid.where}, row {place + 1}",
            grid.region,
            above,
            is_heading=place == 0,
            columns=columns,
            part=number,
            row=place,
        )


def _decoded(address: str) -> str:
    """An address without its percent codes, also where it was passed on inside another address.

    >>> _decoded("https://x.example/?url=a%2FIman%2520Haverstock")
    'https://x.example/?url=a/Iman Haverstock'
    """
    for _ in range(_MOST_LAYERS):
        plain = unquote(address)
        if plain == address:
            break
        address = plain
    return tidy(address)


def _linked(link: Link, places: list[tuple[tuple[str, str], tuple[str, ...]]]) -> Stretch:
    """The address of a link, under the headings of the passage that holds its words."""
    words = tidy(link.text)
    headings = next(
        (found for (where, text), found in places if where == link.where and words in text), ()
    )
    return Stretch(
        _decoded(link.address),
        link.where,
        headings=headings,
        is_address=True,
    )
