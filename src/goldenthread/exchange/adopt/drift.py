"""What changed in a source since its map was written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from goldenthread.definitions.matching import normalise
from goldenthread.exchange.adopt.entries import Source
from goldenthread.exchange.adopt.map_writing import column_lines
from goldenthread.exchange.adopt.mapping import UNKNOWN, ColumnMap, Decision, MapLine, Meaning
from goldenthread.exchange.adopt.meaning.answers import Grades
from goldenthread.exchange.adopt.meaning.translations import Translator, values_in
from goldenthread.exchange.adopt.proposals.proposing import propose
from goldenthread.exchange.problems import Problem


@dataclass(frozen=True, slots=True)
class NewValue:
    """A value that the map does not know; ``meant`` is ``unknown``, or what it says exactly."""

    meaning: Meaning
    text: str
    meant: str


@dataclass(frozen=True, slots=True)
class Drift:
    """Columns and values in which the source differs from the map.

    ``moved`` columns are known by their place only, and stand in another place now: they are not
    read. ``reliable`` is the map without the columns that are gone or moved. ``lines_to_add`` are
    lines for the map, one column after another.
    """

    reliable: ColumnMap
    vanished: tuple[MapLine, ...] = ()
    moved: tuple[MapLine, ...] = ()
    new_columns: tuple[str, ...] = ()
    new_values: tuple[NewValue, ...] = ()
    lines_to_add: tuple[str, ...] = ()

    def problems(self, source: Source) -> Iterator[Problem]:
        """Mapped columns that are gone or stand elsewhere."""
        for line in self.vanished:
            mend = 'it is gone: correct its name in the map, or write "leave out" there'
            yield Problem(source.name, None, line.column, "", mend)
        for line in self.moved:
            mend = f'it followed "{line.after}" and no longer does: correct "after" in the map'
            yield Problem(source.name, None, line.column, "", mend)


def drift(source: Source, column_map: ColumnMap) -> Drift:
    """Compare a source with the map that is to be used for it."""
    columns = {normalise(column.name): column for column in source.columns}
    wanted = [line for line in column_map.columns if line.decision is not Decision.LEAVE_OUT]
    vanished = [line for line in wanted if line.target and normalise(line.column) not in columns]
    moved = [
        line
        for line in wanted
        if line.after
        and (column := columns.get(normalise(line.column)))
        and normalise(column.follows) != normalise(line.after)
    ]
    new = tuple(c.name for c in source.columns if column_map.line(c.name) is None)
    reliable = replace(column_map, columns=_reliable(column_map, moved, source))
    return Drift(
        reliable=reliable,
        vanished=tuple(vanished),
        moved=tuple(moved),
        new_columns=new,
        new_values=tuple(_new_values(source, reliable)),
        lines_to_add=_lines_to_add(source, column_map, new),
    )


def _reliable(
    column_map: ColumnMap, moved: Iterable[MapLine], source: Source
) -> tuple[MapLine, ...]:
    """The map's lines that can be relied on, with the columns' names as the source spells them."""
    names = {normalise(column.name): column.name for column in source.columns}
    return tuple(
        replace(line, column=names[normalise(line.column)])
        for line in column_map.columns
        if normalise(line.column) in names and line not in moved
    )


def _new_values(source: Source, column_map: ColumnMap) -> Iterator[NewValue]:
    translator = Translator(Grades(column_map.scale))
    for meaning, counts in values_in(source, column_map.columns).items():
        for text in sorted(counts):
            if text and column_map.translation(meaning, text) is None:
                meant = translator.translate(meaning, text) or UNKNOWN
                yield NewValue(meaning, text, meant)


def _lines_to_add(source: Source, column_map: ColumnMap, new: tuple[str, ...]) -> tuple[str, ...]:
    """What would be proposed for the new columns: nothing of it is done until the map says so."""
    if not new:
        return ()
    proposal = propose(source, column_map.framework, column_map.scale)
    lines: list[str] = []
    for line in proposal.column_map.columns:
        if line.column in new:
            lines += [f"  # {proposal.why[line.column].why}", *column_lines(line)]
    return tuple(lines)
