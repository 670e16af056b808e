"""Larkshire is invented: no real place, person, address or sentence stands in the example."""

import re
from typing import Any

import pytest

Sheets = dict[str, list[dict[str, Any]]]

NAMES_OF_2019 = ("Aimee", "Williams", "Hillier", "Linda", "Gloucestershire", "Southglos", "Tri.X")
PHRASES_OF_2019 = (
    "expect the unexpected",
    "believe the unbelievable",
    "manager footprint",
    "kept in the loop",
    "battle to get concerns",
    "used as a benchmark",
    "what, how and when",
)
"""Telling words of the real brief, which the example follows in kind but never copies."""


def words(sheets: Sheets) -> str:
    """Every text of a cycle, one to a line."""
    return "\n".join(
        cell
        for rows in sheets.values()
        for row in rows
        for cell in row.values()
        if isinstance(cell, str)
    )


@pytest.fixture(params=["current", "previous"])
def text(request: pytest.FixtureRequest) -> str:
    """All words of each cycle."""
    return words(request.getfixturevalue(request.param))


def test_example_names_nobody_and_nothing_of_the_real_brief(text: str) -> None:
    found = [name for name in (*NAMES_OF_2019, *PHRASES_OF_2019) if name.lower() in text.lower()]
    assert found == []


def test_example_names_no_county_but_its_own(text: str) -> None:
    assert set(re.findall(r"\b\w*shire\b", text.title())) == {"Larkshire"}


def test_example_names_no_case_for_a_person(text: str) -> None:
    assert not re.search(r"\b(cases?|LAC|service users?)\b", text)


def test_addresses_are_of_domains_that_cannot_exist(current: Sheets) -> None:
    for row in (*current["Links"], *current["Notices"]):
        assert row["Address"].startswith("https://learning.larkshire.example/")
    for row in current["Helpers"]:
        assert row["Contact"].endswith("@larkshire.example")
    assert len({row["Address"] for row in current["Links"]}) == len(current["Links"])


def test_people_are_helpers_or_the_author_only(current: Sheets, text: str) -> None:
    items = {row["Item"]: row["Value"] for row in current["Cycle"]}
    author = items["Author"].split(",")[0]
    people = {row["Name"] for row in current["Helpers"]} | {author}
    written = set(re.findall(r"\b[A-Z][a-z]+ [A-Z][a-z]+(?:-[A-Z][a-z]+)?\b", text))
    known = people | {"Larkshire Council", "Case Review", "Care Planning"}
    assert written <= known
