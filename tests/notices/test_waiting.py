"""What waits for the end of quiet hours, and what goes out together."""

from datetime import UTC, datetime, timedelta

import pytest
from pytest_django import Settings
from tests.cast import Cast
from tests.notices.conftest import MONDAY, SetClock
from tests.notices.mail_server import Mailbox
from tests.notices.outbox import (
    BY,
    ORDINARY,
    OVER,
    TOGETHER,
    URGENT,
    ask,
    ask_ready_made,
    sweep_now,
)

from goldenthread.core.models import LedgerEntry
from goldenthread.notices.kinds import digest_kinds
from goldenthread.notices.models import Notice
from goldenthread.notices.rules.kinds import Kind
from goldenthread.notices.services.digests import gather
from goldenthread.people.models import User
from goldenthread.people.rules import Role

pytestmark = [pytest.mark.django_db, pytest.mark.enable_socket, pytest.mark.slow]

EVENING = datetime(2026, 11, 23, 20, 10, tzinfo=UTC)
MORNING = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)


@pytest.fixture
def auditor(cast: Cast) -> User:
    return cast[Role.AUDITOR]


@pytest.fixture
def quiet(settings: Settings) -> None:
    settings.QUIET_HOURS = (19, 7, True)


@pytest.mark.usefixtures("quiet")
def test_in_quiet_hours_only_what_is_urgent_leaves(
    box: Mailbox, at: SetClock, auditor: User
) -> None:
    at(EVENING)
    ordinary, urgent, ready = ask(ORDINARY, auditor), ask(URGENT, auditor), ask_ready_made()
    assert ordinary.not_before == MORNING
    sweep_now()
    assert set(box.ids) == {urgent.message_id, ready.message_id}
    at(MORNING - timedelta(minutes=1))
    sweep_now()
    assert len(box.messages) == 2
    at(MORNING)
    sweep_now()
    assert box.ids[ordinary.message_id] == 1


@pytest.mark.usefixtures("quiet")
def test_what_was_late_does_not_leave_in_quiet_hours(
    box: Mailbox, at: SetClock, auditor: User
) -> None:
    ask(ORDINARY, auditor)
    at(EVENING)
    sweep_now()
    assert box.messages == []


def test_several_for_one_person_leave_as_one_at_the_hour(
    box: Mailbox, at: SetClock, cast: Cast, auditor: User
) -> None:
    parts = [ask(TOGETHER, auditor) for _ in range(5)]
    alone = ask(TOGETHER, cast[Role.MODERATOR])
    sweep_now()
    assert box.messages == []
    at(MONDAY.replace(hour=11, minute=0))
    sweep_now()
    assert len(box.messages) == 2
    assert box.ids[alone.message_id] == 1
    digest = Notice.objects.get(kind="digest")
    assert (digest.state, digest.to) == ("sent", auditor)
    states = {each.state for each in Notice.objects.filter(gathered_into=digest)}
    assert states == {"gathered"}
    assert digest.gathered.count() == len(parts)
    (message,) = (each for each in box.messages if each["To"] == auditor.email)
    body = message.get_body(("plain",))
    assert body is not None
    assert body.get_content().count("https://audit.example/?a=1&b=2") == len(parts)
    assert LedgerEntry.objects.get(kind="notices.gathered").data["gathered"] == len(parts)


def test_what_is_over_is_left_out_and_nothing_left_sends_nothing(
    box: Mailbox, at: SetClock, cast: Cast, auditor: User
) -> None:
    for about in (OVER, None):
        ask(TOGETHER, auditor, about)
    for about in (OVER, OVER):
        ask(TOGETHER, cast[Role.MODERATOR], about)
    at(MONDAY + timedelta(hours=1))
    sweep_now()
    (message,) = box.messages
    assert message["To"] == auditor.email
    assert Notice.objects.get(kind="digest", to=cast[Role.MODERATOR]).state == "not_needed"


def test_gathering_twice_changes_nothing(at: SetClock, auditor: User) -> None:
    for _ in range(2):
        ask(TOGETHER, auditor)
    at(MONDAY + timedelta(hours=1))
    assert gather(to=auditor.id, by=BY) is not None
    assert gather(to=auditor.id, by=BY) is None
    assert Notice.objects.filter(kind="digest").count() == 1


def test_after_a_month_what_failed_keeps_no_address_and_no_text(at: SetClock) -> None:
    notice = ask_ready_made()
    Notice.objects.update(state="failed", created_at=MONDAY)
    at(MONDAY + timedelta(days=29))
    sweep_now()
    notice.refresh_from_db()
    assert notice.content
    at(MONDAY + timedelta(days=31))
    sweep_now()
    notice.refresh_from_db()
    assert (bytes(notice.content), bytes(notice.address)) == (b"", b"")
    assert notice.content_hash


def test_a_kind_cannot_be_urgent_and_wait_for_others() -> None:
    with pytest.raises(ValueError, match="urgent and wait"):
        Kind(
            name="both",
            label="",
            subject="",
            template="",
            why="",
            facts=URGENT.facts,
            urgent=True,
            digest=True,
        )
    assert digest_kinds() == ["mail_trouble", "together"]
