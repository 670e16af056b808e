"""Tallies: small tables of counts."""

from goldenthread.analysis.figure import Selector
from goldenthread.analysis.tables import where
from goldenthread.analysis.tally import Tally

TALLY = Tally(
    "judgements",
    ("audit", "category", "level"),
    {
        ("A1", "risk", "good"): 1,
        ("A1", "planning", "good"): 1,
        ("A2", "risk", "inadequate"): 1,
        ("A2", "planning", ""): 1,
    },
)


def test_tally_counts_rows_that_meet_all_conditions() -> None:
    assert TALLY.count() == 4
    assert TALLY.count(where(level=("good", "inadequate"))) == 3
    assert TALLY.count(where(category="risk", level="good")) == 1
    assert TALLY.count(where(category="fun")) == 0


def test_tally_narrowed_remembers_its_conditions_in_the_selector() -> None:
    risk = TALLY.narrow(where(category="risk"))
    assert risk.values("level") == ("good", "inadequate")
    assert risk.selector(where(level="good")) == Selector(
        "judgements", (("category", ("risk",)), ("level", ("good",)))
    )


def test_tally_totals_add_over_the_other_columns() -> None:
    assert TALLY.totals("audit") == {"A1": 2, "A2": 2}


def test_tally_clusters_hold_those_with_none_of_the_part() -> None:
    graded = where(level=("good", "inadequate"))
    assert TALLY.clusters("audit", where(level="good"), graded) == [(0, 1), (2, 2)]
