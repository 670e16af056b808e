"""Legal holds: placed with a sealed reason, over every row of a child, released, and shown."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from tests.cast import Cast
from tests.records.conftest import BY, Clock, a_child
from tests.records.html_of import count

from goldenthread.children.services import merges
from goldenthread.core import clock
from goldenthread.core.errors import NotAllowed
from goldenthread.core.models import LedgerEntry, ReadEntry
from goldenthread.notices.models import Notice
from goldenthread.notices.sending.claims import purge
from goldenthread.people.jobs import drop_old_lists
from goldenthread.people.models import StaffImport, User
from goldenthread.people.queries.scopes import scope_of
from goldenthread.people.rules.kinds import Role
from goldenthread.records.models import LegalHold
from goldenthread.records.queries.holds import held_today, holds_on, reason_of
from goldenthread.records.services import holds

pytestmark = pytest.mark.django_db
REASON = "Letter of Moss & Co about KESTREL"


def test_a_hold_protects_every_row_of_a_child(lead: User) -> None:
    kept, merged, other = a_child("C1"), a_child("C2"), a_child("C3")
    merges.merge(kept=kept, merged=merged, by=BY)
    holds.hold_child(child=merged, reason=REASON, placed_by=lead, by=lead)
    assert held_today().children == {kept.id, merged.id}
    assert holds_on(scope_of(lead), kept.id)
    assert not holds_on(scope_of(lead), other.id)


def test_a_reason_is_sealed_and_in_no_ledger(lead: User) -> None:
    hold = holds.hold_child(child=a_child(), reason=REASON, placed_by=lead, by=lead)
    assert reason_of(hold) == REASON
    entry = LedgerEntry.objects.latest("id")
    assert entry.kind == "records.child_held"
    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed_reason FROM records_legalhold")
        assert b"KESTREL" not in bytes(cursor.fetchone()[0])
    assert "KESTREL" not in str(entry.data)


def test_a_hold_ends_on_its_day_or_when_it_is_released(
    lead: User, administrator: User, set_clock: type[Clock]
) -> None:
    until = clock.today() + timedelta(days=3)
    holds.hold_child(child=a_child(), reason=REASON, placed_by=lead, to_on=until, by=lead)
    person = holds.hold_person(user=administrator, reason=REASON, placed_by=lead, by=administrator)
    assert held_today().ids
    set_clock(datetime.combine(until, datetime.min.time(), UTC) + timedelta(hours=12))
    assert held_today().children == frozenset()
    holds.release(hold=person, by=administrator)
    assert held_today().users == frozenset()
    assert LedgerEntry.objects.latest("id").kind == "records.person_released"
    with pytest.raises(NotAllowed, match="released already"):
        holds.release(hold=person, by=administrator)


@pytest.mark.parametrize(
    "role", [role for role in Role if role not in {Role.AUDIT_LEAD, Role.ADMINISTRATOR}]
)
def test_others_place_no_hold(cast: Cast, role: Role) -> None:
    with pytest.raises(NotAllowed):
        holds.hold_person(user=cast[role], reason="x", placed_by=cast[role], by=cast[role])
    assert not LegalHold.objects.exists()


def opened(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_a_reason_about_a_child_is_shown_to_who_may_open_the_child_and_written(
    lead: User, administrator: User
) -> None:
    hold = holds.hold_child(child=a_child(), reason=REASON, placed_by=lead, by=lead)
    address = f"/records/holds/{hold.id}/"
    assert "KESTREL" not in opened(administrator).get(address).content.decode()
    assert not ReadEntry.objects.exists()
    assert "KESTREL" in opened(lead).get(address).content.decode()
    assert ReadEntry.objects.get().page == "show_hold"


def test_a_hold_is_placed_and_released_by_pages(lead: User) -> None:
    child, client = a_child(), opened(lead)
    page = f"/records/children/{child.id}/"
    empty = client.post(f"{page}hold/", {"reason": ""})
    assert "Enter reason" in empty.content.decode()
    past = {"reason": REASON, "to_on-day": "1", "to_on-month": "1", "to_on-year": "2020"}
    assert "must be after today" in client.post(f"{page}hold/", past).content.decode()
    assert client.post(f"{page}hold/", {"reason": REASON}).status_code == 302
    assert "A legal hold" in client.get(page).content.decode()
    hold = LegalHold.objects.get()
    assert client.post(f"/records/holds/{hold.id}/release/").status_code == 302
    assert "A legal hold" not in client.get(page).content.decode()
    assert client.post(f"/records/holds/{hold.id}/release/").status_code == 403


def test_apps_that_purge_by_themselves_leave_what_is_held(lead: User, cast: Cast) -> None:
    held, free = cast[Role.PRACTITIONER], cast[Role.AUDITOR]
    long_ago = datetime(2010, 1, 1, tzinfo=UTC)
    for user in (held, free):
        Notice.objects.create(
            kind="invitation",
            to=user,
            message_id=user.email,
            state="failed",
            content=b"x",
            not_before=long_ago,
            useful_until=long_ago,
        )
        StaffImport.objects.create(uploaded_by=user, content={"rows": [1]}, expires_at=long_ago)
    holds.hold_person(user=held, reason=REASON, placed_by=lead, by=lead)
    with_content = Notice.objects.exclude(content=b"")
    purge(clock.now() + timedelta(days=1))
    drop_old_lists.call()
    assert [notice.to_id for notice in with_content] == [held.id]
    assert [row.uploaded_by_id for row in StaffImport.objects.exclude(content={})] == [held.id]


def test_a_persons_page_leads_to_the_hold(lead: User, cast: Cast) -> None:
    user, client = cast[Role.AUDITOR], opened(lead)
    page = f"/people/{user.id}/"
    assert f"/records/holds/person/?person={user.id}" in client.get(page).content.decode()
    form = client.get(f"/records/holds/person/?person={user.id}").content
    assert count(form, f"//option[@value='{user.id}'][@selected]") == 1
    hold = holds.hold_person(user=user, reason=REASON, placed_by=lead, by=lead)
    assert f"/records/holds/{hold.id}/" in client.get(page).content.decode()
