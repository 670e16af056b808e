"""A Microsoft Forms export of sixty columns and twenty-six answers."""

from pathlib import Path

import pytest
from tests.exchange.adopt.makers.back import grades_read, grades_true, read_back
from tests.exchange.adopt.makers.forms_export import forms_export, headings
from tests.exchange.adopt.makers.truth import AUDITORS, FRAMEWORK, SCALE, audits

from goldenthread.exchange.adopt.adopting import FirstAdoption, adopt_first
from goldenthread.exchange.adopt.entries import Shape
from goldenthread.exchange.adopt.mapping import Decision

AUDITS = audits(26)


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> FirstAdoption:
    path = forms_export(tmp_path_factory.mktemp("forms") / "Audit form.xlsx", AUDITS)
    return adopt_first(path, FRAMEWORK, SCALE)


def target(forms: FirstAdoption, column: str) -> str:
    line = forms.proposal.column_map.line(column)
    assert line is not None
    return str(line.target or line.decision.value)


def test_forms_export_is_recognised_with_all_its_columns_and_answers(forms: FirstAdoption) -> None:
    assert forms.proposal.source.shape is Shape.FORMS
    assert len(forms.proposal.source.columns) == len(headings()) == 60
    assert forms.adopted.report.counts.readings == 26
    assert forms.adopted.problems == ()


@pytest.mark.slow
def test_forms_export_grades_come_back_as_they_were(forms: FirstAdoption, tmp_path: Path) -> None:
    returns = read_back(forms.adopted, tmp_path)
    assert returns.problems == ()
    assert grades_read(returns) == grades_true(AUDITS, ref="{}")


def test_forms_export_reasons_follow_their_grades(forms: FirstAdoption) -> None:
    found = {(row["Audit ref"], row["Category"]): row for row in forms.adopted.rows["Reasons"]}
    true = {(str(a.number), label): text for a in AUDITS for label, text in a.reasons.items()}
    assert {key: row["Reason"] for key, row in found.items() if key[1] != "Overall"} == true


@pytest.mark.parametrize(
    ("column", "place"),
    [
        ("ID", "Readings > Audit ref"),
        ("Completion time", "Readings > Completed on"),
        ("Start time", Decision.LEAVE_OUT.value),
        ("Email", "Readings > Auditor code"),
        ("Name", "People > Auditor name"),
        ("Child's Mosaic number", "Readings > Child ref"),
        ("Child's initials", "People > Child name"),
        ("Social worker's name", "People > Worker name"),
        ("Which team?", "Readings > Team"),
        ("7. Planning", "Readings > Planning (CIN/CP/care/pathway plan)"),
        ("What is the quality of assessment?", "Readings > Assessment"),
        ("Reason for grade6", "Reasons > Identification of and response to risk"),
        ("Reason for the overall grade", "Reasons > Overall"),
        ("Were there immediate safeguarding concerns?", "Escalations > Yes or no"),
        ("Is there a chronology on file?", Decision.NOT_MAPPED.value),
        ("What are we worried about?", Decision.NOT_MAPPED.value),
    ],
)
def test_forms_column_is_proposed_for_its_place(
    forms: FirstAdoption, column: str, place: str
) -> None:
    assert target(forms, column) == place


def test_forms_answers_of_child_and_parent_stay_apart_in_their_own_words(
    forms: FirstAdoption,
) -> None:
    rows = forms.adopted.rows["Feedback"]
    child = [row for row in rows if row["Respondent"] == "child"]
    question = "On a scale of 0 to 10, how safe does the child or young person feel?"
    assert {row["Question as asked"] for row in child} == {question}
    assert [row["Answer"] for row in child] == [
        a.child_answer for a in AUDITS if a.child_answer is not None
    ]
    parents = [row["Answer"] for row in rows if row["Respondent"] == "parent"]
    assert parents == [a.parent_answer for a in AUDITS if a.parent_answer is not None]


def test_forms_unsafe_child_becomes_an_escalation_and_is_said_first(forms: FirstAdoption) -> None:
    (escalation,) = forms.adopted.rows["Escalations"]
    assert escalation["Audit ref"] == "5"
    assert forms.adopted.report.loud[0].startswith("ESCALATIONS: 1 read.")


def test_forms_multiple_choices_lose_their_semicolons(forms: FirstAdoption) -> None:
    assert {row["Team"] for row in forms.adopted.rows["Readings"]} == {a.team for a in AUDITS}
    assert {row["Plan type"] for row in forms.adopted.rows["Readings"]} == {a.plan for a in AUDITS}


def test_forms_names_and_emails_stay_out_of_the_workbook_and_the_map(
    forms: FirstAdoption,
) -> None:
    written = repr(forms.adopted.rows) + forms.map_text + forms.adopted.report.text()
    for name, email in AUDITORS:
        assert name not in written
        assert email not in written
    assert "Stanley Brook" not in written


def test_forms_people_get_a_code_each_and_their_name_beside_it_in_the_key(
    forms: FirstAdoption,
) -> None:
    people = forms.adopted.people.people
    assert [person.code for person in people] == [f"A{n:02d}" for n in range(1, 8)]
    assert {(p.shown_as[0], p.emails[0]) for p in people} == set(AUDITORS)


def test_forms_answered_anonymously_leaves_the_auditor_to_be_filled_in(tmp_path: Path) -> None:
    path = forms_export(tmp_path / "form.xlsx", AUDITS[:4], anonymous=True)
    adopted = adopt_first(path, FRAMEWORK, SCALE).adopted
    assert {row["Auditor code"] for row in adopted.rows["Readings"]} == {""}
    assert "Readings > Auditor code: no column is mapped to it." in adopted.report.to_fill_in
