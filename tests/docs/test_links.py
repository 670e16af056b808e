"""Links of every page lead somewhere, and nothing names a place that readers cannot reach."""

import re
from pathlib import Path

import pytest
from tests.docs.markdown import anchors, hand_written, links, name, pages

ELSEWHERE = ("http://", "https://", "mailto:")
NOT_FOR_READERS = re.compile(r"/(?:tmp|work|home|root|usr/lib)/")


@pytest.mark.parametrize("path", pages(), ids=name)
def test_relative_links_of_a_page_lead_to_a_file_and_a_heading(path: Path) -> None:
    for link in links(path):
        if link.startswith(ELSEWHERE):
            continue
        file, _, anchor = link.partition("#")
        target = (path.parent / file).resolve() if file else path
        assert target.exists(), f"{name(path)} leads to {link}, which is not there"
        if anchor:
            assert anchor in anchors(target), f"{name(path)} leads to {link}: no such heading"


@pytest.mark.parametrize("path", hand_written(), ids=name)
def test_a_page_names_no_path_of_a_machine_and_no_registry(path: Path) -> None:
    assert not NOT_FOR_READERS.findall(path.read_text(encoding="utf-8"))
