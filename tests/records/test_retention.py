"""Retention: a typed schedule, nothing goes unapproved, no disposer removes what is held."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db.models import Model
from django.test import override_settings
from django_tasks_db.models import DBTaskResult
from tests.cast import Cast
from tests.records.conftest import BY, a_child

from goldenthread.core import clock
from goldenthread.core.errors import Conflict, InvalidTransition, NotAllowed
from goldenthread.core.jobs import enqueue
from goldenthread.core.models import LedgerEntry
from goldenthread.notices.models import Notice
from goldenthread.people.models import Invitation, StaffImport, User
from goldenthread.people.queries.scopes import scope_of
from goldenthread.people.rules.kinds import Role
from goldenthread.people.services import users
from goldenthread.records.checks import schedule_fits
from goldenthread.records.disposers.people import DISPOSERS as OF_PEOPLE
from goldenthread.records.jobs import erase_child, keep_schedule
from goldenthread.records.models import LegalHold, RetentionRun, ScheduleApproval, SubjectAccess
from goldenthread.records.queries import retention as queries
from goldenthread.records.rules.leavers import FORMER
from goldenthread.records.rules.retention import Action, WrongSchedule, read_schedule, schedule
from goldenthread.records.services import accesses, holds, leavers, retention

LONG_AGO = datetime(2010, 1, 1, tzinfo=UTC)
BY_ITSELF = [rule.kind for rule in schedule().rules if rule.action.by_itself]
RULE = """
since: 2026-11-23
rules:
  - {{kind: a, label: A, holds: b, trigger: c, source: d, action: {action}{more}}}
"""


def test_every_kind_that_goes_by_itself_has_a_disposer_and_no_other_has() -> None:
    assert set(queries.disposers()) == set(BY_ITSELF)


def test_every_kind_says_by_what_right() -> None:
    for rule in schedule().rules:
        assert "UK GDPR Art." in rule.source, rule.kind


@pytest.mark.parametrize(
    ("action", "more", "fault"),
    [
        ("delete", "", "needs a period"),
        ("delete", ", period: {days: 1, years: 1}", "one of days, months and years"),
        ("delete", ", period: {weeks: 1}", "Extra inputs"),
        ("shred", "", "action"),
        ("keep", ", housekeeping: true", "does not go by itself"),
        (
            "keep",
            "}\n  - {kind: a, label: A, holds: b, trigger: c, source: d, action: keep",
            "twice",
        ),
    ],
)
def test_a_wrong_schedule_is_refused_in_words(action: str, more: str, fault: str) -> None:
    with pytest.raises(WrongSchedule, match=fault):
        read_schedule(RULE.format(action=action, more=more))


def test_what_is_no_yaml_is_refused() -> None:
    with pytest.raises(WrongSchedule, match="no YAML"):
        read_schedule("{")


def test_another_word_is_another_schedule() -> None:
    one = read_schedule(RULE.format(action="keep", more=""))
    other = read_schedule(RULE.format(action="by_hand", more=""))
    assert one.fingerprint != other.fingerprint


def old(row: Model, **fields: object) -> Model:
    """Make a row old, past what its app would allow."""
    type(row)._default_manager.filter(pk=row.pk).update(**fields)
    row.refresh_from_db()
    return row


def a_leaver(user: User) -> Model:
    return old(user, is_active=False, deactivated_at=LONG_AGO)


def an_invitation(user: User) -> Model:
    row = Invitation(user=user, expires_at=LONG_AGO, accepted_at=LONG_AGO)
    row.save()
    return row


def a_list(user: User) -> Model:
    row = StaffImport(uploaded_by=user, state="applied", expires_at=LONG_AGO, ended_at=LONG_AGO)
    row.save()
    return row


def a_notice(user: User) -> Model:
    row = Notice(
        kind="invitation",
        to=user,
        message_id=uuid4().hex,
        state="not_needed",
        not_before=LONG_AGO,
        useful_until=LONG_AGO,
    )
    row.save()
    return old(row, created_at=LONG_AGO)


def a_reason(user: User) -> Model:
    row = LegalHold(
        whose="person", subject=user.id, sealed_reason=b"x", placed_by=user, from_on=LONG_AGO
    )
    row.to_on, row.released_at = LONG_AGO, LONG_AGO
    row.save()
    return row


def an_export(user: User) -> Model:
    row = accesses.ask(child=a_child(uuid4().hex[:8]), asked_by=user, by=BY)
    return old(row, created_at=LONG_AGO, content=b"x")


def a_session(user: User) -> Model:
    store = SessionStore()
    store["_auth_user_id"] = str(user.id)
    store.create()
    key = str(store.session_key)
    UserSession.objects.create(user=user, session_key=key, ip="127.0.0.1", user_agent="")
    return old(Session.objects.get(session_key=key), expire_date=LONG_AGO)


def a_detail(user: User) -> Model:
    row = UserSession.objects.create(
        user=user, session_key=uuid4().hex, ip="127.0.0.1", user_agent=""
    )
    return old(row, last_seen_at=LONG_AGO)


def a_job(user: User, status: str = "SUCCESSFUL") -> Model:
    enqueue(erase_child, erasure=user.id)
    return old(DBTaskResult.objects.latest("enqueued_at"), status=status, finished_at=LONG_AGO)


def a_failed_job(user: User) -> Model:
    return a_job(user, "FAILED")


MAKE: dict[str, Callable[[User], Model]] = {
    "leavers": a_leaver,
    "invitations": an_invitation,
    "staff_imports": a_list,
    "notices": a_notice,
    "hold_reasons": a_reason,
    "subject_access": an_export,
    "sessions": a_session,
    "session_details": a_detail,
    "jobs": a_job,
    "failed_jobs": a_failed_job,
}


def approve(administrator: User) -> None:
    retention.approve(approved_by=administrator, by=administrator)


def line_of(run: RetentionRun, kind: str) -> tuple[int, int, int]:
    line = run.lines.get(kind=kind)
    return line.due, line.held, line.removed


def before_and_after(row: Model) -> tuple[object, ...] | None:
    found = type(row)._default_manager.filter(pk=row.pk).values_list().first()
    return tuple(bytes(v) if isinstance(v, memoryview) else v for v in found) if found else None


@pytest.mark.django_db
@pytest.mark.parametrize("kind", BY_ITSELF)
def test_what_is_due_goes_and_what_is_held_stays_as_it_is(
    cast: Cast, administrator: User, kind: str
) -> None:
    """For each disposer: the same row, once of somebody and once of somebody under a hold."""
    free, protected = cast[Role.AUDITOR], cast[Role.PRACTITIONER]
    going, staying = MAKE[kind](free), MAKE[kind](protected)
    holds.hold_person(user=protected, reason="A claim", placed_by=administrator, by=BY)
    kept, gone = before_and_after(staying), before_and_after(going)
    approve(administrator)
    run = retention.run(by=BY)
    due, held, removed = line_of(run, kind)
    assert due == removed >= 1
    assert held >= 1
    assert before_and_after(staying) == kept
    assert before_and_after(going) != gone


@pytest.mark.django_db
def test_an_export_of_a_child_under_a_hold_stays(lead: User, administrator: User) -> None:
    export = an_export(lead)
    assert isinstance(export, SubjectAccess)
    from goldenthread.children.models import Child

    child = Child.objects.get(id=export.child)
    holds.hold_child(child=child, reason="A claim", placed_by=lead, by=lead)
    assert line_of(retention.run(by=BY), "subject_access") == (0, 1, 0)


@pytest.mark.django_db
def test_nothing_but_housekeeping_goes_until_the_schedule_is_approved(cast: Cast) -> None:
    user = cast[Role.AUDITOR]
    leaver, session = a_leaver(user), a_session(user)
    keep_schedule.call()
    run = RetentionRun.objects.get()
    assert not run.deletes
    assert line_of(run, "leavers") == (1, 0, 0)
    assert line_of(run, "sessions") == (1, 0, 1)
    leaver.refresh_from_db()
    assert before_and_after(session) is None
    assert LedgerEntry.objects.latest("id").kind == "records.retention_ran"


@pytest.mark.django_db
def test_an_approval_lapses_with_the_text_it_was_given_for(
    administrator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    approve(administrator)
    assert queries.approval()
    other = schedule().model_copy(update={"since": clock.today() + timedelta(days=1)})
    monkeypatch.setattr(queries, "schedule_now", lambda: other)
    assert queries.approval() is None


@pytest.mark.django_db
def test_an_approval_is_given_once_and_can_be_withdrawn(administrator: User) -> None:
    approve(administrator)
    with pytest.raises(NotAllowed, match="approved already"):
        approve(administrator)
    retention.withdraw_approval(by=administrator)
    assert queries.approval() is None
    assert LedgerEntry.objects.latest("id").kind == "records.approval_withdrawn"
    with pytest.raises(NotAllowed, match="not approved"):
        retention.withdraw_approval(by=administrator)


@pytest.mark.django_db
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_an_administrator_keeps_the_schedule(cast: Cast, role: Role) -> None:
    user = cast[role]
    for act in (
        lambda: retention.approve(approved_by=user, by=user),
        lambda: retention.withdraw_approval(by=user),
        lambda: retention.run(by=user),
        lambda: retention.ask_run(asked_by=user, by=user),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert not ScheduleApproval.objects.exists()


@pytest.mark.django_db
def test_a_run_that_is_asked_for_is_done_by_a_worker(administrator: User) -> None:
    retention.ask_run(asked_by=administrator, by=administrator)
    assert DBTaskResult.objects.filter(task_path__endswith="keep_schedule").count() == 1
    assert not RetentionRun.objects.exists()


@pytest.mark.django_db
def test_the_dry_run_counts_and_removes_nothing(cast: Cast, administrator: User) -> None:
    leaver = a_leaver(cast[Role.AUDITOR])
    due = {each.rule.kind: each for each in queries.due_now(scope_of(administrator))}
    assert (due["leavers"].due, due["leavers"].oldest_at) == (1, LONG_AGO)
    leaver.refresh_from_db()
    assert isinstance(leaver, User)
    assert leaver.name != FORMER


@pytest.mark.django_db
def test_a_leaver_is_a_former_member_of_staff(cast: Cast, administrator: User) -> None:
    user = cast[Role.AUDITOR]
    users.deactivate(user=user, by=BY)
    leavers.forget(user=user, by=administrator)
    user.refresh_from_db()
    assert (user.name, user.surname, user.staff_number, user.job_title) == (FORMER, "", "", "")
    assert user.email == f"former-{user.id.hex}@removed.invalid"
    assert not user.has_usable_password()
    assert LedgerEntry.objects.latest("id").kind == "records.person_forgotten"
    before = LedgerEntry.objects.count()
    leavers.forget(user=user, by=administrator)
    assert LedgerEntry.objects.count() == before


@pytest.mark.django_db
def test_who_works_here_or_is_held_is_not_forgotten(cast: Cast, administrator: User) -> None:
    user = cast[Role.AUDITOR]
    with pytest.raises(InvalidTransition, match="work here"):
        leavers.forget(user=user, by=administrator)
    users.deactivate(user=user, by=BY)
    holds.hold_person(user=user, reason="A claim", placed_by=administrator, by=administrator)
    with pytest.raises(Conflict, match="legal hold"):
        leavers.forget(user=user, by=administrator)


@pytest.mark.django_db
def test_e_mails_that_went_out_together_go_together(cast: Cast, administrator: User) -> None:
    letter, part = a_notice(cast[Role.AUDITOR]), a_notice(cast[Role.AUDITOR])
    old(part, state="gathered", gathered_into=letter)
    approve(administrator)
    assert line_of(retention.run(by=BY), "notices")[2] == 2


def test_actions_that_go_by_themselves_are_these() -> None:
    assert {action for action in Action if action.by_itself} == {Action.DELETE, Action.ANONYMISE}
    assert {each.kind for each in OF_PEOPLE} < set(BY_ITSELF)


def test_the_schedule_that_ships_fits() -> None:
    assert schedule_fits() == []


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (None, ["records.E001"]),
        ("{", ["records.E002"]),
        (
            RULE.format(action="delete", more=", period: {days: 1}"),
            ["records.E003", "records.E004"],
        ),
    ],
)
def test_the_authoritys_own_schedule_is_checked_at_the_start(
    tmp_path: Path, text: str | None, faults: list[str]
) -> None:
    path = tmp_path / "retention.yaml"
    if text is not None:
        path.write_text(text)
    with override_settings(RETENTION_SCHEDULE=path):
        assert [each.id for each in schedule_fits()] == faults
