"""Naming ids at the time of reading: by the type that an event gives them, for one reader.

Apps give a :class:`Namer` for each of their ids' types; the table is ``config/naming.py``.
"""

import types
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from string import Formatter
from typing import Any, Union, get_args, get_origin
from uuid import UUID

from django.conf import settings
from django.utils.module_loading import import_string

from goldenthread.core.events import KINDS, concrete
from goldenthread.core.models import LedgerEntry, ReadEntry
from goldenthread.people.ids import UserId
from goldenthread.people.scope import Scope

BY = "by"
IdType = Any
"""A ``NewType`` of UUID, as ``UserId``."""


@dataclass(frozen=True, slots=True)
class Name:
    """What an id is called for one reader, and where it is opened; ``hidden`` is only heard."""

    text: str
    address: str = ""
    hidden: str = ""


@dataclass(frozen=True, slots=True)
class Namer:
    """How ids of one type are called.

    ``word`` stands for an id whose name this reader may not see, or that is gone. Without
    ``names`` every id is called so.
    """

    word: str
    names: Callable[[Scope, frozenset[UUID]], Mapping[UUID, Name]] | None = None


Names = Mapping[IdType, Mapping[UUID, Name]]


@cache
def namers() -> Mapping[IdType, Namer]:
    """Every namer that any app gives."""
    table: Mapping[IdType, Namer] = import_string(settings.NAMERS)
    return table


@cache
def gaps(kind: str) -> Mapping[str, Any]:
    """The gaps of a known kind's sentence with the types of their fields."""
    event = KINDS[kind]
    hints: dict[str, Any] = {field.name: field.type for field in fields(event)} | {BY: UserId}
    named = [name for _, name, _, _ in Formatter().parse(event.sentence) if name]
    return {name: hints[name] for name in named}


def id_type(hint: Any) -> IdType | None:
    """The type of id behind a hint, also one that may be absent or several; else ``None``."""
    if get_origin(hint) in (tuple, types.UnionType, Union):
        return next((found for each in get_args(hint) if (found := id_type(each))), None)
    return hint if hasattr(hint, "__supertype__") and concrete(hint) is UUID else None


def person_of(actor: str) -> UUID | None:
    """The person who acted; ``None`` for the service by itself."""
    kind, _, which = actor.partition(":")
    return UUID(which) if kind == "user" else None


def names_for(scope: Scope, entries: Iterable[LedgerEntry]) -> Names:
    """Names of every id in the sentences of some rows: one question for each type of id."""
    asked: dict[IdType, set[UUID]] = defaultdict(set)
    for entry in entries:
        if (person := person_of(entry.actor)) is not None:
            asked[UserId].add(person)
        for gap, hint in (gaps(entry.kind) if entry.kind in KINDS else {}).items():
            if (kind := id_type(hint)) is not None and gap != BY:
                asked[kind] |= set(ids_in(entry.data.get(gap)))
    return {kind: _asked(scope, kind, frozenset(ids)) for kind, ids in asked.items() if ids}


def names_of_readers(scope: Scope, entries: Iterable[ReadEntry]) -> Mapping[UUID, Name]:
    """Names of those who opened something."""
    people = {person for each in entries if (person := person_of(each.reader)) is not None}
    return _asked(scope, UserId, frozenset(people)) if people else {}


def ids_in(value: object) -> list[UUID]:
    """Ids of a field, as the ledger holds them."""
    values = value if isinstance(value, list) else [value]
    return [UUID(str(each)) for each in values if each is not None]


def _asked(scope: Scope, kind: IdType, ids: frozenset[UUID]) -> Mapping[UUID, Name]:
    namer = namers()[kind]
    return namer.names(scope, ids) if namer.names else {}


@cache
def kind_in_words(of: str) -> str:
    """What happens in a kind of event, without saying to whom.

    Gaps of ids say the kind of thing, other gaps are left open.
    """
    words = []
    for text, gap, _, _ in Formatter().parse(KINDS[of].sentence):
        words.append(text)
        if gap and gap != BY:
            kind = id_type(gaps(of)[gap])
            words.append(namers()[kind].word if kind else "…")
    said = "".join(words).strip()
    return said[:1].upper() + said[1:]


def kinds_in_words() -> list[tuple[str, str]]:
    """Every kind of event as choices of a field, by their words."""
    named = [(kind, kind_in_words(kind)) for kind in KINDS]
    return sorted(named, key=lambda each: each[1].lower())
