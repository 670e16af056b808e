"""A forgotten password: the link, and what nobody learns who asks for one."""

import re

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings
from tests.cast import PASSWORD, make_user
from tests.sign_in.doors import add_app, bare, is_signed_in, kinds, send, sign_in

from goldenthread.config.sign_in.jobs import NOBODY, send_reset_link
from goldenthread.core.actors import System
from goldenthread.people.models import User
from goldenthread.people.services import users

pytestmark = pytest.mark.django_db
NEW = "correct horse battery"


@pytest.fixture
def user() -> User:
    """Somebody who forgets."""
    return make_user("Sian Example")


def link_of(mail: EmailMessage) -> str:
    """The path of the link in an e-mail."""
    found = re.search(r"http://127\.0\.0\.1:8000(/\S+)", str(mail.body))
    assert found is not None
    return found.group(1)


def asked_for(user: User, mailoutbox: list[EmailMessage]) -> str:
    """The link, when the worker has sent it."""
    send_reset_link.call(user=str(user.id))
    return link_of(mailoutbox[-1])


def set_password(client: Client, link: str, password: str = NEW) -> str:
    """Follow the link and send the form; returns where it leads."""
    form = client.get(link)
    assert form.status_code == 302
    answer = client.post(form["Location"], {"password1": password, "password2": password})
    return answer.headers.get("Location", "")


def test_known_and_unknown_addresses_are_answered_alike(user: User) -> None:
    answers = []
    for email in (user.email, "nobody@example.org"):
        asker = Client()
        answer = send(asker, "account_reset_password", email=email)
        answers.append((bare(answer), bare(asker.get(answer["Location"]))))
    assert answers[0] == answers[1]
    assert answers[0][0][0] == 302


def test_the_same_work_is_done_for_both(user: User) -> None:
    """Each leaves one job for the worker, so that the time of the answer tells nothing."""
    send(Client(), "account_reset_password", email=user.email)
    send(Client(), "account_reset_password", email="nobody@example.org")
    jobs = DBTaskResult.objects.order_by("enqueued_at")
    assert [job.args_kwargs["kwargs"] for job in jobs] == [
        {"user": str(user.id)},
        {"user": str(NOBODY)},
    ]


def test_the_link_sets_a_password_once(
    client: Client, user: User, mailoutbox: list[EmailMessage]
) -> None:
    elsewhere = Client()
    sign_in(elsewhere, user)
    user.refresh_from_db()
    link = asked_for(user, mailoutbox)
    assert set_password(client, link) == reverse("account_reset_password_from_key_done")
    assert not is_signed_in(client)
    assert not is_signed_in(elsewhere)
    assert b"This link works no more" in Client().get(link).content
    assert sign_in(client, user, NEW).status_code == 302
    assert kinds() == ["signed_in", "password_reset", "signed_in"]


def test_the_e_mail_names_nobody(user: User, mailoutbox: list[EmailMessage]) -> None:
    asked_for(user, mailoutbox)
    mail = mailoutbox[0]
    assert mail.to == [user.email]
    assert mail.subject == "Set a new password for Golden Thread"
    assert user.name not in f"{mail.subject} {mail.body}"
    assert user.email not in str(mail.body)


def test_people_hear_that_their_password_was_set(
    client: Client, user: User, mailoutbox: list[EmailMessage]
) -> None:
    set_password(client, asked_for(user, mailoutbox))
    assert [mail.subject for mail in mailoutbox] == [
        "Set a new password for Golden Thread",
        "Your sign-in to Golden Thread was changed",
    ]


def test_a_link_is_good_for_an_hour(
    client: Client, user: User, mailoutbox: list[EmailMessage], settings: Settings
) -> None:
    link = asked_for(user, mailoutbox)
    settings.PASSWORD_RESET_TIMEOUT = -1
    assert b"This link works no more" in client.get(link).content


def test_a_link_dies_when_somebody_signs_in(user: User, mailoutbox: list[EmailMessage]) -> None:
    link = asked_for(user, mailoutbox)
    sign_in(Client(), user)
    assert b"This link works no more" in Client().get(link).content


@pytest.mark.parametrize("link", ["0-0", "a0-b1", "{user}-c7ab2d-0123456789abcdef"])
def test_forged_links_are_refused_alike(client: Client, user: User, link: str) -> None:
    path = "/password/link/" + link.format(user=user.id.hex) + "/"
    answer = client.get(path)
    assert (answer.status_code, b"This link works no more" in answer.content) == (200, True)


def test_nothing_is_sent_to_who_may_not_use_a_password(
    user: User, mailoutbox: list[EmailMessage], settings: Settings
) -> None:
    waiting = users.add(name="Waiting Example", email="waiting@example.org", by=System("tests"))
    for each in (str(waiting.id), str(NOBODY)):
        send_reset_link.call(user=each)
    settings.PASSWORD_SIGN_IN = False
    send_reset_link.call(user=str(user.id))
    assert mailoutbox == []


def test_the_second_factor_stays(
    client: Client, user: User, mailoutbox: list[EmailMessage]
) -> None:
    add_app(user)
    set_password(client, asked_for(user, mailoutbox))
    assert sign_in(client, user, NEW)["Location"] == reverse("mfa_authenticate")
    assert not is_signed_in(client)


def test_a_weak_password_is_refused(
    client: Client, user: User, mailoutbox: list[EmailMessage]
) -> None:
    assert set_password(client, asked_for(user, mailoutbox), "short") == ""
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


def test_the_link_leads_to_the_service_whatever_the_request_says(
    user: User, mailoutbox: list[EmailMessage]
) -> None:
    evil = Client(headers={"X-Forwarded-Host": "evil.example"})
    send(evil, "account_reset_password", email=user.email)
    assert "evil" not in asked_for(user, mailoutbox) + str(mailoutbox[0].body)


@pytest.mark.slow
def test_an_address_gets_few_links_whether_it_is_known_or_not(user: User) -> None:
    refusals = []
    for email in (user.email, "nobody@example.org"):
        answers = [send(Client(), "account_reset_password", email=email) for _ in range(4)]
        assert [answer.status_code for answer in answers] == [302, 302, 302, 429]
        refusals.append(re.sub(rb"[0-9a-f]{32}", b"", bare(answers[-1])[1]))
    assert b"There were too many tries" in refusals[0]
    assert refusals[0] == refusals[1]
