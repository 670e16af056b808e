"""Laying out: from sets of figures to the system of cells behind them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from goldenthread.analysis.disclosure.cells import (
    REST,
    Scope,
    Structure,
    cells_of,
    pooled_from,
)
from goldenthread.analysis.disclosure.relations import templates
from goldenthread.analysis.disclosure.system import Place, Pooled, Printed, System
from goldenthread.analysis.disclosure.ties import (
    month_as_period,
    tie_editions,
    tie_periods,
    tie_slices,
)
from goldenthread.analysis.figure import Figure, FigureSet, Slice

_Known = dict[str, int]


@dataclass(frozen=True, slots=True)
class _Book:
    """This cycle's figures of a set, or the earlier cycle's."""

    set_number: int
    earlier: bool
    figures: Mapping[tuple[str, Slice], Figure]
    period: str


def lay_out(sets: Sequence[FigureSet], structure: Structure) -> System:
    """The cells and relations behind everything in ``sets``, in their order of publication."""
    system, known = System(), dict[Scope, _Known]()
    scopes = [_place(system, book, known, structure) for book in _books(sets)]
    for scope in known:
        _lay_templates(system, scope, structure)
    system.complete()
    for of_book in scopes:
        tie_slices(system, of_book)
    tie_periods(system, known)
    tie_editions(system, known)
    system.complete()
    return system


def _books(sets: Sequence[FigureSet]) -> Iterator[_Book]:
    """Both sides of every set that have figures, each with its period.

    Figures written down of an earlier cycle carry an open period, ``../2026-08-31``: they are of
    the period among ``sets`` that ended on that day, if there is just one.
    """
    sides = [
        (number, earlier, of)
        for number, figures in enumerate(sets)
        for earlier, of in ((False, figures.figures), (True, figures.previous))
        if of
    ]
    periods = [_period(of) for _, _, of in sides]
    for (number, earlier, of), period in zip(sides, periods, strict=True):
        last = period.partition("/")[2]
        same_end = {p for p in periods if p.endswith(f"/{last}") and not p.startswith("..")}
        closed = period if len(same_end) != 1 else same_end.pop()
        yield _Book(number, earlier, of, closed if period.startswith("..") else period)


def _period(figures: Mapping[tuple[str, Slice], Figure]) -> str:
    """The period of most figures."""
    periods = Counter(figure.period for figure in figures.values())
    return min(periods, key=lambda period: (-periods[period], period))


def _place(
    system: System, book: _Book, known: dict[Scope, _Known], structure: Structure
) -> dict[Slice, Scope]:
    """Add the figures of a book to the system; returns the scope of each slice."""
    by_scope: dict[Scope, list[Figure]] = {}
    for _, figure in sorted(book.figures.items()):
        by_scope.setdefault(_scope(figure, book, structure), []).append(figure)
    scopes: dict[Slice, Scope] = {}
    for first, figures in by_scope.items():
        plain = [figure for figure in figures if pooled_from(figure, structure) is None]
        scope = _place_plain(system, book, first, plain, known, structure)
        for figure in plain:
            month = (pair for pair in figure.slice if pair[0] == "month")
            scopes[tuple(sorted((*scope.of, *month)))] = scope
        for figure in figures:
            if (cells := pooled_from(figure, structure)) is not None:
                system.pooled.append(_pool(system, book, scope, figure, cells))
    return scopes


def _place_plain(
    system: System,
    book: _Book,
    first: Scope,
    figures: Sequence[Figure],
    known: dict[Scope, _Known],
    structure: Structure,
) -> Scope:
    """Add figures of one scope; returns the edition of the scope that they belong to."""
    values: _Known = {}
    names = [_names(figure, values, structure) for figure in figures]
    scope = _edition(first, values, known)
    known.setdefault(scope, {}).update(values)
    for figure, (count, base) in zip(figures, names, strict=True):
        system.printed.append(_print(system, book, scope, figure, count, base))
    return scope


def _scope(figure: Figure, book: _Book, structure: Structure) -> Scope:
    of, month = month_as_period(figure.slice)
    finding = structure.findings.get(figure.key)
    if finding is not None and finding.team and not of:
        of = (("team", finding.team),)
    return Scope(of, month or book.period)


def _names(figure: Figure, values: _Known, structure: Structure) -> tuple[str | None, str | None]:
    """Names of a figure's cells; a base that contradicts others of its name gets its own."""
    count, base = cells_of(figure, structure)
    if count is not None and figure.numerator is not None:
        values.setdefault(count, figure.numerator)
    if base is None or figure.denominator is None:
        return count, base
    if values.setdefault(base, figure.denominator) != figure.denominator:
        base = f"{figure.key}.base"
        values[base] = figure.denominator
    return count, base


def _edition(scope: Scope, values: _Known, known: Mapping[Scope, _Known]) -> Scope:
    """The first edition of the scope that these values do not contradict."""
    while any(values.get(name, value) != value for name, value in known.get(scope, {}).items()):
        scope = replace(scope, edition=scope.edition + 1)
    return scope


def _print(
    system: System, book: _Book, scope: Scope, figure: Figure, count: str | None, base: str | None
) -> Printed:
    def cell(name: str | None, value: int | None) -> int | None:
        if name is None:
            return None
        number = system.cell(name, scope)
        if value is not None:
            system.values[number] = value
        return number

    counted, whole = cell(count, figure.numerator), cell(base, figure.denominator)
    rest = None
    if counted is not None and whole is not None:
        rest = system.cell(f"{figure.key}{REST}", scope)
        system.relate([(whole, 1), (counted, -1), (rest, -1)])
    place = Place(book.set_number, book.earlier, figure.key, figure.slice)
    return Printed(place, figure, scope, counted, whole, rest)


def _pool(
    system: System, book: _Book, scope: Scope, figure: Figure, names: Sequence[str]
) -> Pooled:
    place = Place(book.set_number, book.earlier, figure.key, figure.slice)
    return Pooled(place, figure, tuple(system.cell(name, scope) for name in names))


def _lay_templates(system: System, scope: Scope, structure: Structure) -> None:
    names = frozenset(system.names(scope))
    for template in templates(names, structure):
        if any(name in names for name, _ in template.terms):
            system.lay(template, scope)
