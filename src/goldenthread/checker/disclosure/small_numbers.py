"""One to four people: outside the service somebody may know who they are (design.md §5.4).

Nought is shown: it points to nobody. The rule is that of domain.md §6.4 (counts from 1 to 4 are
suppressed in what is published), and a percentage that gives such a count away is one too.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from goldenthread.checker.disclosure.people_counted import OTHER_THINGS, PEOPLE
from goldenthread.checker.disclosure.stretches import Stretch
from goldenthread.checker.patterns import Late
from goldenthread.checker.results import SetFound, Statement
from goldenthread.checker.source import Grid, Passage, Source

INSIDE = "service"
"""The audience for which small numbers may stand."""

_FEWEST, _MOST = 1, 4
_NOT_BETWEEN = (
    r"of|in|out|for|per|to|or|and|by|with|at|from|than|thirds?|quarters?|fifths?|halves|half"
    r"|percent"
    r"|days?|weeks?|months?|years?|hours?|minutes?|times?|working|meetings?|visits?|points?|key"
    r"|main"
    r"|things?|ways?|steps?|is|are|was|were|has|have|had|that|which|when|where|as|on|the|a|an|each"
)
_COUNTED = Late(
    r"(?<![\w.,/£$%–-])(?P<number>one|two|three|four|[1-4])"
    r" (?:(?:of|out of) (?:(?:the|these|those|our|all) )?)?(?:\d{1,5} |[a-z]+-)?"
    rf"(?:(?!(?:{_NOT_BETWEEN})\b)[a-z’'-]{{1,20}} ){{0,2}}(?:{PEOPLE})\b"
    r"(?!-|['’]s? (?:time|age|day)| at a time| from (?:a|each|every|any|the same)\b| per\b"
    r"| or more\b)",
    re.IGNORECASE,
)
_GRADED = Late(
    r"\b(?:inadequate|requires improvement|good|outstanding|good or better|not yet good"
    r"|not evidenced):? (?P<number>[1-4])(?!\.?\d|[\w%/]| of\b| out of\b)",
    re.IGNORECASE,
)
"""Grades with their counts in one line, as the words instead of a chart have them."""

_NOT_COUNTED = Late(
    r"(?:\b(?:than|least|most|up to|every|each|any|per|under|within|no|level|stage|tier|priority"
    r"|phase"
    r"|section|step|appendix|annex|table|figure|part|question|team|key stage|year|page|version"
    r"|standard"
    r"|category|domain|(?:one|two|three|four|\d+) in"
    r"|(?:famil(?:y|ies)|group|household|mother|couple)s? (?:of|with)) |\d )$",
    re.IGNORECASE,
)
_NUMBERED = Late(r"[1-4] [A-Z]")
"""A text that begins so is item 1 of a list, not one of something."""

_OTHER = Late(rf"\b(?:{OTHER_THINGS})\b", re.IGNORECASE)
_PEOPLE = Late(rf"\b(?:{PEOPLE})\b", re.IGNORECASE)
_COUNTS = Late(
    rf"\b(?:{PEOPLE}|number|count|total|graded|how many|inadequate|requires improvement|good"
    r"|outstanding|not evidenced|yes|no|met|not met|n)\b|^#$",
    re.IGNORECASE,
)
_NO_COUNTS = Late(
    r"\b(?:weeks?|months?|years?|ages?|scores?|scale|rank|priority|question|step|page|ref"
    r"|reference|id"
    r"|target|dates?|days?|rating|version|stage|level|out of|per cent|percentage|rate|average|mean"
    r"|median)\b|%",
    re.IGNORECASE,
)
_CELL = Late(r"([1-4])(?: of \d{1,6})?(?: ?\(\d{1,3}(?:\.\d+)? ?%\))?")
_NEARBY = 40
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4}


@dataclass(frozen=True, slots=True)
class SmallNumber:
    """A small count with its place: the number of the part and, in a table, of its row.

    ``start`` and ``end`` are offsets in the part's text, or the column and the next one.
    """

    text: str
    where: str
    count: int
    part: int
    start: int
    end: int
    row: int | None = None


def small_numbers(
    source: Source,
    texts: Iterable[Stretch],
    statements: tuple[Statement, ...],
    sets: tuple[SetFound, ...],
) -> list[SmallNumber]:
    """Every count of one to four people, once.

    Call it for partners and the public only, where each is an error.
    """
    cells = [
        small
        for number, part in enumerate(source.parts)
        if isinstance(part, Grid)
        for small in _in_cells(part, number)
    ]
    counted = {(cell.part, cell.row, cell.count) for cell in cells}
    shares = [
        small
        for small in _in_statements(source, statements)
        if (small.part, small.row, small.count) not in counted
    ]
    written = [small for stretch in texts for small in _in_text(stretch)]
    return [*cells, *_once([*shares, *_in_sets(source, sets), *written])]


def _in_statements(source: Source, statements: tuple[Statement, ...]) -> Iterator[SmallNumber]:
    """Shares; the start of one in a table is its row."""
    for one in statements:
        if not _gives_away(one) or _is_of_things(source, one):
            continue
        count = one.fits_counts[0] if one.count is None else one.count
        part = source.parts[one.part] if one.part < len(source.parts) else None
        if isinstance(part, Grid):
            yield SmallNumber(one.text, one.where, count, one.part, 0, 0, row=one.start)
        else:
            end = one.start + len(one.text)
            yield SmallNumber(one.text, one.where, count, one.part, one.start, end)


def _in_sets(source: Source, sets: tuple[SetFound, ...]) -> Iterator[SmallNumber]:
    """Parts of a set in running text; tables are read cell by cell instead."""
    passages: dict[str, list[tuple[int, str]]] = {}
    for number, part in enumerate(source.parts):
        if isinstance(part, Passage):
            passages.setdefault(part.where, []).append((number, part.text))
    tables = {grid.where for grid in source.grids}
    for found in sets:
        if any(found.where.startswith(where) for where in tables):
            continue
        for item in found.items:
            if item.count is not None and _is_small(item.count):
                place = _place_of(item.text, passages.get(found.where, []))
                yield SmallNumber(item.text, found.where, item.count, *place)


def _place_of(words: str, passages: list[tuple[int, str]]) -> tuple[int, int, int]:
    """The part that holds some words and where; nowhere in the first where none does."""
    for number, text in passages:
        start = text.find(words)
        while start > 0 and text[start - 1].isalnum():
            start = text.find(words, start + 1)
        if start >= 0:
            return (number, start, start + len(words))
    return (passages[0][0] if passages else 0, 0, 0)


def _once(told: list[SmallNumber]) -> list[SmallNumber]:
    """Of those that overlap the longest: "3 (12%)" and "3 (12%) of 26" are one."""
    kept: list[SmallNumber] = []
    for small in sorted(told, key=lambda one: one.start - one.end):
        if not any(_is_same(small, other) for other in kept):
            kept.append(small)
    return kept


def _is_same(small: SmallNumber, kept: SmallNumber) -> bool:
    if (small.part, small.row) != (kept.part, kept.row):
        return False
    if small.start == small.end:
        return small.text in kept.text
    return small.start < kept.end and kept.start < small.end


def _is_small(count: int) -> bool:
    return _FEWEST <= count <= _MOST


def _gives_away(statement: Statement) -> bool:
    """Whether a share tells a small count: printed, or the only ones that its base allows."""
    if statement.count is not None:
        return _is_small(statement.count)
    counts = statement.fits_counts
    return bool(counts) and all(map(_is_small, counts))


def _is_of_things(source: Source, statement: Statement) -> bool:
    """Whether the share is of meetings or categories rather than of people."""
    part = source.parts[statement.part] if 0 <= statement.part < len(source.parts) else None
    text = statement.text
    if isinstance(part, Passage):
        end = statement.start + len(statement.text)
        text = part.text[statement.start : end + _NEARBY]
    people, other = _PEOPLE.search(text), _OTHER.search(text)
    return other is not None and (people is None or other.start() < people.start())


def _in_text(stretch: Stretch) -> Iterator[SmallNumber]:
    if stretch.columns or stretch.is_address or stretch.part is None:
        return
    for found in (*_counted(stretch.text), *_GRADED.finditer(stretch.text)):
        number = found["number"].lower()
        count = _WORDS.get(number) or int(number)
        yield SmallNumber(found[0], stretch.where, count, stretch.part, *found.span())


def _counted(text: str) -> Iterator[re.Match[str]]:
    for found in _COUNTED.finditer(text):
        before = text[: found.start()]
        listed = not before and _NUMBERED.match(found[0]) is not None
        if not listed and _NOT_COUNTED.search(before[-_NEARBY:]) is None:
            yield found


def _in_cells(grid: Grid, part: int) -> Iterator[SmallNumber]:
    """Cells of columns that count people, as "row, column: 3"."""
    if len(grid.rows) < 2:
        return
    labels = grid.rows[0]
    caption_counts = _COUNTS.search(grid.caption) is not None
    for place, row in enumerate(grid.rows[1:], 1):
        for column, cell in enumerate(row[1:], 1):
            label = labels[column] if column < len(labels) else ""
            counts = _COUNTS.search(label) or (caption_counts and label)
            found = _CELL.fullmatch(cell.strip())
            if counts and found and not _NO_COUNTS.search(label):
                text = f"{row[0]}, {label}: {cell.strip()}"
                count = int(found[1])
                yield SmallNumber(text, grid.where, count, part, column, column + 1, row=place)
