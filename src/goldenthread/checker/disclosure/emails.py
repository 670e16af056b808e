"""E-mail addresses: a shared mailbox may stand, a person's own is queried."""

import re
from collections.abc import Iterator

from goldenthread.checker.disclosure.capitals import is_plain_given
from goldenthread.checker.disclosure.finding import Finding
from goldenthread.checker.disclosure.kinds import Kind
from goldenthread.checker.disclosure.name_lists import listed
from goldenthread.checker.disclosure.words import fold
from goldenthread.checker.results import Severity

SHARED_MAILBOX = "shared mailbox"

_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+'’-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.){1,5}[A-Za-z]{2,24}\b"
)


def emails_in(text: str) -> Iterator[Finding]:
    """E-mail addresses; a mailbox whose name says that many read it is allowed.

    >>> [f.allowed_by for f in emails_in("audit.team@larkshire.example, iman@larkshire.example")]
    ['shared mailbox', None]
    """
    if "@" not in text:
        return
    for found in _EMAIL.finditer(text):
        if _is_shared(found[0].split("@")[0]):
            yield Finding(Kind.EMAIL, *found.span(), Severity.OK, allowed_by=SHARED_MAILBOX)
        else:
            yield Finding(Kind.EMAIL, *found.span())


def _is_shared(local: str) -> bool:
    parts = [fold(part) for part in re.split(r"[\W\d_]+", local) if part]
    shared = any(
        part in listed("shared_mailboxes") or part.removesuffix("team") != part for part in parts
    )
    return shared and not any(is_plain_given(part) for part in parts)
