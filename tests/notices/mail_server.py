"""A real SMTP server in the test process, which answers as a test tells it to."""

import socket
import ssl
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

OK = "250 OK"
Hook = Callable[[], None]


@dataclass
class Mailbox:
    """What arrived, and what is answered: of each step the answers in turn, then OK."""

    messages: list[EmailMessage] = field(default_factory=list)
    envelopes: list[Envelope] = field(default_factory=list)
    answers: dict[str, list[str]] = field(default_factory=dict)
    before: dict[str, Hook] = field(default_factory=dict)
    tried: Counter[str] = field(default_factory=Counter)
    connections: int = 0
    port: int = 0

    def answer(self, step: str) -> str:
        """The answer to a step."""
        self.tried[step] += 1
        if step in self.before:
            self.before[step]()
        waiting = self.answers.get(step, [])
        return waiting.pop(0) if waiting else OK

    @property
    def ids(self) -> Counter[str]:
        """How often each Message-ID arrived."""
        return Counter(str(message["Message-ID"]) for message in self.messages)

    async def handle_EHLO(
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, said: list[str]
    ) -> list[str]:
        """Somebody connected."""
        self.connections += 1
        session.host_name = hostname
        return said

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Who writes."""
        said = self.answer("mail")
        if said == OK:
            envelope.mail_from = address
        return said

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """To whom."""
        said = self.answer("rcpt")
        if said == OK:
            envelope.rcpt_tos.append(address)
        return said

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """The whole text is here; it arrives where the answer is OK."""
        said = self.answer("data")
        if said == OK:
            content = envelope.content
            assert isinstance(content, bytes)
            self.messages.append(message_from_bytes(content, policy=policy.default))
            self.envelopes.append(envelope)
        self.answer("taken")
        return said


def free_port() -> int:
    """A port at which nobody listens."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


def _only_us(
    server: SMTP, session: Session, envelope: Envelope, mechanism: str, said: Any
) -> AuthResult:
    good = isinstance(said, LoginPassword) and said.password == b"invented"
    return AuthResult(success=good, handled=good)


@contextmanager
def mail_server(box: Mailbox, *, tls: ssl.SSLContext | None = None) -> Iterator[Mailbox]:
    """Run it; with ``tls`` it asks for STARTTLS and for a password."""
    options: dict[str, Any] = {}
    if tls is not None:
        options = {"tls_context": tls, "require_starttls": True}
        options |= {"authenticator": _only_us, "auth_required": True}
    box.port = free_port()
    controller = Controller(box, hostname="127.0.0.1", port=box.port, **options)
    controller.start()
    try:
        yield box
    finally:
        controller.stop()
