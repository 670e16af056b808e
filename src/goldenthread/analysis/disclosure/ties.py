"""Ties: how the same cell in different scopes hangs together.

Teams make the service, months make the quarter, and what an edition shows that an earlier edition
did not is what came in between. Whatever is left over is a cell too: showing the service and one
team shows all other teams.
"""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from goldenthread.analysis.disclosure.cells import (
    RETURNED,
    Protection,
    Scope,
    tells_of_people,
)
from goldenthread.analysis.disclosure.system import System
from goldenthread.analysis.figure import Slice

PARTS = frozenset({"team", "service", "plan_type", "age_band", "month"})
"""Slices of which every audit is in exactly one."""

OTHERS = ".others"
"""In the name of what a whole counts beside the parts that are shown."""


def tie_slices(system: System, scopes: Mapping[Slice, Scope]) -> None:
    """Tie parts of the service to the whole, within one set of figures (scope by slice)."""
    families: dict[tuple[Slice, str], list[Scope]] = defaultdict(list)
    for of, scope in sorted(scopes.items()):
        for pair in of:
            whole = tuple(other for other in of if other != pair)
            if pair[0] in PARTS and whole in scopes:
                families[whole, pair[0]].append(scope)
    for (of, dimension), parts in sorted(families.items()):
        names = _names_in(system, parts)
        _tie(system, scopes[of], parts, dimension, sorted(names))


def tie_periods(system: System, scopes: Iterable[Scope]) -> None:
    """Tie months to the longer periods that they make."""
    latest: dict[tuple[Slice, str], Scope] = {}
    for scope in sorted(scopes):
        if _days(scope.period) is not None:
            latest[scope.of, scope.period] = scope
    for (of, period), whole in sorted(latest.items()):
        inside = [s for (o, p), s in sorted(latest.items()) if o == of and _inside(p, period)]
        for parts in _runs(inside):
            _tie(system, whole, parts, "periods", sorted(_names_in(system, parts)))


def tie_editions(system: System, scopes: Iterable[Scope]) -> None:
    """Tie each edition of a period's figures to the one before."""
    ordered = sorted(scopes)
    for older, newer in pairwise(ordered):
        if (older.of, older.period) != (newer.of, newer.period):
            continue
        for name in sorted({*system.names(older)} & {*system.names(newer)}):
            if not tells_of_people(name):
                continue
            change = system.cell(f"{name}.change", newer, Protection.PRESENCE)
            system.signed.add(change)
            terms = ((system.cell(name, newer), 1), (system.cell(name, older), -1), (change, -1))
            system.relate(terms)


def month_as_period(of: Slice) -> tuple[Slice, str | None]:
    """A slice without its month, and the month as a period.

    >>> month_as_period((("month", "2026-09"), ("team", "Alder")))
    ((('team', 'Alder'),), '2026-09-01/2026-09-30')
    """
    rest = tuple(pair for pair in of if pair[0] != "month")
    for name, value in of:
        if name == "month":
            year, month = (int(part) for part in value.split("-"))
            return rest, f"{value}-01/{value}-{monthrange(year, month)[1]:02}"
    return rest, None


def _tie(
    system: System, whole: Scope, parts: Sequence[Scope], dimension: str, names: Sequence[str]
) -> None:
    """The parts and whatever is beside them make the whole, for each of ``names``."""
    sums = {name: _left_over(system, whole, parts, name) for name in names}
    complete = sums.get(RETURNED) == 0
    for name in names:
        left = sums[name]
        if left is not None and left < 0:
            continue
        total = system.cell(name, whole)
        others = system.cell(f"{name}{OTHERS}_{dimension}", whole, system.protections[total])
        if left == 0 or (left is None and complete):
            system.values[others] = 0
            system.plain.add(others)
        terms = [(system.cell(name, part), -1) for part in parts]
        system.relate([(total, 1), *terms, (others, -1)])


def _left_over(system: System, whole: Scope, parts: Sequence[Scope], name: str) -> int | None:
    """What the whole counts beside the parts; ``None`` when not known."""
    values = [system.value(name, part) for part in parts]
    total = system.value(name, whole)
    if total is None or None in values:
        return None
    return total - sum(value for value in values if value is not None)


def _names_in(system: System, scopes: Iterable[Scope]) -> set[str]:
    return {name for scope in scopes for name in system.names(scope) if OTHERS not in name}


def _days(period: str) -> tuple[str, str] | None:
    """First and last day of a period, as ISO dates; ``None`` when it is open."""
    first, _, last = period.partition("/")
    return (first, last) if first[:1].isdigit() and last[:1].isdigit() else None


def _inside(period: str, longer: str) -> bool:
    inner, outer = _days(period), _days(longer)
    if inner is None or outer is None or inner == outer:
        return False
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _runs(scopes: Sequence[Scope]) -> Iterator[list[Scope]]:
    """The longest periods side by side; one at a time where they overlap."""
    tops = [s for s in scopes if not any(_inside(s.period, other.period) for other in scopes)]
    spans = sorted((_days(s.period) or ("", ""), s) for s in tops)
    if all(a[0][1] < b[0][0] for a, b in pairwise(spans)):
        if tops:
            yield [scope for _, scope in spans]
        return
    yield from ([scope] for _, scope in spans)
