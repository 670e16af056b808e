"""What can go wrong in the service, each with the sentence that people read.

Services and queries raise these; views let them pass, and one middleware turns them into pages.
"""

from http import HTTPStatus
from typing import ClassVar


class DomainError(Exception):
    """A sentence for people, without narrative and without anybody's name."""

    status: ClassVar[HTTPStatus] = HTTPStatus.BAD_REQUEST

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NotAllowed(DomainError):
    """This person may not do this; the reason says why."""

    status = HTTPStatus.FORBIDDEN


class NotFoundInScope(DomainError):
    """Nothing of the kind exists for this person: said alike for missing and for hidden."""

    status = HTTPStatus.NOT_FOUND

    def __init__(self, reason: str = "There is nothing here that you can open.") -> None:
        super().__init__(reason)


class InvalidTransition(DomainError):
    """The thing is not in the state that the act needs."""

    status = HTTPStatus.CONFLICT


class Conflict(DomainError):
    """Somebody else changed it meanwhile; nothing is lost, and both versions are told."""

    status = HTTPStatus.CONFLICT


class Busy(DomainError):
    """The service has its hands full; the same works again in a minute."""

    status = HTTPStatus.SERVICE_UNAVAILABLE


class CannotBeRecorded(DomainError):
    """The read log or the ledger cannot be written, so nothing is shown and nothing is done."""

    status = HTTPStatus.SERVICE_UNAVAILABLE
