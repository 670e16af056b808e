"""Keys: made once, for the owner's eyes, and never made again over those that stand."""

import stat
from pathlib import Path

import pytest

from goldenthread.config import keys, sealing


def test_every_key_is_made_for_its_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "keys"
    made = keys.make(folder)
    assert sorted(path.name for path in made) == [
        "goldenthread_backup_recipient",
        "goldenthread_content_key",
        "goldenthread_pseudonym_key",
        "goldenthread_secret_key",
        "take-away-backup-identity.txt",
    ]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in made} == {0o600}
    texts = {path.read_text() for path in made}
    assert len(texts) == len(made)


def test_the_private_key_is_that_of_the_public_one(tmp_path: Path) -> None:
    keys.make(tmp_path)
    public = (tmp_path / keys.RECIPIENT).read_text()
    private = (tmp_path / keys.IDENTITY).read_text().splitlines()[-1]
    assert sealing.public_of(private) == public
    assert f"# public key: {public}" in (tmp_path / keys.IDENTITY).read_text()


def test_keys_that_stand_are_left_alone(tmp_path: Path) -> None:
    keys.make(tmp_path)
    (tmp_path / keys.IDENTITY).unlink()  # it was taken away, as it should
    (tmp_path / "goldenthread_content_key").unlink()
    before = {path: path.read_text() for path in tmp_path.iterdir()}
    assert [path.name for path in keys.make(tmp_path)] == ["goldenthread_content_key"]
    assert {path: path.read_text() for path in before} == before


@pytest.mark.parametrize("text", ["", "AGE-SECRET-KEY-1", "age1zz"])
def test_what_is_no_private_key_has_no_public_one(text: str) -> None:
    assert sealing.public_of(text) is None
