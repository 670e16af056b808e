"""The sender on the envelope, which says which e-mail came back."""

import hmac
import re
from base64 import b32decode, b32encode
from email.utils import parseaddr
from uuid import UUID, uuid4

from django.conf import settings
from django.core.mail.message import sanitize_address
from django.utils.crypto import salted_hmac

_TOKEN = re.compile(r"\+([a-z2-7]{26})([0-9a-f]{10})@", re.IGNORECASE)


def own_address() -> str:
    """The address that e-mails are from, without its name."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]


def new_message_id() -> str:
    """A Message-ID: random, with the sender's domain. Only who gets the e-mail can know it."""
    domain = on_the_envelope(own_address()).rpartition("@")[2] or "localhost"
    return f"<{uuid4().hex}@{domain}>"


def on_the_envelope(address: str) -> str:
    """An address as mail servers want it: without a name, its domain in ASCII."""
    return sanitize_address(parseaddr(address)[1], "utf-8")


def return_address(notice: UUID) -> str:
    """Where a report is sent to if this e-mail cannot be delivered.

    With a bounce address, bounces+TOKEN@example.gov.uk; else the sender's own.
    """
    name, _, domain = settings.BOUNCE_ADDRESS.partition("@")
    if not domain:
        return own_address()
    return f"{name}+{_written(notice)}{_seal(notice)}@{domain}"


def notice_of(text: str) -> UUID | None:
    """The e-mail that a return address in a text names; ``None`` for none, or a forged one."""
    found = _TOKEN.search(text)
    if found is None:
        return None
    notice = UUID(bytes=b32decode(found[1].upper() + "======"))
    genuine = hmac.compare_digest(found[2].lower(), _seal(notice))
    return notice if genuine and found[1].lower() == _written(notice) else None


def _written(notice: UUID) -> str:
    """The id as letters and digits that survive a change of case."""
    return b32encode(notice.bytes).decode().rstrip("=").lower()


def _seal(notice: UUID) -> str:
    made = salted_hmac("goldenthread.notices.bounces", notice.bytes, algorithm="sha256")
    return made.hexdigest()[:10]
