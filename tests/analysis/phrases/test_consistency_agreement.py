"""Sentences about agreement; counts by hand from small tables."""

from dataclasses import fields, replace

from goldenthread.analysis.agreement import Agreement, Coefficient, Table
from goldenthread.analysis.phrases.consistency_agreement import (
    Pairs,
    agreed,
    agreed_in_short,
    by_distance,
    coefficients,
    pairs_of,
)
from goldenthread.analysis.phrases.pieces import plain_text

TABLE = Table(("Bad", "Fair", "Good"), ((4, 3, 1), (3, 10, 6), (1, 6, 8)))
"""21 pairs: 2, 5 and 4 of the same grade; 3 and 6 one apart; 1 two apart."""
COEFFICIENTS = [field.name for field in fields(Agreement)][2:-1]
KNOWN = Coefficient(0.5, 0.4, 0.6)
FEW = Coefficient(0.5, why_not="too few")


def agreement(children: int, found: Coefficient = KNOWN, table: Table = TABLE) -> Agreement:
    return Agreement(
        children=children,
        units=sum(map(sum, table.counts)) // 2,
        table=table,
        **dict.fromkeys(COEFFICIENTS, found),
    )


def test_pairs_are_counted_once_and_chance_is_that_of_the_grades_given() -> None:
    given = (8, 19, 15)
    assert pairs_of(TABLE) == Pairs(
        total=21,
        same=11,
        within_one=20,
        chance=42 * 42,
        chance_same=sum(n * n for n in given),
        chance_within_one=42 * 42 - 2 * 8 * 15,
    )


def test_enough_children_are_said_in_counts_with_ranges_and_chance() -> None:
    assert plain_text(agreed(agreement(20))) == (
        "Two auditors or more graded 20 children’s records. Of their 21 pairs of grades, 11 (52%)"
        " were the same (range: 40% to 60%) and 20 (95%) within one grade (range: 40% to 60%). Had"
        " the same grades been dealt out by chance, 37% would have been the same and 86% within"
        " one."
    )


def test_a_range_that_could_not_be_drawn_is_left_out() -> None:
    said = plain_text(agreed(agreement(20, Coefficient(0.5, why_not="often all the same"))))
    assert "11 (52%) were the same and 20 (95%) within one grade. Had" in said


def test_too_few_children_are_said_in_counts_alone() -> None:
    assert plain_text(agreed(agreement(4, FEW))) == (
        "Two auditors or more graded 4 children’s records; that is too few to say whether auditors"
        " agree (it takes 20). Of their 21 pairs of grades, 11 were the same; but the grades of one"
        " child go together, and are one judgement rather than many."
    )


def test_one_pair_none_the_same_and_all_the_same_read_well() -> None:
    one = Table(("Bad", "Good"), ((0, 1), (1, 0)))
    alike = Table(("Bad", "Good"), ((6, 0), (0, 4)))
    apart = Table(("Bad", "Good"), ((0, 3), (3, 0)))
    said = [plain_text(agreed(agreement(1, FEW, table))) for table in (one, alike, apart)]
    assert "Two auditors or more graded 1 child’s record;" in said[0]
    assert "Their one pair of grades was not the same;" in said[0]
    assert "All 5 of their pairs of grades were the same;" in said[1]
    assert "Of their 3 pairs of grades, none was the same;" in said[2]


def test_nobody_read_twice_says_that_nothing_can_be_said() -> None:
    nobody = replace(agreement(0, FEW), units=0)
    assert plain_text(agreed(nobody)) == (
        "No child’s record was graded by two auditors, so nothing can be said of whether auditors"
        " agree."
    )


def test_a_table_that_is_too_wide_is_told_by_distance() -> None:
    assert plain_text(by_distance(TABLE)) == "11 the same, 9 one apart and 1 further apart."


def test_coefficients_stand_in_the_method_note_with_their_ranges_and_without_a_verdict() -> None:
    said = plain_text(coefficients(agreement(20)))
    assert said.startswith("Krippendorff’s alpha (ordinal) 0.50 (0.40 to 0.60), Gwet’s AC2")
    assert said.endswith("No value is a pass mark.")
    assert coefficients(agreement(19, FEW)) == ()
    assert coefficients(agreement(20, Coefficient(None, why_not="all the same"))) == ()


def test_in_short_it_is_counts_alone() -> None:
    assert plain_text(agreed_in_short(agreement(20))) == (
        "20 children’s records were graded by different auditors: 11 of 21 pairs of grades (52%)"
        " were the same, and 20 of 21 (95%) within one grade."
    )


def test_in_short_it_names_the_months_of_the_audits() -> None:
    said = plain_text(agreed_in_short(agreement(20), ["2025-09", "2026-11"]))
    assert said.startswith(
        "From September 2025 to November 2026, 20 children’s records were graded"
    )
    assert plain_text(agreed_in_short(agreement(20), ["2026-09"])).startswith("In September 2026, ")
