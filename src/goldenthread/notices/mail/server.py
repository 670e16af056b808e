"""The mail server, step by step, so that we know at each moment what it may have accepted.

Django's own SMTP backend makes the connection: encryption, certificates, user and password.
"""

import re
import smtplib
import ssl
from contextlib import suppress
from types import TracebackType

from django.conf import settings
from django.core.mail.backends.smtp import EmailBackend

from goldenthread.notices.rules.faults import Fault

_OK = (250, 251)
_GO_ON = 354
_CLOSING = 421
_TEMPORARY, _PERMANENT = 400, 500
_LAST_ANSWER = 300  # seconds: a server may read the whole message before it answers
_END = b"\r\n.\r\n"
_STATUS = re.compile(rb"\s*([245]\.\d{1,3}\.\d{1,3})\b")


class NotTaken(Exception):
    """The server did not take the e-mail, and certainly has nothing of it."""

    def __init__(
        self, fault: Fault, *, reply: int | None = None, status: str = "", for_good: bool = False
    ) -> None:
        super().__init__(fault.value)
        self.fault, self.reply, self.status, self.for_good = fault, reply, status, for_good


class NotKnown(Exception):
    """The connection broke after the text was given: the server may have taken the e-mail."""


def is_set() -> bool:
    """Whether the authority has named a mail server; without one everything waits."""
    return bool(settings.EMAIL_HOST)


class MailServer:
    """A connection, opened when first needed and used for as many e-mails as one likes."""

    def __init__(self) -> None:
        self._backend = EmailBackend()

    def __enter__(self) -> "MailServer":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def offer(self, *, sender: str, recipient: str) -> None:
        """Say who writes to whom. Raises :class:`NotTaken`; nothing of the text is told yet."""
        server = self._opened()
        try:
            code, said = server.mail(sender)
            self._check(code, said, Fault.SENDER_REFUSED)
            code, said = server.rcpt(recipient)
            self._check(code, said, Fault.ADDRESS_REFUSED)
        except (smtplib.SMTPException, OSError):
            self.close()
            raise NotTaken(Fault.NO_ANSWER) from None

    def hand_over(self, text: bytes) -> None:
        """Give the text. Raises :class:`NotTaken` or :class:`NotKnown`."""
        server = self._opened()
        try:
            code, said = server.docmd("DATA")
        except (smtplib.SMTPException, OSError):
            self.close()
            raise NotTaken(Fault.NO_ANSWER) from None
        if code != _GO_ON:
            self._check(code, said, Fault.TEXT_REFUSED)
            # An answer that is no answer to DATA: who knows what it would make of a text.
            self.close()
            raise NotTaken(Fault.BUSY, reply=code)
        try:
            _wait_for_answers(server, _LAST_ANSWER)
            server.send(_with_dots_doubled(text))
            code, said = server.getreply()
            _wait_for_answers(server, settings.EMAIL_TIMEOUT)
        except (smtplib.SMTPException, OSError):
            self.close()
            raise NotKnown from None
        if code not in _OK and code < _TEMPORARY:
            self.close()
            raise NotKnown
        self._check(code, said, Fault.TEXT_REFUSED)

    def take_back(self) -> None:
        """Forget what was offered, before any text is given."""
        server = self._backend.connection
        try:
            if server is not None:
                server.rset()
        except (smtplib.SMTPException, OSError):
            self.close()

    def close(self) -> None:
        """Say good-bye, if the server still listens."""
        with suppress(smtplib.SMTPException, OSError):
            self._backend.close()

    def _opened(self) -> smtplib.SMTP:
        try:
            self._backend.open()
            server = self._backend.connection
            if server is None:
                raise NotTaken(Fault.NO_ANSWER)
            server.ehlo_or_helo_if_needed()
        except smtplib.SMTPAuthenticationError as error:
            self.close()
            raise NotTaken(Fault.SIGN_IN_REFUSED, reply=error.smtp_code) from None
        except (ssl.SSLError, smtplib.SMTPNotSupportedError):
            self.close()
            raise NotTaken(Fault.NOT_TRUSTED) from None
        except (smtplib.SMTPException, OSError):
            self.close()
            raise NotTaken(Fault.NO_ANSWER) from None
        return server

    def _check(self, code: int, said: bytes, fault: Fault) -> None:
        """Go on after a good answer. Raises :class:`NotTaken` after another."""
        if code in _OK:
            return
        if code == _CLOSING or code < 0:
            self.close()
        else:
            self.take_back()
        found = _STATUS.match(said)
        status = found[1].decode() if found else ""
        if code >= _PERMANENT:
            # An address of ours that is refused concerns every e-mail: somebody mends the
            # setting, so it is tried again.
            for_good = fault is not Fault.SENDER_REFUSED
            raise NotTaken(fault, reply=code, status=status, for_good=for_good)
        raise NotTaken(Fault.BUSY, reply=code, status=status)


def _wait_for_answers(server: smtplib.SMTP, seconds: float) -> None:
    if server.sock is not None:
        server.sock.settimeout(seconds)


def _with_dots_doubled(text: bytes) -> bytes:
    """The text as SMTP wants it: lines end in CRLF, a dot at a line's start is doubled."""
    lines = text.replace(b"\r\n", b"\n").replace(b"\r", b"\n").rstrip(b"\n").split(b"\n")
    return b"\r\n".join(b"." + line if line.startswith(b".") else line for line in lines) + _END
