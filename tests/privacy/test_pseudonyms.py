"""Pseudonyms stay, differ by recipient and key, and follow RFC 2104's HMAC."""

import hashlib
import hmac
from base64 import b32encode
from uuid import UUID

from pytest_django import Settings

from goldenthread.privacy.pseudonyms import lookup_key, pseudonym

CHILD = UUID(int=7)


def test_a_pseudonym_is_an_hmac_under_a_key_of_its_recipient(settings: Settings) -> None:
    settings.PSEUDONYM_KEY = "a key"
    derived = hmac.new(b"a key", b"goldenthread/pseudonym/region/1", hashlib.sha256).digest()
    expected = b32encode(hmac.new(derived, CHILD.bytes, hashlib.sha256).digest()).decode()
    assert pseudonym(CHILD, recipient="region") == expected[:16].lower()


def test_a_pseudonym_differs_by_child_recipient_and_key(settings: Settings) -> None:
    made = {pseudonym(CHILD, recipient="region"), pseudonym(UUID(int=8), recipient="region")}
    made.add(pseudonym(CHILD, recipient="ministry"))
    settings.PSEUDONYM_KEY = "another"
    made.add(pseudonym(CHILD, recipient="region"))
    assert len(made) == 4


def test_a_lookup_key_tells_nothing_of_pseudonyms() -> None:
    assert lookup_key("C8452", purpose="child") != lookup_key("C8452", purpose="user")
    assert len(lookup_key("C8452", purpose="child")) == 64
