"""The ledger as sentences: every kind has words, names are the reader's, downloads are harmless."""

import csv
import io
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.cast import Cast
from tests.records.conftest import BY, a_child
from tests.records.html_of import count

from goldenthread.children.services import children
from goldenthread.core import clock
from goldenthread.core.events import KINDS
from goldenthread.core.models import LedgerEntry, ReadEntry
from goldenthread.people.ids import UserId
from goldenthread.people.models import User
from goldenthread.people.queries.scopes import scope_of
from goldenthread.people.rules.kinds import Role
from goldenthread.people.services import users
from goldenthread.records.presenters.ledger import line
from goldenthread.records.queries.ledger import LedgerFilter, entries, in_batches
from goldenthread.records.queries.naming import BY as BY_GAP
from goldenthread.records.queries.naming import gaps, id_type, kind_in_words, namers, names_for

ROOT = Path(__file__).parents[2]
OURS = sorted(kind for kind in KINDS if not kind.startswith("test."))


@pytest.mark.parametrize("kind", OURS)
def test_every_kind_has_a_sentence_whose_gaps_are_fields_that_can_be_said(kind: str) -> None:
    for gap, hint in gaps(kind).items():  # a gap that is no field raises
        which = id_type(hint)
        assert which is None or which in namers(), f"nobody names {gap} of {kind}"
    assert KINDS[kind].about in KINDS[kind].__dataclass_fields__
    assert kind_in_words(kind)[0].isupper()


def test_by_is_somebody() -> None:
    assert gaps("people.user_added")[BY_GAP] is UserId


def test_kinds_are_said_without_anybody() -> None:
    assert kind_in_words("people.team_joined") == "Put somebody into a team"
    assert kind_in_words("people.role_granted") == "Granted somebody the role …"


def sentences(reader: User) -> list[str]:
    scope = scope_of(reader)
    rows = list(entries(scope, LedgerFilter()))
    names = names_for(scope, rows)
    return [line(row, names).sentence for row in rows]


@pytest.mark.django_db
def test_names_are_those_of_today_and_children_have_none(lead: User, cast: Cast) -> None:
    children.add(by=lead)
    users.update(user=cast[Role.AUDITOR], name="Bilal Hussain-Bright", by=BY)
    said = sentences(lead)
    assert said[0] == "The service changed Name of Bilal Hussain-Bright"
    assert said[1] == "Ada Nowak added a child"
    assert "The service put Bilal Hussain-Bright into South team" in said


@pytest.mark.django_db
def test_a_kind_that_is_no_more_is_still_a_row(lead: User) -> None:
    LedgerEntry(
        at=clock.now(), kind="gone.kind", actor="system:old", subject=uuid4(), data={}
    ).save(force_insert=True)
    assert sentences(lead)[0] == "The service did something that this version has no words for"


@pytest.mark.django_db
def test_somebody_who_is_no_more_is_somebody(lead: User) -> None:
    data = {"user": str(uuid4())}
    LedgerEntry(
        at=clock.now(),
        kind="people.user_added",
        actor=f"user:{uuid4()}",
        subject=uuid4(),
        data=data,
    ).save(force_insert=True)
    assert sentences(lead)[0] == "Somebody added somebody"


@pytest.mark.django_db
def test_a_reader_without_the_role_sees_no_row(cast: Cast) -> None:
    assert sentences(cast[Role.AUDITOR]) == []


@pytest.mark.django_db
def test_the_ledger_is_narrowed_by_kind_person_subject_and_days(lead: User, cast: Cast) -> None:
    child = children.add(by=lead)
    scope = scope_of(lead)

    def found(**wanted: object) -> int:
        return entries(scope, LedgerFilter(**wanted)).count()  # type: ignore[arg-type]

    assert (
        found(kind="children.added") == found(person=str(lead.id)) == found(subject=child.id) == 1
    )
    assert found(person="service") == found() - 1
    assert found(from_on=date(2099, 1, 1)) == found(to_on=date(2000, 1, 1)) == 0
    assert found(from_on=scope.on, to_on=scope.on) == found()


@pytest.mark.django_db
def test_batches_hold_every_row_once(lead: User) -> None:
    scope = scope_of(lead)
    batches = list(in_batches(scope, LedgerFilter(), 7))
    assert [len(batch) for batch in batches[:-1]] == [7] * (len(batches) - 1)
    ids = [row.pk for batch in batches for row in batch]
    assert ids == sorted(ids, reverse=True)
    assert len(ids) == LedgerEntry.objects.count()


def opened(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.django_db
@pytest.mark.slow
def test_a_page_asks_the_same_number_of_questions_however_long_it_is(lead: User) -> None:
    client = opened(lead)
    client.get("/records/ledger/")
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as few:
            client.get("/records/ledger/?kind=children.added")
        for _ in range(30):
            children.add(by=lead)
        with CaptureQueriesContext(connection) as many:
            page = client.get("/records/ledger/?kind=children.added")
        counts.append((len(few), len(many)))
    assert counts[1][0] == counts[1][1] <= 16
    assert count(page.content, "//table[@id='acts']/tbody/tr") == 50
    assert count(page.content, "//nav[contains(@class, 'govuk-pagination')]") == 1


@pytest.mark.django_db
def test_a_download_holds_the_rows_that_fit_and_no_formula(lead: User, cast: Cast) -> None:
    users.update(user=lead, name="=HYPERLINK(1)", by=BY)
    children.add(by=lead)
    answer = opened(lead).get("/records/ledger/what-was-done.csv?kind=children.added")
    content = b"".join(answer.streaming_content).decode()  # type: ignore[attr-defined]
    rows = list(csv.reader(io.StringIO(content.removeprefix("\ufeff"))))
    assert rows[0][:3] == ["When", "What was done", "Who"]
    assert rows[1][1:4] == ["'=HYPERLINK(1) added a child", "'=HYPERLINK(1)", "children.added"]
    assert len(rows) == 2


@pytest.mark.django_db
def test_a_child_is_a_link_for_who_may_open_it_only(lead: User, administrator: User) -> None:
    child = children.add(by=lead)
    address = f"/records/children/{child.id}/"
    for who, links in ((lead, 1), (administrator, 0)):
        content = opened(who).get("/records/ledger/").content
        assert count(content, f"//table//a[@href='{address}']") == links


@pytest.mark.django_db
def test_a_year_that_is_a_slip_of_the_hand_is_told(lead: User) -> None:
    parts = "to_on-day=31&to_on-month=12&to_on-year=9999"
    answer = opened(lead).get(f"/records/ledger/?{parts}")
    assert "must be on or before 31 December 2199" in answer.content.decode()


@pytest.mark.django_db
def test_a_filter_that_makes_no_sense_says_so_and_shows_everything(lead: User) -> None:
    answer = opened(lead).get("/records/ledger/?about=nonsense")
    assert answer.status_code == 200
    assert "Number must have 32 digits and letters" in answer.content.decode()


@pytest.mark.django_db
def test_who_opened_a_child_is_shown_and_that_is_written_too(lead: User, cast: Cast) -> None:
    child = a_child()
    page = opened(lead).get(f"/records/children/{child.id}/readings/").content.decode()
    assert "Ada Nowak" in page
    assert "List readings" in page
    assert ReadEntry.objects.get().page == "list_readings"
    refused = opened(cast[Role.ADMINISTRATOR]).get(f"/records/children/{child.id}/readings/")
    assert refused.status_code == 403
    assert ReadEntry.objects.count() == 1


@pytest.mark.django_db
def test_a_reading_that_cannot_be_written_shows_nothing(lead: User) -> None:
    child = a_child()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE core_readentry RENAME TO core_readentry_gone")
    answer = opened(lead).get(f"/records/children/{child.id}/")
    assert answer.status_code == 503
    assert "cannot be recorded" in answer.content.decode()


@pytest.mark.slow
def test_every_process_knows_every_kind() -> None:
    """Also a worker, which loads no pages: it makes sentences for exports."""
    script = (
        "import django; django.setup(); from goldenthread.core.events import KINDS; "
        "print(*sorted(KINDS))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == OURS
