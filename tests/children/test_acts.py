"""Acts on a child's page: done, done twice, refused, and asked again with what is wrong."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from tests.cast import Cast
from tests.children.pages import (
    SERVICE,
    a_child,
    client_of,
    faults,
    heading,
    parsed,
    readings,
    text,
)

from goldenthread.children import queries
from goldenthread.children.models import AdoptionLink, Child, ChildMerge, RestrictedAccess
from goldenthread.children.rules.identifiers import IdentifierSystem
from goldenthread.children.services import (
    adoptions,
    identifiers,
    merges,
    restrictions,
    siblings,
)
from goldenthread.core.errors import Conflict
from goldenthread.core.models import LedgerEntry
from goldenthread.people.queries.scopes import scope_of
from goldenthread.people.rules.kinds import Role
from goldenthread.people.scope import Scope
from goldenthread.people.services import users

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(cast: Cast) -> Client:
    return client_of(cast[Role.AUDIT_LEAD])


@pytest.fixture
def scope(cast: Cast) -> Scope:
    return scope_of(cast[Role.AUDIT_LEAD])


def kinds_since(count: int) -> list[str]:
    rows = LedgerEntry.objects.order_by("id").values_list("kind", flat=True)
    return list(rows)[count:]


def twice(client: Client, path: str, sent: dict[str, Any] | None = None) -> list[str]:
    """Send a form twice, as a double click does; which rows of the ledger were written."""
    before = LedgerEntry.objects.count()
    for _ in range(2):
        answer = client.post(path, sent or {})
        assert answer.status_code == 302, text(answer)
    return kinds_since(before)


def day(name: str, on: date) -> dict[str, str]:
    return {
        f"{name}-day": str(on.day),
        f"{name}-month": str(on.month),
        f"{name}-year": str(on.year),
    }


def test_a_number_is_given_and_ended(lead: Client) -> None:
    child = a_child()
    sent = {"system": "upn", "number": "a 1"} | day("from_on", date(2026, 2, 1))
    assert twice(lead, f"/children/{child.id}/numbers/give/", sent) == ["children.identifier_given"]
    path = f"/children/numbers/{child.identifiers.get().id}/end/"
    asked = lead.get(path)
    assert "Unique pupil number A1: since 1 February 2026." in text(asked)
    early = lead.post(path, day("on", date(2026, 1, 31)))
    assert "A number cannot end before it begins." in faults(early)
    assert parsed(early).xpath("//input[@name='on-day']/@value") == ["31"]
    assert twice(lead, path, day("on", date(2026, 3, 1))) == ["children.identifier_ended"]
    assert lead.get(path)["Location"] == f"/children/{child.id}/"


def test_a_number_of_another_child_is_refused_and_what_was_typed_stays(lead: Client) -> None:
    a_child("C1")
    child = a_child("C2")
    path = f"/children/{child.id}/numbers/give/"
    sent = {"system": "case_system", "number": "c1"} | day("from_on", date(2026, 2, 1))
    answer = lead.post(path, sent)
    assert "Another child has this number now. End it there first, or merge" in faults(answer)
    assert parsed(answer).xpath("//input[@name='number']/@value") == ["c1"]
    assert child.identifiers.count() == 1


def test_two_rows_are_compared_merged_and_parted(cast: Cast, lead: Client) -> None:
    kept, merged = a_child("C1"), a_child("C2")
    chosen = lead.post(f"/children/{kept.id}/merge/", {"number": "c2"})
    path = f"/children/{kept.id}/merge/{merged.id}/"
    assert chosen["Location"] == path
    compared = lead.get(path)
    cards = [card.text_content() for card in parsed(compared).find_class("govuk-summary-card")]
    assert ["Case system C1" in card for card in cards] == [True, False]
    assert ["Case system C2" in card for card in cards] == [False, True]
    reader = cast[Role.AUDIT_LEAD].actor
    assert readings()[-2:] == [
        (reader, str(kept.id), "merge_children"),
        (reader, str(merged.id), "merge_children"),
    ]
    assert twice(lead, path) == ["children.merged"]
    shown = text(lead.get(f"/children/{kept.id}/"))
    assert "Case system C2 Merged" in shown
    undo = f"/children/merges/{ChildMerge.objects.get().id}/undo/"
    assert "Case system C2" in text(lead.get(undo))
    assert twice(lead, undo) == ["children.merge_undone"]
    assert "No record is merged into this one" in text(lead.get(f"/children/{kept.id}/"))


@pytest.mark.parametrize("path", ["merge/", "siblings/add/"])
def test_the_other_row_must_be_found_and_another(lead: Client, path: str) -> None:
    child = a_child("C1")
    for typed in ("C1", "C9"):
        answer = lead.post(f"/children/{child.id}/{path}", {"number": typed})
        assert "No other child whom you can open has this number" in faults(answer)
        assert parsed(answer).xpath("//input[@name='number']/@value") == [typed]


def test_the_other_row_is_chosen_among_several(lead: Client) -> None:
    child, first, second = a_child("C1"), a_child("77"), a_child()
    identifiers.give(child=second, system=IdentifierSystem.OTHER, number="77", by=SERVICE)
    answer = lead.post(f"/children/{child.id}/merge/", {"number": "77"})
    links = parsed(answer).xpath("//main//table//a/@href")
    assert links == [f"/children/{child.id}/merge/{each.id}/" for each in (first, second)]
    assert {about for _, about, _ in readings()} == {
        str(each.id) for each in (child, first, second)
    }


def test_the_rows_of_an_adopted_child_are_not_merged_on_the_page_either(lead: Client) -> None:
    before, after = a_child("C1"), a_child("C2")
    adoptions.link(before=before, after=after, by=SERVICE)
    answer = lead.post(f"/children/{before.id}/merge/{after.id}/")
    assert answer.status_code == 403
    assert "never merged" in text(answer)


def test_what_a_merger_does_to_access_is_said_before(cast: Cast, lead: Client) -> None:
    kept, merged = a_child(), a_child()
    restrictions.restrict(child=merged, by=SERVICE)
    restrictions.give_access(child=merged, user=cast[Role.AUDITOR], by=SERVICE)
    said = text(lead.get(f"/children/{kept.id}/merge/{merged.id}/"))
    assert "One of them is restricted. Both will be" in said
    assert "Who is named for one of them may open both" in said
    assert "Bilal Hussain" in said


def test_a_conflict_is_told_on_the_page_and_nothing_is_done(
    lead: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, merged = a_child(), a_child()

    def meanwhile(**given: object) -> None:
        raise Conflict("One of these is merged already. Open the record that it goes by now.")

    monkeypatch.setattr(merges, "merge", meanwhile)
    answer = lead.post(f"/children/{kept.id}/merge/{merged.id}/")
    assert "One of these is merged already" in faults(answer)
    assert heading(answer) == "Are these one child?"


def test_brothers_and_sisters_are_grouped_and_taken_out(lead: Client, scope: Scope) -> None:
    child, sister = a_child("C1"), a_child("C2")
    chosen = lead.post(f"/children/{child.id}/siblings/add/", {"number": "C2"})
    path = chosen["Location"]
    assert path == f"/children/{child.id}/siblings/{sister.id}/"
    assert "Case system C2" in text(lead.get(path))
    assert twice(lead, path) == ["children.siblings_grouped"]
    assert f"/children/{sister.id}/" in parsed(lead.get(f"/children/{child.id}/")).xpath(
        "//a/@href"
    )
    out = f"/children/{child.id}/siblings/take-out/"
    assert twice(lead, out) == ["children.sibling_taken_out"]
    assert queries.siblings(scope, sister.id) == ()


def test_children_of_two_groups_are_told_beside_the_question(lead: Client) -> None:
    first, second = a_child(), a_child()
    for each in (first, second):
        siblings.group(children=(each, a_child()), by=SERVICE)
    answer = lead.post(f"/children/{first.id}/siblings/{second.id}/")
    assert "They are in two groups of siblings" in faults(answer)


def test_a_child_is_restricted_and_the_restriction_lifted(lead: Client) -> None:
    child = a_child()
    asked = text(lead.get(f"/children/{child.id}/restrict/"))
    assert "Only audit leads and the people whom you name" in asked
    assert twice(lead, f"/children/{child.id}/restrict/") == ["children.restricted"]
    shown = text(lead.get(f"/children/{child.id}/"))
    assert "Restricted" in shown
    assert "Lift the restriction" in shown
    assert twice(lead, f"/children/{child.id}/lift-restriction/") == ["children.restriction_lifted"]


def test_people_are_named_and_taken_off(cast: Cast, lead: Client) -> None:
    child, auditor = a_child(), cast[Role.AUDITOR]
    path = f"/children/{child.id}/people/name/"
    gone = cast[Role.ANALYST]
    users.deactivate(user=gone, by=SERVICE)
    offered = parsed(lead.get(path)).xpath("//select[@name='user']/option/@value")
    assert str(auditor.id) in offered
    assert str(gone.id) not in offered
    assert "Select who may open the child" in faults(lead.post(path, {"user": ""}))
    assert "select one of the options" in faults(lead.post(path, {"user": str(gone.id)}))
    assert twice(lead, path, {"user": str(auditor.id)}) == ["children.access_given"]
    assert "Bilal Hussain" in text(lead.get(f"/children/{child.id}/"))
    off = f"/children/{child.id}/people/{auditor.id}/take-off/"
    assert "Bilal Hussain can open this child only as everybody else can" in text(lead.get(off))
    assert twice(lead, off) == ["children.access_taken"]
    assert not RestrictedAccess.objects.exists()


def test_somebody_who_left_is_shown_and_can_be_taken_off(cast: Cast, lead: Client) -> None:
    child, auditor = a_child(), cast[Role.AUDITOR]
    restrictions.give_access(child=child, user=auditor, by=SERVICE)
    users.deactivate(user=auditor, by=SERVICE)
    assert "Bilal Hussain" in text(lead.get(f"/children/{child.id}/"))
    assert lead.post(f"/children/{child.id}/people/{auditor.id}/take-off/").status_code == 302
    assert not RestrictedAccess.objects.exists()


@pytest.mark.parametrize(("side", "told"), [("before", "after"), ("after", "before")])
def test_an_adopted_childs_rows_are_linked_and_parted_for_good(
    lead: Client, side: str, told: str
) -> None:
    child, other = a_child("C1"), a_child("C2")
    path = f"/children/{child.id}/adoption/link/"
    assert twice(lead, path, {"number": "C2", "side": side}) == ["children.adoption_linked"]
    link = AdoptionLink.objects.get()
    assert getattr(link, side) == other
    for each, where in ((child, side), (other, told)):
        shown = lead.get(f"/children/{each.id}/")
        assert f"Open the record {where} the adoption" in text(shown)
        assert "C2" not in text(shown) or each == other  # the other row's number stands there only
    broken = f"/children/{child.id}/adoption/break/"
    assert "You cannot undo this." in text(lead.get(broken))
    assert twice(lead, broken) == ["children.adoption_link_broken"]
    assert not AdoptionLink.objects.exists()
    assert "No other record is linked" in text(lead.get(f"/children/{other.id}/"))


def test_no_address_of_an_adoption_holds_both_rows(lead: Client) -> None:
    child, other = a_child("C1"), a_child("C2")
    answer = lead.post(
        f"/children/{child.id}/adoption/link/", {"number": "C2", "side": "after"}, follow=True
    )
    assert not any(str(other.id) in path for path, _ in answer.redirect_chain)
    forms = parsed(answer).xpath("//a[contains(@href, '/adoption/')]/@href")
    assert forms == [f"/children/{child.id}/adoption/break/"]
    (there,) = parsed(answer).xpath(f"//a[@href='/children/{other.id}/']")
    assert there.get("rel") == "noreferrer"  # or the next machine's log would join them


def test_an_adoption_needs_one_other_row_that_has_no_link(lead: Client) -> None:
    child, linked = a_child("C1"), a_child("C2")
    adoptions.link(before=linked, after=a_child(), by=SERVICE)
    path = f"/children/{child.id}/adoption/link/"
    for sent, told in (
        ({"number": "C9", "side": "before"}, "No other child"),
        ({"number": "C1", "side": "before"}, "No other child"),
        ({"number": "C2", "side": "before"}, "has an adoption link already"),
        ({"number": "C2"}, "Answer the question: Which record has this number?"),
    ):
        assert told in faults(lead.post(path, sent))
    identifiers.give(child=a_child(), system=IdentifierSystem.OTHER, number="C2", by=SERVICE)
    sent = {"number": "C2", "side": "before"}
    assert "Several children have or had this number" in faults(lead.post(path, sent))


def test_nobody_who_only_works_with_a_child_may_do_any_of_it(
    cast: Cast, works_with: Callable[..., None]
) -> None:
    child, other = a_child("C1"), a_child("C2")
    works_with(child, other)
    merge = merges.merge(kept=other, merged=a_child(), by=SERVICE)
    number = child.identifiers.get()
    auditor = client_of(cast[Role.AUDITOR])
    before = LedgerEntry.objects.count()
    for path, status in (
        (f"{child.id}/numbers/give/", 403),
        (f"numbers/{number.id}/end/", 403),
        (f"{child.id}/merge/", 403),
        (f"{child.id}/merge/{other.id}/", 403),
        (f"merges/{merge.id}/undo/", 404),
        (f"{child.id}/siblings/add/", 403),
        (f"{child.id}/siblings/{other.id}/", 403),
        (f"{child.id}/siblings/take-out/", 403),
        (f"{child.id}/restrict/", 403),
        (f"{child.id}/lift-restriction/", 403),
        (f"{child.id}/people/name/", 403),
        (f"{child.id}/people/{cast.outsider.id}/take-off/", 403),
        (f"{child.id}/adoption/link/", 403),
        (f"{child.id}/adoption/break/", 403),
        (f"{child.id}/initials/", 403),
    ):
        assert auditor.get(f"/children/{path}").status_code == status, path
        assert auditor.post(f"/children/{path}", {"number": "C2"}).status_code == status, path
    assert LedgerEntry.objects.count() == before
    assert readings() == []


def test_an_act_on_a_merged_row_is_an_act_on_the_row_of_now(lead: Client) -> None:
    kept, merged = a_child(), a_child()
    merges.merge(kept=kept, merged=merged, by=SERVICE)
    answer = lead.post(f"/children/{merged.id}/restrict/")
    assert answer["Location"] == f"/children/{kept.id}/"
    assert set(Child.objects.values_list("restricted", flat=True)) == {True}


def test_a_form_from_elsewhere_changes_nothing(cast: Cast) -> None:
    child = a_child("C1")
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast[Role.AUDIT_LEAD])
    assert strict.post(f"/children/{child.id}/restrict/").status_code == 403
    assert strict.post("/children/", {"number": "C1"}).status_code == 403
    child.refresh_from_db()
    assert not child.restricted
