"""Teams and references in a text: found however they are written, and not where they are not."""

import pytest

from goldenthread.publications.naming import identifiers_in, teams_in

TEAMS = ("Alder", "Hope", "North Locality Team", "26")
IDENTIFIERS = frozenset(
    {"A201", "A202", "C5613", "SM1", "KS 2014", "LK-1042", "Kayleigh", "risk", "IRO", "12", "A5"}
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Alder-based staff", ["Alder"]),
        ("the team at Alder", ["Alder"]),
        ("the hope team", ["Hope"]),
        ("North locality team meetings", ["North Locality Team"]),
        ("the North Locality team", ["North Locality Team"]),
        ("team 26", ["26"]),
        ("alder trees, and no hope", []),
        ("Alders", []),
        ("26 children", []),
    ],
)
def test_teams_in_finds_names_and_not_words(text: str, expected: list[str]) -> None:
    assert teams_in(text, TEAMS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A201’s record", ["A201"]),
        ("A-201", ["A-201"]),
        ("a２０１", ["a201"]),  # the wide figures of East Asian typefaces
        ("audits A201-A202", ["A201", "A202"]),
        ("IR2/SM1", ["SM1"]),
        ("ks 2014 was seen", ["ks 2014"]),
        ("lk1042", ["lk1042"]),
        ("Kayleigh was seen", ["Kayleigh"]),
        ("audit 12", ["12"]),
        ("Child no. 12", ["12"]),
        ("within 12 months", []),
        ("a 5-year-old at risk", []),
        ("the IRO", []),
        ("xA201", []),
        ("A2012", []),
    ],
)
def test_identifiers_in_finds_references_and_not_numbers(text: str, expected: list[str]) -> None:
    assert identifiers_in(text, IDENTIFIERS) == expected
