"""The export of what is held about a child: asked, gathered, decided, made, withdrawn."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from goldenthread.children import queries as children
from goldenthread.children.ids import ChildId
from goldenthread.children.models import Child
from goldenthread.core import clock, ledger
from goldenthread.core.actors import Actor
from goldenthread.core.acts import act
from goldenthread.core.base import store
from goldenthread.core.decisions import require
from goldenthread.core.errors import InvalidTransition
from goldenthread.people.models import User
from goldenthread.people.queries.scopes import scope_of
from goldenthread.records import permissions
from goldenthread.records.events import (
    AccessAsked,
    AccessGathered,
    AccessMade,
    AccessWithdrawn,
    PassagesDecided,
)
from goldenthread.records.holdings import Asked, held_about
from goldenthread.records.ids import SubjectAccessId
from goldenthread.records.models import Passage, SubjectAccess
from goldenthread.records.queries.holds import family
from goldenthread.records.redaction import decided, names_known_to, passages_of
from goldenthread.records.rules.states import ACCESS_TRANSITIONS, AccessState, Choice
from goldenthread.records.sealing import (
    content_of,
    seal_content,
    seal_passage,
    text_of,
)

KEPT = timedelta(days=14)
"""How long a document can be downloaded; the schedule deletes it then."""


@act
def ask(*, child: Child, asked_by: User, by: Actor) -> SubjectAccess:
    """Ask for a copy of everything held about a child; a worker gathers it."""
    require(permissions.can_export(by, child))
    made = store(SubjectAccess(child=child.id, asked_by=asked_by))
    ledger.record(AccessAsked(child=ChildId(child.id), access=SubjectAccessId(made.id)), by=by)
    return made


@act
def gather(*, access: SubjectAccess, by: Actor) -> SubjectAccess:
    """Gather it for the person who asked, and list the passages in which others are named."""
    access = _locked(access.id)
    scope = scope_of(access.asked_by)
    child = children.child(scope, access.child)
    sections = held_about(Asked(child.id, family(child.id), scope))
    seal_content(access, sections)
    _to(access, AccessState.GATHERED)
    found = passages_of(sections, names_known_to(scope))
    for number, passage in enumerate(found, 1):
        row = Passage(access=access, number=number, section=passage.section, times=passage.times)
        seal_passage(row, passage.text)
        store(row)
    event = AccessGathered(
        child=ChildId(access.child), access=SubjectAccessId(access.id), passages=len(found)
    )
    ledger.record(event, by=by)
    return access


@act
def decide(
    *, access: SubjectAccess, choices: Mapping[UUID, Choice], decided_by: User, by: Actor
) -> SubjectAccess:
    """Decide about every passage, and have the document made.

    Raises :class:`InvalidTransition` where a passage is left out.
    """
    access = _locked(access.id)
    require(permissions.can_decide(by, access))
    passages = list(access.passages.select_for_update())
    if {passage.id for passage in passages} != set(choices):
        raise InvalidTransition("Decide about each passage before the document is made.")
    for passage in passages:
        passage.decision, passage.decided_by = choices[passage.id].value, decided_by
        store(passage)
    _to(access, AccessState.MAKING)
    counts = list(choices.values())
    event = PassagesDecided(
        child=ChildId(access.child),
        access=SubjectAccessId(access.id),
        kept=counts.count(Choice.KEEP),
        masked=counts.count(Choice.MASK),
        removed=counts.count(Choice.REMOVE),
    )
    ledger.record(event, by=by)
    return access


@act
def make(*, access: SubjectAccess, by: Actor) -> SubjectAccess:
    """Put the document together as was decided; what a passage said goes, the decision stays."""
    access = _locked(access.id)
    passages = list(access.passages.select_for_update())
    mask = names_known_to(scope_of(access.asked_by))
    said = {
        text_of(passage): decided(text_of(passage), Choice(passage.decision), mask)
        for passage in passages
    }
    seal_content(access, tuple(each.replaced(said) for each in content_of(access)))
    access.made_at = clock.now()
    access.expires_at = access.made_at + KEPT
    _to(access, AccessState.READY)
    access.passages.update(sealed_text=b"")
    ledger.record(AccessMade(child=ChildId(access.child), access=SubjectAccessId(access.id)), by=by)
    return access


@act
def withdraw(*, access: SubjectAccess, by: Actor) -> SubjectAccess:
    """Drop an export: what it held goes at once, what was decided stays."""
    access = _locked(access.id)
    require(permissions.can_withdraw_access(by, access))
    access.content = b""
    _to(access, AccessState.WITHDRAWN)
    access.passages.update(sealed_text=b"")
    ledger.record(
        AccessWithdrawn(child=ChildId(access.child), access=SubjectAccessId(access.id)), by=by
    )
    return access


def _locked(which: UUID) -> SubjectAccess:
    return SubjectAccess.objects.select_for_update().get(id=which)


def _to(access: SubjectAccess, state: AccessState) -> None:
    if state not in ACCESS_TRANSITIONS[AccessState(access.state)]:
        raise InvalidTransition("This export is further on already, or over.")
    access.state = state.value
    store(access)
