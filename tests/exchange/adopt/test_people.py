"""Auditors as codes, and the key file that names them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exchange.adopt.makers.small import AUDIT, small

from goldenthread.definitions.problems import UnusableDefinition
from goldenthread.exchange.adopt.people import Mention, PeopleKey, code_person
from goldenthread.exchange.adopt.people_file import (
    key_path,
    key_text,
    load_key,
    read_key,
)

JO = {Mention.EMAIL: "jo@northmoor.example", Mention.NAME: "Jo Bloggs"}


def coded(*rows: dict[Mention, str], key: PeopleKey | None = None) -> tuple[list[str], PeopleKey]:
    """The codes of these rows' people, one after another, and the key in the end."""
    key = key or PeopleKey()
    codes = []
    for mentions in rows:
        result = code_person(key, mentions)
        codes.append(result.code)
        key = result.key
    return codes, key


def test_same_email_in_other_capitals_is_the_same_person() -> None:
    codes, _ = coded(JO, {Mention.EMAIL: " JO@Northmoor.example"})
    assert codes == ["A01", "A01"]


def test_same_name_without_email_is_somebody_else_and_is_noted() -> None:
    _, key = coded(JO)
    result = code_person(key, {Mention.NAME: "Jo Bloggs"})
    assert result.code == "A02"
    assert result.note == "A02 has the same name as A01 and was kept apart"


def test_name_only_is_matched_exactly_and_variants_are_apart() -> None:
    names = ("Jo Bloggs", "jo  bloggs", "J Bloggs", "Bloggs, Jo")
    codes, _ = coded(*({Mention.NAME: name} for name in names))
    assert codes == ["A01", "A01", "A02", "A03"]


def test_staff_number_joins_an_email_that_stood_beside_it_before() -> None:
    both = {Mention.EMAIL: "jo@northmoor.example", Mention.STAFF_ID: "40213"}
    codes, _ = coded(both, {Mention.STAFF_ID: "40213"}, {Mention.EMAIL: "jo@northmoor.example"})
    assert codes == ["A01", "A01", "A01"]


def test_email_and_number_of_two_people_are_a_problem_and_no_code() -> None:
    _, key = coded({Mention.EMAIL: "jo@x.example"}, {Mention.STAFF_ID: "40213"})
    result = code_person(key, {Mention.EMAIL: "jo@x.example", Mention.STAFF_ID: "40213"})
    assert result.code == ""
    assert result.problem == "they belong to different people in the key file: A01, A02"
    assert result.key == key


@pytest.mark.parametrize("nobody", ["anonymous", "", "N/A", "-"])
def test_nobody_gets_no_code(nobody: str) -> None:
    assert coded({Mention.EMAIL: nobody}) == ([""], PeopleKey())


def test_code_in_the_source_is_kept_and_not_given_again() -> None:
    codes, _ = coded({Mention.STAFF_ID: "a01"}, JO, {Mention.STAFF_ID: "A01"})
    assert codes == ["A01", "A02", "A01"]


def test_code_in_the_source_that_is_somebody_elses_is_a_problem() -> None:
    _, key = coded(JO)
    result = code_person(key, {Mention.STAFF_ID: "A01"})
    assert result.code == ""
    assert result.problem == "the code A01 belongs to somebody else in the key file"


@pytest.mark.slow
@given(st.lists(st.sampled_from(["a@x.example", "b@x.example", "c@x.example"]), max_size=12))
def test_codes_are_stable_whatever_comes_later(emails: list[str]) -> None:
    rows = [{Mention.EMAIL: email} for email in emails]
    codes, key = coded(*rows)
    again, same = coded(*reversed(rows), key=key)
    assert again == codes[::-1]
    assert same == key


def test_key_file_reads_back_and_warns_that_it_names_people(tmp_path: Path) -> None:
    _, key = coded(JO, {Mention.NAME: 'Zoë "Zed" O’Neill'}, {Mention.STAFF_ID: "40213"})
    text = key_text(key)
    assert text.startswith("# WARNING: THIS FILE NAMES PEOPLE.")
    path = tmp_path / "map.people.yaml"
    path.write_text(text, encoding="utf-8")
    assert load_key(path) == key


def test_report_warns_of_the_key_file_when_it_names_somebody(tmp_path: Path) -> None:
    assert any(
        line.startswith("THE KEY FILE") for line in small(tmp_path, AUDIT).adopted.report.loud
    )


def test_key_file_stands_beside_its_map_and_none_is_an_empty_key(tmp_path: Path) -> None:
    path = key_path(tmp_path / "march.yaml")
    assert path == tmp_path / "march.people.yaml"
    assert load_key(path) == PeopleKey()
    assert read_key(key_text(PeopleKey()).encode(), "k.yaml") == PeopleKey()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("people:\n  Jo:\n    email: jo@x.example\n", 'line 2, people.Jo is "Jo": write a code'),
        ("people:\n  A01:\n    mail: jo@x.example\n", "line 3, people.A01.mail"),
        ("people:\n  A01: jo\n", "line 2, people.A01: write email, staff id or name"),
        ("persons: {}\n", 'list the codes under "people:"'),
        (
            "people:\n  A01:\n    email: jo@x.example\n  A02:\n    email: [JO@x.example]\n",
            "line 4, people.A02: its email stands under A01 too; keep one",
        ),
    ],
)
def test_key_file_mistake_is_named_with_its_line_and_without_names(text: str, said: str) -> None:
    with pytest.raises(UnusableDefinition) as caught:
        read_key(text.encode(), "key.yaml")
    message = str(caught.value)
    assert said in message
    assert "x.example" not in message


def test_row_that_names_two_auditors_is_a_problem_without_their_names(tmp_path: Path) -> None:
    adopted = small(tmp_path, [*AUDIT[:2], "Jo Bloggs;Ann Lee;", *AUDIT[3:]]).adopted
    (problem,) = adopted.problems
    assert (problem.column, problem.value) == ("Auditor", "(not shown)")
    assert adopted.rows["Readings"][0]["Auditor code"] == ""
