"""What people decide about e-mails in trouble, for each role and each state."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError
from tests.cast import Cast
from tests.notices.mail_server import Mailbox
from tests.notices.outbox import ORDINARY, ask, ask_ready_made, sweep_now

from goldenthread.core import ledger
from goldenthread.core.errors import NotAllowed, NotFoundInScope
from goldenthread.core.models import LedgerEntry
from goldenthread.notices.models import Notice
from goldenthread.notices.rules.states import IN_TROUBLE, ON_ITS_WAY, TRANSITIONS, State
from goldenthread.notices.services.mending import mark_notice_arrived, send_notice_again
from goldenthread.people.rules import Role

pytestmark = pytest.mark.django_db

LEADS = {Role.AUDIT_LEAD, Role.ADMINISTRATOR}
Mend = Callable[..., Notice]


def in_state(cast: Cast, state: State) -> Notice:
    notice = ask(ORDINARY, cast[Role.AUDITOR])
    into = ask(ORDINARY, cast[Role.AUDITOR]) if state is State.GATHERED else None
    Notice.objects.filter(id=notice.id).update(
        state=state.value, sent_at=notice.created_at, fault="stopped", gathered_into=into
    )
    notice.refresh_from_db()
    return notice


def test_every_state_but_the_ends_leads_somewhere() -> None:
    assert set(TRANSITIONS) == set(State)
    ends = {state for state, later in TRANSITIONS.items() if not later}
    assert ends == {State.GATHERED, State.NOT_NEEDED}
    assert all(State.QUEUED in TRANSITIONS[state] for state in IN_TROUBLE)


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize(
    ("mend", "allowed", "unchanged"),
    [
        (send_notice_again, IN_TROUBLE, ON_ITS_WAY),
        (mark_notice_arrived, {State.UNCERTAIN}, {State.SENT}),
    ],
)
def test_only_what_is_in_trouble_is_mended(
    cast: Cast, state: State, mend: Mend, allowed: set[State], unchanged: set[State]
) -> None:
    notice, lead = in_state(cast, state), cast[Role.AUDIT_LEAD]
    rows = LedgerEntry.objects.count()
    if state in allowed:
        after = mend(notice=notice.id, by=lead)
        entry = LedgerEntry.objects.order_by("-id")[0]
        assert (entry.subject, entry.actor) == (notice.id, lead.actor)
        assert State(after.state) in TRANSITIONS[state]
        assert LedgerEntry.objects.count() == rows + 1
        return
    if state in unchanged:
        mend(notice=notice.id, by=lead)
    else:
        with pytest.raises(NotAllowed):
            mend(notice=notice.id, by=lead)
    assert LedgerEntry.objects.count() == rows
    assert Notice.objects.get(id=notice.id).state == state.value


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("mend", [send_notice_again, mark_notice_arrived])
def test_only_leads_mend(cast: Cast, role: Role, mend: Mend) -> None:
    notice = in_state(cast, State.UNCERTAIN)
    if role in LEADS:
        mend(notice=notice.id, by=cast[role])
        return
    with pytest.raises(NotAllowed, match="Only an administrator or an audit lead may"):
        mend(notice=notice.id, by=cast[role])


@pytest.mark.parametrize("mend", [send_notice_again, mark_notice_arrived])
def test_what_cannot_be_recorded_is_not_done(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, mend: Mend
) -> None:
    notice = in_state(cast, State.UNCERTAIN)

    def fail(*args: object, **named: object) -> None:
        raise DatabaseError

    monkeypatch.setattr(ledger, "record", fail)
    with pytest.raises(DatabaseError):
        mend(notice=notice.id, by=cast[Role.AUDIT_LEAD])
    assert Notice.objects.get(id=notice.id).state == "uncertain"


def test_an_email_that_is_not_there_is_not_found(cast: Cast) -> None:
    with pytest.raises(NotFoundInScope):
        send_notice_again(notice=cast.north.id, by=cast[Role.AUDIT_LEAD])


@pytest.mark.slow
@pytest.mark.enable_socket
def test_what_is_sent_again_keeps_its_id_and_its_text(box: Mailbox, cast: Cast) -> None:
    box.answers["rcpt"] = ["550 5.1.1 No such user"]
    notice = ask_ready_made()
    sweep_now()
    assert box.messages == []
    send_notice_again(notice=notice.id, by=cast[Role.ADMINISTRATOR])
    sweep_now()
    assert set(box.ids) == {notice.message_id}
    assert box.messages[0].get_content().strip() == "Ashdown"


def test_a_ready_made_text_that_is_gone_cannot_be_sent_again(cast: Cast) -> None:
    notice = ask_ready_made()
    Notice.objects.update(state="bounced", purged_at=notice.created_at)
    with pytest.raises(NotAllowed, match="not kept any more"):
        send_notice_again(notice=notice.id, by=cast[Role.ADMINISTRATOR])
