"""Groups that words describe, bases that shares agree on, and wholes that are said in parts."""

import pytest

from goldenthread.checker.figures.bases.running import bound_figures
from goldenthread.checker.source import FileKind, Grid, Part, Passage, Role, Source


def read(*said: str | Part) -> list[tuple[str, int | None, int | None]]:
    """Percentage, count and base of every share of passages; "# " begins a heading."""
    parts = [_part(one) if isinstance(one, str) else one for one in said]
    source = Source("brief.txt", FileKind.TEXT, tuple(parts))
    return [(b.mention.share.printed, b.count, b.base) for b in bound_figures(source.parts)]


def _part(text: str) -> Passage:
    if text.startswith("# "):
        return Passage(text[2:], "line", Role.HEADING, level=2)
    return Passage(text, "line")


@pytest.mark.parametrize(
    ("before", "said", "expected"),
    [
        (
            "Of the 237 pupils, 84 were at primary school and 153 at secondary.",
            "For primary pupils the figure was 98%, for secondary pupils 92%.",
            [("98", None, 84), ("92", None, 153)],
        ),
        (
            "340 families were helped. By the end of the year 212 had closed.",
            "Nineteen of the closed families (9%) came back.",
            [("9", 19, 212)],
        ),
        (
            "We heard from 94 children: 51 girls and 43 boys.",
            "Girls felt safe in 96% of replies and boys in 91%.",
            [("96", None, 51), ("91", None, 43)],
        ),
    ],
)
def test_described_group_named_before_is_the_base(
    before: str, said: str, expected: list[tuple[str, int | None, int | None]]
) -> None:
    assert read(before, said) == expected


def test_described_group_of_a_table_column_has_its_total() -> None:
    table = Grid(
        (
            ("Grade", "Care", "All"),
            ("Good", "19", "60"),
            ("Other", "7", "40"),
            ("Total", "26", "100"),
        ),
        "table 1",
    )
    assert read(table, "In care, 19 audits (73%) were good.") == [("73", 19, 26)]


def test_described_group_that_cannot_be_the_base_is_left() -> None:
    said = read(
        "84 were at primary school and 153 at secondary.", "For primary pupils 12 (9%) left."
    )
    assert said == [("9", 12, None)]


def test_agreed_base_of_three_shares_makes_a_fourth_of_the_list_wrong() -> None:
    found = read(
        "Thank you to everybody: 34 came back and were read.",
        "# What we saw",
        "Books: 12 (35%) had one, 23 (68%) were clear.",
        "Plans: good 6 (18%), poor 19 (56%), bad 9 (27%).",
    )
    assert [base for _, _, base in found] == [34] * 5


def test_agreed_base_of_two_shares_is_too_little() -> None:
    found = read(
        "34 people live here.", "# What we saw", "Books: 12 (35%) had one, 23 (68%) were clear."
    )
    assert [base for _, _, base in found] == [None, None]


def test_return_rate_that_comes_out_right_governs_the_findings() -> None:
    found = read(
        "Thank you for your audits. We had 34 back out of 40, a return of 85%.",
        "# Worries",
        "Supervision was inadequate in 41% of audits.",
    )
    assert found == [("85", 34, 40), ("41", None, 34)]


def test_whole_said_in_parts_governs_when_it_is_printed_later() -> None:
    found = read(
        "48 audits were done by managers and 12 audits by others.",
        "Of the 60, 33 (55%) were good.",
        "# Plans",
        "Plans were clear in 52%.",
    )
    assert found == [("55", 33, 60), ("52", None, 60)]


def test_whole_said_in_parts_that_is_never_printed_does_not_govern() -> None:
    found = read("48 audits were done by managers and 12 by others.", "# Plans", "52% were clear.")
    assert found == [("52", None, None)]


def test_subject_of_a_sentence_tells_what_a_share_alone_is_of() -> None:
    found = read(
        "The officer had 196 referrals and 54 enquiries.",
        "Referrals from health remain low, at 4%.",
    )
    assert found == [("4", None, 196)]


def test_later_whole_that_a_share_can_be_of_takes_the_place_of_one_it_cannot() -> None:
    found = read(
        "All 14 open arrangements were audited, as were 9 that had ended.",
        "Across all 23, consent was on file in 18 (78%).",
        "Children were seen alone in 65% of arrangements.",
    )
    assert found == [("78", 18, 23), ("65", None, 23)]


def test_them_after_a_sentence_without_a_number_are_those_of_the_section() -> None:
    found = read(
        "We audited 64 contacts.", "All were read twice. Disagreement was found in 9% of them."
    )
    assert found == [("9", None, 64)]


def test_where_it_was_is_of_a_number_that_is_not_given() -> None:
    found = read(
        "We audited 60 records. Feedback was sought in 47%, and where it was, 71% were glad."
    )
    assert found[1] == ("71", None, None)


def test_heading_that_says_findings_from_gives_a_base_of_any_noun() -> None:
    found = read(
        "Seen", "# Findings from 36 early years settings", "It was new in 29 settings (81%)."
    )
    assert found == [("81", 29, 36)]


def test_share_alone_goes_on_with_the_base_of_those_before_where_several_govern() -> None:
    found = read(
        "Forms were returned by 88 parents and 132 professionals.",
        "70 (80%) had the report",
        "61 (69%) spoke",
        "27% found the room too full",
    )
    assert [base for _, _, base in found] == [88, 88, 88]


def test_row_of_a_table_is_the_base_of_a_count_that_comes_out_right() -> None:
    rows = (("Team", "Assessments", "In time"), ("Duty", "84", "71"), ("Locality", "46", "37"))
    said = "Duty completed 71 assessments in time (85%)."
    assert read(Grid(rows, "table 1"), said) == [("85", 71, 84)]


def test_all_but_one_is_no_count() -> None:
    found = read("We audited 36 records.", "They were signed in all records but one (97%).")
    assert found == [("97", None, 36)]


def test_one_child_in_five_is_of_the_children() -> None:
    found = read("143 children went missing on 412 occasions.", "One child in five was in care.")
    assert found == [("One child in five", None, 143)]


def test_figures_of_england_are_of_no_base_here() -> None:
    found = read("We audited 36 records.", "England: 82% and 71%.")
    assert [base for _, _, base in found] == [None, None]


def test_share_in_words_and_its_percentage_have_one_base() -> None:
    found = read(
        "448 children were seen.", "Reviews were held for 215 children, which is half (48%)."
    )
    assert found == [("half", 215, 448), ("48", 215, 448)]


def test_share_that_says_what_it_is_of_takes_no_noun_from_the_share_before() -> None:
    found = read(
        "We audited 21 records.",
        "Such children made up 38% of the sample but 17% of the local population of that age.",
    )
    assert found == [("38", None, 21), ("17", None, None)]
