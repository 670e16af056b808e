"""What was found, in one shape and order for people: worst first, the same thing once."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from goldenthread.checker.disclosure.kinds import advice
from goldenthread.checker.results import (
    AccessFinding,
    Claim,
    Hit,
    Result,
    SetFound,
    Severity,
    Statement,
    Verdict,
)

WORST_FIRST = (Severity.ERROR, Severity.QUERY, Severity.NOTE)

_MOST_PLACES = 4
_LONGEST_QUOTE = 240

_OF_EACH = {
    Verdict.NO_BASE: "Of how many? Print the count and the base beside each.",
    Verdict.TRUNCATED: "Decimals are cut off. Round every percentage in the same way.",
}
"""What is to be said of several figures at once."""

_QUOTED_FIRST = re.compile(r"^“[^”]*” ")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was found, however often. ``quote`` is what the document says.

    ``subject`` is a word or two; ``places`` are all, in reading order. ``of_each`` is ``why`` in
    words that fit others of its kind, too; empty where none do. ``only_here`` is what those words
    leave out, such as what a percentage should be.
    """

    severity: Severity
    subject: str
    quote: str
    places: tuple[str, ...]
    why: str
    of_each: str = ""
    only_here: str = ""

    @property
    def where(self) -> str:
        """The first places in words."""
        return listed(self.places)


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one kind that are said once; one finding is a group, too."""

    lines: tuple[Line, ...]

    @property
    def severity(self) -> Severity:
        """How much all of them matter."""
        return self.lines[0].severity

    @property
    def subject(self) -> str:
        """What all of them are."""
        return self.lines[0].subject

    @property
    def times(self) -> int:
        """How often it was found."""
        return sum(len(line.places) for line in self.lines)

    @property
    def why(self) -> str:
        """Why somebody should look, and what to do."""
        first = self.lines[0]
        return first.why if len(self.lines) == 1 else first.of_each


def groups(result: Result) -> tuple[Group, ...]:
    """Everything that is not in order, worst first, then by subject, then in reading order."""
    together: dict[tuple[object, ...], list[Line]] = {}
    for line in _worst_first(result):
        key = (line.severity, line.subject, line.of_each) if line.of_each else (line,)
        together.setdefault(key, []).append(line)
    return tuple(Group(_alone(tuple(_once(lines)))) for lines in together.values())


def _alone(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """One finding by itself says all in its own words."""
    return lines if len(lines) > 1 else (replace(lines[0], only_here=""),)


def _worst_first(result: Result) -> list[Line]:
    found = [line for line in _all(result) if line.severity is not Severity.OK]
    return sorted(found, key=lambda line: WORST_FIRST.index(line.severity))


def _all(result: Result) -> Iterator[Line]:
    yield from map(_of_hit, result.disclosure)
    yield from map(_of_figure, result.statements)
    yield from map(_of_set, result.sets)
    yield from map(_of_access, result.access)
    yield from map(_of_claim, result.claims)


def _of_hit(hit: Hit) -> Line:
    subject, why = hit.kind[:1].upper() + hit.kind[1:], advice(hit.kind)
    return Line(hit.severity, subject, hit.text, (hit.where,), why, of_each=why)


def _of_figure(figure: Statement) -> Line:
    of_each, places = _OF_EACH.get(figure.verdict, ""), (figure.where,)
    rounded = _rounded(figure)
    return Line(figure.severity, "Figure", figure.text, places, figure.message, of_each, rounded)


def _rounded(figure: Statement) -> str:
    """What a percentage that was cut off is when rounded."""
    if figure.verdict is not Verdict.TRUNCATED or figure.count is None or figure.base is None:
        return ""
    return f"{figure.count:,} of {figure.base:,} is {figure.computed}%"


def _of_set(whole: SetFound) -> Line:
    quote = "; ".join(item.text for item in whole.items)
    return Line(whole.severity, "Sum", quote, (whole.where,), whole.message)


def _of_access(access: AccessFinding) -> Line:
    """The message names its places; there is nothing to quote."""
    places = () if access.where in access.message else (access.where,)
    return Line(access.severity, f"Access, {access.check}", "", places, access.message)


def _of_claim(claim: Claim) -> Line:
    of_each = _QUOTED_FIRST.sub("Each ", claim.message)
    general = of_each if of_each != claim.message else ""
    return Line(claim.severity, "Claim", claim.text, (claim.where,), claim.message, general)


def _once(found: Iterable[Line]) -> Iterator[Line]:
    """Equal quotations as one, with their places."""
    alike: dict[tuple[str, str], list[Line]] = {}
    for line in found:
        alike.setdefault((line.quote, line.only_here), []).append(line)
    for lines in alike.values():
        yield replace(lines[0], places=tuple(place for line in lines for place in line.places))


def listed(places: Sequence[str]) -> str:
    """A few places in words.

    >>> listed(["page 1", "page 2", "page 4", "page 5", "page 7", "page 7"])
    'page 1, page 2, page 4, page 5 and 1 more'
    """
    different = tuple(dict.fromkeys(places))
    shown = ", ".join(different[:_MOST_PLACES])
    more = len(different) - _MOST_PLACES
    return f"{shown} and {more} more" if more > 0 else shown


def quoted(line: Line) -> str:
    """The words of a finding in a group, with what is to be said of them only."""
    quote = f"“{cut(line.quote)}”" if line.quote else ""
    return ": ".join(filter(None, (quote, line.only_here)))


def places(found: Iterable[Line]) -> Iterator[str]:
    """Where each finding stands, with its words."""
    for line in found:
        where = ", ".join(dict.fromkeys(line.places))
        if words := ": ".join(filter(None, (where, quoted(line)))):
            yield words


def cut(quote: str) -> str:
    """A long quotation up to a word near its limit.

    >>> cut("Seen alone. " * 30)[-18:]
    'Seen alone. Seen …'
    """
    if len(quote) <= _LONGEST_QUOTE:
        return quote
    begun = quote[:_LONGEST_QUOTE]
    return f"{(begun.rsplit(None, 1)[0] if ' ' in begun else begun).rstrip(' ,;:.')} …"
