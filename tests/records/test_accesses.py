"""Subject access: all that is held about one child, passages about others decided by somebody."""

import json
from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from docx import Document
from tests.cast import Cast
from tests.records.conftest import BY, Clock

from goldenthread.children.models import AdoptionLink, Child
from goldenthread.children.visibility import visible_children
from goldenthread.core import clock
from goldenthread.core.errors import InvalidTransition, NotAllowed
from goldenthread.core.models import LedgerEntry, ReadEntry
from goldenthread.core.read_log import record_reading
from goldenthread.people.models import User
from goldenthread.people.queries.scopes import scope_of
from goldenthread.people.rules.kinds import Role
from goldenthread.records.jobs import gather_access, make_access
from goldenthread.records.models import Passage, SubjectAccess
from goldenthread.records.redaction import MASKED, REMOVED
from goldenthread.records.rules.states import AccessState, Choice
from goldenthread.records.sealing import content_of, text_of
from goldenthread.records.services import accesses

pytestmark = pytest.mark.django_db


def gathered(child: Child, lead: User) -> SubjectAccess:
    access = accesses.ask(child=child, asked_by=lead, by=lead)
    gather_access.call(access=str(access.id))
    access.refresh_from_db()
    return access


def ready(child: Child, lead: User, choice: Choice) -> SubjectAccess:
    access = gathered(child, lead)
    choices = {passage.id: choice for passage in access.passages.all()}
    accesses.decide(access=access, choices=choices, decided_by=lead, by=lead)
    make_access.call(access=str(access.id))
    access.refresh_from_db()
    return access


def text(access: SubjectAccess) -> str:
    return json.dumps([section.as_data() for section in content_of(access)])


def test_everything_that_is_held_is_in_it_but_no_other_child(child: Child, lead: User) -> None:
    record_reading(child=child.id, page="show_child", by=lead)
    access = gathered(child, lead)
    said = text(access)
    assert access.state == AccessState.GATHERED.value
    for held in ("C8452", "Bilal Hussain", "Show child", "restricted the record", "Case system"):
        assert held in said
    others = visible_children(scope_of(lead)).exclude(id=child.id)
    assert others.count() == 2
    for other in others:
        assert str(other.id) not in said
    link = AdoptionLink.objects.get()
    assert str(link.id) not in said
    assert "doption" not in said  # other law governs it


def test_passages_that_name_staff_wait_for_a_decision(child: Child, lead: User) -> None:
    access = gathered(child, lead)
    texts = [text_of(passage) for passage in access.passages.all()]
    assert "Bilal Hussain" in texts
    assert len(texts) == len(set(texts))
    assert all("Bilal" in each or "Ada" in each for each in texts)
    with connection.cursor() as cursor:
        cursor.execute("SELECT content FROM records_subjectaccess")
        assert b"Bilal" not in bytes(cursor.fetchone()[0])


@pytest.mark.parametrize(
    ("choice", "stands"),
    [(Choice.KEEP, "Bilal Hussain"), (Choice.MASK, MASKED), (Choice.REMOVE, REMOVED)],
)
def test_the_document_says_what_was_decided_and_the_words_are_gone(
    child: Child, lead: User, choice: Choice, stands: str
) -> None:
    access = ready(child, lead, choice)
    assert stands in text(access)
    assert ("Bilal" in text(access)) is (choice is Choice.KEEP)
    assert {passage.decision for passage in Passage.objects.all()} == {choice.value}
    assert {text_of(passage) for passage in Passage.objects.all()} == {""}
    entry = LedgerEntry.objects.get(kind="records.passages_decided")
    counts = {entry.data["kept"], entry.data["masked"], entry.data["removed"]}
    assert counts == {0, access.passages.count()}


def test_every_passage_must_be_decided(child: Child, lead: User) -> None:
    access = gathered(child, lead)
    with pytest.raises(InvalidTransition, match="each passage"):
        accesses.decide(access=access, choices={}, decided_by=lead, by=lead)
    assert not Passage.objects.exclude(decision="").exists()


def test_jobs_that_run_twice_do_it_once(child: Child, lead: User) -> None:
    access = ready(child, lead, Choice.KEEP)
    before = LedgerEntry.objects.count()
    gather_access.call(access=str(access.id))
    make_access.call(access=str(access.id))
    assert LedgerEntry.objects.count() == before


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.AUDIT_LEAD])
def test_nobody_else_exports(child: Child, lead: User, cast: Cast, role: Role) -> None:
    with pytest.raises(NotAllowed):
        accesses.ask(child=child, asked_by=cast[role], by=cast[role])
    access = ready(child, lead, Choice.KEEP)
    with pytest.raises(NotAllowed):
        accesses.withdraw(access=access, by=cast[role])


def opened(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.slow
def test_each_file_type_says_the_same_and_each_download_is_written(
    child: Child, lead: User
) -> None:
    access, client = ready(child, lead, Choice.KEEP), opened(lead)
    address = f"/records/exports/{access.id}/what-is-held."
    before = ReadEntry.objects.count()
    files = {form: client.get(address + form) for form in ("html", "docx", "md", "json")}
    assert ReadEntry.objects.filter(page="download_access").count() == 4
    assert ReadEntry.objects.count() == before + 4
    for form, answer in files.items():
        assert "attachment" in answer["Content-Disposition"], form
        assert str(child.id) not in answer["Content-Disposition"]
        assert "no-store" in answer["Cache-Control"]
    word = Document(BytesIO(files["docx"].content))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert "C8452" in cells
    assert json.loads(files["json"].content)["sections"][1]["rows"][0][1] == "C8452"
    for form in ("html", "md"):
        assert "C8452" in files[form].content.decode()
    assert client.get(address + "exe").status_code == 404


def test_after_fourteen_days_it_cannot_be_downloaded(
    child: Child, lead: User, set_clock: type[Clock]
) -> None:
    access, client = ready(child, lead, Choice.KEEP), opened(lead)
    set_clock(clock.now() + timedelta(days=14))
    answer = client.get(f"/records/exports/{access.id}/what-is-held.md")
    assert answer.status_code == 403


def test_a_withdrawn_export_holds_nothing(child: Child, lead: User) -> None:
    access = accesses.withdraw(access=gathered(child, lead), by=lead)
    assert (bytes(access.content), access.state) == (b"", "withdrawn")
    assert {text_of(passage) for passage in Passage.objects.all()} == {""}
    with pytest.raises(NotAllowed, match="over already"):
        accesses.withdraw(access=access, by=lead)


def test_passages_are_decided_by_a_page(child: Child, lead: User) -> None:
    access, client = gathered(child, lead), opened(lead)
    page = f"/records/exports/{access.id}/decide/"
    answer = client.post(page, {})
    assert "There is a problem" in answer.content.decode()
    sent = {str(passage.id): "mask" for passage in access.passages.all()}
    assert client.post(page, sent).status_code == 302
    access.refresh_from_db()
    assert access.state == "making"
    assert client.post(page, sent).status_code == 403
    assert {
        entry.actor for entry in LedgerEntry.objects.filter(kind="records.passages_decided")
    } == {lead.actor}


def test_what_the_service_made_was_by_nobody(child: Child, lead: User) -> None:
    ready(child, lead, Choice.KEEP)
    assert LedgerEntry.objects.get(kind="records.access_made").actor == "system:subject_access"
    assert LedgerEntry.objects.filter(actor=BY.actor).exists()
