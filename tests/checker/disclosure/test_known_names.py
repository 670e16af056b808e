"""Names that were passed in are found however and wherever they are written."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.checker.disclosure.check import disclosure
from goldenthread.checker.disclosure.known_names import known_names_in
from goldenthread.checker.disclosure.lists import known_names
from goldenthread.checker.disclosure.spellings import spellings
from goldenthread.checker.results import Hit, Severity
from goldenthread.checker.source import FileKind, Grid, Link, Passage, Picture, Region, Source

_LIST = """
# children and workers, all invented
Haverstock, Iman
Zoë Łukaszewska
Mary-Jane O'Brien-Smith
Alan Young
Hope
Maria Garcia Lopez
William Tatlock
Abdullahi Warsame Jama
"""
_KNOWN = known_names(_LIST)
_SPELLED = spellings(_KNOWN)


def _found(text: str) -> list[tuple[str, str]]:
    found = known_names_in(text, _SPELLED)
    return [(text[one.start : one.end], one.severity.value) for one in found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Seen by Iman Haverstock.", "Iman Haverstock"),
        ("IMAN HAVERSTOCK'S plan", "IMAN HAVERSTOCK"),
        ("iman haverstock", "iman haverstock"),
        ("Haverstock, Iman", "Haverstock, Iman"),
        ("Haverstock (Iman)", "Haverstock (Iman"),
        ("I. Haverstock agreed.", "I. Haverstock"),
        ("Iman Jo Haverstock", "Iman Jo Haverstock"),
        ("Iman J. Haverstock", "Iman J. Haverstock"),
        ("iman.haverstock@larkshire.example", "iman.haverstock"),
        ("ihaverstock@larkshire.example", "ihaverstock"),
        ("https://x.example/Iman%20Haverstock.pdf", "Iman%20Haverstock"),
        ("plan_ImanHaverstock_v2.docx", "ImanHaverstock"),
        ("Iman  Haverstock", "Iman  Haverstock"),
        ("Iman\u00a0Haverstock", "Iman\u00a0Haverstock"),
        ("Iman-Haverstock", "Iman-Haverstock"),
        ("Mr Haverstock", "Haverstock"),
        ("the Haverstock family", "Haverstock"),
        ("Zoe Lukaszewska", "Zoe Lukaszewska"),
        ("ZOE LUKASZEWSKA", "ZOE LUKASZEWSKA"),
        ("Zoe\u0308 Łukaszewska", "Zoe\u0308 Łukaszewska"),
        ("Mary Jane O’Brien Smith", "Mary Jane O’Brien Smith"),
        ("Mary-Jane OBrien-Smith", "Mary-Jane OBrien-Smith"),
        ("Mary O'Brien", "Mary O'Brien"),
        ("M. O'Brien-Smith", "M. O'Brien-Smith"),
        ("Maria Lopez", "Maria Lopez"),
        ("Bill Tatlock", "Bill Tatlock"),
        ("A. Young was told.", "A. Young"),
        ("said Hope quietly", "Hope"),
        ("Jama, Abdullahi", "Jama, Abdullahi"),
        ("Abdullahi Jama", "Abdullahi Jama"),
    ],
)
def test_name_in_another_spelling_is_an_error(text: str, name: str) -> None:
    assert (name, "error") in _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "A Young Person scaled 9/10.",
        "A young family moved.",
        "We hope that plans improve.",
        "Young people said so.",
        "Haverhill is a town.",
        "Imani spoke.",
    ],
)
def test_words_that_only_look_like_a_name_are_none(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize("text", ["Iman was here.", "Haverstock was here.", "Hope is no plan."])
def test_part_of_a_name_or_a_common_word_first_in_a_sentence_is_a_query(text: str) -> None:
    assert [severity for _, severity in _found(text)] == ["query"]


def test_full_stop_between_parts_keeps_them_apart() -> None:
    assert all(severity == "query" for _, severity in _found("Ask Iman. Haverstock is a road."))


_SPELLINGS = st.sampled_from(
    [
        "Iman Haverstock",
        "IMAN HAVERSTOCK",
        "Haverstock, Iman",
        "HAVERSTOCK Iman",
        "I. Haverstock",
        "I Haverstock",
        "Iman\u00a0Haverstock",
        "Iman  Haverstock",
        "Iman Ha\u00adverstock",
        "Iman\u200b Haverstock",
        "iman.haverstock@larkshire.example",
        "iman_haverstock",
        "Iman-Haverstock’s",
        "Iman HAVERSTOCK's",
        "Zoë Łukaszewska",
        "Zoe Lukaszewska’s",
        "Łukaszewska (Zoë)",
        "Mary Jane O’Brien Smith",
        "Mary-Jane O'Brien-Smith",
        "O'Brien-Smith, Mary-Jane",
        "Abdullahi Warsame Jama",
        "Maria Garcia-Lopez",
        "Will Tatlock",
    ]
)
_WORDS = st.lists(
    st.sampled_from(
        ["the", "plan", "was", "late", "and", "seen", "by", "a", "team", "Monday", "12"]
    ),
    max_size=8,
).map(" ".join)
_LEFT = st.sampled_from([" ", " (", "\n", " “", "/", ": ", "\t", " – ", "; "])
_RIGHT = st.sampled_from([" ", ")", ".", ",", "?", "”", "/x", " 7", "\n", ";"])


@given(before=_WORDS, left=_LEFT, name=_SPELLINGS, right=_RIGHT, after=_WORDS)
def test_name_planted_anywhere_in_a_passage_is_an_error(
    before: str, left: str, name: str, right: str, after: str
) -> None:
    text = f"{before}{left}{name}{right}{after}"
    assert _errors(Source("a.txt", FileKind.TEXT, (Passage(text, "line 1"),)))


@given(name=_SPELLINGS, region=st.sampled_from(list(Region)))
def test_name_in_any_region_is_an_error_there(name: str, region: Region) -> None:
    source = Source("a.docx", FileKind.DOCX, (Passage(f"Note: {name}.", "page 3", region=region),))
    assert {hit.where for hit in _errors(source)} == {"page 3"}


@pytest.mark.parametrize(
    "source",
    [
        Source("Iman Haverstock.docx", FileKind.DOCX, ()),
        Source("a.docx", FileKind.DOCX, (), title="Review of Iman Haverstock"),
        Source("a.docx", FileKind.DOCX, (), pictures=(Picture("page 1", "Iman Haverstock, 7"),)),
        Source("a.docx", FileKind.DOCX, (), links=(Link("here", "mailto:i.haverstock@x.uk", "p"),)),
        Source(
            "a.docx", FileKind.DOCX, (), links=(Link("here", "https://x.uk/haverstock-iman", "p"),)
        ),
        Source("a.xlsx", FileKind.XLSX, (Grid((("First", "Last"), ("Iman", "Haverstock")), "s"),)),
        Source("a.xlsx", FileKind.XLSX, (Grid((("a", "b"),), "s", caption="Iman Haverstock"),)),
        Source(
            "a.docx",
            FileKind.DOCX,
            (Grid((("x", "y"), ("1", "Haverstock, Iman")), "sheet", region=Region.EMBEDDED),),
        ),
    ],
)
def test_name_outside_the_running_text_is_an_error(source: Source) -> None:
    assert _errors(source)


def _errors(source: Source) -> list[Hit]:
    hits = disclosure(source, _KNOWN)
    return [hit for hit in hits if hit.kind == "known name" and hit.severity is Severity.ERROR]


def test_known_name_under_a_heading_of_contacts_is_still_an_error() -> None:
    parts = (Passage("CONTACTS", "line 1"), Passage("Iman Haverstock, manager", "line 2"))
    assert _errors(Source("a.txt", FileKind.TEXT, parts))


@given(st.text(max_size=60))
def test_any_text_is_read_without_failing_and_hits_lie_inside_it(text: str) -> None:
    for found in known_names_in(text, _SPELLED):
        assert 0 <= found.start < found.end <= len(text)
        assert re.search(r"\w", unicodedata.normalize("NFKD", text[found.start : found.end]))


def test_empty_list_finds_nothing() -> None:
    assert list(known_names_in("Iman Haverstock", spellings(known_names("# none\n\n")))) == []
