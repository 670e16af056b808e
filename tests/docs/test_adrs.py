"""Decisions are numbered without gaps, short, and say what would change our mind."""

import re
from pathlib import Path

import pytest
from tests.docs.markdown import DOCS, name

ADRS = sorted((DOCS / "adr").glob("*.md"))
SECTIONS = ("**Context.**", "**Decision.**", "**What would change our mind.**")
MOST_LINES = 40


def test_decisions_are_numbered_from_one_without_gaps() -> None:
    assert [int(path.name[:4]) for path in ADRS] == list(range(1, len(ADRS) + 1))


@pytest.mark.parametrize("path", ADRS, ids=name)
def test_a_decision_carries_its_number_state_and_sections_on_forty_lines(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith(f"# {int(path.name[:4])}. ")
    assert re.search(r"^(Accepted|Superseded by \d{4}), \w+ \d{4}$", text, re.MULTILINE)
    places = [text.find(section) for section in SECTIONS]
    assert -1 not in places
    assert places == sorted(places)
    assert len(text.splitlines()) <= MOST_LINES


def test_every_decision_is_in_the_table_of_contents() -> None:
    contents = (DOCS.parent / "mkdocs.yml").read_text(encoding="utf-8")
    assert not [path.name for path in ADRS if f"adr/{path.name}" not in contents]
