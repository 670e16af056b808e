"""The pages about e-mails: what they say, to whom, and that no text or address is shown."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html
from pytest_django import DjangoAssertNumQueries, Settings
from tests.cast import Cast
from tests.notices.outbox import ORDINARY, ask, ask_ready_made

from goldenthread.notices.models import Notice
from goldenthread.people.rules import Role

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def client_of(cast: Cast, role: Role) -> Client:
    client = Client()
    client.force_login(cast[role])
    return client


@pytest.fixture
def lead(cast: Cast) -> Client:
    return client_of(cast, Role.AUDIT_LEAD)


def main(client: Client, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200
    return html.fromstring(answer.content.decode()).find(".//main")


def text(element: Any) -> str:
    return " ".join(element.text_content().split())


def rows(page: Any) -> list[str]:
    return [text(row) for row in page.findall(".//tbody/tr")]


def test_an_empty_list_says_so_and_that_no_server_is_set(lead: Client, settings: Settings) -> None:
    page = text(main(lead, reverse("list_notices")))
    assert "The service has sent no e-mail yet." in page
    assert "No mail server is set" in page
    settings.EMAIL_HOST = "mail.example.org"
    assert "No mail server is set" not in text(main(lead, reverse("list_notices")))


def test_a_list_says_who_what_and_what_went_wrong(cast: Cast, lead: Client) -> None:
    ask(ORDINARY, cast[Role.TEAM_MANAGER])
    ask_ready_made()
    Notice.objects.filter(kind="ready_made").update(state="failed", fault="address_refused")
    page = main(lead, reverse("list_notices"))
    first, second = sorted(rows(page))
    assert "About signing in" in first
    assert "Somebody without an account" in first
    assert "The mail server refused the address." in first
    assert "Ewan Siân O'Neill" in second
    assert "Waiting" in second
    assert "kestrel" not in text(page)
    assert "1 e-mail needs somebody to look" in text(page)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 3),
        ("?state=trouble", 1),
        ("?state=queued", 2),
        ("?kind=ordinary&state=", 2),
        ("?kind=ordinary&state=failed", 0),
        ("?state=nonsense", 3),
        ("?page=nonsense", 3),
    ],
)
def test_a_list_is_narrowed(cast: Cast, lead: Client, query: str, count: int) -> None:
    for role in (Role.AUDITOR, Role.ANALYST):
        ask(ORDINARY, cast[role])
    ask_ready_made()
    Notice.objects.filter(kind="ready_made").update(state="failed", fault="address_refused")
    assert len(rows(main(lead, reverse("list_notices") + query))) == count


def test_fifty_are_on_a_page_in_as_many_queries_as_one(
    cast: Cast, lead: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(51):
        ask_ready_made(number=number)
    with django_assert_max_num_queries(20):
        assert len(rows(main(lead, reverse("list_notices")))) == 50
    assert len(rows(main(lead, reverse("list_notices") + "?page=2"))) == 1


def test_one_email_says_what_to_do_and_is_sent_again(cast: Cast, lead: Client) -> None:
    notice = ask(ORDINARY, cast[Role.AUDITOR])
    Notice.objects.update(state="failed", fault="address_refused", reply=550, status="5.1.1")
    address = reverse("show_notice", args=[notice.id])
    page = main(lead, address)
    assert "correct it, then send again" in text(page)
    assert "550 5.1.1" in text(page)
    assert "It is known already what became of this e-mail." in text(page)
    (form,) = page.findall(".//form")
    answer = lead.post(form.get("action"), follow=True)
    assert answer.redirect_chain == [(address, 302)]
    assert "will be sent again" in answer.content.decode()
    notice.refresh_from_db()
    assert notice.state == "queued"


def test_an_uncertain_email_is_marked_as_arrived(cast: Cast, lead: Client) -> None:
    notice = ask(ORDINARY, cast[Role.AUDITOR])
    Notice.objects.update(state="uncertain", fault="stopped")
    assert "It may have arrived." in text(main(lead, reverse("show_notice", args=[notice.id])))
    for _ in range(2):
        answer = lead.post(reverse("mark_notice_arrived", args=[notice.id]))
        assert answer.status_code == 302
    notice.refresh_from_db()
    assert (notice.state, notice.fault) == ("sent", "")


def test_others_find_nothing_and_change_nothing(cast: Cast) -> None:
    notice = ask(ORDINARY, cast[Role.AUDITOR])
    Notice.objects.update(state="failed")
    auditor = client_of(cast, Role.AUDITOR)
    assert auditor.get(reverse("list_notices")).status_code == 403
    assert auditor.get(reverse("show_notice", args=[notice.id])).status_code == 403
    hidden = auditor.post(reverse("send_notice_again", args=[notice.id]))
    unknown = auditor.post(reverse("send_notice_again", args=[uuid4()]))
    assert hidden.status_code == unknown.status_code == 404
    notice.refresh_from_db()
    assert notice.state == "failed"


def test_another_site_cannot_ask_for_it(cast: Cast) -> None:
    notice = ask(ORDINARY, cast[Role.AUDITOR])
    Notice.objects.update(state="failed")
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast[Role.AUDIT_LEAD])
    assert client.post(reverse("send_notice_again", args=[notice.id])).status_code == 403
    notice.refresh_from_db()
    assert notice.state == "failed"
