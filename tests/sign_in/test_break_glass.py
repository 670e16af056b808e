"""The account for emergencies: made by a command, used with a second factor, heard of."""

from io import StringIO

import pytest
from django.core.mail import EmailMessage
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings
from tests.cast import Cast
from tests.sign_in.doors import add_app, code, is_signed_in, kinds, send, sign_in

from goldenthread.config.sign_in.jobs import tell_of_break_glass
from goldenthread.people.models import User
from goldenthread.people.rules import Role

pytestmark = pytest.mark.django_db
EMAIL = "emergency@example.org"


def make(email: str = EMAIL) -> str:
    """Run the command; returns the password that it prints."""
    out = StringIO()
    call_command("break_glass", email, stdout=out, stderr=StringIO())
    return out.getvalue().strip()


@pytest.mark.slow
def test_it_gets_in_when_passwords_are_off(client: Client, settings: Settings) -> None:
    settings.PASSWORD_SIGN_IN = False
    password = make()
    user = User.objects.get(break_glass=True)
    assert sign_in(client, user, password).status_code == 302
    assert client.get(reverse("usersessions_list"))["Location"] == reverse("show_second_step")
    assert kinds() == ["break_glass_made", "break_glass_used", "signed_in"]


def test_administrators_hear_of_its_use(cast: Cast, mailoutbox: list[EmailMessage]) -> None:
    password = make()
    user = User.objects.get(break_glass=True)
    sign_in(Client(), user, password)
    job = DBTaskResult.objects.get(args_kwargs__kwargs={"user": str(user.id)})
    assert job.task_path.endswith("tell_of_break_glass")
    tell_of_break_glass.call(user=str(user.id))
    assert [mail.to for mail in mailoutbox] == [[cast[Role.ADMINISTRATOR].email]]
    assert mailoutbox[0].subject == "The break-glass account of Golden Thread is in use"


@pytest.mark.slow
def test_making_it_again_takes_away_what_it_had(client: Client) -> None:
    first = make()
    user = User.objects.get(break_glass=True)
    secret = add_app(user)
    sign_in(client, user, first)
    send(client, "mfa_authenticate", code=code(secret))
    assert is_signed_in(client)
    second = make()
    assert second != first
    assert not is_signed_in(client)
    assert sign_in(Client(), user, first).status_code == 200
    assert sign_in(Client(), user, second)["Location"] != reverse("mfa_authenticate")
    assert User.objects.filter(break_glass=True).count() == 1


def test_there_is_one_and_it_is_nobodys(cast: Cast) -> None:
    with pytest.raises(CommandError, match="This address is a person's"):
        make(cast[Role.AUDITOR].email)
    make()
    with pytest.raises(CommandError, match="There is another break-glass account"):
        make("another@example.org")


def test_passwords_are_long_and_differ() -> None:
    assert len({make(), make()}) == 2
    assert len(make()) >= 32
