"""Encryption at rest: what waits in the database is read only with a key that is kept elsewhere.

AES-256-GCM under a key derived by HKDF from ``GOLDENTHREAD_CONTENT_KEY``. What is sealed carries
the id of its key, so that a key can be replaced: the new one seals, the earlier ones still open
(``GOLDENTHREAD_EARLIER_CONTENT_KEYS``). It is bound to its place by name, so that a value moved to
another row or column is refused.
"""

import os
from functools import cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

_ID = 4  # bytes of a key's id
_NONCE = 12  # bytes, as AES-GCM asks


class CannotBeOpened(Exception):
    """The key is unknown here, or the value was changed or moved."""


def seal(plain: bytes, *, place: str) -> bytes:
    """Encrypt under the current key. ``place`` names where it is kept: table, column and row."""
    key = settings.CONTENT_KEYS[0]
    nonce = os.urandom(_NONCE)
    return _id_of(key) + nonce + _cipher(key).encrypt(nonce, plain, place.encode())


def unseal(sealed: bytes, *, place: str) -> bytes:
    """Decrypt. Raises :class:`CannotBeOpened` for an unknown key, another place, or a change."""
    which, nonce = sealed[:_ID], sealed[_ID : _ID + _NONCE]
    key = next((key for key in settings.CONTENT_KEYS if _id_of(key) == which), None)
    if key is None:
        raise CannotBeOpened(
            f"It was sealed under the key {which.hex()}, which is not among the content keys; "
            "put that key into GOLDENTHREAD_EARLIER_CONTENT_KEYS."
        )
    try:
        return _cipher(key).decrypt(nonce, sealed[_ID + _NONCE :], place.encode())
    except InvalidTag:
        raise CannotBeOpened("It was changed, or belongs to another place.") from None


def key_of(sealed: bytes) -> str:
    """The id of the key that sealed it, which says nothing about the key."""
    return sealed[:_ID].hex()


def current_key() -> str:
    """The id of the key that seals now."""
    return _id_of(settings.CONTENT_KEYS[0]).hex()


def _cipher(key: str) -> AESGCM:
    return AESGCM(_derived(key, "content", 32))


def _id_of(key: str) -> bytes:
    return _derived(key, "id of the content key", _ID)


@cache
def _derived(key: str, purpose: str, length: int) -> bytes:
    """A key for one purpose: none tells anything of another, or of what it comes from."""
    info = f"goldenthread/{purpose}/1".encode()
    return HKDF(algorithm=SHA256(), length=length, salt=None, info=info).derive(key.encode())
