"""Pseudonyms: what stands for a child outside the service, by a key that is kept elsewhere.

HMAC-SHA-256 (RFC 2104) under a key derived for one recipient, so that what two recipients hold
cannot be put together, and nobody without the key can try all ids.
"""

import hmac
from base64 import b32encode
from hashlib import sha256
from uuid import UUID

from django.conf import settings

_LETTERS = 16
"""80 bits: ten million children collide with a chance below one in ten thousand million."""


def pseudonym(child: UUID, *, recipient: str) -> str:
    """Sixteen letters and digits that stand for a child in what one recipient is given.

    The same child has the same pseudonym for the same recipient, month after month, as long as
    ``GOLDENTHREAD_PSEUDONYM_KEY`` stays. ``recipient`` is a fixed word, as *regional-exchange*.
    """
    return b32encode(_keyed(f"pseudonym/{recipient}", child.bytes)).decode()[:_LETTERS].lower()


def lookup_key(value: str, *, purpose: str) -> str:
    """A key by which an identifier is found without being stored in clear: 64 hex digits.

    ``value`` must be in one form already: letters' case and spaces count.
    """
    return _keyed(f"lookup/{purpose}", value.encode()).hex()


def _keyed(purpose: str, message: bytes) -> bytes:
    key = hmac.digest(settings.PSEUDONYM_KEY.encode(), f"goldenthread/{purpose}/1".encode(), sha256)
    return hmac.digest(key, message, sha256)
