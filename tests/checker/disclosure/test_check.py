"""The whole check: what may stand, who allows it, and where it looks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.checker.disclosure.check import disclosure
from goldenthread.checker.disclosure.kinds import Kind, advice
from goldenthread.checker.disclosure.lists import AllowList, KnownName, allow_list, known_names
from goldenthread.checker.results import Hit, Severity
from goldenthread.checker.source import FileKind, Grid, Link, Passage, Region, Role, Source


def _source(*parts: Passage | Grid, links: tuple[Link, ...] = ()) -> Source:
    return Source("brief.docx", FileKind.DOCX, parts, links=links)


def _heading(text: str) -> Passage:
    return Passage(text, "heading", Role.HEADING, level=2)


def _open(hits: tuple[Hit, ...]) -> list[tuple[str, str, str]]:
    return [(h.kind, h.text, h.severity.value) for h in hits if h.severity is not Severity.OK]


def _allowed(hits: tuple[Hit, ...]) -> dict[str, str | None]:
    return {hit.text: hit.allowed_by for hit in hits if hit.severity is Severity.OK}


_CONTACT = "Iman Haverstock, Consultant social worker, iman@larkshire.example, 07700 900123"


@pytest.mark.parametrize(
    "heading",
    [
        "Contacts",
        "Who to ask",
        "People who can help",
        "Links to learning",
        "Talk about it, and find out more",
        "Helpers",
        "Key contacts:",
        "Help",
    ],
)
def test_contact_details_under_a_heading_of_contacts_may_stand(heading: str) -> None:
    hits = disclosure(_source(_heading(heading), Passage(_CONTACT, "line 2")))
    assert _open(hits) == []
    assert set(_allowed(hits).values()) == {f"section “{heading}”"}


@pytest.mark.parametrize(
    "heading", ["Contacts and referrals", "Contact with family", "Worries", "Support for children"]
)
def test_contact_details_elsewhere_are_queries(heading: str) -> None:
    hits = disclosure(_source(_heading(heading), Passage(_CONTACT, "line 2")))
    assert [severity for *_, severity in _open(hits)] == ["query"] * 3


def test_section_of_contacts_ends_at_the_next_heading() -> None:
    later = (_heading("Worries"), Passage("Gareth Prydderch was late.", "line 4"))
    hits = disclosure(_source(_heading("Contacts"), Passage(_CONTACT, "line 2"), *later))
    assert _open(hits) == [("name", "Gareth Prydderch", "query")]


def test_family_in_a_section_of_contacts_is_still_a_query() -> None:
    parts = (_heading("Contacts"), Passage("The mother, Aoife, was rung on 07700 900123.", "line"))
    assert [hit[0] for hit in _open(disclosure(_source(*parts)))] == ["name", "telephone number"]


def test_table_with_a_column_of_telephones_is_of_contacts() -> None:
    grid = Grid((("Topic", "Name", "Telephone"), ("Risk", "Iman Haverstock", "07700 900123")), "t")
    assert _open(disclosure(_source(grid))) == []


def test_contact_named_elsewhere_may_stand_but_not_beside_a_worry() -> None:
    contacts = (_heading("Contacts"), Passage("Iman Haverstock, manager", "line 9"))
    plain = Passage("Iman Haverstock led the group.", "line 1")
    worry = Passage("Visits by Iman Haverstock were late.", "line 2")
    hits = disclosure(_source(plain, worry, *contacts))
    assert _open(hits) == [("name", "Iman Haverstock", "query")]
    assert [hit.where for hit in hits if hit.severity is Severity.QUERY] == ["line 2"]


def test_author_of_the_document_may_stand() -> None:
    parts = (
        Passage("Counted up to 6 November; prepared by Niamh Sandhu, audit lead", "page 2"),
        Passage("Author: Niamh Sandhu", "properties", region=Region.PROPERTY),
        Passage("Last changed by: Niamh Sandhu", "properties", region=Region.PROPERTY),
    )
    hits = disclosure(_source(*parts))
    assert _open(hits) == []
    assert _allowed(hits) == {"Niamh Sandhu": "author of the document"}


def test_plan_written_by_a_worker_is_not_the_documents_author() -> None:
    hits = disclosure(_source(Passage("The plan was written by Niamh Sandhu.", "page 2")))
    assert _open(hits) == [("name", "Niamh Sandhu", "query")]


@pytest.mark.parametrize(
    ("text", "entry", "hit"),
    [
        ("Ask Iman Haverstock.", "Iman Haverstock", "Iman Haverstock"),
        ("Ask IMAN HAVERSTOCK.", "Haverstock, Iman", "IMAN HAVERSTOCK"),
        ("Ask Iman about it.", "Iman Haverstock", "Iman"),
        ("iman.haverstock@x.example", "Iman Haverstock", "iman.haverstock@x.example"),
        ("a.b@x.example", "A.B@x.example", "a.b@x.example"),
        ("07700 900123", "+44 7700 900 123", "07700 900123"),
        ("Visits by the Alder team were late.", "Alder team", "Alder team"),
    ],
)
def test_entry_of_the_allow_list_lets_a_hit_stand(text: str, entry: str, hit: str) -> None:
    hits = disclosure(_source(Passage(text, "line 1")), allow=allow_list(entry))
    assert _open(hits) == []
    assert _allowed(hits) == {hit: f"allow-list: {entry}"}


def test_allow_list_lets_nobody_else_stand() -> None:
    source = _source(Passage("Iman Okafor and 07700 900124 were named.", "line 1"))
    hits = disclosure(source, allow=allow_list("Iman Haverstock\n07700 900123"))
    assert [text for _, text, _ in _open(hits)] == ["Iman Okafor", "07700 900124"]


def test_section_on_the_allow_list_is_of_contacts() -> None:
    source = _source(_heading("Our practice week"), Passage(_CONTACT, "line 2"))
    assert _open(disclosure(source, allow=allow_list("section: practice week"))) == []


def test_known_name_may_stand_only_by_the_allow_list() -> None:
    source = _source(Passage("Iman Haverstock led it.", "line 1"))
    known = known_names("Iman Haverstock")
    assert [s for *_, s in _open(disclosure(source, known))] == ["error"]
    assert _open(disclosure(source, known, allow_list("Iman Haverstock"))) == []


def test_names_beside_contact_and_support_and_a_signature_are_queries() -> None:
    # Shaped as the brief of 2019 has them, with invented people.
    parts = (
        Passage("CSW, Imogen Haverstock is the ‘Play Ambassador’ so please contact her.", "line 1"),
        Passage("Jo Prydderch and the S of S leads can support you with this.", "line 2"),
        Passage("Lindsey & Imogen.", "line 3"),
        Passage("The Central Locality Team is demonstrating child centred practice.", "line 4"),
        Passage("The ethos of Sings of Safety was evident from case records.", "line 5"),
        Passage("16 Cases, 39%, were graded Inadequate.", "line 6"),
        Passage("https://x.example/cs/uploaded_files/harm%20matrix%20Supervision%20v7.docx", "l 7"),
    )
    hits = disclosure(_source(*parts))
    assert _open(hits) == [
        ("name", "Imogen Haverstock", "query"),
        ("name", "Jo Prydderch", "query"),
        ("name", "Lindsey", "query"),
        ("name", "Imogen", "query"),
    ]


def test_one_number_told_twice_in_one_place_is_one_hit() -> None:
    source = _source(Passage("NHS 943 476 5919, again 943 476 5919.", "line 1"))
    assert len(disclosure(source)) == 1


def test_lists_are_read_with_comments_tables_and_titles() -> None:
    names = known_names(
        '\ufeff# people\nMs Iman Haverstock  # worker\n"Okafor, Ada"\nOkafor;Ada\nHope\n--\n'
    )
    assert names.names == (
        KnownName(("Iman",), ("Haverstock",)),
        KnownName(("Ada",), ("Okafor",)),
        KnownName(("Hope",)),
    )
    assert allow_list("# none\nsection Links\nAlder team #ok") == AllowList(
        ("Alder team",), ("Links",)
    )


@given(st.text(max_size=80))
def test_any_list_and_any_text_are_read_without_failing(text: str) -> None:
    source = _source(Passage(text, "line 1"), links=(Link(text, text, "line 1"),))
    for hit in disclosure(source, known_names(text), allow_list(text), "public"):
        assert hit.text


@pytest.mark.parametrize("kind", list(Kind))
def test_each_kind_has_advice_of_one_sentence(kind: Kind) -> None:
    assert advice(kind).endswith(".")
    assert advice("nothing of the kind") == ""
