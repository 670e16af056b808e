"""Letters of our own kinds: what they say and what they never hold."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from django.test import Client
from django_tasks_db.models import DBTaskResult
from playwright.sync_api import Page
from pytest_django import Settings
from tests.accessibility import violations
from tests.cast import Cast
from tests.notices.conftest import MONDAY, SetClock
from tests.notices.mail_server import Mailbox
from tests.notices.outbox import BY, sweep_now

from goldenthread.core.models import LedgerEntry
from goldenthread.notices.kinds import INVITATION, OWN
from goldenthread.notices.mail.letters import Letter, Line, as_message, paragraphs
from goldenthread.notices.models import Notice
from goldenthread.people.models import Invitation
from goldenthread.people.rules import Role
from goldenthread.people.services import invitations, users

NAME = "Kestrel Ashdown"


def invite(cast: Cast) -> Invitation:
    user = users.add(name=NAME, email="kestrel@example.org", by=BY)
    return invitations.invite(user=user, by=cast[Role.AUDIT_LEAD])


def words(message: EmailMessage, kind: str) -> str:
    body = message.get_body((kind,))
    assert body is not None
    return str(body.get_content())


@pytest.mark.django_db
@pytest.mark.slow
@pytest.mark.enable_socket
def test_an_invitation_holds_a_link_that_works_and_stands_nowhere_else(
    box: Mailbox, cast: Cast
) -> None:
    invitation = invite(cast)
    notice = Notice.objects.get()
    assert (notice.kind, notice.about) == (INVITATION.name, invitation.id)
    assert (bytes(notice.address), bytes(notice.content)) == (b"", b"")
    sweep_now()
    (message,) = box.messages
    assert box.envelopes[0].rcpt_tos == ["kestrel@example.org"]
    found = re.search(r"http://127.0.0.1:8000(/\S+)", words(message, "plain"))
    assert found is not None
    assert Client().get(found[1]).status_code == 200
    assert NAME not in words(message, "plain") + words(message, "html") + message["Subject"]
    token = found[1].split("/")[-2]
    assert token not in str(list(Notice.objects.values_list()))
    assert token not in str(list(LedgerEntry.objects.values_list("data", flat=True)))


@pytest.mark.django_db
@pytest.mark.slow
@pytest.mark.enable_socket
def test_an_invitation_that_is_withdrawn_is_not_sent(box: Mailbox, cast: Cast) -> None:
    invitations.withdraw(invitation=invite(cast), by=cast[Role.AUDIT_LEAD])
    sweep_now()
    assert (box.messages, Notice.objects.get().state) == ([], "not_needed")


@pytest.mark.django_db
def test_an_invitation_sent_again_is_another_email_with_its_own_job(cast: Cast) -> None:
    invitation = invite(cast)
    invitations.resend(invitation=invitation, by=cast[Role.AUDIT_LEAD])
    assert Notice.objects.filter(about=invitation.id).count() == 2
    assert DBTaskResult.objects.count() == 2


def test_no_kind_has_a_gap_in_its_subject_or_reason() -> None:
    for kind in OWN:
        assert not {"{", "%"} & set(kind.subject + kind.why)


def test_lines_that_end_in_an_address_are_links() -> None:
    made = paragraphs("One.\nTwo: https://audit.example/a?b=c\n\n\n  Three, https://no.example/.  ")
    assert made == (
        (Line("One."), Line("Two", "https://audit.example/a?b=c")),
        (Line("Three, https://no.example/."),),
    )


def test_an_authority_with_an_ampersand_is_written_as_it_is(
    settings: Settings, at: SetClock
) -> None:
    settings.AUTHORITY_NAME = "Kestrel & Ashdown <Council>"
    settings.DEFAULT_FROM_EMAIL = '"Kestrel & Ashdown Council" <audit@example.org>'
    letter = Letter("Hello", ((Line("It’s Siân’s: “yes”, 5 > 4."),),), "Because.")
    raw = as_message(letter, recipient="a@example.org", message_id="<1@example.org>")
    message = message_from_bytes(raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert raw.isascii()
    assert "Kestrel & Ashdown <Council>: http" in words(message, "plain")
    assert "Kestrel &amp; Ashdown &lt;Council&gt;" in words(message, "html")
    assert "It’s Siân’s: “yes”, 5 &gt; 4." in words(message, "html")
    assert message["From"] == "Kestrel & Ashdown Council <audit@example.org>"
    assert message["Date"].datetime == MONDAY


def test_a_letter_can_be_read_by_everybody(page: Page) -> None:
    letter = Letter(
        "Some e-mails of the service did not arrive",
        ((Line("Something happened."), Line("See it", "http://127.0.0.1:8000/x")),),
        "You get this because.",
    )
    assert "<img" not in letter.html
    assert "<script" not in letter.html
    page.set_content(letter.html)
    assert violations(page) == []
