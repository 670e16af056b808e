"""Bare initials are a query only where they must be a child's or a relative's."""

import pytest

from goldenthread.checker.disclosure.check import disclosure
from goldenthread.checker.source import FileKind, Passage, Source


def _found(text: str) -> list[tuple[str, str]]:
    hits = disclosure(Source("a.txt", FileKind.TEXT, (Passage(text, "line 1"),)))
    return [(hit.text, hit.severity.value) for hit in hits]


@pytest.mark.parametrize(
    ("text", "initials"),
    [
        ("AW’s mother was not told.", "AW"),
        ("The plan for J's younger siblings was late.", "J"),
        ("Visits to K.M., aged 7, were late.", "K.M."),
        ("DB (aged 14) was seen alone.", "DB"),
        ("JO's mother was late.", "JO"),
        ("ZO’s nan was asked.", "ZO"),
    ],
)
def test_initials_with_a_relative_or_an_age_are_a_query(text: str, initials: str) -> None:
    assert _found(text) == [(initials, "query")]


@pytest.mark.parametrize(
    "text",
    [
        "Child A’s mother was not told.",
        "Young person B, aged 7, was seen.",
        "Family C's siblings were seen.",
        "CP was considered.",
        "IT's parents page and TV’s brother",
        "The LA’s foster carers were praised.",
        "YP aged 15 were asked.",
        "The SW's parents' evening was late.",
        "Children in group AB aged 5 to 10 were asked.",
        "AW was the code of the audit.",
    ],
)
def test_accepted_letters_and_short_forms_are_nobody(text: str) -> None:
    assert _found(text) == []
