"""Proposing a map: where each column of a source may go, why, and how surely.

Nothing unsure is mapped. Columns that could be two things, and columns that fight for one place
with equal right, are left unmapped with the reason.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.scales import Scale
from goldenthread.exchange.adopt.entries import Source
from goldenthread.exchange.adopt.mapping import UNKNOWN, ColumnMap, MapLine
from goldenthread.exchange.adopt.meaning.categories import Sureness
from goldenthread.exchange.adopt.meaning.dates import DateOrder, order_of
from goldenthread.exchange.adopt.meaning.translations import Translator, proposed_values, values_in
from goldenthread.exchange.adopt.proposals.columns_seen import Seen, columns_seen, share_an_entry
from goldenthread.exchange.adopt.proposals.suggestions import (
    DATES,
    Suggestion,
    category_of,
    suggest,
)
from goldenthread.exchange.adopt.reading.grids import Cell
from goldenthread.exchange.adopt.reading.recognising import Recogniser
from goldenthread.exchange.adopt.targets import (
    CYCLE,
    PEOPLE,
    PURPOSE,
    READING_FIELDS,
    Target,
)

_REASON = re.compile(
    r"\b(reasons?|why|rationale|explain\w*|explanation|comments?|justif\w*|evidence|analysis"
    r"|narrative|notes?)\b",
    re.IGNORECASE,
)
_EVIDENCE = re.compile(r"\b(evidence|piece of work|where on file)\b", re.IGNORECASE)
_NOTHING_KNOWN = Suggestion("nothing in its heading or values is known")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed map with the source it is for, and why each column stands where it does."""

    source: Source
    column_map: ColumnMap
    why: dict[str, Suggestion]
    """By the column's name."""

    def uncertain(self) -> Iterator[str]:
        """What somebody should look at first: columns that no heading gave, and unknown values."""
        by_place = 0
        for name, suggestion in self.why.items():
            if suggestion.sureness is Sureness.WORDS:
                yield f'"{name}" became {suggestion.target}: {suggestion.why}.'
            by_place += suggestion.sureness is Sureness.PLACE
        if by_place:
            yield (
                "1 column of reasons was matched to the grade that it follows."
                if by_place == 1
                else f"{by_place} columns of reasons were matched to the grades that they follow."
            )
        for meaning, values in self.column_map.values.items():
            unknown = [f'"{text}"' for text, meant in values.items() if meant == UNKNOWN]
            if unknown:
                yield f"Not understood among the {meaning.value}: {', '.join(unknown)}."


def propose(source: Source, framework: Framework, scale: Scale) -> Proposal:
    """Propose a map for a source that has none.

    Every column of the source gets a line; every value of a column that is translated gets a
    translation, ``unknown`` where it is not known exactly.
    """
    recogniser = Recogniser(framework, scale)
    seen = columns_seen(source, recogniser.grades)
    found = {
        one.column.name: suggest(one, source.shape, recogniser) or _NOTHING_KNOWN for one in seen
    }
    found = _settled(found, source)
    found = _settled(_with_reasons(found, seen, recogniser), source)
    lines = tuple(_line(name, suggestion) for name, suggestion in found.items())
    column_map = ColumnMap(
        framework=framework,
        scale=scale,
        shape=source.shape,
        columns=lines,
        date_order=_date_order(source, lines),
        cycle=_only_cycle(source, lines),
        for_every_audit=_for_every_audit(lines),
        values=proposed_values(values_in(source, lines), Translator(recogniser.grades)),
    )
    return Proposal(source, column_map, found)


def _line(name: str, suggestion: Suggestion) -> MapLine:
    return MapLine(name, suggestion.target, suggestion.decision, after=suggestion.after)


def _with_reasons(
    found: dict[str, Suggestion], seen: Iterable[Seen], recogniser: Recogniser
) -> dict[str, Suggestion]:
    """The same suggestions, with reasons for grades that have been placed."""
    placed = {name: s.target for name, s in found.items() if s.target is not None}
    columns = [one for one in seen if found[one.column.name] is _NOTHING_KNOWN]
    reasons = {one.column.name: _reason(one, placed, recogniser) for one in columns}
    texts = [s.target for s in reasons.values() if s and s.target and not s.target.part]
    return {
        name: _told_apart(reasons.get(name), texts) or suggestion
        for name, suggestion in found.items()
    }


def _reason(seen: Seen, placed: dict[str, Target], recogniser: Recogniser) -> Suggestion | None:
    """The reason for a grade: by its category, or because it stands next to the grade."""
    heading = seen.column.heading
    if not _REASON.search(heading) or seen.holds_grades():
        return None
    match = category_of(seen, recogniser)
    if not (seen.column.group and match.label):
        match = recogniser.categories.match(_REASON.sub(" ", heading))
    if match.rivals:
        return Suggestion(f"a reason that could be for {' or '.join(match.rivals)}")
    part = "Piece of work" if _EVIDENCE.search(heading) else ""
    if match.label:
        why = f"a reason, and it names {match.label}"
        return Suggestion(why, Target("Reasons", match.label, part), Sureness.WORDS)
    grade = placed.get(seen.column.follows)
    if grade and grade.sheet == "Readings" and grade not in READING_FIELDS:
        why = f"it follows the grade of {grade.column}"
        target = Target("Reasons", grade.column, part)
        return Suggestion(why, target, Sureness.PLACE, after=seen.column.follows)
    return None


def _told_apart(suggestion: Suggestion | None, reasons: list[Target]) -> Suggestion | None:
    """Evidence beside a reason is where to see it; evidence alone is the reason."""
    if suggestion is None or suggestion.target is None or not suggestion.target.part:
        return suggestion
    reason = replace(suggestion.target, part="")
    if reason in reasons:
        return suggestion
    return replace(suggestion, target=reason, why=f"{suggestion.why}, with no other reason")


def _settled(found: dict[str, Suggestion], source: Source) -> dict[str, Suggestion]:
    """One column for each target, except where columns never meet in one entry."""
    contested: dict[Target, list[str]] = {}
    for name, suggestion in found.items():
        if suggestion.target and suggestion.target.sheet not in (PEOPLE, "Feedback"):
            contested.setdefault(suggestion.target, []).append(name)
    settled = dict(found)
    for target, names in contested.items():
        if len(names) > 1 and share_an_entry(source, names):
            settled.update(_decided(target, names, found))
    return settled


def _decided(
    target: Target, names: list[str], found: dict[str, Suggestion]
) -> dict[str, Suggestion]:
    """The surest of several columns; none of them when two are equally sure."""
    ranks = {name: s.rank for name in names if (s := found[name].sureness)}
    best = [name for name in names if ranks[name] == min(ranks.values())]
    if len(best) == 1:
        others = [name for name in names if name != best[0]]
        return {name: Suggestion(f'"{best[0]}" is surer for {target}') for name in others}
    listed = " and ".join(f'"{name}"' for name in best)
    return {name: Suggestion(f"{listed} could each be {target}") for name in names}


def _date_order(source: Source, lines: Iterable[MapLine]) -> DateOrder:
    """The order that the typed dates show; day first when no typed date leaves a doubt."""
    typed: list[Cell] = []
    for line in lines:
        if line.target and (line.target in DATES or line.target.sheet == "Escalations"):
            typed.extend(source.values_of(line.column))
    return order_of(typed) or DateOrder.DAY_FIRST


def _only_cycle(source: Source, lines: Iterable[MapLine]) -> str:
    """The cycle that all entries name, if it is one."""
    named = {
        str(value)
        for line in lines
        if line.target == CYCLE
        for value in source.values_of(line.column)
    }
    return named.pop() if len(named) == 1 else ""


def _for_every_audit(lines: Iterable[MapLine]) -> dict[Target, str]:
    """First readings, where no column says otherwise."""
    said = any(line.target == PURPOSE for line in lines)
    return {} if said else {PURPOSE: "first"}
