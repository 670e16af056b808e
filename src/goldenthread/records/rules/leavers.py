"""What stands in the place of somebody who left long ago."""

from uuid import UUID

FORMER = "Former member of staff"


def nowhere(user: UUID) -> str:
    """An address that reaches nobody (RFC 2606) and is nobody else's.

    >>> nowhere(UUID(int=1))
    'former-00000000000000000000000000000001@removed.invalid'
    """
    return f"former-{user.hex}@removed.invalid"
