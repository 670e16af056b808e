"""All files or none, and never over what somebody needs."""

import os
import stat
from pathlib import Path

import pytest

from goldenthread.engine import writing
from goldenthread.engine.failures import ExitCode, Failure
from goldenthread.engine.writing import check_free, write_file, write_files


def failure(
    files: dict[Path, bytes], *, force: bool = False, sources: tuple[Path, ...] = ()
) -> Failure:
    with pytest.raises(Failure) as caught:
        write_files(files, force=force, sources=sources)
    assert len(caught.value.sentences) == 1
    return caught.value


def listing(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*"))


def test_write_files_makes_folders_and_leaves_nothing_else(tmp_path: Path) -> None:
    paths = write_files({tmp_path / "new/a": b"1", tmp_path / "new/b": b"2"})
    assert [path.read_bytes() for path in paths] == [b"1", b"2"]
    assert listing(tmp_path) == ["a", "b", "new"]


def test_write_files_over_existing_ones_is_refused_without_force(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"mine")
    found = failure({tmp_path / "a": b"1", tmp_path / "b": b"2"})
    assert found.exit_code == ExitCode.REFUSED
    assert listing(tmp_path) == ["a"]
    assert (tmp_path / "a").read_bytes() == b"mine"


def test_write_files_over_a_source_is_wrong_even_with_force(tmp_path: Path) -> None:
    source = tmp_path / "returns.xlsx"
    source.write_bytes(b"a month's work")
    (tmp_path / "again.xlsx").symlink_to(source)
    for target in (source, tmp_path / "again.xlsx"):
        found = failure({target: b"1"}, force=True, sources=(source,))
        assert found.exit_code == ExitCode.WRONG_USAGE
        assert "is the file to be read" in str(found)
    assert source.read_bytes() == b"a month's work"


def test_write_files_over_a_folder_or_a_device_is_wrong_even_with_force(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for target in (tmp_path, tmp_path / "pipe", Path("/dev/null")):
        assert failure({target: b"1"}, force=True).exit_code == ExitCode.WRONG_USAGE
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@pytest.mark.parametrize("name", ["x" * 300, "file/inside"])
def test_write_file_where_no_file_can_be_says_so(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    found = failure({tmp_path / name: b"1"})
    assert found.exit_code == ExitCode.WRONG_USAGE
    assert "choose another place with -o" in str(found)
    assert listing(tmp_path) == ["file"]


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_write_files_stopped_half_way_puts_everything_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    (tmp_path / "a").write_bytes(b"old")
    replace = Path.replace

    def stop_at_b(self: Path, target: Path) -> Path:
        if target.name == "b" and self.name.startswith("new"):
            raise error
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", stop_at_b)
    with pytest.raises(Failure if isinstance(error, OSError) else KeyboardInterrupt):
        write_files({tmp_path / "a": b"1", tmp_path / "b": b"2"}, force=True)
    assert listing(tmp_path) == ["a"]
    assert (tmp_path / "a").read_bytes() == b"old"


def test_write_files_that_fail_leave_no_empty_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing, "_write_through", full)
    found = failure({tmp_path / "new/folder/a": b"1"})
    assert str(found) == (
        f"Cannot write to {tmp_path}/new/folder: No space left on device;"
        " choose another place with -o."
    )
    assert listing(tmp_path) == []


def test_write_file_that_only_the_owner_may_read(tmp_path: Path) -> None:
    write_files({tmp_path / "key": b"1"}, private=[tmp_path / "key"])
    assert (tmp_path / "key").stat().st_mode & 0o077 == 0


def test_check_free_of_new_names_says_nothing(tmp_path: Path) -> None:
    check_free([tmp_path / "a", tmp_path / "no/such/folder/b"], force=False)
    assert write_file(tmp_path / "a", b"1").read_bytes() == b"1"
