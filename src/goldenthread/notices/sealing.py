"""What a row keeps sealed: the address, and what others wrote."""

from goldenthread.notices.models import Notice
from goldenthread.privacy.encryption import seal, unseal


def seal_address(notice: Notice, address: str) -> None:
    """Keep the address of somebody who is no user."""
    notice.address = seal(address.encode(), place=_place(notice, "address"))


def address_of(notice: Notice) -> str:
    """The address that is kept."""
    return unseal(bytes(notice.address), place=_place(notice, "address")).decode()


def seal_content(notice: Notice, content: bytes) -> None:
    """Keep a message as somebody else wrote it."""
    notice.content = seal(content, place=_place(notice, "content"))


def content_of(notice: Notice) -> bytes:
    """The message that is kept."""
    return unseal(bytes(notice.content), place=_place(notice, "content"))


def _place(notice: Notice, column: str) -> str:
    return f"notices_notice.{column}.{notice.id}"
