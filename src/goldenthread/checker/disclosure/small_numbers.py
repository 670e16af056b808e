"""One to four people: outside the service somebody may know who they are (design.md §5.4).

Nought is shown: it points to nobody. The rule is that of domain.md §6.4 (counts from 1 to 4 are
suppressed in what is published), and a percentage that gives such a count away is one too.
"""

import re
from collections.abc import Iterable, Iterator

from goldenthread.checker.disclosure.kinds import Kind
from goldenthread.checker.disclosure.patterns import Late
from goldenthread.checker.disclosure.people_counted import OTHER_THINGS, PEOPLE
from goldenthread.checker.disclosure.stretches import Stretch
from goldenthread.checker.results import Hit, SetFound, Severity, Statement
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


def small_numbers(
    source: Source,
    texts: Iterable[Stretch],
    statements: tuple[Statement, ...],
    sets: tuple[SetFound, ...],
) -> Iterator[Hit]:
    """Every count of one to four people, as an error; call it for partners and the public only."""
    told = [*_in_statements(source, statements), *_in_sets(source, sets)]
    for stretch in texts:
        told.extend((stretch.where, text) for text in _in_text(stretch))
    for grid in (part for part in source.parts if isinstance(part, Grid)):
        told.extend(_in_cells(grid))
    yield from _once(told)


def _in_statements(source: Source, statements: tuple[Statement, ...]) -> Iterator[tuple[str, str]]:
    for statement in statements:
        if _gives_away(statement) and not _is_of_things(source, statement):
            yield statement.where, statement.text


def _in_sets(source: Source, sets: tuple[SetFound, ...]) -> Iterator[tuple[str, str]]:
    """Parts of a set in running text; tables are read cell by cell instead."""
    tables = {grid.where for grid in source.grids}
    for found in sets:
        if any(found.where.startswith(where) for where in tables):
            continue
        for item in found.items:
            if item.count is not None and _is_small(item.count):
                yield found.where, item.text


def _once(told: list[tuple[str, str]]) -> Iterator[Hit]:
    """Each number once, in the longest words that hold it."""
    by_place: dict[str, list[str]] = {}
    for where, text in told:
        by_place.setdefault(where, []).append(text)
    for where, texts in by_place.items():
        kept: list[str] = []
        for text in sorted(dict.fromkeys(texts), key=len, reverse=True):
            if not any(text in longer for longer in kept):
                kept.append(text)
        for text in (text for text in dict.fromkeys(texts) if text in kept):
            yield Hit(Kind.SMALL_NUMBER, text, where, Severity.ERROR)


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


def _in_text(stretch: Stretch) -> Iterator[str]:
    if stretch.columns or stretch.is_address:
        return
    for found in _COUNTED.finditer(stretch.text):
        before = stretch.text[: found.start()]
        listed = not before and _NUMBERED.match(found[0]) is not None
        if not listed and _NOT_COUNTED.search(before[-_NEARBY:]) is None:
            yield found[0]
    yield from (found[0] for found in _GRADED.finditer(stretch.text))


def _in_cells(grid: Grid) -> Iterator[tuple[str, str]]:
    """Cells of columns that count people, as "row, column: 3"."""
    if len(grid.rows) < 2:
        return
    labels = grid.rows[0]
    caption_counts = _COUNTS.search(grid.caption) is not None
    for row in grid.rows[1:]:
        for column, cell in enumerate(row[1:], 1):
            label = labels[column] if column < len(labels) else ""
            counts = _COUNTS.search(label) or (caption_counts and label)
            if counts and not _NO_COUNTS.search(label) and _CELL.fullmatch(cell.strip()):
                yield grid.where, f"{row[0]}, {label}: {cell.strip()}"
