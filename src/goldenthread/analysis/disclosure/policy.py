"""Policy: what is nothing for an audience, what goes together, and what is given up first.

========== ======================================================================================
service    Exact counts. Left out: any worry, reminder or profile tied to a team.
partners   Also left out: profiles and single answers. Counts, bases and remainders of one to four
           are withheld, with whatever else they could be worked out from.
public     As partners; and where the grades of one category cannot be shown whole, those of all
           categories are shown as *good or better* and *not yet good* only, before leaving holes.
========== ======================================================================================
"""

from collections.abc import Iterable
from enum import StrEnum

from goldenthread.analysis.disclosure.cells import HALVES, RETURNED, Scope, Structure
from goldenthread.analysis.disclosure.system import Printed, System
from goldenthread.analysis.facts import FindingKind
from goldenthread.analysis.figure import Figure


class Audience(StrEnum):
    """Who receives a publication."""

    SERVICE = "service"
    PARTNERS = "partners"
    PUBLIC = "public"


Rank = tuple[int | str, ...]

_WANTED = {
    # 0: parts of the service; 1: why there is no grade
    "returns": 2,
    # 3: everything else, a category's levels among it; 4: the halves of the scale
    "returns.at_cut_off": 5,
    RETURNED: 6,
}
"""How much a figure is wanted, by family or key; the less wanted is given up first."""

_PARTS, _REASONS, _ELSE, _HALVES = 0, 1, 3, 4


def left_out(figure: Figure, audience: Audience, structure: Structure) -> bool:
    """Whether a figure is nothing for an audience, whatever its numbers.

    A team is tied to a strength only; without knowing the finding, to nothing.
    """
    family = figure.key.partition(".")[0]
    finding = structure.findings.get(figure.key)
    of_team = any(name == "team" for name, _ in figure.slice) or bool(finding and finding.team)
    if family == "finding" and of_team:
        return finding is None or finding.kind is not FindingKind.STRENGTH
    if family == "profiles":
        return of_team or audience is not Audience.SERVICE
    return audience is not Audience.SERVICE and ".gave_" in figure.key


def bundles(
    system: System, numbers: Iterable[int], audience: Audience, structure: Structure
) -> list[list[int]]:
    """Figures that are shown together or not at all.

    The public sees the levels of all categories or of none: a table with holes would be harder
    to read, and the holes would tell which categories have small counts.
    """
    found: dict[tuple[Scope, str], list[int]] = {}
    for number in sorted(numbers):
        printed = system.printed[number]
        category, _, last = printed.place.key.partition(".")
        if category not in structure.categories:
            continue
        if last in structure.levels:
            bundle = "levels" if audience is Audience.PUBLIC else printed.place.key
        else:
            bundle = f"{category}, {'halves' if last in HALVES else 'reasons'}"
        found.setdefault((printed.scope, bundle), []).append(number)
    return list(found.values())


def rank(printed: Printed, structure: Structure) -> Rank:
    """How much a figure is wanted; of two alike, the earlier cycle's is given up first."""
    place = printed.place
    return (_want(printed, structure), not place.earlier, place.key, *map(str, place.of))


def _want(printed: Printed, structure: Structure) -> int:
    key = printed.place.key
    family, _, last = key.partition(".")
    if printed.place.of:
        return _PARTS
    if family in structure.categories:
        if last in HALVES:
            return _HALVES
        return _ELSE if last in structure.levels else _REASONS
    return _WANTED.get(key, _WANTED.get(family, _ELSE))
