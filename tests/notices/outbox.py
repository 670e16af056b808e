"""E-mails of the tests' own kinds, and what is asked of the outbox."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from goldenthread.core.actors import System
from goldenthread.notices.jobs import sweep
from goldenthread.notices.kinds import OWN, kinds
from goldenthread.notices.mail.server import MailServer
from goldenthread.notices.models import Notice
from goldenthread.notices.rules.kinds import AboutSomething, Kind
from goldenthread.notices.sending.delivery import Went, deliver
from goldenthread.notices.services.outbox import queue_notice, queue_ready_made
from goldenthread.people.models import User

BY = System("tests")
OVER = UUID(int=0)
"""What is over: an e-mail about it is not needed any more."""


def _facts(notice: AboutSomething) -> Mapping[str, object] | None:
    if notice.about == OVER:
        return None
    return {"link": "https://audit.example/?a=1&b=2", "until": "7 December 2026"}


def _kind(name: str, **ways: Any) -> Kind:
    return Kind(
        name=name,
        label=name.capitalize(),
        subject=f"An e-mail that is {name}",
        template="notices/emails/invitation.txt",
        why="You get this because it is a test.",
        facts=_facts,
        **ways,
    )


ORDINARY = _kind("ordinary")
URGENT = _kind("urgent", urgent=True)
TOGETHER = _kind("together", digest=True)
RATHER_TWICE = _kind("rather_twice", urgent=True, rather_twice=True)
KINDS = (*OWN, ORDINARY, URGENT, TOGETHER, RATHER_TWICE)


def use_kinds() -> None:
    """Forget the kinds that were looked up."""
    kinds.cache_clear()


def ask(kind: Kind, to: User, about: UUID | None = None) -> Notice:
    """An e-mail of a kind."""
    return queue_notice(kind=kind, to=to, about=about, by=BY)


def ask_ready_made(address: str = "kestrel@example.org", number: int = 1) -> Notice:
    """An e-mail that somebody else wrote."""
    message_id = f"<{number}@example.org>"
    content = f"Message-ID: {message_id}\r\nTo: {address}\r\nSubject: Hello\r\n\r\nAshdown\r\n"
    return queue_ready_made(address=address, content=content.encode(), message_id=message_id, by=BY)


def send(notice: Notice) -> Went:
    """Try to send it, and look at it again."""
    with MailServer() as server:
        went = deliver(notice.id, server)
    notice.refresh_from_db()
    return went


def sweep_now() -> None:
    """What the worker does every minute."""
    sweep.call()
