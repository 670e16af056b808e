"""Through a real mail server: what arrives, what is tried again, what is given up."""

import smtplib
from datetime import timedelta

import pytest
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings
from tests.cast import Cast
from tests.notices.conftest import MONDAY, SetClock
from tests.notices.mail_server import Mailbox, free_port, mail_server
from tests.notices.outbox import (
    ORDINARY,
    OVER,
    RATHER_TWICE,
    ask,
    ask_ready_made,
    send,
    sweep_now,
)

from goldenthread.core import clock
from goldenthread.core.models import LedgerEntry
from goldenthread.notices.mail.server import MailServer
from goldenthread.notices.models import Notice
from goldenthread.notices.sending.claims import begin_handing_over, claim
from goldenthread.notices.sending.delivery import Went, deliver
from goldenthread.people.models import User
from goldenthread.people.rules import Role
from goldenthread.people.services import users

pytestmark = [pytest.mark.django_db, pytest.mark.enable_socket, pytest.mark.slow]


@pytest.fixture
def auditor(cast: Cast) -> User:
    return cast[Role.AUDITOR]


def test_an_email_arrives_in_words_and_in_html(box: Mailbox, auditor: User) -> None:
    notice = ask(ORDINARY, auditor)
    assert send(notice) is Went.WELL
    (message,) = box.messages
    assert (message["To"], message["Subject"]) == (auditor.email, ORDINARY.subject)
    assert message["Message-ID"] == notice.message_id
    assert message["Auto-Submitted"] == "auto-generated"
    text, html = message.get_body(("plain",)), message.get_body(("html",))
    assert text is not None
    assert html is not None
    words = text.get_content().replace("\r\n", "\n")
    assert "Choose how you will sign in:\nhttps://audit.example/?a=1&b=2\n" in words
    assert ORDINARY.why in words
    assert 'href="https://audit.example/?a=1&amp;b=2"' in html.get_content()
    assert "<img" not in html.get_content()
    assert (notice.state, notice.attempts, notice.lease_until) == ("sent", 1, None)
    entry = LedgerEntry.objects.order_by("-id")[0]
    assert (entry.kind, entry.subject, entry.actor) == ("notices.sent", notice.id, "system:outbox")


def test_what_was_sent_keeps_hash_and_size_and_no_words(box: Mailbox) -> None:
    notice = ask_ready_made()
    assert b"Ashdown" not in bytes(notice.content)
    assert b"kestrel" not in bytes(notice.address)
    send(notice)
    assert (bytes(notice.content), bytes(notice.address)) == (b"", b"")
    assert len(notice.content_hash) == 64
    assert notice.content_size
    assert box.envelopes[0].rcpt_tos == ["kestrel@example.org"]
    assert box.messages[0].get_content().strip() == "Ashdown"


def test_an_email_is_not_sent_twice(box: Mailbox, auditor: User) -> None:
    notice = ask(ORDINARY, auditor)
    assert [send(notice), send(notice)] == [Went.WELL, Went.NOT_OURS]
    assert len(box.messages) == 1


def test_what_is_over_is_not_sent(box: Mailbox, auditor: User) -> None:
    notice = ask(ORDINARY, auditor, OVER)
    send(notice)
    assert (notice.state, box.messages) == ("not_needed", [])


def test_who_is_deactivated_gets_nothing(box: Mailbox, cast: Cast) -> None:
    notice = ask(ORDINARY, cast.outsider)
    users.deactivate(user=cast.outsider, by=cast[Role.ADMINISTRATOR])
    send(notice)
    assert (notice.state, box.messages) == ("not_needed", [])


def test_an_email_goes_to_the_address_that_the_user_has_by_then(
    box: Mailbox, auditor: User
) -> None:
    notice = ask(ORDINARY, auditor)
    User.objects.filter(id=auditor.id).update(email="bilal.hussain@example.org")
    send(notice)
    assert box.envelopes[0].rcpt_tos == ["bilal.hussain@example.org"]


@pytest.mark.parametrize("step", ["mail", "rcpt", "data"])
def test_a_server_that_says_later_is_asked_later(
    box: Mailbox, at: SetClock, auditor: User, step: str
) -> None:
    box.answers[step] = ["451 4.7.1 Greylisted", "421 4.3.2 Closing"]
    notice = ask(ORDINARY, auditor)
    assert send(notice) is Went.BADLY
    assert (notice.state, notice.fault) == ("queued", "busy")
    assert (notice.reply, notice.status) == (451, "4.7.1")
    assert notice.not_before == MONDAY + timedelta(minutes=1)
    assert send(notice) is Went.NOT_OURS
    at(MONDAY + timedelta(minutes=1))
    send(notice)
    assert (notice.reply, notice.not_before) == (421, MONDAY + timedelta(minutes=3))
    at(MONDAY + timedelta(minutes=3))
    assert send(notice) is Went.WELL
    assert (notice.state, notice.attempts, notice.fault) == ("sent", 3, "")
    assert len(box.messages) == 1


@pytest.mark.parametrize(
    ("step", "said", "fault"),
    [
        ("rcpt", "550 5.1.1 No such user", "address_refused"),
        ("data", "554 5.7.1 Looks like spam", "text_refused"),
    ],
)
def test_what_is_refused_for_good_is_given_up_and_administrators_are_told(
    box: Mailbox, at: SetClock, cast: Cast, step: str, said: str, fault: str
) -> None:
    box.answers[step] = [said]
    notice = ask(ORDINARY, cast[Role.AUDITOR])
    send(notice)
    assert (notice.state, notice.fault, notice.reply) == ("failed", fault, int(said[:3]))
    told = Notice.objects.get(kind="mail_trouble")
    assert told.to == cast[Role.ADMINISTRATOR]
    assert [entry.kind for entry in LedgerEntry.objects.order_by("-id")[:2]] == [
        "notices.queued",
        "notices.failed",
    ]


def test_what_a_server_says_is_kept_nowhere_as_it_may_name_people(
    box: Mailbox, auditor: User, caplog: pytest.LogCaptureFixture
) -> None:
    box.answers["rcpt"] = [f"550 5.1.1 <{auditor.email}> Bilal Hussain is unknown"]
    notice = ask(ORDINARY, auditor)
    send(notice)
    kept = [
        *Notice.objects.values_list(),
        *LedgerEntry.objects.values_list("data", flat=True),
        *DBTaskResult.objects.values_list("args_kwargs", flat=True),
        *(each.getMessage() for each in caplog.records if each.name != "mail.log"),
    ]
    assert auditor.email not in str(kept)
    assert "Hussain" not in str(kept)


def test_of_several_in_trouble_an_administrator_is_told_once(
    box: Mailbox, at: SetClock, cast: Cast
) -> None:
    box.answers["rcpt"] = ["550 No"] * 3
    for _ in range(3):
        send(ask(ORDINARY, cast[Role.AUDITOR]))
    at(MONDAY + timedelta(hours=1))
    sweep_now()
    (message,) = box.messages
    assert message["To"] == cast[Role.ADMINISTRATOR].email
    assert "Bilal" not in message.as_string()


def test_an_address_of_ours_that_is_refused_is_tried_again(box: Mailbox, auditor: User) -> None:
    box.answers["mail"] = ["553 5.7.1 Sender not allowed"]
    notice = ask(ORDINARY, auditor)
    assert send(notice) is Went.SERVER_DOWN
    assert (notice.state, notice.fault) == ("queued", "sender_refused")


def test_a_server_that_is_down_is_tried_every_few_minutes_until_it_is_no_use(
    settings: Settings, at: SetClock, auditor: User, socket_enabled: None
) -> None:
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    settings.EMAIL_USE_TLS = False
    notice = ask(ORDINARY, auditor)
    Notice.objects.filter(id=notice.id).update(attempts=9)
    assert send(notice) is Went.SERVER_DOWN
    assert (notice.state, notice.fault) == ("queued", "no_answer")
    assert notice.not_before == MONDAY + timedelta(minutes=5)
    at(MONDAY + ORDINARY.useful_for + timedelta(minutes=1))
    send(notice)
    assert (notice.state, notice.fault) == ("failed", "too_late")


def test_a_server_that_is_down_is_asked_once_in_a_sweep(
    settings: Settings, auditor: User, socket_enabled: None
) -> None:
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    settings.EMAIL_USE_TLS = False
    notices = [ask(ORDINARY, auditor) for _ in range(3)]
    sweep_now()
    assert sum(Notice.objects.values_list("attempts", flat=True)) == 1
    with mail_server(Mailbox()) as box:
        settings.EMAIL_PORT = box.port
        Notice.objects.update(not_before=clock.now())
        sweep_now()
    assert len(box.messages) == len(notices)
    assert box.connections == 1


def test_without_a_mail_server_everything_waits(auditor: User) -> None:
    notice = ask(ORDINARY, auditor)
    sweep_now()
    notice.refresh_from_db()
    assert (notice.state, notice.attempts) == ("queued", 0)


def test_an_email_that_cannot_be_written_holds_up_no_other(
    box: Mailbox, settings: Settings, auditor: User
) -> None:
    broken = ask_ready_made()
    Notice.objects.filter(id=broken.id).update(content=b"changed")
    good = ask(ORDINARY, auditor)
    sweep_now()
    broken.refresh_from_db()
    good.refresh_from_db()
    assert (broken.state, broken.fault, good.state) == ("queued", "not_made", "sent")


def cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """The connection breaks after the text was given."""

    def getreply(self: smtplib.SMTP) -> tuple[int, bytes]:
        if self.sock is not None and self.sock.gettimeout() == 300:
            self.close()
            raise smtplib.SMTPServerDisconnected
        return answered(self)

    answered = smtplib.SMTP.getreply
    monkeypatch.setattr(smtplib.SMTP, "getreply", getreply)


def test_a_connection_cut_after_the_text_leaves_it_uncertain(
    box: Mailbox, monkeypatch: pytest.MonkeyPatch, cast: Cast
) -> None:
    notice = ask(ORDINARY, cast[Role.AUDITOR])
    cut_off(monkeypatch)
    assert send(notice) is Went.SERVER_DOWN
    assert (notice.state, notice.fault) == ("uncertain", "stopped")
    assert Notice.objects.filter(kind="mail_trouble", to=cast[Role.ADMINISTRATOR]).exists()
    sweep_now()
    assert send(notice) is Went.NOT_OURS


def test_what_is_rather_sent_twice_is_sent_again_with_the_same_id(
    box: Mailbox, monkeypatch: pytest.MonkeyPatch, auditor: User
) -> None:
    notice = ask(RATHER_TWICE, auditor)
    with monkeypatch.context() as patch:
        cut_off(patch)
        send(notice)
    assert notice.state == "queued"
    Notice.objects.update(not_before=clock.now())
    send(notice)
    assert notice.state == "sent"
    assert set(box.ids) == {notice.message_id}


def test_of_a_worker_that_died_before_handing_over_another_takes_it_up(
    box: Mailbox, at: SetClock, auditor: User
) -> None:
    notice = ask(ORDINARY, auditor)
    dead = claim(notice.id)
    assert dead is not None
    sweep_now()
    assert box.messages == []
    at(MONDAY + timedelta(minutes=6))
    assert not begin_handing_over(dead, b"too late")
    sweep_now()
    assert len(box.messages) == 1
    assert not begin_handing_over(dead, b"much too late")


def test_of_a_worker_that_died_while_handing_over_nobody_knows(
    box: Mailbox, at: SetClock, auditor: User
) -> None:
    notice = ask(ORDINARY, auditor)
    dead = claim(notice.id)
    assert dead is not None
    assert begin_handing_over(dead, b"text")
    at(MONDAY + timedelta(minutes=11))
    sweep_now()
    notice.refresh_from_db()
    assert (notice.state, box.messages) == ("uncertain", [])


def test_an_answer_that_comes_after_the_lease_still_counts(
    box: Mailbox, at: SetClock, auditor: User
) -> None:
    class SlowServer(MailServer):
        def hand_over(self, text: bytes) -> None:
            super().hand_over(text)
            at(MONDAY + timedelta(minutes=11))
            sweep_now()
            assert Notice.objects.get(kind=ORDINARY.name).state == "uncertain"

    notice = ask(ORDINARY, auditor)
    with SlowServer() as server:
        deliver(notice.id, server)
    notice.refresh_from_db()
    assert (notice.state, len(box.messages)) == ("sent", 1)
