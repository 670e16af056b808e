"""Finding a child, adding one, and a child's page."""

import logging
from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest
from django.db import DatabaseError
from django.test import Client
from pytest_django import Settings
from tests.cast import Cast
from tests.children.pages import (
    CASE,
    SERVICE,
    a_child,
    client_of,
    faults,
    heading,
    parsed,
    readings,
    text,
)

from goldenthread.children.models import Child, ChildIdentifier
from goldenthread.children.rules.identifiers import IdentifierSystem
from goldenthread.children.services import (
    adoptions,
    identifiers,
    merges,
    restrictions,
    siblings,
)
from goldenthread.core.models import LedgerEntry, ReadEntry
from goldenthread.people.rules.kinds import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(cast: Cast) -> Client:
    return client_of(cast[Role.AUDIT_LEAD])


def test_a_child_is_found_and_the_number_stands_in_no_address(lead: Client) -> None:
    child = a_child("C-8452")
    answer = lead.post("/children/", {"number": "c 84 52"})
    assert (answer.status_code, answer["Location"]) == (302, f"/children/{child.id}/")
    assert readings() == []  # nothing was shown yet


def test_the_empty_search_says_how_children_are_found(lead: Client) -> None:
    answer = lead.get("/children/")
    assert heading(answer) == "Find a child"
    assert "there is no list of them" in text(answer)
    assert [button.text_content().strip() for button in parsed(answer).xpath("//main//button")] == [
        "Find"
    ]


@pytest.mark.parametrize("typed", ["", " - ", "\x00"])
def test_a_search_for_nothing_is_told(lead: Client, typed: str) -> None:
    assert "umber" in faults(lead.post("/children/", {"number": typed}))


def test_a_number_of_nobody_and_of_a_hidden_child_are_answered_alike(
    cast: Cast, lead: Client
) -> None:
    a_child("C1")
    auditor = client_of(cast[Role.AUDITOR])
    hidden = auditor.post("/children/", {"number": "C1"})
    unknown = auditor.post("/children/", {"number": "C2"})
    assert "No child whom you can open has or had this number" in text(hidden)
    assert text(hidden).replace("C1", "C2") == text(unknown)
    assert "Add a child" not in text(hidden)
    assert "Add a child" in text(lead.post("/children/", {"number": "C2"}))
    assert readings() == []


def test_of_several_children_one_is_chosen_and_all_were_read(cast: Cast, lead: Client) -> None:
    first, second = a_child("77"), a_child()
    identifiers.give(child=second, system=IdentifierSystem.OTHER, number="77", by=SERVICE)
    answer = lead.post("/children/", {"number": "77"})
    assert heading(answer) == "Several children have or had this number"
    links = [link.get("href") for link in parsed(answer).xpath("//main//table//a")]
    assert links == [f"/children/{first.id}/", f"/children/{second.id}/"]
    reader = cast[Role.AUDIT_LEAD].actor
    assert readings() == [
        (reader, str(first.id), "find_child"),
        (reader, str(second.id), "find_child"),
    ]
    narrowed = lead.post("/children/", {"number": "77", "system": "other"})
    assert narrowed["Location"] == f"/children/{second.id}/"


def test_who_has_no_work_with_children_finds_none(cast: Cast) -> None:
    answer = client_of(cast[Role.ANALYST]).get("/children/")
    assert answer.status_code == 403
    menu = parsed(client_of(cast[Role.ANALYST]).get("/people/"))
    assert not menu.xpath("//nav//a[normalize-space()='Children']")
    assert parsed(client_of(cast[Role.AUDITOR]).get("/people/")).xpath(
        "//nav//a[normalize-space()='Children']"
    )


def number(
    system: str = "case_system", typed: str = "C1", day: str = "1", year: str = "2026"
) -> dict[str, str]:
    return {
        "system": system,
        "number": typed,
        "from_on-day": day,
        "from_on-month": "4",
        "from_on-year": year,
    }


def test_a_child_is_added_with_a_number(lead: Client, cast: Cast) -> None:
    answer = lead.post("/children/add/", number(), follow=True)
    assert heading(answer) == "A child’s record"
    assert "The child was added." in text(answer)
    assert "Since 1 April 2026" in text(answer)
    child = Child.objects.get()
    assert answer.redirect_chain == [(f"/children/{child.id}/", 302)]
    kinds = LedgerEntry.objects.order_by("id").filter(actor=cast[Role.AUDIT_LEAD].actor)
    assert list(kinds.values_list("kind", flat=True)) == [
        "children.added",
        "children.identifier_given",
    ]
    again = lead.post("/children/add/", number(typed="c-1"))
    assert "Another child has this number now" in faults(again)
    assert parsed(again).xpath("//input[@name='number']/@value") == ["c-1"]  # nothing typed is lost
    assert Child.objects.count() == 1


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        (number(system="nhs", typed="943 476 5918"), "ten digits"),
        (number(system=""), "Select kind of number"),
        (number(typed="-"), "Give the number"),
        (number(day="31"), "Start date must be a real date"),
        (number(year="2199"), "Start date must be on or before"),
    ],
)
def test_a_child_is_not_added_with_a_number_that_is_wrong(
    lead: Client, sent: dict[str, str], told: str
) -> None:
    assert told in faults(lead.post("/children/add/", sent))
    assert not Child.objects.exists()


def test_only_an_audit_lead_adds_a_child(cast: Cast) -> None:
    answer = client_of(cast[Role.AUDITOR]).post("/children/add/", number())
    assert answer.status_code == 403
    assert "Only an audit lead may" in text(answer)
    assert not Child.objects.exists()


def test_a_page_is_read_only_after_that_is_written(cast: Cast, lead: Client) -> None:
    child = a_child("C1")
    assert "C1" in text(lead.get(f"/children/{child.id}/"))
    assert readings() == [(cast[Role.AUDIT_LEAD].actor, str(child.id), "show_child")]


@pytest.mark.parametrize(
    "path",
    ["", "numbers/give/", "merge/", "restrict/", "people/name/", "adoption/link/", "siblings/add/"],
)
def test_where_reading_cannot_be_written_nothing_of_the_child_is_shown(
    lead: Client, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    child = a_child("KESTREL77")

    def full(*args: object, **options: object) -> None:
        raise DatabaseError("disk full")

    monkeypatch.setattr(ReadEntry, "save", full)
    answer = lead.get(f"/children/{child.id}/{path}")
    assert answer.status_code == 503
    assert "cannot be recorded just now" in text(answer)
    assert b"KESTREL77" not in answer.content
    assert str(child.id).encode() not in answer.content


def test_several_found_are_not_shown_where_reading_cannot_be_written(
    lead: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_child("77")
    identifiers.give(child=a_child("C9"), system=IdentifierSystem.OTHER, number="77", by=SERVICE)

    def full(*args: object, **options: object) -> None:
        raise DatabaseError("disk full")

    monkeypatch.setattr(ReadEntry, "save", full)
    answer = lead.post("/children/", {"number": "77"})
    assert answer.status_code == 503
    assert b"C9" not in answer.content


def test_unknown_hidden_and_restricted_children_are_answered_alike(
    cast: Cast, works_with: Callable[..., None]
) -> None:
    hidden, restricted = a_child("C1"), a_child("C2")
    works_with(restricted)
    restrictions.restrict(child=restricted, by=SERVICE)
    auditor = client_of(cast[Role.AUDITOR])
    answers = [auditor.get(f"/children/{each}/") for each in (hidden.id, restricted.id, uuid4())]
    assert {answer.status_code for answer in answers} == {404}
    said = {text(answer).rpartition("quote this number")[0] for answer in answers}
    assert len(said) == 1
    assert "There is nothing here that you can open." in said.pop()
    assert readings() == []


def test_somebody_at_work_sees_numbers_and_siblings_and_changes_nothing(
    cast: Cast, works_with: Callable[..., None]
) -> None:
    child, brother, restricted = a_child("C1"), a_child("C2"), a_child("C3")
    siblings.group(children=(child, brother, restricted), by=SERVICE)
    restrictions.restrict(child=restricted, by=SERVICE)
    adoptions.link(before=child, after=a_child("C4"), by=SERVICE)
    restrictions.give_access(child=child, user=cast[Role.ANALYST], by=SERVICE)
    works_with(child, brother, restricted)
    auditor = client_of(cast[Role.AUDITOR])
    answer = auditor.get(f"/children/{child.id}/")
    said = text(answer)
    assert "C1" in said
    links = parsed(answer).xpath("//main//a/@href")
    assert links == [f"/children/{brother.id}/"]
    for hidden in ("Adoption", "Who may open", "Other records", "C2", "C3", "C4", "Hal Wójcik"):
        assert hidden not in said
    refused = auditor.get(f"/children/{child.id}/numbers/give/")
    assert refused.status_code == 403


def test_somebody_named_opens_a_restricted_child_without_a_role(cast: Cast) -> None:
    child = a_child("C1")
    restrictions.restrict(child=child, by=SERVICE)
    restrictions.give_access(child=child, user=cast.outsider, by=SERVICE)
    answer = client_of(cast.outsider).get(f"/children/{child.id}/")
    assert "Restricted" in text(answer)
    assert not parsed(answer).xpath("//nav[@aria-label='Way back']")  # they have no search


def test_a_row_that_is_merged_leads_to_the_row_of_now_and_says_so(lead: Client) -> None:
    kept, merged = a_child("C1"), a_child("C2")
    merges.merge(kept=kept, merged=merged, by=SERVICE)
    answer = lead.get(f"/children/{merged.id}/", follow=True)
    assert answer.redirect_chain == [(f"/children/{kept.id}/", 302)]
    assert "You opened a record that is merged into another" in text(answer)
    assert "Case system C2, Case system C1" in text(answer)
    found = lead.post("/children/", {"number": "C2"})
    assert found["Location"] == f"/children/{kept.id}/"


def test_a_child_of_whom_nothing_is_known_has_a_page(lead: Client) -> None:
    said = text(lead.get(f"/children/{a_child().id}/"))
    for empty in (
        "Child without a number",
        "This child has no number",
        "None that you can open",
        "No record is merged into this one",
        "Nobody is named",
        "No other record is linked",
    ):
        assert empty in said


def test_the_page_leads_to_holds_and_readings_who_may_go_there(cast: Cast, lead: Client) -> None:
    child = a_child("C1")
    restrictions.give_access(child=child, user=cast.outsider, by=SERVICE)
    there = f"/records/children/{child.id}/"
    page = f"/children/{child.id}/"
    assert there in parsed(lead.get(page)).xpath("//main//a/@href")
    assert there not in parsed(client_of(cast.outsider).get(page)).xpath("//main//a/@href")


def test_numbers_are_listed_by_system_the_newest_first(lead: Client) -> None:
    child = a_child()
    for kind, typed, begun in (
        (IdentifierSystem.NHS, "9434765919", date(2020, 1, 1)),
        (CASE, "OLD1", date(2019, 1, 1)),
    ):
        identifiers.give(child=child, system=kind, number=typed, from_on=begun, by=SERVICE)
    old = child.identifiers.get(system="case_system")
    identifiers.end(identifier=old, on=date(2021, 5, 3), by=SERVICE)
    identifiers.give(child=child, system=CASE, number="NEW1", from_on=date(2021, 5, 3), by=SERVICE)
    answer = lead.get(f"/children/{child.id}/")
    rows = [
        [" ".join(cell.text_content().split()) for cell in row]
        for row in parsed(answer).xpath("//table[@id='numbers']/tbody/tr")
    ]
    assert rows == [
        ["Case system", "NEW1", "Since 3 May 2021", "End Case system NEW1"],
        ["Case system", "OLD1", "1 January 2019 to 3 May 2021", ""],
        ["NHS number", "943 476 5919", "Since 1 January 2020", "End NHS number 943 476 5919"],
    ]


def test_a_number_whose_key_is_lost_does_not_take_the_page_away(
    lead: Client, settings: Settings
) -> None:
    child = a_child("C1")
    settings.CONTENT_KEYS = ("another key, and the earlier one was lost",)
    assert "cannot be read: its key is not here" in text(lead.get(f"/children/{child.id}/"))


def test_initials_are_offered_only_where_the_authority_keeps_them(
    lead: Client, settings: Settings
) -> None:
    child = a_child("C1")
    assert "nitials" not in text(lead.get(f"/children/{child.id}/"))
    assert lead.get(f"/children/{child.id}/initials/").status_code == 403
    settings.INITIALS = True
    lead.post(f"/children/{child.id}/initials/", {"initials": "KV"})
    assert "KV" in text(lead.get(f"/children/{child.id}/"))
    assert "6 characters or fewer" in faults(
        lead.post(f"/children/{child.id}/initials/", {"initials": "KESTREL"})
    )
    settings.INITIALS = False
    assert "KV" not in text(lead.get(f"/children/{child.id}/"))


def test_a_number_stands_in_no_log_and_no_ledger(
    lead: Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        for path in ("/children/", "/children/add/", "/children/"):
            lead.post(path, number(typed="KESTREL77"), follow=True)
        lead.post("/children/add/", number(typed="KESTREL77"))
    assert ChildIdentifier.objects.count() == 1
    assert "KESTREL77" not in caplog.text.upper()
    assert not LedgerEntry.objects.filter(data__icontains="KESTREL77").exists()


def test_a_page_asks_as_much_with_one_number_as_with_many(
    lead: Client, django_assert_max_num_queries: Callable[..., object]
) -> None:
    child = a_child("C0")
    for each in range(30):
        other = a_child(f"C{each + 1}")
        merges.merge(kept=child, merged=other, by=SERVICE)
        siblings.group(children=(child, a_child()), by=SERVICE)
    with django_assert_max_num_queries(50):  # type: ignore[attr-defined]
        answer = lead.get(f"/children/{child.id}/")
    assert len(parsed(answer).xpath("//table[@id='numbers']/tbody/tr")) == 31
    assert "and 28 more" in text(answer)
