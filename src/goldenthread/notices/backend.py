"""Django's e-mails, allauth's too, go into the outbox like all others."""

from collections.abc import Sequence
from copy import copy
from typing import Any

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from goldenthread.core.actors import System
from goldenthread.notices.mail.addresses import new_message_id
from goldenthread.notices.services.outbox import queue_ready_made

_BY = System("mail")


class OutboxBackend(BaseEmailBackend):
    """Writes a row for each recipient, in the transaction of whoever sends. Nothing is sent here.

    Where that transaction is undone, so is the e-mail.
    """

    def __init__(self, fail_silently: bool = False, **kwargs: Any) -> None:
        super().__init__(fail_silently=fail_silently)

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Queue the messages; says how many."""
        return sum(bool(_queue(message)) for message in email_messages)


def _queue(message: EmailMessage) -> int:
    recipients = message.recipients()
    for address in recipients:
        message_id = new_message_id()
        ours = copy(message)
        ours.extra_headers = {
            **message.extra_headers,
            "Message-ID": message_id,
            "Auto-Submitted": "auto-generated",
        }
        content = ours.message().as_bytes(linesep="\r\n")
        queue_ready_made(address=address, content=content, message_id=message_id, by=_BY)
    return len(recipients)
