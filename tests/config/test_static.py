"""Static files are collected when those of the packages have changed, and not otherwise."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from goldenthread.config.static import collect_when_stale


@pytest.fixture
def data(tmp_path: Path, settings: Settings) -> Path:
    """A folder of data, and a package with one static file."""
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "style.css").write_text("a { color: red }")
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATICFILES_DIRS = [tmp_path / "package"]
    settings.STATIC_ROOT = tmp_path / "data" / "static"
    (tmp_path / "data").mkdir()
    return tmp_path / "data"


def test_they_are_collected_once(data: Path) -> None:
    assert collect_when_stale(data)
    assert (data / "static" / "style.css").read_text() == "a { color: red }"
    assert not collect_when_stale(data)


def test_they_are_collected_again_when_one_changes_or_goes(data: Path) -> None:
    collect_when_stale(data)
    source = data.parent / "package"
    (source / "style.css").rename(source / "other.css")
    assert collect_when_stale(data)
    assert [path.name for path in (data / "static").iterdir()] == ["other.css"]


def test_a_collection_that_was_interrupted_is_made_again(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*arguments: object, **options: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("goldenthread.config.static.call_command", interrupted)
        with pytest.raises(KeyboardInterrupt):
            collect_when_stale(data)
    assert collect_when_stale(data)
