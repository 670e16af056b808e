"""Whom holds protect, by name, as far as this reader sees them."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from goldenthread.children.ids import ChildId
from goldenthread.people.ids import UserId
from goldenthread.people.scope import Scope
from goldenthread.records.models import LegalHold
from goldenthread.records.queries.naming import Name, namers
from goldenthread.records.rules.states import Whose


def names_of_subjects(scope: Scope, holds: Iterable[LegalHold]) -> Mapping[UUID, Name]:
    """Names of children and people under holds, in one question for each."""
    asked: dict[Whose, set[UUID]] = {Whose.CHILD: set(), Whose.PERSON: set()}
    for hold in holds:
        asked[Whose(hold.whose)].add(hold.subject)
    found: dict[UUID, Name] = {}
    for whose, kind in ((Whose.CHILD, ChildId), (Whose.PERSON, UserId)):
        namer = namers()[kind]
        if asked[whose] and namer.names:
            found |= namer.names(scope, frozenset(asked[whose]))
    return found
