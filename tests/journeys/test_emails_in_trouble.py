"""An administrator looks after e-mails that did not arrive."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer
from tests.accessibility import violations
from tests.browser import sign_in
from tests.cast import Cast, make_cast

from goldenthread.core.actors import System
from goldenthread.notices.kinds import MAIL_TROUBLE
from goldenthread.notices.models import Notice
from goldenthread.notices.rules.states import State
from goldenthread.notices.services.outbox import queue_notice
from goldenthread.people.rules import Role

pytestmark = pytest.mark.django_db(transaction=True)

BY = System("tests")
LONG = "Wilhelmina Featherstonehaugh-Cholmondeley-Llanfairpwllgwyngyll " * 2
FAULTS = {
    State.FAILED: "address_refused",
    State.UNCERTAIN: "stopped",
    State.BOUNCED: "came_back",
    State.QUEUED: "no_answer",
}


@pytest.fixture
def cast() -> Cast:
    return make_cast()


@pytest.fixture
def list_of_emails(page: Page, live_server: LiveServer, cast: Cast) -> Page:
    sign_in(page, live_server.url, cast[Role.ADMINISTRATOR])
    page.goto(f"{live_server.url}/notices/")
    return page


def fill(cast: Cast) -> None:
    """E-mails in every state, and more than a page of them."""
    user = cast[Role.AUDITOR]
    user.name = LONG.strip()
    user.save()
    into = queue_notice(kind=MAIL_TROUBLE, to=user, by=BY)
    for number, state in enumerate([*State, *[State.SENT] * 50]):
        notice = queue_notice(kind=MAIL_TROUBLE, to=list(cast.people.values())[number % 9], by=BY)
        Notice.objects.filter(id=notice.id).update(
            state=state.value,
            fault=FAULTS.get(state, ""),
            sent_at=notice.created_at,
            created_at=notice.created_at + timedelta(minutes=60 - number),
            gathered_into=into if state is State.GATHERED else None,
        )


def test_an_email_in_trouble_is_found_and_sent_again_with_the_keyboard(
    list_of_emails: Page, cast: Cast
) -> None:
    page = list_of_emails
    assert violations(page) == []
    fill(cast)
    page.reload()
    assert violations(page) == []
    page.get_by_role("link", name="3 e-mails need somebody to look").press("Enter")
    page.get_by_role("heading", name="E-mails").wait_for()
    assert page.locator("tbody tr").count() == 3
    page.get_by_label("What became of it").select_option(label=State.UNCERTAIN.label)
    page.get_by_role("button", name="Show").press("Enter")
    page.locator("tbody a").first.press("Enter")
    page.get_by_text("It may have arrived.").wait_for()
    assert violations(page) == []
    page.get_by_role("button", name="Send again").press("Enter")
    page.get_by_text("will be sent again").wait_for()
    assert violations(page) == []
    assert page.get_by_role("button", name="Send again").count() == 0
