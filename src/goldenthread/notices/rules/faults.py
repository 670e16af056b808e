"""What went wrong with an e-mail, in words that an administrator can act on."""

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """Why an e-mail has not gone out. The mail server's own words name people: not kept."""

    NO_ANSWER = "no_answer"
    NOT_TRUSTED = "not_trusted"
    SIGN_IN_REFUSED = "sign_in_refused"
    SENDER_REFUSED = "sender_refused"
    ADDRESS_REFUSED = "address_refused"
    TEXT_REFUSED = "text_refused"
    BUSY = "busy"
    NOT_MADE = "not_made"
    STOPPED = "stopped"
    CAME_BACK = "came_back"
    TOO_LATE = "too_late"

    @property
    def label(self) -> str:
        """What happened, as a sentence."""
        return _WORDS[self].happened

    @property
    def mend(self) -> str:
        """What to do about it, as a sentence."""
        return _WORDS[self].mend


@dataclass(frozen=True, slots=True)
class _Words:
    happened: str
    mend: str


_ASK_ADDRESS = "Check the person’s e-mail address with them, correct it, then send again."

_WORDS = {
    Fault.NO_ANSWER: _Words(
        "The mail server did not answer.",
        "It is tried again by itself. If it lasts, ask whoever looks after the mail server.",
    ),
    Fault.NOT_TRUSTED: _Words(
        "The mail server could not be trusted: its certificate is wrong, or it offers no "
        "encryption.",
        "Ask whoever looks after the mail server, and check GOLDENTHREAD_MAIL_SECURITY.",
    ),
    Fault.SIGN_IN_REFUSED: _Words(
        "The mail server refused our user name and password.",
        "Correct GOLDENTHREAD_MAIL_USER and GOLDENTHREAD_MAIL_PASSWORD, and restart the worker.",
    ),
    Fault.SENDER_REFUSED: _Words(
        "The mail server refused our own address as sender.",
        "Correct GOLDENTHREAD_MAIL_FROM or GOLDENTHREAD_MAIL_BOUNCES, and restart the worker.",
    ),
    Fault.ADDRESS_REFUSED: _Words("The mail server refused the address.", _ASK_ADDRESS),
    Fault.TEXT_REFUSED: _Words(
        "The mail server refused the message.",
        "Ask whoever looks after the mail server why, then send again.",
    ),
    Fault.BUSY: _Words("The mail server asked us to try later.", "It is tried again by itself."),
    Fault.NOT_MADE: _Words(
        "The e-mail could not be written: there is a fault in the service.",
        "It is tried again by itself. If it lasts, ask for support and quote its number.",
    ),
    Fault.STOPPED: _Words(
        "Sending was interrupted after the message was handed to the mail server, before the "
        "server answered. It may have arrived.",
        "Ask the person. If it arrived, say so here; if not, send it again.",
    ),
    Fault.TOO_LATE: _Words(
        "It waited so long that it was of no use any more.",
        "Ask why e-mails waited. Send it again if it still helps; a link in it may have expired.",
    ),
    Fault.CAME_BACK: _Words("The e-mail came back: it could not be delivered.", _ASK_ADDRESS),
}

OF_THE_SERVER = frozenset(
    {Fault.NO_ANSWER, Fault.NOT_TRUSTED, Fault.SIGN_IN_REFUSED, Fault.SENDER_REFUSED}
)
"""Faults that every other e-mail would meet too."""
