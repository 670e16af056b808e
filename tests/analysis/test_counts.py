"""Counting: what goes in is checked, what comes out is plain, and two ways give one answer."""

import subprocess
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import polars
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.analysis import counts
from goldenthread.analysis.tables import (
    DECLARED,
    AuditRow,
    EvidenceRow,
    FactsError,
    JudgementRow,
    Where,
    where,
)

AUDIT = AuditRow("A1", "Alder", "child_in_need", "2026-09", date(2026, 9, 15), "no", "no")


def audits(*changes: dict[str, Any]) -> counts.Rows:
    """Audits alike but for the changes."""
    return counts.load("audits", [AUDIT._replace(**change) for change in changes])


def test_count_by_gives_numbers_in_sorted_order_as_text() -> None:
    rows = audits({"team": "Beech"}, {"team": "Alder"}, {"team": "Beech"})
    tally = counts.count_by(rows, ("team", "occurred_on"))
    assert list(tally.counts.items()) == [
        (("Alder", "2026-09-15"), 1),
        (("Beech", "2026-09-15"), 2),
    ]


def test_count_by_keeps_to_the_conditions_and_says_so() -> None:
    rows = audits({"moderated": "yes"}, {"moderated": "no"}, {"moderated": "yes", "team": "Beech"})
    tally = counts.count_by(rows, ("team",), where(moderated="yes"))
    assert tally.counts == {("Alder",): 1, ("Beech",): 1}
    assert tally.selector().where == (("moderated", ("yes",)),)


@pytest.mark.parametrize("table", DECLARED)
def test_load_table_without_rows_counts_nothing(table: str) -> None:
    columns = list(DECLARED[table].__annotations__)
    assert counts.count_by(counts.load(table, []), columns).counts == {}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"team": None}, "column team: None is not text"),
        ({"team": 7}, "column team: 7 is not text"),
        ({"occurred_on": "2026-09-15"}, "column occurred_on: '2026-09-15' is not a date"),
    ],
)
def test_load_value_of_another_type_is_refused_with_its_place(
    change: dict[str, Any], message: str
) -> None:
    with pytest.raises(FactsError, match=f"^Table audits, row 2, {message}; mend"):
        audits({}, change)


def test_load_row_with_a_value_too_few_is_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        counts.load("evidence", [EvidenceRow("F1", "A1"), ("F1",)])


JUDGEMENT = JudgementRow("A1", "Alder", "child_in_need", "2026-09", "risk", "graded", "good", "")


def write(path: Path, *changes: dict[str, Any]) -> Path:
    """A Parquet file of judgements alike but for the changes."""
    rows = [JUDGEMENT._asdict() | change for change in changes]
    polars.DataFrame(rows).write_parquet(path / "judgements.parquet")
    return path / "judgements.parquet"


def test_shares_by_month_category_and_level_from_a_file(tmp_path: Path) -> None:
    october: dict[str, Any] = {"month": "2026-10"}
    file = write(tmp_path, {}, {}, {"level": "inadequate"}, october, october | {"level": ""})
    graded = where(level=("good", "inadequate"))
    found = counts.shares_by(
        counts.scan("judgements", file), ("month", "category"), "level", graded
    )
    assert found == {
        ("2026-09", "risk", "good"): counts.Share(2, 3),
        ("2026-09", "risk", "inadequate"): counts.Share(1, 3),
        ("2026-10", "risk", "good"): counts.Share(1, 1),
    }


def test_scan_file_with_a_column_of_another_type_is_refused(tmp_path: Path) -> None:
    file = write(tmp_path, {"level": 2})
    with pytest.raises(
        FactsError, match=r"^File judgements\.parquet: .* column level that holds text"
    ):
        counts.scan("judgements", file)


def test_scan_file_without_a_column_is_refused(tmp_path: Path) -> None:
    polars.DataFrame({"level": ["good"]}).write_parquet(tmp_path / "x.parquet")
    with pytest.raises(FactsError, match="needs a column audit that holds text"):
        counts.scan("judgements", tmp_path / "x.parquet")


def test_count_by_file_with_nulls_is_refused(tmp_path: Path) -> None:
    frame = counts.scan("judgements", write(tmp_path, {}, {"level": None}))
    with pytest.raises(FactsError, match="column level: rows that hold nothing: 1;"):
        counts.count_by(frame, ("category", "level"))


@pytest.mark.slow
@given(
    st.lists(
        st.builds(
            AUDIT._replace,
            team=st.sampled_from(["Alder", "Beech", "Élan", ""]),
            occurred_on=st.dates(date(2026, 9, 1), date(2026, 9, 3)),
            moderated=st.sampled_from(["yes", "no"]),
        ),
        min_size=1,
    ),
    st.sampled_from(
        [(), where(moderated="yes"), where(occurred_on=["2026-09-01", "2026-09-02"], team="Alder")]
    ),
)
@settings(max_examples=40)
def test_count_by_gives_one_answer_in_memory_and_on_an_engine(
    rows: list[AuditRow], conditions: Where
) -> None:
    columns = ("team", "occurred_on")
    with TemporaryDirectory() as folder:
        file = Path(folder) / "audits.parquet"
        polars.DataFrame([row._asdict() for row in rows]).write_parquet(file)
        on_engine = counts.count_by(counts.scan("audits", file), columns, conditions)
    assert counts.count_by(counts.load("audits", rows), columns, conditions) == on_engine


@pytest.mark.slow
@pytest.mark.parametrize("module", ["cycle", "figure", "facts", "phrases"])
def test_modules_of_analysis_do_not_load_data_frames(module: str) -> None:
    code = (
        f"import sys, goldenthread.analysis.{module};"
        "print({'polars', 'narwhals'} & sys.modules.keys())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
