"""Checks across rows and sheets: what cannot all be true at once is reported, where it stands."""

from collections.abc import Callable
from datetime import date

import pytest

from goldenthread.analysis.facts import Purpose
from goldenthread.exchange.problems import Problem
from goldenthread.exchange.workbook.result import Returns

Row = dict[str, object]
Rows = dict[str, list[Row]]
Read = Callable[[Rows], Returns]


def only_problem(returns: Returns) -> Problem:
    (problem,) = returns.problems
    return problem


def only_warning(returns: Returns) -> Problem:
    assert returns.problems == ()
    (warning,) = returns.warnings
    return warning


def again(row: Row, **changed: object) -> Row:
    return row | {name.replace("_", " "): value for name, value in changed.items()}


# Readings


def test_reading_twice_for_the_same_audit_purpose_and_auditor(rows: Rows, read: Read) -> None:
    rows["Readings"].append(again(rows["Readings"][0]))
    returns = read(rows)
    problem = only_problem(returns)
    assert (problem.sheet, problem.row, problem.value) == ("Readings", 5, "A1")
    assert "Row 2 holds the same" in problem.mend
    assert len(returns.facts.readings) == 3


@pytest.mark.parametrize("purpose", ["first", "moderated"])
def test_reading_of_which_there_can_be_one_stands_twice(
    rows: Rows, read: Read, purpose: str
) -> None:
    for auditor in ("AU8", "AU9"):
        row = again(rows["Readings"][0], Purpose=purpose, Auditor_code=auditor)
        rows["Readings"].append(row)
    problems = read(rows).problems
    assert {one.column for one in problems} == {"Purpose"}
    assert f"is the {purpose} reading of this audit" in problems[0].mend


def test_second_readings_by_two_auditors_are_allowed(rows: Rows, read: Read) -> None:
    for auditor in ("AU8", "AU9"):
        rows["Readings"].append(again(rows["Readings"][0], Purpose="second", Auditor_code=auditor))
    assert read(rows).problems == ()


@pytest.mark.parametrize("purpose", ["second", "moderated"])
def test_second_or_moderated_reading_without_a_first(rows: Rows, read: Read, purpose: str) -> None:
    rows["Readings"].append(
        again(rows["Readings"][0], Audit_ref="A4", Child_ref="C4", Purpose=purpose)
    )
    problem = only_problem(read(rows))
    assert (problem.row, problem.value) == (5, "A4")
    assert "Add the first reading of A4" in problem.mend


def test_second_reading_by_the_first_reader(rows: Rows, read: Read) -> None:
    rows["Readings"].append(again(rows["Readings"][0], Purpose="second"))
    problem = only_problem(read(rows))
    assert (problem.row, problem.column, problem.value) == (5, "Auditor code", "AU1")
    assert "Row 2 is the first reading by the same auditor" in problem.mend


def test_self_audit_needs_no_first_reading(rows: Rows, read: Read) -> None:
    rows["Readings"].append(
        again(rows["Readings"][0], Audit_ref="S1", Child_ref="C44", Purpose="self")
    )
    assert read(rows).problems == ()


def test_audit_about_two_children(rows: Rows, read: Read) -> None:
    rows["Readings"][1]["Child ref"] = "C99"
    problem = only_problem(read(rows))
    assert (problem.sheet, problem.row, problem.column) == ("Readings", 3, "Child ref")
    assert "Audit A2 is about C2 on sheet Allocations, row 3" in problem.mend


def test_first_reading_without_allocation(rows: Rows, read: Read) -> None:
    rows["Readings"][0]["Audit ref"] = "A77"
    rows["Readings"][0]["Child ref"] = "C77"
    problem = only_problem(read(rows))
    assert (problem.sheet, problem.row, problem.value) == ("Readings", 2, "A77")
    assert "Add A77 to the sheet Allocations" in problem.mend


def test_reading_of_another_cycle_needs_no_allocation(rows: Rows, read: Read) -> None:
    rows["Readings"].append(
        again(rows["Readings"][0], Audit_ref="A77", Child_ref="C77", Cycle="June 2025")
    )
    assert read(rows).problems == ()


def test_audit_ref_of_another_cycle_used_again(rows: Rows, read: Read) -> None:
    rows["Readings"].append(again(rows["Readings"][0], Cycle="June 2025"))
    assert "give each audit its own reference" in only_problem(read(rows)).mend


@pytest.mark.parametrize(
    ("child", "expected"),
    [("Kayleigh Smith", 1), ("O’Brien, Sean", 1), ("KS 2014", 0), ("C1", 0), ("AB", 0)],
)
def test_child_ref_that_looks_like_a_name_is_said_and_not_repeated(
    rows: Rows, read: Read, child: str, expected: int
) -> None:
    rows["Readings"][0]["Child ref"] = rows["Allocations"][0]["Child ref"] = child
    returns = read(rows)
    assert returns.problems == ()
    assert [w.row for w in returns.warnings if w.sheet == "Readings"] == [2] * expected
    assert child not in "".join(w.value + w.mend for w in returns.warnings)


@pytest.mark.parametrize("day", [date(2025, 6, 1), date(2026, 8, 1)])
def test_reading_completed_far_outside_the_period(rows: Rows, read: Read, day: date) -> None:
    rows["Readings"][0]["Completed on"] = day
    warning = only_warning(read(rows))
    assert (warning.row, warning.column) == (2, "Completed on")


def test_allocation_twice(rows: Rows, read: Read) -> None:
    rows["Allocations"].append(again(rows["Allocations"][0]))
    problem = only_problem(read(rows))
    assert (problem.sheet, problem.row) == ("Allocations", 6)


# Exemptions


def exemption(audit: str) -> Row:
    return {
        "Audit ref": audit,
        "Reason": "Child moved away",
        "Approved by": "Head of service",
        "Approved on": date(2026, 1, 25),
    }


def test_exemption_of_an_audit_not_returned_is_allowed(rows: Rows, read: Read) -> None:
    rows["Exemptions"] = [exemption("A4")]
    returns = read(rows)
    assert (returns.problems, returns.warnings) == ((), ())


def test_exemption_of_an_unknown_audit(rows: Rows, read: Read) -> None:
    rows["Exemptions"] = [exemption("A40")]
    problem = only_problem(read(rows))
    assert (problem.sheet, problem.row, problem.value) == ("Exemptions", 2, "A40")


def test_exemption_twice(rows: Rows, read: Read) -> None:
    rows["Exemptions"] = [exemption("A4"), exemption("A4")]
    assert only_problem(read(rows)).row == 3


def test_exempt_and_returned_is_kept_with_a_warning(rows: Rows, read: Read) -> None:
    rows["Exemptions"] = [exemption("A1")]
    warning = only_warning(read(rows))
    assert (warning.sheet, warning.row) == ("Exemptions", 2)
    assert "was returned all the same" in warning.mend


# Other sources


@pytest.mark.parametrize(
    ("sheet", "row"),
    [
        ("Reasons", {"Category": "Assessment", "Reason": "Clear analysis"}),
        ("Feedback", {"Respondent": "child", "Question as asked": "How safe?", "Answer": 7}),
        ("Escalations", {"Reason": "Data breach", "Raised": date(2026, 1, 5), "To": "Head"}),
        ("Timeliness", {"Rule": "First core group", "Trigger": date(2026, 1, 5)}),
    ],
)
def test_row_about_an_unknown_audit_suggests_the_nearest(
    rows: Rows, read: Read, sheet: str, row: Row
) -> None:
    rows[sheet] = [row | {"Audit ref": "A11"}]
    problem = only_problem(read(rows))
    assert (problem.sheet, problem.row, problem.column) == (sheet, 2, "Audit ref")
    assert "did you mean A1?" in problem.mend


def test_feedback_without_an_audit_is_allowed(rows: Rows, read: Read) -> None:
    rows["Feedback"] = [{"Respondent": "parent", "Question as asked": "How safe?"}]
    returns = read(rows)
    assert returns.problems == ()
    assert returns.facts.responses[0].answer is None


def test_answer_that_stands_twice_is_read_and_said(rows: Rows, read: Read) -> None:
    answer: Row = {"Respondent": "parent", "Question as asked": "How far were you heard?"}
    known = answer | {"Audit ref": "A1", "Answer": 7}
    rows["Feedback"] = [known, answer | {"Answer": 7}, answer | {"Answer": 7}, known]
    returns = read(rows)
    warning = only_warning(returns)
    assert (warning.row, warning.value) == (5, "A1")
    assert "the same as row 2" in warning.mend
    assert len(returns.facts.responses) == 4


@pytest.mark.parametrize("column", ["Acknowledged", "Closed"])
def test_escalation_answered_before_it_was_raised(rows: Rows, read: Read, column: str) -> None:
    row: Row = {"Audit ref": "A1", "Reason": "Child unsafe now", "To": "Head of service"}
    rows["Escalations"] = [row | {"Raised": date(2026, 1, 9), column: date(2026, 1, 8)}]
    problem = only_problem(read(rows))
    assert (problem.column, problem.value) == (column, "08/01/2026")
    assert "before it was raised (09/01/2026)" in problem.mend


@pytest.mark.parametrize(("safe", "closed", "said"), [("no", 12, 1), ("no", 0, 0), ("yes", 12, 0)])
def test_escalation_closed_while_the_child_is_not_safe(
    rows: Rows, read: Read, safe: str, closed: int, said: int
) -> None:
    row: Row = {"Audit ref": "A1", "Reason": "Child unsafe now", "To": "Head of service"}
    row |= {"Raised": date(2026, 1, 9), "Child safe": safe}
    rows["Escalations"] = [row | {"Closed": date(2026, 1, closed) if closed else None}]
    returns = read(rows)
    assert returns.problems == ()
    assert [warning.column for warning in returns.warnings] == ["Child safe"] * said


@pytest.mark.parametrize("column", ["Response due", "Answered", "Resolved"])
def test_challenge_answered_before_it_was_raised(rows: Rows, read: Read, column: str) -> None:
    row: Row = {"Challenge ref": "CH1", "Subject": "Drift", "Raised": date(2026, 1, 9)}
    rows["Challenges"] = [row | {column: date(2026, 1, 8)}]
    assert only_problem(read(rows)).column == column


def test_timescale_met_before_its_trigger_is_allowed(rows: Rows, read: Read) -> None:
    row: Row = {"Audit ref": "A1", "Rule": "First core group", "Trigger": date(2026, 1, 9)}
    rows["Timeliness"] = [row | {"Done": date(2026, 1, 8)}]
    assert read(rows).problems == ()


@pytest.mark.parametrize(
    ("sheet", "row", "column"),
    [
        ("Observations", {"Observation ref": "O1", "Item": "Prepared", "Seen": "yes"}, "Item"),
        (
            "Timeliness",
            {"Audit ref": "A1", "Rule": "First core group", "Trigger": date(2026, 1, 5)},
            "Rule",
        ),
        (
            "Challenges",
            {"Challenge ref": "CH1", "Raised": date(2026, 1, 5), "Subject": "Drift"},
            "Challenge ref",
        ),
        ("Previous figures", {"Figure": "risk.good", "Count": 3, "Base": 20}, "Figure"),
        ("Findings", {"Finding ref": "F1", "Kind": "reminder", "Text": "Ask."}, "Finding ref"),
        ("Actions", {"Action ref": "N1", "What": "Ask.", "Owner": "Managers"}, "Action ref"),
    ],
)
def test_row_that_stands_twice(rows: Rows, read: Read, sheet: str, row: Row, column: str) -> None:
    rows[sheet] = [row, dict(row)]
    problem = only_problem(read(rows))
    assert (problem.sheet, problem.row, problem.column) == (sheet, 3, column)
    assert "stands in row 2 already" in problem.mend


# Findings and actions


def finding(reference: str, **changed: object) -> Row:
    row: Row = {
        "Finding ref": reference,
        "Kind": "worry",
        "Audit refs": "A1, A2",
        "Text": "Plans are vague.",
    }
    return again(row, **changed)


def test_finding_of_the_service_is_evidence_by_its_audits(rows: Rows, read: Read) -> None:
    rows["Findings"] = [finding("F1", Theme="Assessment and analysis", Audit_refs="a2;A1")]
    returns = read(rows)
    assert returns.problems == ()
    (evidence,) = returns.facts.findings
    assert evidence.audits == ("A2", "A1")
    assert (evidence.theme, evidence.team) == ("assessment", "")
    assert returns.findings[0].theme == "Assessment and analysis"
    assert returns.findings[0].scope == "service"


@pytest.mark.parametrize("kind", ["strength", "worry"])
def test_finding_without_evidence(rows: Rows, read: Read, kind: str) -> None:
    rows["Findings"] = [finding("F1", Kind=kind, Audit_refs=None)]
    assert f"in which this {kind} was found" in only_problem(read(rows)).mend


def test_reminder_needs_no_evidence(rows: Rows, read: Read) -> None:
    rows["Findings"] = [finding("F1", Kind="reminder", Audit_refs=None)]
    assert read(rows).problems == ()


@pytest.mark.parametrize(
    ("audits", "words"),
    [("A1, A20", "There is no such audit"), ("A1, A4", "no first reading in this cycle")],
)
def test_finding_of_an_audit_that_was_not_returned(
    rows: Rows, read: Read, audits: str, words: str
) -> None:
    rows["Findings"] = [finding("F1", Audit_refs=audits)]
    problem = only_problem(read(rows))
    assert problem.column == "Audit refs"
    assert words in problem.mend


@pytest.mark.parametrize("typed", ["A1 and A2", "A1 A2", "A1/A2", "A1 & A2", "A1 + A2"])
def test_finding_of_audits_without_commas(rows: Rows, read: Read, typed: str) -> None:
    rows["Findings"] = [finding("F1", Audit_refs=typed)]
    assert only_problem(read(rows)).mend == "Write the audits with commas between them: A1, A2."


def test_finding_of_an_unknown_team(rows: Rows, read: Read) -> None:
    rows["Findings"] = [finding("F1", Scope="Aldder")]
    assert "no such team in this workbook; did you mean Alder?" in only_problem(read(rows)).mend


def test_finding_of_a_team_counts_its_own_audits_only(rows: Rows, read: Read) -> None:
    rows["Findings"] = [finding("F1", Scope="alder", Audit_refs="A1, A3")]
    returns = read(rows)
    warning = only_warning(returns)
    assert (warning.column, warning.value) == ("Audit refs", "A3")
    assert returns.facts.findings[0].team == "Alder"


def test_headline_twice(rows: Rows, read: Read) -> None:
    rows["Findings"] = [finding("F1", Headline=1), finding("F2", Headline=1)]
    problem = only_problem(read(rows))
    assert (problem.row, problem.column) == (3, "Headline")


@pytest.mark.parametrize("headline", [0, 4, "first"])
def test_headline_is_one_of_three(rows: Rows, read: Read, headline: object) -> None:
    rows["Findings"] = [finding("F1", Headline=headline)]
    assert only_problem(read(rows)).column == "Headline"


@pytest.mark.parametrize(
    ("column", "value"), [("Theme", "Weather"), ("Category", "Assesment"), ("Kind", "praise")]
)
def test_finding_with_an_unknown_word(rows: Rows, read: Read, column: str, value: str) -> None:
    rows["Findings"] = [finding("F1") | {column: value}]
    problem = only_problem(read(rows))
    assert (problem.column, problem.value) == (column, value)


def test_action_of_an_unknown_finding(rows: Rows, read: Read) -> None:
    rows["Findings"] = [finding("F1")]
    rows["Actions"] = [
        {"Action ref": "N1", "Finding ref": "F2", "What": "Ask.", "Owner": "Managers"}
    ]
    problem = only_problem(read(rows))
    assert (problem.sheet, problem.column) == ("Actions", "Finding ref")
    assert "did you mean F1?" in problem.mend


# Checks


@pytest.mark.parametrize(("count", "base"), [(21, 20), (0, 0)])
def test_previous_figure_with_an_impossible_base(
    rows: Rows, read: Read, count: int, base: int
) -> None:
    rows["Previous figures"] = [{"Figure": "risk.good", "Count": count, "Base": base}]
    assert only_problem(read(rows)).value == f"{count} of {base}"


@pytest.mark.parametrize("key", ["Risk inadequate", "risk", "risk.Inadequate", "risk..good"])
def test_previous_figure_with_no_key(rows: Rows, read: Read, key: str) -> None:
    rows["Previous figures"] = [{"Figure": key, "Count": 1, "Base": 20}]
    assert only_problem(read(rows)).column == "Figure"


def test_previous_figure_in_the_braces_of_a_token(rows: Rows, read: Read) -> None:
    rows["Previous figures"] = [{"Figure": "{risk.good}", "Count": 1, "Base": 20}]
    assert read(rows).facts.previous_figures[0].key == "risk.good"


@pytest.mark.parametrize("second", ["Audit lead", " AUDIT  LEAD "])
def test_hit_accepted_by_one_person_twice(rows: Rows, read: Read, second: str) -> None:
    row: Row = {"Kind": "team named", "Text": "Cedar", "Reason": "Agreed"}
    rows["Accepted hits"] = [row | {"Accepted by": "Audit lead", "Second person": second}]
    problem = only_problem(read(rows))
    assert problem.column == "Second person"
    assert "two people must accept it" in problem.mend


# One mistake is reported once


def test_reading_with_a_problem_still_stands_for_its_audit(rows: Rows, read: Read) -> None:
    """Its moderated reading, its evidence and its reasons are not problems as well."""
    rows["Readings"].append(again(rows["Readings"][0], Purpose="moderated", Auditor_code="M1"))
    rows["Readings"][0]["Assessment"] = "Goood"
    rows["Findings"] = [finding("F1", Audit_refs="A1")]
    rows["Reasons"] = [{"Audit ref": "A1", "Category": "Assessment", "Reason": "Clear"}]
    returns = read(rows)
    assert only_problem(returns).value == "Goood"
    assert "A1" not in {one.audit for one in returns.facts.readings if one.purpose is Purpose.FIRST}


def test_allocation_with_a_problem_still_stands_for_its_audit(rows: Rows, read: Read) -> None:
    rows["Allocations"][0]["Due on"] = "soon"
    assert only_problem(read(rows)).value == "soon"


def test_rows_without_a_reference_are_not_also_repeats(rows: Rows, read: Read) -> None:
    for row in rows["Readings"][:2]:
        row["Audit ref"] = None
    assert [one.mend[:12] for one in read(rows).problems] == ["Fill this in"] * 2
