"""Finding the headings of a sheet: below titles, over several rows, whatever stands around."""

from collections import Counter
from dataclasses import dataclass

from goldenthread.definitions.matching import normalise
from goldenthread.exchange.adopt.entries import SourceColumn
from goldenthread.exchange.adopt.meaning.headings import asked
from goldenthread.exchange.adopt.reading.grids import Grid, Line, text_of
from goldenthread.exchange.adopt.reading.recognising import CellKind, Recogniser
from goldenthread.exchange.book import column_letter

SEARCHED = 40
"""Lines from the top in which headings are looked for."""

LOOKED_AT = 300
"""Cells of a line that are looked at to tell whether it holds headings."""

LEAST_KNOWN = 2
"""Different known headings that a line of headings must have."""


@dataclass(frozen=True, slots=True)
class Header:
    """Where the headings are: the line of them, a line of groups above and of parts below."""

    at: int
    weight: int
    group_at: int | None = None
    parts_at: int | None = None

    @property
    def first_data(self) -> int:
        """Place of the first line after the headings."""
        return max(self.at, self.parts_at or 0) + 1


def find_header(grid: Grid, recogniser: Recogniser, known: int = LEAST_KNOWN) -> Header | None:
    """The line that most looks like headings; ``None`` when no line looks like any.

    ``known`` is how many different known headings it must have.
    """
    weights = [_weight(line, recogniser, known) for line in grid.lines[:SEARCHED]]
    best = max(weights, default=0)
    if best <= 0:
        return None
    at = weights.index(best)
    return Header(at, best, _groups_above(grid, at, recogniser), _parts_below(grid, at, recogniser))


def _weight(line: Line, recogniser: Recogniser, least_known: int) -> int:
    """Three for each different known heading, one for each likely one, less two for each datum.

    Headings differ; a column of answers says the same things again and again.
    """
    kinds = [recogniser.kind(cell) for cell in line.cells[:LOOKED_AT]]
    known = {said for kind, said in kinds if kind is CellKind.KNOWN}
    likely = {said for kind, said in kinds if kind is CellKind.LIKELY}
    data = sum(kind is CellKind.DATA for kind, _ in kinds)
    return 3 * len(known) + len(likely) - 2 * data if len(known) >= least_known else 0


def any_header(grid: Grid, recogniser: Recogniser) -> Header | None:
    """The first line of at least four different texts that is followed by another filled line."""
    for at, line in enumerate(grid.lines[:SEARCHED]):
        texts = [line.cells[place] for place in line.filled()]
        wordy = all(isinstance(text, str) and not recogniser.is_data(text) for text in texts)
        if wordy and len({normalise(text_of(t)) for t in texts}) == len(texts) >= 4:
            return Header(at, 0) if _filled_below(grid, at) else None
    return None


def _filled_below(grid: Grid, at: int) -> bool:
    return any(len(line.filled()) >= 2 for line in grid.lines[at + 1 :])


def _groups_above(grid: Grid, at: int, recogniser: Recogniser) -> int | None:
    """The line above, if it holds at least two different texts and no data; else it is a title."""
    if at == 0:
        return None
    line = grid.lines[at - 1]
    texts = {text_of(line.cells[place]) for place in line.filled()}
    if len(texts) < 2 or any(recogniser.is_data(cell) for cell in line.cells):
        return None
    return at - 1


def _parts_below(grid: Grid, at: int, recogniser: Recogniser) -> int | None:
    """The line below, if it holds nothing but parts such as *Grade* and *Reason*.

    Headings that are merged over both lines say the same in each.
    """
    if at + 1 >= len(grid.lines):
        return None
    line, above = grid.lines[at + 1], grid.lines[at].cells
    cells = [line.cells[place] for place in line.filled() if line.cells[place] != above[place]]
    return at + 1 if len(cells) >= 2 and all(recogniser.is_part(cell) for cell in cells) else None


def columns_of(grid: Grid, header: Header) -> tuple[SourceColumn | None, ...]:
    """A column for each place that has a heading or anything below it; ``None`` for the others."""
    headings = _headings(grid, header)
    repeated = Counter(normalise(heading) for heading, _ in headings if heading)
    earlier: set[str] = set()
    taken: set[str] = set()
    columns: list[SourceColumn | None] = []
    before = ""
    for place, (heading, group) in enumerate(headings):
        if not (heading or _any_below(grid, header, place)):
            columns.append(None)
            continue
        bare = heading or f"(no heading, column {column_letter(place + 1)})"
        grouped = f"{group} / {bare}" if group and repeated[normalise(heading)] > 1 else bare
        name = _untaken(grouped, taken)
        question = asked(heading, frozenset(earlier)) or name
        columns.append(SourceColumn(name, question, group, before))
        earlier.add(heading)
        taken.add(normalise(name))
        before = name
    return tuple(columns)


def _headings(grid: Grid, header: Header) -> list[tuple[str, str]]:
    """Heading and group of each place; a group stretches to the right until the next one."""
    own = [text_of(cell) for cell in grid.lines[header.at].cells]
    if header.parts_at is not None:
        parts = [text_of(cell) for cell in grid.lines[header.parts_at].cells]
        above = _stretched(own, parts)
        return [
            (part, a) if part not in ("", o) else (o, "")
            for o, a, part in zip(own, above, parts, strict=True)
        ]
    if header.group_at is not None:
        above = _stretched([text_of(c) for c in grid.lines[header.group_at].cells], own)
        return [(o, g if g != o else "") for o, g in zip(own, above, strict=True)]
    return [(heading, "") for heading in own]


def _stretched(groups: list[str], below: list[str]) -> list[str]:
    """Each group over the places to its right that have something below and no group."""
    stretched: list[str] = []
    current = ""
    for group, under in zip(groups, below, strict=True):
        current = group or (current if under else "")
        stretched.append(current)
    return stretched


def _untaken(name: str, taken: set[str]) -> str:
    """A name that no column further left has: *Comments*, *Comments (2)*."""
    unique, number = name, 2
    while normalise(unique) in taken:
        unique = f"{name} ({number})"
        number += 1
    return unique


def _any_below(grid: Grid, header: Header, place: int) -> bool:
    return any(line.cells[place] is not None for line in grid.lines[header.first_data :])


def heading_texts(grid: Grid, header: Header) -> tuple[str, ...]:
    """The headings as texts, to tell a line that repeats them."""
    return tuple(text_of(cell) for cell in grid.lines[header.at].cells)


def repeats(line: Line, headings: tuple[str, ...]) -> bool:
    """Whether a line says the headings again, as on each printed page."""
    same = sum(bool(h) and text_of(c) == h for c, h in zip(line.cells, headings, strict=True))
    return same >= 3 and same * 5 >= 4 * len(line.filled())
