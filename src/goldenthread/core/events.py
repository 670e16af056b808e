"""What has happened, as types: opaque ids, choices, numbers and dates, and never a word of text.

An app declares its events in ``events.py``. A service records one for each act
(:func:`goldenthread.core.ledger.record`), which writes the ledger and tells those who must hear of
it. Who hears of what stands in one table, ``config/reactions.py``.
"""

import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar, Union, get_args, get_origin
from uuid import UUID

from django.conf import settings
from django.utils.module_loading import import_string

from goldenthread.core.actors import Actor

Plain = str | int | bool | None | list["Plain"]
"""What a field becomes in the ledger's JSON."""

KINDS: dict[str, type["Event"]] = {}
"""Every kind of event that any app declares."""


@dataclass(frozen=True, kw_only=True)
class Event:
    """One act, done. Subclasses name their kind, a sentence, and the field that it is about.

    The sentence's gaps are ``{by}`` and the event's fields; ids are named when it is read, for
    the reader who is allowed to see names, and are never stored with them.

    Example::

        @dataclass(frozen=True, kw_only=True)
        class TeamRenamed(
            Event, kind="people.team_renamed", about="team", sentence="{by} renamed {team}"
        ):
            team: TeamId
    """

    kind: ClassVar[str]
    about: ClassVar[str]
    sentence: ClassVar[str]

    def __init_subclass__(cls, *, kind: str, about: str, sentence: str) -> None:
        """Register the kind. Raises ``TypeError`` where two events have one kind."""
        known = KINDS.get(kind)
        if known is not None and known.__qualname__ != cls.__qualname__:
            raise TypeError(f"{kind} is the kind of {known.__qualname__} already.")
        cls.kind, cls.about, cls.sentence = kind, about, sentence
        KINDS[kind] = cls

    @property
    def subject(self) -> UUID:
        """The id of what the event is about."""
        subject: UUID = getattr(self, self.about)
        return subject

    def data(self) -> dict[str, Plain]:
        """The fields as JSON. Raises ``TypeError`` for a field that could hold narrative."""
        return {field.name: _plain(getattr(self, field.name)) for field in fields(self)}


def _plain(value: object) -> Plain:
    match value:
        case None | bool() | int():
            return value
        case UUID():
            return str(value)
        case StrEnum():
            return value.value
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(each) for each in value]
    raise TypeError(f"A {type(value).__name__} may hold narrative, and does not enter the ledger.")


def from_data(kind: str, data: Mapping[str, Plain]) -> Event:
    """The event again, from its kind and its JSON. Raises ``KeyError`` for an unknown kind."""
    event = KINDS[kind]
    values = {
        field.name: _typed(field.type, data[field.name])
        for field in fields(event)
        if field.name in data
    }
    return event(**values)


def _typed(hint: Any, value: Plain) -> object:
    if value is None:
        return None
    if isinstance(value, list):
        return tuple(_typed(get_args(hint)[0], each) for each in value)
    kind: Callable[..., object] = concrete(hint)
    if kind in (date, datetime):
        return kind.fromisoformat(str(value))
    return kind(value)


def concrete(hint: Any) -> type:
    """The class behind a hint: of ``UserId`` and of ``UserId | None`` it is ``UUID``."""
    if get_origin(hint) in (types.UnionType, Union):  # a NewType or None is the latter
        hint = next(each for each in get_args(hint) if each is not type(None))
    while hasattr(hint, "__supertype__"):
        hint = hint.__supertype__
    found: type = get_origin(hint) or hint
    return found


Reaction = Callable[..., None]
"""Called with the event, and ``by=``, in the transaction of the act."""


@cache
def _reactions() -> Mapping[type[Event], tuple[Reaction, ...]]:
    table: Mapping[type[Event], tuple[Reaction, ...]] = import_string(settings.REACTIONS)
    return table


def publish(event: Event, *, by: Actor) -> None:
    """Tell whoever must hear of it, in the order of the table and in the same transaction."""
    for reaction in _reactions().get(type(event), ()):
        reaction(event, by=by)
