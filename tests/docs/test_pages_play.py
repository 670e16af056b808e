"""What a page says that a command prints is what it prints."""

from pathlib import Path

import pytest
from tests.docs.markdown import hand_written, name
from tests.docs.replay import replay

PLAYED = [page for page in hand_written() if "```console" in page.read_text(encoding="utf-8")]


@pytest.mark.slow
@pytest.mark.parametrize("path", PLAYED, ids=name)
def test_commands_of_a_page_run_one_after_the_other_print_what_it_shows(
    path: Path, tmp_path: Path
) -> None:
    """On a difference: ``python -m tests.docs.replay PAGE`` writes what is printed now."""
    assert replay(path, tmp_path) == path.read_text(encoding="utf-8")


def test_readme_and_tutorial_are_among_the_pages_that_are_played() -> None:
    assert {"README.md", "docs/tutorials/first-brief.md"} <= {name(page) for page in PLAYED}
