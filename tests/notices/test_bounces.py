"""Delivery reports as mail servers write them (RFC 3464, appendix A, with our addresses)."""

import io
import mailbox
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings
from tests.cast import Cast
from tests.notices.outbox import ORDINARY, ask

from goldenthread.core.models import LedgerEntry
from goldenthread.notices.mail import addresses, reports
from goldenthread.notices.models import Notice
from goldenthread.people.rules import Role

BOUNCES = "bounces@audit.example.gov.uk"

REPORT = """\
Date: Thu, 7 Jul 1994 17:16:05 -0400
From: Mail Delivery Subsystem <MAILER-DAEMON@cs.example.org>
Message-Id: <199407072116.RAA14128@cs.example.org>
To: {to}
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
      boundary="RAA14128.773615765/CS.EXAMPLE.ORG"

--RAA14128.773615765/CS.EXAMPLE.ORG

   ----- The following addresses had delivery problems -----
<kestrel@larry.example.org>  (unrecoverable error)

--RAA14128.773615765/CS.EXAMPLE.ORG
Content-Type: message/delivery-status

Reporting-MTA: dns; cs.example.org

Original-Recipient: rfc822;kestrel@larry.example.org
Final-Recipient: rfc822;kestrel@larry.example.org
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 No such user Kestrel

--RAA14128.773615765/CS.EXAMPLE.ORG
Content-Type: {kind}

Message-ID: {message_id}
Subject: Something

--RAA14128.773615765/CS.EXAMPLE.ORG--
"""


def report(
    to: str = BOUNCES,
    *,
    action: str = "failed",
    status: str = "5.1.1",
    message_id: str = "<other@example.org>",
    kind: str = "message/rfc822",
) -> bytes:
    text = REPORT.format(to=to, action=action, status=status, message_id=message_id, kind=kind)
    return text.replace("\n", "\r\n").encode()


@pytest.fixture(autouse=True)
def bounces_come_here(settings: Settings) -> None:
    settings.BOUNCE_ADDRESS = BOUNCES


@pytest.fixture
def notice(cast: Cast) -> Notice:
    made = ask(ORDINARY, cast[Role.AUDITOR])
    Notice.objects.filter(id=made.id).update(state="sent", sent_at=made.created_at)
    return made


def take(raw: bytes, monkeypatch: pytest.MonkeyPatch) -> str:
    """Give a message to the command as a mail server's pipe does."""
    out = io.StringIO()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))
    call_command("take_bounces", stdout=out)
    return out.getvalue().strip()


def test_the_return_address_names_the_email_and_fits(settings: Settings) -> None:
    which = uuid4()
    address = addresses.return_address(which)
    assert address.startswith("bounces+")
    assert len(address.partition("@")[0]) <= 64  # RFC 5321, 4.5.3.1.1
    assert addresses.notice_of(f"<{address.upper()}>") == which
    settings.BOUNCE_ADDRESS = ""
    assert addresses.return_address(which) == "golden-thread@localhost"


@pytest.mark.parametrize("at", [0, 25, 26, 35])
def test_a_return_address_that_was_changed_names_nothing(at: int) -> None:
    token = addresses.return_address(uuid4()).removeprefix("bounces+")
    forged = token[:at] + ("2" if token[at] != "2" else "3") + token[at + 1 :]
    assert addresses.notice_of(f"bounces+{forged}") is None


@pytest.mark.django_db
def test_an_email_that_came_back_is_marked_and_administrators_are_told(
    notice: Notice, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = report(addresses.return_address(notice.id))
    assert take(raw, monkeypatch) == "1 marked as come back"
    notice.refresh_from_db()
    assert (notice.state, notice.fault, notice.status) == ("bounced", "came_back", "5.1.1")
    assert Notice.objects.get(kind="mail_trouble").to == cast[Role.ADMINISTRATOR]
    told = LedgerEntry.objects.get(kind="notices.bounced")
    assert (told.subject, told.actor) == (notice.id, "system:bounces")
    rows = LedgerEntry.objects.count()
    take(raw, monkeypatch)
    assert LedgerEntry.objects.count() == rows


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["message/rfc822", "text/rfc822-headers"])
def test_without_a_return_address_the_returned_message_names_it(
    notice: Notice, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    take(report(message_id=notice.message_id, kind=kind), monkeypatch)
    notice.refresh_from_db()
    assert notice.state == "bounced"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (report(), "1 about no e-mail of ours"),
        (report(f"bounces+{'a' * 26}{'0' * 10}@audit.example.gov.uk"), "1 about no e-mail of ours"),
        (b"Subject: I am away\r\n\r\nUntil Monday.", "1 no delivery report"),
        (b"", "1 no delivery report"),
        (b"\xff\x00" * 500, "1 no delivery report"),
    ],
)
def test_what_is_about_no_email_of_ours_changes_nothing(
    notice: Notice, monkeypatch: pytest.MonkeyPatch, raw: bytes, said: str
) -> None:
    assert take(raw, monkeypatch) == said
    notice.refresh_from_db()
    assert notice.state == "sent"


@pytest.mark.django_db
def test_an_email_that_is_delayed_is_still_on_its_way(
    notice: Notice, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = report(addresses.return_address(notice.id), action="delayed", status="4.4.1")
    assert take(raw, monkeypatch) == "1 delayed only, still on its way"
    notice.refresh_from_db()
    assert notice.state == "sent"


@pytest.mark.django_db
def test_an_email_that_waits_cannot_come_back(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    waiting = ask(ORDINARY, cast[Role.AUDITOR])
    take(report(addresses.return_address(waiting.id)), monkeypatch)
    waiting.refresh_from_db()
    assert waiting.state == "queued"


@pytest.mark.django_db
@pytest.mark.parametrize("shape", ["file", "mbox", "maildir"])
def test_reports_are_read_from_a_file_a_mailbox_and_a_folder(
    notice: Notice, tmp_path: Path, shape: str
) -> None:
    raw, path = report(addresses.return_address(notice.id)), tmp_path / "box"
    if shape == "file":
        path.write_bytes(raw)
    else:
        made = mailbox.mbox(path) if shape == "mbox" else mailbox.Maildir(path)
        made.add(raw)
        made.add(b"Subject: I am away\r\n\r\nUntil Monday.")
        made.close()
    call_command("take_bounces", str(path), stdout=io.StringIO())
    notice.refresh_from_db()
    assert notice.state == "bounced"


def test_a_mailbox_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"does not exist\. Name"):
        call_command("take_bounces", str(tmp_path / "none"))


def test_of_a_report_only_the_first_megabytes_are_read() -> None:
    assert reports.read(b"a" * reports.LARGEST + report()) is None
