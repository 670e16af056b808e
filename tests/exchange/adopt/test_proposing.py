"""Proposals: what is mapped, why, and what is left alone because it is not sure."""

from pathlib import Path

import pytest
from tests.exchange.adopt.makers.small import AUDIT, HEADINGS, small, with_columns
from tests.exchange.adopt.makers.truth import FRAMEWORK

from goldenthread.exchange.adopt.adopting import FirstAdoption
from goldenthread.exchange.adopt.mapping import Meaning
from goldenthread.exchange.adopt.meaning.categories import Categories, Sureness
from goldenthread.exchange.adopt.meaning.dates import DateOrder

CATEGORIES = Categories(FRAMEWORK)


def said(first: FirstAdoption, column: str) -> tuple[str, str]:
    suggestion = first.proposal.why[column]
    return str(suggestion.target or suggestion.decision.value), suggestion.why


@pytest.mark.parametrize(
    ("heading", "label", "sureness"),
    [
        ("Supervision", "Supervision", Sureness.EXACT),
        ("14. Supervision", "Supervision", Sureness.EXACT),
        ("Risk", "Identification of and response to risk", Sureness.KNOWN),
        ("Grade for risk", "Identification of and response to risk", Sureness.KNOWN),
        ("Q6: How well was risk managed?", "Identification of and response to risk",
         Sureness.WORDS),
        ("Voice of the child", "Child's voice and lived experience", Sureness.KNOWN),
        ("Overall grade for this audit", "Overall", Sureness.KNOWN),
    ],
)  # fmt: skip
def test_heading_names_its_category(heading: str, label: str, sureness: Sureness) -> None:
    match = CATEGORIES.match(heading)
    assert (match.label, match.sureness) == (label, sureness)


@pytest.mark.parametrize(
    "heading",
    [
        "Management oversight and supervision",
        "How well is the plan reviewed?",
        "Is the child's voice heard in planning?",
    ],
)
def test_heading_that_speaks_of_two_categories_names_neither(heading: str) -> None:
    match = CATEGORIES.match(heading)
    assert match.label == ""
    assert len(match.rivals) == 2


def test_column_that_could_be_two_categories_is_left_unmapped_and_says_so(tmp_path: Path) -> None:
    first = with_columns(tmp_path, Management_oversight_and_supervision="Good")
    assert said(first, "Management oversight and supervision") == (
        "not mapped",
        "it holds grades, and could be Management oversight and decision making or Supervision",
    )


def test_two_columns_with_equal_right_are_both_left_unmapped(tmp_path: Path) -> None:
    first = with_columns(tmp_path, **{"How_safe:_risk?": "Good", "Was_risk_seen?": "RI", "b": 1})
    assert said(first, "Risk")[0] == "Readings > Identification of and response to risk"
    headings = [*HEADINGS[:4], "How safe: risk?", "Was risk seen?"]
    first = small(tmp_path, AUDIT, headings=headings)
    why = (
        '"How safe: risk?" and "Was risk seen?" could each be '
        "Readings > Identification of and response to risk"
    )
    assert said(first, "How safe: risk?") == ("not mapped", why)
    assert said(first, "Was risk seen?") == ("not mapped", why)


def test_surer_column_wins_and_the_other_says_which(tmp_path: Path) -> None:
    first = with_columns(tmp_path, How_well_was_risk_managed="Good")
    assert said(first, "How well was risk managed") == (
        "not mapped",
        '"Risk" is surer for Readings > Identification of and response to risk',
    )


@pytest.mark.parametrize(
    ("heading", "value", "place"),
    [
        ("Child's name", "Ivy Adeyemi", "People > Child name"),
        ("DOB", "12/03/2014", "People > Child date of birth"),
        ("Allocated social worker", "Tobias Fenn", "People > Worker name"),
        ("Spoke to", "Tobias Fenn", "not mapped"),
        ("What did the social worker say?", "It was a good conversation.", "not mapped"),
        ("Status", "Returned", "Allocations > Status"),
        ("Status", "CIN", "Readings > Plan type"),
        ("Status", "Amber", "not mapped"),
        ("Age", 7, "Readings > Age band"),
        ("Plan", "CP", "Readings > Plan type"),
        ("Plan", "Good", "Readings > Planning (CIN/CP/care/pathway plan)"),
        ("Moderated risk grade", "RI", "Moderated > Identification of and response to risk"),
        ("Is the child safe?", "No", "Escalations > Child safe"),
        ("0-10: how safe does mum feel?", 7, "Feedback > parent"),
        ("0-10: how safe does the parent think the child is?", 7, "not mapped"),
        ("How many visits?", 12, "not mapped"),
        ("Chronology on file", "Yes", "not mapped"),
        ("Moderated overall grade", "RI", "Moderated > Overall"),
        ("Child's voice", 7, "not mapped"),
    ],
)
def test_column_is_proposed_by_its_heading_and_its_values(
    heading: str, value: object, place: str, tmp_path: Path
) -> None:
    first = small(tmp_path, [*AUDIT, value], headings=[*HEADINGS, heading])
    assert said(first, heading)[0] == place


def test_evidence_beside_a_reason_is_where_to_see_it_and_alone_it_is_the_reason(
    tmp_path: Path,
) -> None:
    both = with_columns(tmp_path, Reason_for_risk_grade="Seen.", Evidence_for_risk="Minutes")
    label = "Identification of and response to risk"
    assert said(both, "Reason for risk grade")[0] == f"Reasons > {label}"
    assert said(both, "Evidence for risk")[0] == f"Reasons > {label} > Piece of work"
    alone = with_columns(tmp_path, Evidence_for_risk="Minutes of the core group")
    assert said(alone, "Evidence for risk")[0] == f"Reasons > {label}"


def test_reason_that_follows_no_grade_is_left_unmapped(tmp_path: Path) -> None:
    headings = ["Audit ref", "Comments", "Child ID", "Date of audit", "Risk", "Assessment"]
    row = ["N1", "Late because of leave", "1042", "13/01/2026", "Good", "RI"]
    assert said(small(tmp_path, row, headings=headings), "Comments")[0] == "not mapped"


def test_values_are_translated_when_exact_and_unknown_otherwise(tmp_path: Path) -> None:
    first = small(tmp_path, AUDIT, ["N2", "1043", "x@y.example", "14/01/2026", "Goodish", "n/a"])
    grades = first.proposal.column_map.values[Meaning.GRADES]
    assert grades == {
        "RI": "Requires improvement",
        "Good": "Good",
        "Goodish": "unknown",
        "n/a": "Not applicable",
    }
    (problem,) = first.adopted.problems
    assert (problem.row, problem.column, problem.value) == (3, "Risk", "Goodish")


def test_report_lists_what_is_proposed_without_being_certain(tmp_path: Path) -> None:
    headings = ["How was risk managed?", "Reason", "Assessment"]
    rows = [[*AUDIT[:4], "Good", "Seen twice", "RI"], [*AUDIT[:4], "RI", "Late", "Solid"]]
    report = small(tmp_path, *rows, headings=[*HEADINGS[:4], *headings]).adopted.report
    why = "the question has the category's words in it"
    assert report.to_check == (
        f'"How was risk managed?" became Readings > Identification of and response to risk: {why}.',
        "1 column of reasons was matched to the grade that it follows.",
        'Not understood among the grades: "Solid".',
    )


def test_bare_numbers_are_no_grades_of_four(tmp_path: Path) -> None:
    first = small(tmp_path, [*AUDIT[:4], 1, 2], [*AUDIT[:4], 2, 3])
    place, why = said(first, "Risk")
    assert place == "not mapped"
    assert why.endswith("but it does not hold grades of this scale")


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        (("13/01/2026", "02/03/2026"), DateOrder.DAY_FIRST),
        (("01/13/2026", "02/03/2026"), DateOrder.MONTH_FIRST),
        (("01/02/2026", "02/03/2026"), DateOrder.UNDECIDED),
        (("13/01/2026", "01/13/2026"), DateOrder.UNDECIDED),
        (("3 March 2026", "2026-03-04"), DateOrder.DAY_FIRST),
    ],
)
def test_date_order_is_what_the_dates_show(
    dates: tuple[str, str], order: DateOrder, tmp_path: Path
) -> None:
    rows = [[f"N{n}", f"104{n}", "a@b.example", day, "Good", "RI"] for n, day in enumerate(dates)]
    assert small(tmp_path, *rows).proposal.column_map.date_order is order
