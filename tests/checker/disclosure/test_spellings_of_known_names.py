"""Listed names of every shape are found in every way that people write names."""

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.checker.disclosure.check import disclosure
from goldenthread.checker.disclosure.lists import KnownName, known_names
from goldenthread.checker.results import Severity
from goldenthread.checker.source import FileKind, Grid, Link, Part, Passage, Source

_GIVEN = (
    "Iman", "Zoë", "Lee", "Yaw", "Hope", "Mary-Jane", "Abdul Rahman", "Jo", "Daniel", "Siân",
    "Łukasz", "Li", "Grace", "Ọlá", "İpek", "Anh",
)  # fmt: skip
_SURNAMES = (
    "Haverstock", "O'Brien", "da Costa", "de la Cruz", "van den Berg", "von Stauffen", "al-Khatib",
    "el Sayed", "bin Yusuf", "MacTavish", "McTavish", "Okafor", "Łukaszewska", "Sandhu-Price",
    "Garcia Lopez", "Nguyễn", "Müller", "Young", "Ng", "Lee", "St. John", "Bath", "D'Souza",
)  # fmt: skip


def _plain(name: str) -> str:
    return name.replace("'", "").replace("-", "").replace(" ", "").replace(".", "")


def _whole(given: str, surname: str) -> list[str]:
    """Spellings of the whole name."""
    first = given.split()[0]
    return [
        f"{given} {surname}",
        f"{given} {surname}".upper(),
        f"{given} {surname.upper()}",
        f"{surname}, {given}",
        f"{surname.upper()}, {given}",
        f"{surname} {given}",
        f"{surname} ({given})",
        f"{given} {surname}’s",
        f"{given} {surname}'s",
        f"{given} {surname}s",
        f"Mr {given} {surname}",
        f"{given} J. {surname}",
        f"{given} Jane {surname}",
        f"{given} “Immy” {surname}",
        f"{given}\u00a0{surname}",
        f"{given}  {surname}",
        f"{given}\n{surname}",
        f"{given} | {surname}",
        f"{given}_{surname}",
        f"{given}/{surname}",
        f"{given}-{surname}",
        f"{given} {surname.replace(chr(39), '’')}",
        f"{given} {surname.replace('-', ' ')}",
        f"{given} {surname.replace('-', '‑')}",
        f"{given} {surname}".replace("a", "\u0430").replace("o", "\u043e"),
        f"{given[:1]}\u200b{given[1:]} {surname[:2]}\u00ad{surname[2:]}",
        " ".join(_plain(given + surname)),
        f"{first.lower()}.{_plain(surname).lower()}@larkshire.example",
        f"{_plain(surname).lower()}{_plain(given).lower()}@larkshire.example",
        f"plan_{_plain(given)}{_plain(surname)}_v2.docx",
        *_inside_letters(_plain(given + surname).lower()),
        f"https://x.example/a/{quote(given + ' ' + surname)}/b",
        f"https://x.example/?u={quote(quote(surname + ',' + given, safe=''), safe='')}",
    ]


def _inside_letters(name: str) -> list[str]:
    """Seven letters are enough to tell a name from a part of other words."""
    return [f"review{name}final.docx"] if len(name) >= 7 else []


def _almost_whole(given: str, surname: str) -> list[str]:
    """Spellings with initials, and surnames where words around them say whose they are."""
    initial, first = given[0], given.split()[0]
    return [
        f"{initial}. {surname}",
        f"{surname}, {initial}.",
        f"{first} {surname[0].upper()}.",
        f"Mrs {surname}",
        f"Mr. {surname}",
        f"Dr {surname.upper()}",
        f"Mr and Mrs {surname}",
        f"Surname: {surname}",
        f"First name: {first}",
    ]


_NAMES = st.tuples(st.sampled_from(_GIVEN), st.sampled_from(_SURNAMES))
_LINES = st.sampled_from(["{0} {1}", "{1}, {0}", "Ms {0} {1}", '"{1}","{0}"', "{1}\t{0}"])
_OTHERS = "\nPrydderch, Gareth\nYoung, Alan\nImani\nLee Haver\n"
_BEFORE = st.sampled_from(
    ["", "The plan was late and ", "(", "“", "seen by ", "12 ", "team: ", "– ", "Well done "]
)
_AFTER = st.sampled_from(["", " was late.", ".", ")", ", manager", "? No.", " 12", "; later"])


def _severities(part: Part, name: str) -> set[Severity]:
    hits = disclosure(Source("a.txt", FileKind.TEXT, (part,)), known_names(name + _OTHERS))
    return {hit.severity for hit in hits if hit.kind == "known name"}


@given(name=_NAMES, line=_LINES, before=_BEFORE, after=_AFTER, data=st.data())
def test_whole_name_in_any_spelling_is_an_error(
    name: tuple[str, str], line: str, before: str, after: str, data: st.DataObject
) -> None:
    text = data.draw(st.sampled_from(_whole(*name)))
    part = Passage(f"{before}{text}{after}", "line 1")
    assert Severity.ERROR in _severities(part, line.format(*name))


@given(name=_NAMES, line=_LINES, before=_BEFORE, after=_AFTER, data=st.data())
def test_initial_title_or_label_beside_a_listed_name_is_an_error(
    name: tuple[str, str], line: str, before: str, after: str, data: st.DataObject
) -> None:
    text = data.draw(st.sampled_from(_almost_whole(*name)))
    part = Passage(f"{before}{text}{after}", "line 1")
    assert Severity.ERROR in _severities(part, line.format(*name))


@given(name=_NAMES, line=_LINES, before=_BEFORE, after=_AFTER)
def test_forename_alone_is_found(name: tuple[str, str], line: str, before: str, after: str) -> None:
    part = Passage(f"{before}{name[0].split()[0]}{after}", "line 1")
    assert _severities(part, line.format(*name))


@given(
    name=_NAMES,
    line=_LINES,
    heads=st.sampled_from([("First name", "Age", "Surname"), ("Team", "Child", "Family name")]),
    turned=st.booleans(),
)
def test_name_over_columns_of_a_table_is_an_error(
    name: tuple[str, str], line: str, heads: tuple[str, ...], turned: bool
) -> None:
    first, last = reversed(name) if turned else name
    grid = Grid((heads, (first, "7", last)), "table 1")
    assert Severity.ERROR in _severities(grid, line.format(*name))


@given(name=_NAMES, depth=st.integers(0, 3))
def test_name_in_the_address_of_a_link_is_an_error(name: tuple[str, str], depth: int) -> None:
    path = " ".join(name)
    for _ in range(depth):
        path = quote(path, safe="")
    links = (Link("here", f"https://x.example/{path}", "page 1"),)
    hits = disclosure(Source("a.txt", FileKind.TEXT, (), links=links), known_names(" ".join(name)))
    assert Severity.ERROR in {hit.severity for hit in hits if hit.kind == "known name"}


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("the Okafors moved", "error"),
        ("the Okafor siblings", "error"),
        ("the Okafor boys", "error"),
        ("Okafors moved", "query"),
        ("the Youngs moved", "query"),
        ("Okafor's plan", "query"),
        ("the plan of grace okafor", "error"),
        ("seen by okafor", "query"),
        ("The voice of Lee is missing.", "query"),
        ("Yaw was late.", "query"),
        ("Will was seen on Monday.", "query"),
        ("Zoe Mueller", "error"),
        ("Ana MacTavish", "error"),
    ],
)
def test_part_of_a_name_is_weighed_by_the_words_around_it(text: str, severity: str) -> None:
    names = (
        "Grace Okafor\nAlan Young\nLee Marsh\nYaw Asante\nWill Tatlock\nZoë Müller\nAna McTavish"
    )
    hits = disclosure(
        Source("a.txt", FileKind.TEXT, (Passage(text, "line 1"),)), known_names(names)
    )
    assert [hit.severity.value for hit in hits if hit.kind == "known name"] == [severity]


@pytest.mark.parametrize(
    "text",
    [
        "Will the plan work?",
        "May we see it?",
        "Young People said so.",
        "Young people said so.",
        "In May 2024 the plan was late.",
        "The Bath Road office is shut.",
        "They moved to Bath.",
        "Sarah’s visit was late.",
        "The AN unit saw her.",
        "Grades A | L | I",
        "We will mark the day.",
    ],
)
def test_words_of_other_meaning_are_no_part_of_a_name(text: str) -> None:
    names = "Will Tatlock\nMay Price\nAlan Young\nJo Bath\nSam Arah\nAn Moss\nAli Reza\nMark Day"
    assert _severities(Passage(text, "line 1"), names) == set()


def test_head_of_a_table_tells_which_column_is_the_surname() -> None:
    listed = known_names("ID,First name,Surname\n7,Iman,Haverstock\n8,Ana,da Costa")
    assert listed.names == (
        KnownName(("Iman",), ("Haverstock",)),
        KnownName(("Ana",), ("da", "Costa")),
    )
