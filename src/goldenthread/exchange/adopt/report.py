"""The report of an adoption: what was read, what was not, and what somebody must do now."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from goldenthread.exchange.adopt.drift import Drift, NewValue
from goldenthread.exchange.adopt.entries import LeftOut, Shape
from goldenthread.exchange.adopt.mapping import UNKNOWN

_PLACES_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the source's audits."""

    entries: int
    readings: int
    """Rows of *Readings*, with moderated readings that stood in the row of another."""
    not_returned: int
    exempt: int


@dataclass(frozen=True, slots=True)
class Report:
    """What to say after an adoption. ``loud`` comes first and must not be missed."""

    source: str
    shape: Shape
    counts: Counts
    loud: tuple[str, ...]
    to_fill_in: tuple[str, ...]
    notes: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    not_mapped: tuple[str, ...]
    drift: Drift
    to_check: tuple[str, ...] = ()
    """What a new map proposes without being certain."""

    def text(self) -> str:
        """The report as plain text, a line for each thing."""
        return "\n".join(_lines(self)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield from _summary(report)
    yield from _section("LOOK AT THIS FIRST", report.loud)
    yield from _section("Changed since the map was written", _changes(report.drift))
    yield from _section("To check in the map", report.to_check)
    yield from _section("To fill in", report.to_fill_in)
    yield from _section("Not mapped", (f'"{name}"' for name in report.not_mapped))
    yield from _section("Left out", _grouped(report.left_out))
    yield from _section("Notes", report.notes)


def _summary(report: Report) -> Iterator[str]:
    counts = report.counts
    yield f"{report.source}: {report.shape.value}."
    yield (
        f"{_count(counts.entries, 'audit')} found: {_count(counts.readings, 'reading')}, "
        f"{counts.not_returned} allocated and not returned, {counts.exempt} exempt."
    )


def _section(title: str, items: Iterable[str]) -> Iterator[str]:
    listed = list(items)
    if listed:
        yield from ("", title, *(f"- {item}" for item in listed))


def _changes(drift: Drift) -> Iterator[str]:
    for line in drift.vanished:
        yield f'"{line.column}" is gone; it was {line.target}.'
    for line in drift.moved:
        yield f'"{line.column}" no longer follows "{line.after}" and was not read.'
    for name in drift.new_columns:
        yield f'"{name}" is new and not in the map.'
    yield from (_new_value(value) for value in drift.new_values)
    if drift.lines_to_add:
        yield "Lines for the map, if they are right:\n" + "\n".join(drift.lines_to_add)


def _new_value(value: NewValue) -> str:
    if value.meant == UNKNOWN:
        return f'"{value.text}" is new among the {value.meaning.value}, and not understood.'
    if value.meant == value.text:
        return f'"{value.text}" is new among the {value.meaning.value}.'
    return f'"{value.text}" is new among the {value.meaning.value}, and was read as {value.meant}.'


def _grouped(left_out: Iterable[LeftOut]) -> Iterator[str]:
    """What was left out, by why; long lists of places are cut short and counted."""
    places: dict[str, list[str]] = {}
    for one in left_out:
        places.setdefault(one.why, []).append(str(one.place))
    for why, where in places.items():
        shown = "; ".join(where[:_PLACES_SHOWN])
        more = f"; and {len(where) - _PLACES_SHOWN} more" if len(where) > _PLACES_SHOWN else ""
        yield f"{shown}{more}: {why}."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
