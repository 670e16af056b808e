"""``goldenthread consistency`` as an analyst uses it: files in, JSON out, mistakes included."""

import csv
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import numpy as np
import pytest
from tests.analysis.agreement.readings import simulated

Run = Callable[..., CompletedProcess[str]]

pytestmark = pytest.mark.slow

HEAD = ("case", "auditor", "category", "grade")
WORDS = ("Inadequate", "Requires improvement", "Good", "Outstanding")

KEYS = {
    "schema_version",
    "file",
    "model",
    "levels",
    "auditors",
    "within_children",
    "categories",
    "thresholds",
    "teams",
    "condition",
    "variance",
    "shares",
    "deviance",
    "log_likelihood",
    "components",
    "linkage",
    "agreement",
    "cases",
    "converged",
    "why_not",
    "method",
    "engine",
    "seconds",
}


def table(path: Path, rows: Sequence[Sequence[object]], head: Sequence[str] = HEAD) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([head, *rows])
    return path


def year(path: Path, *, numbers: bool = False) -> Path:
    """A simulated year: 120 children, a third of them read twice, by 12 auditors."""
    grades = simulated(np.random.default_rng(2), cases=120, auditors=12)
    rows = [
        (
            grades.cases[grades.case[row]],
            grades.auditors[grades.auditor[row]],
            grades.categories[column],
            grade + 1 if numbers else WORDS[grade],
        )
        for row, line in enumerate(grades.grade.tolist())
        for column, grade in enumerate(line)
        if grade >= 0
    ]
    return table(path, rows)


def found(goldenthread: Run, *arguments: str) -> dict[str, Any]:
    done = goldenthread("consistency", *arguments, "--json")
    assert done.returncode == 0, done.stderr
    content: dict[str, Any] = json.loads(done.stdout)
    return content


def test_the_output_has_the_promised_keys_and_fits_its_schema(
    goldenthread: Run, tmp_path: Path
) -> None:
    content = found(goldenthread, str(year(tmp_path / "year.csv")))
    assert set(content) == KEYS
    schema = json.loads(goldenthread("consistency", "--schema").stdout)
    assert set(schema["properties"]) == KEYS
    codes = [each["auditor"] for each in content["auditors"]]
    assert codes == sorted(codes)


def test_fixed_auditors_without_halo_add_to_nought_and_so_do_thresholds(
    goldenthread: Run, tmp_path: Path
) -> None:
    file = str(year(tmp_path / "year.csv"))
    content = found(goldenthread, file, "--model", "fixed", "--no-halo", "--all-estimates")
    assert sum(each["severity"] for each in content["auditors"]) == pytest.approx(0, abs=1e-9)
    assert sum(content["thresholds"]) == pytest.approx(0, abs=1e-9)
    assert content["variance"]["auditor"] is None
    assert content["variance"]["halo"] is None
    assert content["deviance"] == pytest.approx(-2 * content["log_likelihood"])


def test_grades_in_numbers_say_the_same_as_words_and_turned_round_the_opposite(
    goldenthread: Run, tmp_path: Path
) -> None:
    words = found(goldenthread, str(year(tmp_path / "words.csv")), "--all-estimates")
    file = str(year(tmp_path / "numbers.csv", numbers=True))
    high = found(goldenthread, file, "--best", "high", "--all-estimates")
    low = found(goldenthread, file, "--best", "low", "--all-estimates")
    severity = [each["severity"] for each in words["auditors"]]
    assert [each["severity"] for each in high["auditors"]] == pytest.approx(severity, abs=1e-8)
    turned = [-each["severity"] for each in low["auditors"]]
    assert turned == pytest.approx(severity, abs=1e-4)


def test_estimates_that_may_not_be_used_are_withheld_with_the_reason(
    goldenthread: Run, tmp_path: Path
) -> None:
    rows = [(f"C{n}", "Ash" if n % 2 else "Birch", "Risk", WORDS[n % 4]) for n in range(8)]
    content = found(goldenthread, str(table(tmp_path / "few.csv", rows)))
    for auditor in content["auditors"]:
        assert auditor["severity"] is None
        assert auditor["fair_average"] is None
        assert auditor["reportable"] is False
        assert auditor["why_not"] == "not enough audits yet (have 4, need 6)"
    assert content["components"] == [["Ash"], ["Birch"]]


def test_two_groups_who_share_no_child_are_not_set_beside_one_another(
    goldenthread: Run, tmp_path: Path
) -> None:
    rows: list[tuple[str, str, str, str]] = []
    for group, worst in ((("Ash", "Birch"), 0), (("Cedar", "Elm"), 2)):
        for n in range(12):
            for auditor in group:
                for category in ("Risk", "Plan", "Voice"):
                    grade = WORDS[worst + (n + len(category) + len(auditor)) % 2]
                    rows.append((f"{group[0]}{n}", auditor, category, grade))
    content = found(goldenthread, str(table(tmp_path / "two.csv", rows)), "--all-estimates")
    assert content["components"] == [["Ash", "Birch"], ["Cedar", "Elm"]]
    severity = {each["auditor"]: each["severity"] for each in content["auditors"]}
    assert severity["Ash"] + severity["Birch"] == pytest.approx(0, abs=1e-9)
    assert severity["Cedar"] + severity["Elm"] == pytest.approx(0, abs=1e-9)


def test_a_period_keeps_its_months(goldenthread: Run, tmp_path: Path) -> None:
    rows = [
        (f"C{n}", f"A{n % 3}", "Risk", WORDS[n % 4], f"2026-{1 + n % 12:02}") for n in range(48)
    ]
    file = str(table(tmp_path / "months.csv", rows, (*HEAD, "month")))
    content = found(goldenthread, file, "--from", "2026-04-01", "--to", "2026-06-30")
    assert content["linkage"]["audits"] == 12


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([("C1", "Ash", "Risk", "Goood"), ("C2", "Ash", "Risk", "Good")], "line 2, column grade"),
        ([("C1", "Ash", "Risk", "1"), ("C2", "Birch", "Risk", "2")], "--best high"),
        (
            [("C1", "Ash", "Risk", "Good"), ("C1", "Ash", "Risk", "Inadequate")],
            "keep one of the two",
        ),
        ([("C1", "Ash", "Risk", "Good")], "holds one grade only"),
        ([], "holds headings and no grades"),
    ],
)
def test_bad_files_are_refused_with_a_sentence(
    goldenthread: Run, tmp_path: Path, rows: list[tuple[str, ...]], says: str
) -> None:
    done = goldenthread("consistency", str(table(tmp_path / "grades.csv", rows)))
    assert done.returncode == 3
    assert done.stdout == ""
    assert says in done.stderr


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([(f"C{n}", f"A{n % 2}", "Risk", "Good") for n in range(6)], "every grade is the same"),
        ([(f"C{n}", "Ash", "Risk", WORDS[n % 4]) for n in range(6)], "only one auditor"),
        ([("C1", f"A{n}", "Risk", WORDS[n % 4]) for n in range(6)], "only one child"),
    ],
)
def test_grades_that_say_nothing_of_auditors_say_why(
    goldenthread: Run, tmp_path: Path, rows: list[tuple[str, ...]], why: str
) -> None:
    content = found(goldenthread, str(table(tmp_path / "same.csv", rows)))
    assert why in content["why_not"]
    assert content["converged"] is None
    assert all(each["severity"] is None for each in content["auditors"])


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--model", "random"], "--model random is not known; give pooled or fixed."),
        (["--best", "top"], "--best top is not known; give high or low."),
        (["--from", "yesterday"], "--from yesterday is no ISO date; write it as 2026-11-06."),
        (
            ["--from", "2026-06-01", "--to", "2026-05-01"],
            "--from 2026-06-01 is later than --to 2026-05-01; turn them round.",
        ),
    ],
)
def test_wrong_usage_is_said(
    goldenthread: Run, tmp_path: Path, arguments: list[str], says: str
) -> None:
    done = goldenthread("consistency", str(year(tmp_path / "year.csv")), *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{says}\n")


def test_problems_that_are_not_all_named_are_not_counted_wrong(
    goldenthread: Run, tmp_path: Path
) -> None:
    rows = [(f"C{n}", "Ash", "Risk", "Poor") for n in range(40)]
    done = goldenthread("consistency", str(table(tmp_path / "poor.csv", rows)))
    head, *named, last = done.stderr.splitlines()
    assert head.endswith("poor.csv has problems; nothing was computed.")
    assert len(named) == 20
    assert last == "poor.csv, column grade: 20 more lines have such a problem."
