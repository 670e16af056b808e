"""What journeys at the door need: a mail server, a worker, a device that keeps passkeys."""

import email
from collections.abc import Callable, Iterator
from email.message import Message
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django_tasks_db.models import DBTaskResult
from playwright.sync_api import Page
from pytest_django import Settings
from tests.sign_in.identity import free_port


class Postbox:
    """Keeps what an SMTP server is given."""

    def __init__(self) -> None:
        self.received: list[Message] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        """Take an e-mail."""
        self.received.append(email.message_from_bytes(envelope.content))
        return "250 Taken"


@pytest.fixture
def postbox(settings: Settings) -> Iterator[Postbox]:
    """A mail server, to which the service sends."""
    box = Postbox()
    port = free_port()
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = port
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    yield box
    controller.stop()


@pytest.fixture
def work() -> Callable[[], int]:
    """Do what waits for a worker; returns how much it was."""

    def do() -> int:
        waiting = list(DBTaskResult.objects.all())
        for row in waiting:
            row.task.call(**row.args_kwargs["kwargs"])
            row.delete()
        return len(waiting)

    return do


@pytest.fixture
def device(page: Page) -> Any:
    """A device of the window that keeps passkeys and knows its owner's finger."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return session
