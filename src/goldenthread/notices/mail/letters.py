"""Letters: an e-mail as it is sent, in plain text and in simple HTML, written when it is sent."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from typing import cast

from django.conf import settings
from django.template import engines
from django.template.backends.jinja2 import Jinja2

from goldenthread.core import clock
from goldenthread.notices.rules.kinds import Kind

_LINK = re.compile(r"^(?P<words>[^\n]+?): (?P<url>https?://\S+)$")
_QUOTED = "quoted-printable"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a letter; with an address, it is a link."""

    words: str
    url: str = ""

    @property
    def source(self) -> str:
        """The line as a template writes it."""
        return f"{self.words}: {self.url}" if self.url else self.words

    @property
    def plain(self) -> str:
        """The line in plain text: an address stands alone, so that mail programs find its end."""
        return f"{self.words}:\n{self.url}" if self.url else self.words


@dataclass(frozen=True, slots=True)
class Letter:
    """The words of an e-mail: paragraphs of lines, and why somebody gets it."""

    subject: str
    paragraphs: tuple[tuple[Line, ...], ...]
    why: str

    @property
    def text(self) -> str:
        """The letter as plain text."""
        return _as_template("notices/letter.txt", _everywhere() | {"letter": self})

    @property
    def html(self) -> str:
        """The letter as HTML without pictures, scripts or anything from elsewhere."""
        return _as_template("notices/letter.html", _everywhere() | {"letter": self})


def write(kind: Kind, facts: Mapping[str, object]) -> Letter:
    """Fill in the template of a kind."""
    text = _as_template(kind.template, _everywhere() | dict(facts))
    return Letter(kind.subject, paragraphs(text), kind.why)


def paragraphs(text: str) -> tuple[tuple[Line, ...], ...]:
    """Paragraphs stand apart by an empty line; *Words: https://…* on a line is a link.

    >>> paragraphs("Hello.\\n\\nSign in: https://audit.example/")[1]
    (Line(words='Sign in', url='https://audit.example/'),)
    """
    blocks = (block.strip() for block in re.split(r"\n\s*\n", text))
    return tuple(
        tuple(_line(line.strip()) for line in block.split("\n")) for block in blocks if block
    )


def _line(text: str) -> Line:
    found = _LINK.match(text)
    return Line(found["words"], found["url"]) if found else Line(text)


def as_message(letter: Letter, *, recipient: str, message_id: str) -> bytes:
    """The letter as it goes over the wire."""
    message = EmailMessage(policy=SMTP)
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    message["From"] = Address(display_name=name, addr_spec=address)
    message["To"] = recipient
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(clock.now())
    message["Message-ID"] = message_id
    message["Content-Language"] = "en-GB"
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: absence notes do not answer
    message["X-Auto-Response-Suppress"] = "All"  # the same for Exchange
    message.set_content(letter.text, cte=_QUOTED)
    message.add_alternative(letter.html, subtype="html", cte=_QUOTED)
    return bytes(message)


def _everywhere() -> dict[str, object]:
    return {"authority": settings.AUTHORITY_NAME, "site": settings.SITE_URL}


def _as_template(name: str, context: Mapping[str, object]) -> str:
    """Text is not escaped as HTML is; both are otherwise rendered as pages are."""
    pages = cast(Jinja2, engines["jinja2"])
    environment = pages.env.overlay(
        autoescape=name.endswith(".html"), trim_blocks=True, lstrip_blocks=True
    )
    return str(environment.get_template(name).render(context))
