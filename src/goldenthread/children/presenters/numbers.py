"""Numbers of children in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from goldenthread.children.models import ChildIdentifier
from goldenthread.children.queries import number_of
from goldenthread.children.rules.identifiers import IdentifierSystem
from goldenthread.people.presenters.words import day, listed
from goldenthread.privacy.encryption import CannotBeOpened

_NAMED = 3
NO_NUMBER = "Child without a number"
_PLACES = {kind.value: place for place, kind in enumerate(IdentifierSystem)}
_SEALED = "cannot be read: its key is not here"


@dataclass(frozen=True, slots=True)
class NumberLine:
    """A row of the table of numbers."""

    id: UUID
    system: str
    number: str
    when: str
    stands: bool


def lines(identifiers: Iterable[ChildIdentifier]) -> list[NumberLine]:
    """Numbers over time: by system, those of now first."""
    return [
        NumberLine(
            each.id,
            IdentifierSystem(each.system).label,
            written(each),
            _period(each),
            each.to_on is None,
        )
        for each in _ordered(identifiers)
    ]


def label(identifiers: Iterable[ChildIdentifier]) -> str:
    """What a child is called on pages: the numbers of now, else the last one."""
    known = lines(identifiers)
    now = [f"{each.system} {each.number}" for each in known if each.stands]
    last = [f"{each.system} {each.number} (ended)" for each in known[:1]]
    more = f" and {len(now) - _NAMED} more" if len(now) > _NAMED else ""
    return listed((now or last)[:_NAMED]) + more or NO_NUMBER


def written(identifier: ChildIdentifier) -> str:
    """The number as people write it."""
    try:
        number = number_of(identifier)
    except CannotBeOpened:
        return _SEALED
    if identifier.system == IdentifierSystem.NHS.value:
        return f"{number[:3]} {number[3:6]} {number[6:]}"
    return number


def _ordered(identifiers: Iterable[ChildIdentifier]) -> list[ChildIdentifier]:
    newest = sorted(
        identifiers,
        key=lambda each: (each.to_on or date.max, each.from_on, each.created_at),
        reverse=True,
    )
    return sorted(newest, key=lambda each: _PLACES[each.system])


def _period(row: ChildIdentifier) -> str:
    return f"{day(row.from_on)} to {day(row.to_on)}" if row.to_on else f"Since {day(row.from_on)}"
