"""All figure checks over a whole document."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from goldenthread.checker.figures.bases.nearby import said_before
from goldenthread.checker.figures.bases.running import (
    Said,
    bound_figures,
    governing_bases,
    said_in,
)
from goldenthread.checker.figures.bases.sections import sections_of
from goldenthread.checker.figures.model import BaseMention, Bound
from goldenthread.checker.figures.sets.adjusted import Adjusted, adjusted_shares
from goldenthread.checker.figures.sets.parts import Parts, found
from goldenthread.checker.figures.sets.remainders import remainders_in
from goldenthread.checker.figures.sets.shared_lists import shared_lists_in
from goldenthread.checker.figures.sets.splits import splits_in
from goldenthread.checker.figures.sets.stated_lists import stated_lists_in
from goldenthread.checker.figures.tables.governed import lacks_a_base, under_what_is_said
from goldenthread.checker.figures.tables.grids import GridFigures, figures_of_grid
from goldenthread.checker.figures.verdicts.judging import judge
from goldenthread.checker.results import SetFound, Severity, Statement
from goldenthread.checker.source import Grid, Part, Source, printed_passages


@dataclass(frozen=True, slots=True)
class Figures:
    """What the figure checks found, in reading order."""

    statements: tuple[Statement, ...]
    sets: tuple[SetFound, ...]


def check_figures(source: Source, said: Said | None = None) -> Figures:
    """Every printed share of a document with its verdict, and every set that should add up.

    Only what is printed is checked. ``start`` of a statement in a table is the number of its row.
    ``said`` is what its printed passages say, where that is known.

    >>> from goldenthread.checker.source import FileKind, Passage
    >>> text = Passage("Of the 26 audits, 16 (39%) were graded inadequate.", "page 1")
    >>> figures = check_figures(Source("brief.txt", FileKind.TEXT, (text,)))
    >>> [(s.count, s.base, s.percent, s.verdict.value) for s in figures.statements]
    [(16, 26, '39', 'disagrees')]
    """
    parts = source.parts
    said = said or said_in(printed_passages(parts))
    bounds = bound_figures(parts, said)
    bases = governing_bases(parts, said)
    grids = tuple(_grids(parts))
    sets = sorted(_sets(parts, bounds, bases, grids), key=lambda one: (one.part, one.start))
    adjusted = adjusted_shares(sets)
    places = [(bound, parts[bound.mention.part].where) for bound in bounds]
    places.extend(share for grid in grids for share in grid.shares)
    places.sort(key=lambda place: (place[0].mention.part, place[0].mention.start))
    statements = tuple(_statement(bound, where, adjusted) for bound, where in places)
    return Figures(statements, tuple(found(one) for one in sets))


def _grids(parts: Sequence[Part]) -> Iterator[GridFigures]:
    sections = sections_of(parts)
    for number, part in enumerate(parts):
        if isinstance(part, Grid) and part.region.is_printed:
            figures = figures_of_grid(part, number)
            if lacks_a_base(figures):
                figures = under_what_is_said(figures, said_before(number, parts, sections))
            yield figures


def _sets(
    parts: Sequence[Part],
    bounds: Sequence[Bound],
    bases: Sequence[BaseMention],
    grids: Iterable[GridFigures],
) -> list[Parts]:
    """Sets of tables and of running text; a list that is a split as well counts once."""
    sets = [one for grid in grids for one in grid.sets]
    sets.extend(splits_in(parts, bounds, bases))
    others = (
        *shared_lists_in(parts, bounds),
        *remainders_in(parts),
        *stated_lists_in(parts, bounds),
    )
    for one in others:
        if not any(_are_the_same(one, other) for other in sets):
            sets.append(one)
    return sets


_NEAR = 6
"""Items of one list are no further apart than this many parts of the source."""


def _are_the_same(one: Parts, other: Parts) -> bool:
    """Whether two sets have two parts or more in common, by what is printed."""
    if abs(one.part - other.part) > _NEAR:
        return False
    if _counts(one) is not None and _counts(one) == _counts(other):
        return True
    return (_printed(one) & _printed(other)).total() > 1


def _counts(parts: Parts) -> list[int | None] | None:
    """The counts of a set, if it has any."""
    counts = [member.count for member in parts.members]
    return None if all(count is None for count in counts) else counts


def _printed(parts: Parts) -> Counter[tuple[int | None, str]]:
    return Counter((m.count, m.share.printed if m.share else "") for m in parts.members)


def _statement(bound: Bound, where: str, adjusted: frozenset[Adjusted]) -> Statement:
    judged, mention = judge(bound), bound.mention
    statement = Statement(
        text=mention.text,
        where=where,
        count=bound.count,
        base=judged.base,
        base_stated=bound.stated and judged.base is not None and judged.base == bound.base,
        percent=mention.share.printed,
        computed=judged.computed,
        verdict=judged.verdict,
        severity=judged.severity,
        fits_counts=judged.fits_counts,
        fits_bases=judged.fits_bases,
        message=judged.message,
        part=mention.part,
        start=mention.start,
    )
    place = Adjusted(mention.part, bound.count, mention.share.printed)
    return _as_note(statement) if place in adjusted else statement


def _as_note(statement: Statement) -> Statement:
    """A rounding that only fits a set adjusted to a hundred is no error."""
    message = (
        f"{statement.percent}% is not {statement.count} of {statement.base} rounded to the "
        f"nearest ({statement.computed}%), and seems chosen so that the percentages add up to 100: "
        "say so, or print each as it is and say that they may not add up."
    )
    return replace(statement, severity=Severity.NOTE, message=message)
