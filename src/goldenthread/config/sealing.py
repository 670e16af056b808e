"""age encryption (https://age-encryption.org/v1), as streams: the only module that knows pyrage."""

import errno
import os
from dataclasses import dataclass
from typing import BinaryIO

from pyrage import (  # type: ignore[import-untyped]  # it ships no types
    DecryptError,
    EncryptError,
    IdentityError,
    decrypt_io,
    encrypt_io,
    x25519,
)


class WrongKey(Exception):
    """The file was not made for this key."""


class Damaged(Exception):
    """The file is cut off, was changed, or is no age file."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A public key, to which anybody may encrypt, and its private key."""

    public: str
    private: str


def new_pair() -> Pair:
    """A new pair of keys."""
    identity = x25519.Identity.generate()
    return Pair(public=str(identity.to_public()), private=str(identity))


def public_of(private: str) -> str | None:
    """The public key of a private one, or None where that is none."""
    try:
        return str(x25519.Identity.from_str(private).to_public())
    except IdentityError:
        return None


def seal(source: BinaryIO, target: BinaryIO, public: str) -> None:
    """Encrypt a stream; only pieces of it are ever in memory.

    Raises ``OSError`` where either stream fails.
    """
    try:
        encrypt_io(source, target, [x25519.Recipient.from_str(public)])
    except EncryptError as error:  # it tells of the streams' own errors as text only
        full = os.strerror(errno.ENOSPC) in str(error)
        code = errno.ENOSPC if full else errno.EIO
        raise OSError(code, os.strerror(code)) from error


def unseal(source: BinaryIO, target: BinaryIO, private: str) -> None:
    """Decrypt a stream. Raises :class:`WrongKey` or :class:`Damaged`.

    What was written before a fault was found is not to be trusted.
    """
    try:
        decrypt_io(source, target, [x25519.Identity.from_str(private)])
    except DecryptError as error:
        raise (WrongKey if "No matching keys" in str(error) else Damaged) from error
    except OSError as error:
        if error.errno is not None:  # the disk, not the file
            raise
        raise Damaged from error
