"""What was found, in one shape and order for people: worst first, the same thing once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from goldenthread.checker.disclosure.kinds import advice
from goldenthread.checker.results import Result, Severity

WORST_FIRST = (Severity.ERROR, Severity.QUERY, Severity.NOTE)

_MOST_PLACES = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was found, however often. ``kind`` is one of the checker's five subjects."""

    severity: Severity
    kind: str
    text: str
    where: str
    why: str


def lines(result: Result) -> tuple[Line, ...]:
    """Everything that is not in order, worst first, then by subject, then in reading order."""
    found = [line for line in _all(result) if line.severity is not Severity.OK]
    return tuple(_together(sorted(found, key=lambda line: WORST_FIRST.index(line.severity))))


def _all(result: Result) -> Iterator[Line]:
    for hit in result.disclosure:
        yield Line(
            hit.severity, "Disclosure", hit.text, hit.where, f"{hit.kind}: {advice(hit.kind)}"
        )
    for figure in result.statements:
        yield Line(figure.severity, "Figure", figure.text, figure.where, figure.message)
    for whole in result.sets:
        text = "; ".join(item.text for item in whole.items)
        yield Line(whole.severity, "Sum", text, whole.where, whole.message)
    for access in result.access:
        yield Line(access.severity, "Access", access.check, access.where, access.message)
    for claim in result.claims:
        yield Line(claim.severity, "Claim", claim.text, claim.where, claim.message)


def _together(found: Iterable[Line]) -> Iterator[Line]:
    """Equal findings as one, with their places."""
    places: dict[tuple[Severity, str, str, str], list[str]] = {}
    for line in found:
        key = (line.severity, line.kind, line.text, line.why)
        where = places.setdefault(key, [])
        if line.where not in where:
            where.append(line.where)
    for (severity, kind, text, why), where in places.items():
        yield Line(severity, kind, text, listed(where), why)


def listed(places: list[str]) -> str:
    """A few places in words.

    >>> listed(["page 1", "page 2", "page 4", "page 5", "page 7", "page 9"])
    'page 1, page 2, page 4, page 5 and 2 more'
    """
    shown = ", ".join(places[:_MOST_PLACES])
    more = len(places) - _MOST_PLACES
    return f"{shown} and {more} more" if more > 0 else shown
