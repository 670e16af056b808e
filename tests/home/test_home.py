"""The home page: what this person can do, the next thing first."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html
from tests.cast import Cast

from goldenthread.home.todo import to_do
from goldenthread.notices.models import Notice
from goldenthread.people.queries.scopes import scope_of
from goldenthread.people.rules.kinds import Role
from goldenthread.people.rules.staff_file import read_staff
from goldenthread.people.services import staff_imports

pytestmark = pytest.mark.django_db


def parsed(content: bytes) -> Any:
    """The page as lxml reads it, whose stubs know no HTML."""
    return html.fromstring(content)


def links(client: Client) -> list[str]:
    page = parsed(client.get("/").content)
    return [link.text_content().strip() for link in page.xpath("//main//a")]


@pytest.mark.parametrize(
    ("role", "watches"),
    [(Role.AUDIT_LEAD, True), (Role.ADMINISTRATOR, True), (Role.AUDITOR, False)],
)
def test_the_page_leads_to_what_a_role_may_open(
    client: Client, cast: Cast, role: Role, watches: bool
) -> None:
    client.force_login(cast[role])
    found = links(client)
    assert "Check a brief" in found
    assert ("E-mails" in found) is watches
    assert ("Import a list of staff" in found) is watches


def test_somebody_without_a_role_is_told_whom_to_ask(client: Client, cast: Cast) -> None:
    client.force_login(cast.outsider)
    page = parsed(client.get("/").content)
    assert "Ask your audit lead to give you one" in page.text_content()


def test_every_link_of_every_role_opens(client: Client, cast: Cast) -> None:
    for role in Role:
        client.force_login(cast[role])
        page = parsed(client.get("/").content)
        for link in page.xpath("//main//a/@href"):
            assert client.get(link).status_code == 200, (role, link)


def test_the_page_asks_the_database_a_fixed_number_of_questions(
    client: Client, cast: Cast, django_assert_max_num_queries: Any
) -> None:
    client.force_login(cast[Role.AUDIT_LEAD])
    with django_assert_max_num_queries(14):
        client.get("/")
    assert Notice.objects.count() == 0


def test_several_lists_of_staff_that_wait_are_one_thing_to_do(cast: Cast) -> None:
    """Links of the same words would lead to different pages."""
    lead, staff = cast[Role.AUDIT_LEAD], read_staff(b"Name\nLou\n")
    made = [staff_imports.upload(staff=staff, uploaded_by=lead, by=lead) for _ in range(2)]
    (waiting,) = to_do(scope_of(lead))
    assert (waiting.text[:7], waiting.href) == ("2 lists", reverse("upload_staff"))
    staff_imports.discard(staff_import=made[0], by=lead)
    (waiting,) = to_do(scope_of(lead))
    assert waiting.href == reverse("show_staff_import", args=[made[1].id])
