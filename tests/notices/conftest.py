"""Installations with processes of their own, a mail server, and a clock that is set."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from pytest_django import Settings
from tests.config.conftest import make_site, migrated, site
from tests.notices.mail_server import Mailbox, mail_server
from tests.notices.outbox import use_kinds

from goldenthread.core import clock

__all__ = ["make_site", "migrated", "site"]

SetClock = Callable[[datetime], None]
MONDAY = datetime(2026, 11, 23, 10, 20, tzinfo=UTC)


@pytest.fixture(autouse=True)
def outbox(settings: Settings) -> Iterator[None]:
    """The service as it is: e-mails go into the outbox; no mail server is set, nothing is quiet."""
    settings.EMAIL_BACKEND = "goldenthread.notices.backend.OutboxBackend"
    settings.EMAIL_HOST = ""
    settings.QUIET_HOURS = (0, 0, False)
    settings.NOTICE_KINDS = "tests.notices.outbox.KINDS"
    use_kinds()
    yield
    use_kinds()


@pytest.fixture
def box(settings: Settings, socket_enabled: None) -> Iterator[Mailbox]:
    """A mail server that the service is set to use, without encryption."""
    with mail_server(Mailbox()) as running:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", running.port
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        settings.EMAIL_HOST_USER = ""
        yield running


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    """Set the service's clock; a Monday morning at first."""

    def set_clock(moment: datetime) -> None:
        monkeypatch.setattr(clock, "now", lambda: moment)

    set_clock(MONDAY)
    return set_clock
