"""What is sealed opens only in its place and with its key, and a key can be replaced."""

import pytest
from pytest_django import Settings

from goldenthread.privacy.encryption import CannotBeOpened, current_key, key_of, seal, unseal

PLACE = "notices_notice.content.1"
WORDS = b"Kestrel Ashdown"
FIRST, SECOND = "first-invented-key-" * 2, "second-invented-key-" * 2


def test_what_is_sealed_opens_again_and_shows_no_words() -> None:
    sealed = seal(WORDS, place=PLACE)
    assert unseal(sealed, place=PLACE) == WORDS
    assert b"Kestrel" not in sealed
    assert sealed != seal(WORDS, place=PLACE)


def test_what_is_moved_to_another_place_does_not_open() -> None:
    with pytest.raises(CannotBeOpened, match="another place"):
        unseal(seal(WORDS, place=PLACE), place="notices_notice.content.2")


@pytest.mark.parametrize("at", [4, 15, 16, -1])
def test_what_is_changed_does_not_open(at: int) -> None:
    sealed = bytearray(seal(WORDS, place=PLACE))
    sealed[at] ^= 1
    with pytest.raises(CannotBeOpened):
        unseal(bytes(sealed), place=PLACE)


def test_an_earlier_key_opens_and_the_new_one_seals(settings: Settings) -> None:
    settings.CONTENT_KEYS = (FIRST,)
    old = seal(WORDS, place=PLACE)
    settings.CONTENT_KEYS = (SECOND, FIRST)
    new = seal(WORDS, place=PLACE)
    assert unseal(old, place=PLACE) == unseal(new, place=PLACE) == WORDS
    assert key_of(new) == current_key() != key_of(old)


def test_a_key_that_is_gone_is_named_by_its_id_alone(settings: Settings) -> None:
    settings.CONTENT_KEYS = (FIRST,)
    old = seal(WORDS, place=PLACE)
    settings.CONTENT_KEYS = (SECOND,)
    with pytest.raises(CannotBeOpened, match=key_of(old)) as refusal:
        unseal(old, place=PLACE)
    assert FIRST not in str(refusal.value)
