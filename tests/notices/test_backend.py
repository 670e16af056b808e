"""Django's e-mails wait in the outbox, in the transaction of whoever sends."""

from contextlib import suppress

import pytest
from django.core.mail import EmailMultiAlternatives, send_mail
from django.db import transaction
from django_tasks_db.models import DBTaskResult
from tests.cast import Cast
from tests.notices.mail_server import Mailbox
from tests.notices.outbox import sweep_now

from goldenthread.core.models import LedgerEntry
from goldenthread.notices.models import Notice
from goldenthread.people.rules import Role

pytestmark = pytest.mark.django_db

CANARY = "Kestrel"


def write(*to: str) -> int:
    return send_mail("Reset your password", f"Here is your link, {CANARY}.", None, list(to))


def test_an_email_waits_sealed_and_a_job_is_asked_for() -> None:
    assert write("kestrel@example.org") == 1
    notice = Notice.objects.get()
    assert (notice.kind, notice.state, notice.to) == ("ready_made", "queued", None)
    sealed = bytes(notice.content) + bytes(notice.address)
    assert CANARY.encode() not in sealed
    assert b"kestrel" not in sealed
    (job,) = DBTaskResult.objects.all()
    assert job.args_kwargs == {"args": [], "kwargs": {"notice": str(notice.id)}}
    entry = LedgerEntry.objects.get()
    assert (entry.kind, entry.actor) == ("notices.queued", "system:mail")
    assert entry.data == {"notice": str(notice.id)}


def test_the_user_is_named_where_known_and_either_takes_the_same_path(cast: Cast) -> None:
    user = cast[Role.AUDITOR]
    write(user.email.upper(), "stranger@example.org")
    known, unknown = Notice.objects.order_by("created_at")
    assert (known.to, unknown.to) == (user, None)
    assert known.address
    assert unknown.address


def test_a_transaction_that_is_undone_sends_nothing() -> None:
    with suppress(ValueError), transaction.atomic():
        write("kestrel@example.org")
        raise ValueError
    assert not Notice.objects.exists()
    assert not DBTaskResult.objects.exists()


@pytest.mark.slow
@pytest.mark.enable_socket
def test_each_recipient_gets_one_of_their_own_and_who_is_hidden_stays_hidden(box: Mailbox) -> None:
    message = EmailMultiAlternatives(
        "Hello", "Words", to=["a@example.org"], cc=["b@example.org"], bcc=["c@example.org"]
    )
    message.attach_alternative("<p>Words</p>", "text/html")
    assert message.send() == 1
    sweep_now()
    assert sorted(each.rcpt_tos[0] for each in box.envelopes) == [
        "a@example.org",
        "b@example.org",
        "c@example.org",
    ]
    assert all(len(each.rcpt_tos) == 1 for each in box.envelopes)
    assert len(box.ids) == 3
    assert "c@example.org" not in "".join(each.as_string() for each in box.messages)
    assert set(box.ids) == set(Notice.objects.values_list("message_id", flat=True))


def test_an_email_to_nobody_is_none() -> None:
    assert EmailMultiAlternatives("Hello", "Words").send() == 0
    assert not Notice.objects.exists()
