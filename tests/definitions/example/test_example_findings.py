"""Findings and actions of the example: true to the grades, short, and without typed numbers."""

import re
from collections import Counter
from datetime import date
from typing import Any

import pytest

from goldenthread.definitions import library
from goldenthread.definitions.literals import Found, stretches

Grades = dict[str, dict[str, str]]
Sheets = dict[str, list[dict[str, Any]]]

WORDS = {"Text": 35, "So what": 20, "What to do": 25, "Words to try": 20}
"""The most words of each part: the brief has two pages."""

GOOD = {"Good", "Outstanding"}
TOKEN = re.compile(r"\{([^{}]*)\}")
KEYS = re.compile(
    r"(agencies|assessment|management|risk)\."
    r"(good_or_better|not_yet_good|requires_improvement|inadequate)"
    r"|categories\.with_outstanding|challenges\.answered_on_time"
)
FORMS = re.compile(r"(\.(count|base|percent|words))?(@previous)?")


def evidence(row: dict[str, Any]) -> list[str]:
    """The audits that a finding names."""
    return re.split(r"[,;\s]+", row["Audit refs"]) if row.get("Audit refs") else []


def texts(sheets: Sheets) -> list[str]:
    """Everything an author wrote that a brief may print."""
    columns = {
        "Findings": (*WORDS, "Standard", "Source"),
        "Actions": ("What", "Outcome"),
        "Notices": ("Title", "Text"),
        "Asks": ("Ask",),
        "Links": ("Title",),
    }
    written = [
        row.get(c) for sheet, names in columns.items() for row in sheets[sheet] for c in names
    ]
    items = {row["Item"]: row["Value"] for row in sheets["Cycle"]}
    return [str(text) for text in (*written, items["Focus"], items["Method of choosing"]) if text]


@pytest.fixture(params=["current", "previous"])
def cycle(request: pytest.FixtureRequest) -> tuple[Sheets, Grades]:
    """Each cycle's sheets and reported grades."""
    grades = {"current": "reported", "previous": "reported_before"}[request.param]
    return request.getfixturevalue(request.param), request.getfixturevalue(grades)


def test_evidence_of_each_finding_agrees_with_the_grades(cycle: tuple[Sheets, Grades]) -> None:
    sheets, reported = cycle
    for row in sheets["Findings"]:
        audits = evidence(row)
        assert len(set(audits)) == len(audits)
        assert audits or row["Kind"] == "reminder"
        if row["Finding ref"] == "S2" and sheets["Previous figures"]:
            continue  # outstanding in any category: tested by itself
        for audit in audits:
            good = reported[audit][row["Category"]] in GOOD
            assert good == (row["Kind"] == "strength"), (row["Finding ref"], audit)


def test_worry_about_risk_names_exactly_the_audits_graded_inadequate(
    cycle: tuple[Sheets, Grades],
) -> None:
    sheets, reported = cycle
    risk = "Identification of and response to risk"
    (worry,) = (r for r in sheets["Findings"] if r["Kind"] == "worry" and r["Category"] == risk)
    assert set(evidence(worry)) == {a for a, g in reported.items() if g[risk] == "Inadequate"}


@pytest.mark.parametrize(
    ("finding", "category", "grades"),
    [
        ("S1", "Child's voice and lived experience", GOOD),
        ("W2", "Management oversight and decision making", {"Requires improvement", "Inadequate"}),
        ("W3", "Assessment", {"Requires improvement", "Inadequate"}),
        ("W4", "Visiting and relationship", {"Requires improvement", "Inadequate"}),
        ("R7", "Working with other agencies", {"Requires improvement", "Inadequate"}),
    ],
)
def test_finding_about_a_whole_category_names_every_audit_so_graded(
    current: Sheets, reported: Grades, finding: str, category: str, grades: set[str]
) -> None:
    (row,) = (r for r in current["Findings"] if r["Finding ref"] == finding)
    assert set(evidence(row)) == {a for a, g in reported.items() if g.get(category) in grades}


def test_strength_about_outstanding_work_names_every_audit_that_has_any(
    current: Sheets, reported: Grades
) -> None:
    (row,) = (r for r in current["Findings"] if r["Finding ref"] == "S2")
    outstanding = {audit for audit, grades in reported.items() if "Outstanding" in grades.values()}
    assert set(evidence(row)) == outstanding


def test_strengths_are_not_drawn_from_a_category_where_a_third_is_below_good(
    current: Sheets, reported: Grades
) -> None:
    (headline,) = (r for r in current["Findings"] if r["Kind"] == "strength" and r.get("Headline"))
    graded = [g.get(headline["Category"]) for g in reported.values()]
    below = [grade for grade in graded if grade in {"Requires improvement", "Inadequate"}]
    good = [grade for grade in graded if grade in GOOD]
    assert 3 * len(below) < len(below) + len(good)


def test_finding_about_a_team_is_a_strength_of_that_team_and_accepted(
    current: Sheets, first: dict[str, dict[str, Any]]
) -> None:
    about_teams = [row for row in current["Findings"] if row["Scope"] != "service"]
    accepted = {row["Text"]: row for row in current["Accepted hits"]}
    for row in about_teams:
        assert row["Kind"] == "strength"
        assert {first[audit]["Team"] for audit in evidence(row)} == {row["Scope"]}
        hit = accepted[row["Scope"]]
        assert hit["Kind"] == "team named"
        assert hit["Accepted by"] != hit["Second person"]
    assert len(about_teams) == 1


def test_findings_fill_each_list_and_leave_a_few_to_note(current: Sheets) -> None:
    headlines = {row["Headline"]: row["Kind"] for row in current["Findings"] if row.get("Headline")}
    assert headlines == {1: "strength", 2: "worry", 3: "worry"}
    kinds = Counter(row["Kind"] for row in current["Findings"])
    assert kinds == {"strength": 5, "worry": 6, "reminder": 7}
    assert sum(kinds.values()) - 15 in {2, 3}


def test_findings_are_short_enough_for_two_pages(cycle: tuple[Sheets, Grades]) -> None:
    for row in cycle[0]["Findings"]:
        for heading, most in WORDS.items():
            assert len((row.get(heading) or "").split()) <= most, (row["Finding ref"], heading)


def test_headlines_say_everything_that_a_message_needs(current: Sheets) -> None:
    for row in current["Findings"]:
        if row.get("Headline") or row["Kind"] == "worry":
            needed = ("Theme", "So what", "What to do", "Words to try", "Standard", "Source")
            assert all(row.get(heading) for heading in needed), row["Finding ref"]


def test_texts_hold_no_number_but_tokens_and_literals(cycle: tuple[Sheets, Grades]) -> None:
    for text in texts(cycle[0]):
        unmarked = re.sub(r"\{[^{}]*\}|\[\[[^\]]*\]\]", "", text)
        typed = [s.text for s in stretches(unmarked) if s.found is Found.TYPED_NUMBER]
        assert not typed, text


def test_tokens_are_figures_that_the_cycle_has(cycle: tuple[Sheets, Grades]) -> None:
    tokens = [token for text in texts(cycle[0]) for token in TOKEN.findall(text)]
    before = {row["Figure"] for row in cycle[0]["Previous figures"]}
    for token in tokens:
        key = KEYS.match(token)
        assert key, token
        assert FORMS.fullmatch(token[key.end() :]), token
        assert "@previous" not in token or key.group() in before
    assert tokens


def test_texts_hold_no_reference_of_an_audit_a_child_or_an_auditor(
    cycle: tuple[Sheets, Grades],
) -> None:
    sheets = cycle[0]
    columns = ("Audit ref", "Child ref", "Auditor code")
    references = {row[column] for row in sheets["Allocations"] for column in columns}
    for text in texts(sheets):
        assert not references & set(re.findall(r"\w+", text))


def test_themes_and_categories_are_known(cycle: tuple[Sheets, Grades]) -> None:
    themes = {theme.label for theme in library.themes()}
    categories = {category.label for category in library.framework("core_16").categories}
    sheets = cycle[0]
    assert {row["Theme"] for row in sheets["Findings"]} <= themes
    assert {row["Category"] for row in sheets["Findings"]} <= categories
    assert {row["Category"] for row in sheets["Reasons"]} <= categories
    assert {row["Topic"] for row in (*sheets["Links"], *sheets["Helpers"])} <= themes


def test_every_headline_has_a_link_and_somebody_who_helps(current: Sheets) -> None:
    headlines = {row["Theme"] for row in current["Findings"] if row.get("Headline")}
    assert headlines <= {row["Topic"] for row in current["Links"]}
    assert headlines <= {row["Topic"] for row in current["Helpers"]}


def test_actions_have_an_owner_by_role_and_a_date(cycle: tuple[Sheets, Grades]) -> None:
    sheets = cycle[0]
    findings = {row["Finding ref"] for row in sheets["Findings"]}
    names = {row["Name"] for row in sheets["Helpers"]}
    assert {row["Level"] for row in sheets["Actions"]} == {"reader", "leaders"}
    for row in sheets["Actions"]:
        assert row.get("Finding ref") in {*findings, None}
        assert row["Owner"] not in names
        assert isinstance(row["Due"], date)


def test_actions_done_since_last_time_say_what_changed(
    current: Sheets, previous: Sheets, cut_off: date
) -> None:
    done = [row for row in current["Actions"] if row.get("Done")]
    promised = {row["Action ref"]: row for row in previous["Actions"]}
    assert len(done) >= 2
    for row in done:
        assert row["Done"] <= cut_off
        assert row["Outcome"]
        assert (row["Owner"], row["Due"]) == tuple(
            promised[row["Action ref"]][heading] for heading in ("Owner", "Due")
        )
