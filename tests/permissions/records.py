"""Pages about records."""

from tests.cast import Cast
from tests.permissions.pages import LEADS, Page, Table

from goldenthread.children.models import Child
from goldenthread.children.services import children
from goldenthread.core.actors import System
from goldenthread.people.rules import Role
from goldenthread.records.models import Erasure, LegalHold, ScheduleApproval, SubjectAccess
from goldenthread.records.rules.states import Choice
from goldenthread.records.services import accesses, erasures, holds, retention

BY = System("tests")
LEAD: frozenset[Role | None] = frozenset({Role.AUDIT_LEAD})
ADMINISTRATOR: frozenset[Role | None] = frozenset({Role.ADMINISTRATOR})


def child(cast: Cast) -> list[object]:
    return [(Child.objects.first() or children.add(by=BY)).id]


def a_child(cast: Cast) -> Child:
    return Child.objects.get(id=str(child(cast)[0]))


def hold(cast: Cast) -> list[object]:
    """On somebody who works here, so that reading it needs no child."""
    found = LegalHold.objects.filter(released_at=None).first()
    placed_by, user = cast[Role.ADMINISTRATOR], cast.outsider
    made = found or holds.hold_person(user=user, reason="A claim", placed_by=placed_by, by=BY)
    return [made.id]


def run(cast: Cast) -> list[object]:
    return [retention.run(by=BY).id]


def approved(cast: Cast) -> list[object]:
    if not ScheduleApproval.objects.exists():
        retention.approve(approved_by=cast[Role.ADMINISTRATOR], by=BY)
    return []


def access(cast: Cast) -> list[object]:
    """An export that waits for decisions."""
    found = SubjectAccess.objects.first()
    if found is None:
        found = accesses.ask(child=a_child(cast), asked_by=cast[Role.AUDIT_LEAD], by=BY)
        accesses.gather(access=found, by=BY)
    return [found.id]


def document(cast: Cast) -> list[object]:
    """An export that can be downloaded."""
    which = SubjectAccess.objects.get(id=str(access(cast)[0]))
    if which.state == "gathered":
        choices = {passage.id: Choice.KEEP for passage in which.passages.all()}
        lead = cast[Role.AUDIT_LEAD]
        accesses.decide(access=which, choices=choices, decided_by=lead, by=BY)
        accesses.make(access=which, by=BY)
    return [which.id, "html"]


def erasure(cast: Cast) -> list[object]:
    found = Erasure.objects.first()
    return [(found or erasures.ask(child=a_child(cast), asked_by=cast.outsider, by=BY)).id]


TABLE: Table = {
    "show_records": Page(roles=LEADS),
    "list_ledger": Page(roles=LEADS),
    "download_ledger": Page(roles=LEADS),
    "show_child_records": Page(roles=LEAD, arguments=child),
    "list_readings": Page(roles=LEAD, arguments=child),
    "hold_child": Page(roles=LEAD, arguments=child),
    "ask_access": Page(roles=LEAD, arguments=child),
    "ask_erasure": Page(roles=LEAD, arguments=child),
    "show_retention": Page(roles=ADMINISTRATOR),
    "show_due": Page(roles=ADMINISTRATOR),
    "approve_schedule": Page(roles=ADMINISTRATOR),
    "withdraw_approval": Page(roles=ADMINISTRATOR, arguments=approved),
    "run_retention": Page(roles=ADMINISTRATOR),
    "show_retention_run": Page(roles=ADMINISTRATOR, arguments=run),
    "list_holds": Page(roles=LEADS),
    "hold_person": Page(roles=LEADS),
    "show_hold": Page(roles=LEADS, arguments=hold),
    "release_hold": Page(roles=LEADS, arguments=hold),
    "list_accesses": Page(roles=LEAD),
    "show_access": Page(roles=LEAD, arguments=access),
    "decide_passages": Page(roles=LEAD, arguments=access),
    "withdraw_access": Page(roles=LEAD, arguments=access),
    "download_access": Page(roles=LEAD, arguments=document),
    "list_erasures": Page(roles=LEADS),
    "show_erasure": Page(roles=LEADS, arguments=erasure),
    "approve_erasure": Page(roles=LEADS, arguments=erasure),
    "withdraw_erasure": Page(roles=LEADS, arguments=erasure),
}
