"""Delivery reports (RFC 3464): which e-mail came back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import Message
from uuid import UUID

from goldenthread.notices.mail.addresses import notice_of

LARGEST = 5_000_000
"""Bytes of a report that are read; what is larger was not written by a mail server."""

_STATUS = re.compile(r"[245]\.\d{1,3}\.\d{1,3}")
_TO = ("To", "Delivered-To", "X-Original-To", "Envelope-To", "Original-Recipient")
_RETURNED = ("message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers")
_ID = re.compile(r"^Message-ID:\s*(<[^<>\s]+>)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Report:
    """What a report says: of which e-mail, whether it failed for good, and the status code."""

    notice: UUID | None
    message_id: str
    failed: bool
    status: str


def read(raw: bytes) -> Report | None:
    """Read a report; ``None`` where the message is none, as an automatic reply or a letter."""
    message = message_from_bytes(raw[:LARGEST], policy=policy.compat32)
    groups = [group for part in message.walk() for group in _groups(part)]
    if not groups:
        return None
    failures = [group for group in groups if _says(group, "Action").lower() == "failed"]
    statuses = (_STATUS.match(_says(group, "Status")) for group in failures)
    return Report(
        notice=_named(message, groups),
        message_id=_message_id(message),
        failed=bool(failures),
        status=next((found[0] for found in statuses if found), ""),
    )


def _groups(part: Message) -> list[Message]:
    """The groups of fields of a delivery status: one of the message, one of each recipient."""
    payload = part.get_payload()
    if part.get_content_type() != "message/delivery-status" or not isinstance(payload, list):
        return []
    return [group for group in payload if isinstance(group, Message)]


def _says(group: Message, field: str) -> str:
    return str(group.get(field, "")).strip()


def _named(message: Message, groups: list[Message]) -> UUID | None:
    """The e-mail that the address names to which the report was sent."""
    texts = [str(text) for field in _TO for text in message.get_all(field, [])]
    texts += [_says(group, "Original-Envelope-Id") for group in groups]
    return next((found for text in texts if (found := notice_of(text))), None)


def _message_id(message: Message) -> str:
    """The Message-ID of the e-mail that is returned, whole or by its headers."""
    found = (_ID.search(text) for text in _returned(message))
    return next((each[1] for each in found if each), "")


def _returned(message: Message) -> Iterator[str]:
    """The text of what is returned. The report's own headers are not among it."""
    for part in message.walk():
        if part is message or part.get_content_type() not in _RETURNED:
            continue
        payload = part.get_payload()
        inner = payload[0] if isinstance(payload, list) and payload else payload
        if isinstance(inner, Message):
            yield "\n".join(f"{name}: {text}" for name, text in inner.items())
        elif isinstance(inner, str):
            yield inner
