import subprocess
import sys
from fractions import Fraction

import pytest

from goldenthread.analysis.figure import Figure, FigureSet, Kind, Selector, Slice
from goldenthread.checker.figures.model import Bound, Mention, Share
from goldenthread.checker.figures.returns.recompute import recompute
from goldenthread.checker.figures.verdicts.judging import judge
from goldenthread.checker.results import Severity, Statement, Verdict
from goldenthread.checker.source import Grid, Part, Passage
from goldenthread.definitions import library

CORE, FOUR = library.framework("core_16"), library.scale("ofsted_4")

RETURNS: dict[tuple[str, Slice], tuple[int, int]] = {
    ("risk.inadequate", ()): (10, 26),
    ("risk.good", ()): (9, 26),
    ("risk.good_or_better", ()): (10, 26),
    ("risk.not_yet_good", ()): (16, 26),
    ("risk.inadequate", (("team", "Alder"),)): (5, 11),
    ("assessment.inadequate", ()): (4, 26),
    ("assessment.good", ()): (9, 26),
    ("management.good", ()): (8, 26),
    ("management.requires_improvement", ()): (12, 26),
    ("voice.good", ()): (3, 9),
    ("overall.good", ()): (8, 26),
    ("returns.at_cut_off", ()): (26, 30),
    ("returns.of_allocated", ()): (26, 32),
}


def figure(key: str, of: Slice, count: int | None, base: int | None, withheld: str = "") -> Figure:
    value = None if count is None or not base else count / base
    return Figure(
        key, Kind.SHARE, "audits", "", "2026-09-01/2026-10-31", "", "1", Selector("judgements"),
        value, count, base, slice=of, suppressed_because=withheld or None,
    )  # fmt: skip


def figures(**withheld: str) -> FigureSet:
    known: dict[tuple[str, Slice], Figure] = {
        k: figure(*k, *shares) for k, shares in RETURNS.items()
    }
    for key, why in withheld.items():
        hidden = (key.replace("__", "."), ())
        known[hidden] = figure(*hidden, None, 26, why)
    previous: dict[tuple[str, Slice], Figure] = {
        ("risk.inadequate", ()): figure("risk.inadequate", (), 8, 24)
    }
    return FigureSet("service", known, previous)


def statement(
    text: str,
    printed: str,
    count: int | None,
    base: int | None,
    *,
    stated: bool = False,
    at: int = 0,
) -> Statement:
    """A statement judged as the checker does, found at the first place of its text from ``at``."""
    share = Share(printed, Fraction(printed) / 100, 0)
    start = text.index(f"{printed}%", at)
    judged = judge(
        Bound(
            Mention(share, count, base, f"{printed}%", 0, start, start), base, stated, count=count
        )
    )
    return Statement(
        f"{printed}%", "line 1", count, judged.base, stated, printed, judged.computed,
        judged.verdict, judged.severity, judged.fits_counts, judged.fits_bases, judged.message,
        0, start,
    )  # fmt: skip


def said(text: str, *found: Statement, of: FigureSet | None = None) -> tuple[Statement, ...]:
    return recompute(found, [Passage(text, "line 1")], of or figures(), CORE, FOUR)


def one(
    text: str,
    printed: str,
    count: int | None = None,
    base: int | None = 26,
    *,
    stated: bool = False,
) -> tuple[Severity, str]:
    """Severity after recomputing, and what was added to the message."""
    before = statement(text, printed, count, base, stated=stated)
    (after,) = said(text, before)
    return after.severity, after.message.removeprefix(before.message).strip()


def test_recompute_wrong_share_says_what_the_returns_give() -> None:
    text = "16 Cases, 39%, were graded Inadequate for identification and response to Risk."
    assert one(text, "39", 16) == (
        Severity.ERROR,
        (
            "The returns give 10 of 26 (38%) for identification of and response to risk graded "
            "inadequate."
        ),
    )


def test_recompute_share_that_is_possible_but_not_so_becomes_an_error() -> None:
    assert (
        one("Of 26 audits, 46% were inadequate for risk.", "46", stated=True)[0] is Severity.ERROR
    )


def test_recompute_right_share_says_that_the_returns_agree() -> None:
    severity, added = one("10 of 26 (38%) were graded inadequate for risk.", "38", 10, stated=True)
    assert severity is Severity.OK
    assert added.startswith("The returns agree: 10 of 26 (38%) for")


def test_recompute_truncated_share_agrees_and_stays_a_note() -> None:
    severity, added = one("9 assessments (34%) were graded as ‘good’.", "34", 9)
    assert severity is Severity.NOTE
    assert added.startswith("The returns agree: 9 of 26 (35%) for assessment graded good")


def test_recompute_missing_base_is_settled_by_returns_that_agree() -> None:
    assert one("38% were inadequate for risk.", "38", None, None)[0] is Severity.OK
    assert one("39% were inadequate for risk.", "39", None, None)[0] is Severity.ERROR


@pytest.mark.parametrize(("printed", "severity"), [("87", "ok"), ("81", "ok"), ("90", "error")])
def test_recompute_return_rate_agrees_with_either_of_its_bases(printed: str, severity: str) -> None:
    assert one(f"This is a return of {printed}%!", printed, 26, None)[0] == severity


@pytest.mark.parametrize(
    ("text", "printed", "agrees"),
    [
        ("For risk 38% were good or better.", "38", True),
        ("For risk 62% were requires improvement or inadequate.", "62", True),
        ("For risk 62% were not good.", "62", True),
        ("For risk 38% were not good.", "38", False),
        ("The voice of the child was good in 33%.", "33", True),
        ("Overall, 31% were good.", "31", True),
        ("Management’s decision-making: 46% RI.", "46", True),
    ],
)
def test_recompute_words_for_grades_and_categories_are_understood(
    text: str, printed: str, agrees: bool
) -> None:
    severity, added = one(text, printed, None, None)
    assert added.startswith("The returns agree" if agrees else "The returns give")
    assert severity is (Severity.OK if agrees else Severity.ERROR)


def test_recompute_base_under_ten_prints_no_percentage() -> None:
    assert "3 of 9 for child's voice" in one("Child's voice: 50% good.", "50")[1]


def test_recompute_two_categories_in_a_sentence_make_a_query_at_most() -> None:
    severity, added = one("Assessment of risk was inadequate in 46%.", "46")
    assert severity is Severity.QUERY
    assert added == (
        "The returns give 4 of 26 (15%) for assessment graded inadequate, and 10 of 26 (38%) for "
        "identification of and response to risk graded inadequate."
    )


def test_recompute_an_arithmetic_error_stays_one_when_the_match_is_unsure() -> None:
    assert one("Assessment of risk was inadequate in 39%.", "39")[0] is Severity.ERROR


def test_recompute_category_of_the_sentence_before_confirms_and_never_contradicts() -> None:
    text = "Management oversight is uneven. {}% were good."
    assert one(text.format(46), "46") == (Severity.OK, "")
    assert one(text.format(31), "31")[1].startswith("The returns agree: 8 of 26 (31%)")


def test_recompute_category_named_in_passing_makes_a_query_at_most() -> None:
    text = "46% were graded inadequate, because response to risk was late."
    assert one(text, "46")[0] is Severity.QUERY


def test_recompute_split_pairs_each_share_with_its_grade() -> None:
    text = "Management oversight: 31% were good and 42% requires improvement."
    first, second = (statement(text, p, None, 26) for p in ("31", "42"))
    after = said(text, first, second)
    assert [s.severity for s in after] == [Severity.OK, Severity.ERROR]
    assert "12 of 26 (46%) for management oversight" in after[1].message


def test_recompute_two_categories_beside_two_shares_are_not_paired() -> None:
    text = "Assessment of risk: 27% were good and 23% inadequate."
    after = said(text, *(statement(text, p, None, None) for p in ("27", "23")))
    assert [s.severity for s in after] == [Severity.QUERY, Severity.QUERY]


def test_recompute_team_that_is_named_takes_its_own_figure() -> None:
    severity, added = one("In Alder, 45% were inadequate for risk.", "45", None, None)
    assert severity is Severity.OK
    assert added.startswith("The returns agree: 5 of 11 (45%)")


@pytest.mark.parametrize(
    "text",
    [
        "Of the children in care 46% were inadequate for risk.",
        "In one team 46% were inadequate for risk.",
        "46% were inadequate for risk last time.",
    ],
)
def test_recompute_narrower_or_earlier_share_is_a_query_at_most(text: str) -> None:
    assert one(text, "46")[0] is Severity.QUERY


def test_recompute_earlier_share_that_was_so_agrees() -> None:
    severity, added = one("Last time 33% were inadequate for risk.", "33", None, None)
    assert severity is Severity.QUERY
    assert added.startswith("The returns agree: 8 of 24 (33%)")


@pytest.mark.parametrize("printed", ["38", "46"])
def test_recompute_withheld_figure_is_neither_told_nor_hinted_at(printed: str) -> None:
    text = f"{printed}% were inadequate for risk."
    before = statement(text, printed, None, None)
    hidden = figures(risk__inadequate="fewer than five")
    assert said(text, before, of=hidden) == (before,)


@pytest.mark.parametrize(
    "text", ["46% of visits were late.", "46% were good.", "Risk: 46% of plans were signed."]
)
def test_recompute_what_names_no_category_and_grade_stays_as_it_was(text: str) -> None:
    assert one(text, "46", None, None) == (Severity.QUERY, "")


def test_recompute_cell_is_matched_by_its_headers() -> None:
    grid = Grid((("", "Inadequate"), ("Risk", "46%")), "table 1")
    parts: list[Part] = [grid]
    where = "table 1, “Risk”, “Inadequate”"
    cell = Statement(
        "46%", where, None, 26, True, "46", "", Verdict.POSSIBLE, Severity.OK, (12,), (), "", 0, 1
    )  # fmt: skip
    (after,) = recompute([cell], parts, figures(), CORE, FOUR)
    assert after.severity is Severity.ERROR
    assert "10 of 26 (38%)" in after.message


@pytest.mark.slow
def test_recompute_loads_no_data_frames() -> None:
    program = (
        "import sys, goldenthread.checker.figures.returns.recompute\n"
        "import goldenthread.checker.claims.check\n"
        "print(sorted({m.split('.')[0] for m in sys.modules} & "
        "{'polars', 'narwhals', 'django', 'numpy'}), 'goldenthread.analysis.counts' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[] False"
