"""The report as it is read. The texts in ``printed/`` are what the command printed, kept.

``python -m tests.engine.consistency.test_terminal`` writes them again; read them when it does.
"""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.engine.consistency import years

from goldenthread.engine.consistency.printed import consistency_json
from goldenthread.engine.consistency.run import Consistency, ConsistencyRequest, consistency
from goldenthread.engine.consistency.terminal import report

PRINTED = Path(__file__).parent / "printed"
MAKERS = {"year": years.year, "month": years.month}
NEVER_SAID = ("severe", "significant", "substantial", "logit", "rank", "worst", " case", "nan")


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Consistency:
    return consistency(ConsistencyRequest(years.year(tmp_path_factory.mktemp("year"))))


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory) -> Consistency:
    return consistency(ConsistencyRequest(years.month(tmp_path_factory.mktemp("month"))))


@pytest.mark.slow
@pytest.mark.parametrize("name", MAKERS)
def test_report_reads_as_it_was_kept(name: str, request: pytest.FixtureRequest) -> None:
    kept = (PRINTED / f"{name}.txt").read_text(encoding="utf-8")
    assert f"{report(request.getfixturevalue(name), 80)}\n" == kept


@pytest.mark.slow
@pytest.mark.parametrize("width", [20, 47, 80, 100])
def test_every_line_fits_the_terminal(year: Consistency, width: int) -> None:
    assert max(map(len, report(year, width).splitlines())) <= width


@pytest.mark.slow
@pytest.mark.parametrize("word", NEVER_SAID)
def test_words_that_judge_or_that_nobody_knows_are_never_said(
    year: Consistency, month: Consistency, word: str
) -> None:
    everything = f" {report(year, 100)} {report(month, 100)}".lower()
    assert word not in everything


@pytest.mark.slow
def test_auditors_stand_in_the_order_of_their_codes(year: Consistency) -> None:
    text = report(year, 100)
    section = text[text.index("HOW DOES EACH AUDITOR") : text.index("WHICH CATEGORIES")]
    told, others = section.split("cannot be told apart from colleagues; ")
    for part in (told, others):
        names = [line.split()[1] for line in part.splitlines() if line.startswith("  - ")]
        assert names == sorted(names)
    assert "not for performance or discipline" in section


@pytest.mark.slow
def test_a_month_says_that_it_is_too_few_and_names_nobody(month: Consistency) -> None:
    text = " ".join(report(month, 80).split())
    assert "graded 2 children’s records; that is too few to say whether auditors agree" in text
    assert "Of 8 auditors nothing is said yet" in text
    assert "%" not in text.replace("95%", "")
    assert "than colleagues would" not in text


@pytest.mark.slow
def test_all_estimates_are_said_to_be_too_uncertain_to_use(year: Consistency) -> None:
    asked = replace(year, request=replace(year.request, all_estimates=True))
    before, banner, after = report(asked, 200).partition("What follows is too uncertain")
    assert banner
    assert "Hari" in after
    assert "Hari graded" not in before
    assert "too uncertain" not in report(year, 200)


@pytest.mark.slow
def test_a_calculation_that_did_not_settle_says_nothing_of_anybody(year: Consistency) -> None:
    assert year.fit is not None
    text = report(replace(year, fit=replace(year.fit, converged=False)), 100)
    assert "did not settle, so nothing is said" in text
    assert "than colleagues would" not in text
    assert "WHICH CATEGORIES" not in text
    assert "WHICH CHILDREN" not in text
    assert "Amir, Bea, Cleo, Dan, Esi and Finn: the calculation did not settle" in text


@pytest.mark.slow
def test_a_calculation_that_did_not_settle_gives_no_estimates_as_json(year: Consistency) -> None:
    assert year.fit is not None
    unsettled = replace(year, fit=replace(year.fit, converged=False))
    amir = json.loads(consistency_json(unsettled))["auditors"][0]
    assert (amir["severity"], amir["reportable"]) == (None, False)
    assert amir["why_not"] == "the calculation did not settle"


@pytest.mark.slow
def test_the_command_says_when_parts_of_the_model_were_left_out(tmp_path: Path) -> None:
    file = years.year(tmp_path)
    without = report(consistency(ConsistencyRequest(file, halo=False)), 200)
    assert "every range here is too narrow" in without
    fixed = report(consistency(ConsistencyRequest(file, model="fixed")), 200)
    assert "Each auditor was taken alone (--model fixed)" in fixed


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([f"C{n},{who},Risk,Good" for n in range(25) for who in "AB"], "every grade is the same"),
        ([f"C{n},A,Risk,{years.GRADES[n % 4]}" for n in range(9)], "there is only one auditor"),
        ([f"C1,A{n},Risk,{years.GRADES[n % 4]}" for n in range(9)], "there is only one child"),
    ],
)
def test_grades_that_say_nothing_say_why(tmp_path: Path, rows: list[str], said: str) -> None:
    file = years.written(tmp_path / "odd.csv", rows, "case,auditor,category,grade")
    text = " ".join(report(consistency(ConsistencyRequest(file)), 80).split())
    assert f"Nothing can be said of children and auditors: {said}" in text
    assert "than colleagues would" not in text


@pytest.mark.parametrize(
    ("rows", "model", "said"),
    [
        (
            [
                f"C{n},{who},{category},{grade}"
                for n in range(9)
                for who in "AB"
                for category, grade in (("Risk", "Good"), ("Plan", "Inadequate"))
            ],
            "pooled",
            "in each category every grade is the same, so nothing can be said of who gave it",
        ),
        (
            [
                f"C{n},{who},Risk,{grade}"
                for n in range(9)
                for who, grade in (("A", "Good"), ("B", "Inadequate"))
            ],
            "fixed",
            "auditors who are taken alone must each have given better and worse grades",
        ),
        (
            [f"C{n},A,Risk,Good" for n in range(9)]
            + [f"C{n},B,Risk,{years.GRADES[n % 4]}" for n in range(9)]
            + [f"C{n},C,Risk,Outstanding" for n in range(9)],
            "fixed",
            "",
        ),
        (
            [f"C{n},A,Risk,{years.GRADES[n % 4]}" for n in range(9)]
            + [f"C{n},B,Risk,Outstanding" for n in range(9)],
            "fixed",
            "there is only one auditor whose grades differ, so there is nobody to compare with",
        ),
        (
            ["C1,A,Risk,Good", "C1,B,Risk,Inadequate", "C2,A,Plan,Good"],
            "pooled",
            "there is only one child with grades to compare, so children cannot be told",
        ),
    ],
)
def test_what_stands_in_the_way_is_what_is_said(
    tmp_path: Path, rows: list[str], model: str, said: str
) -> None:
    file = years.written(tmp_path / "odd.csv", rows, "case,auditor,category,grade")
    found = consistency(ConsistencyRequest(file, model=model))
    assert said in (found.why_not or "")
    assert bool(said) == (found.fit is None)


def test_a_question_without_an_answer_is_not_asked(tmp_path: Path) -> None:
    rows = ["C1,A,Risk,Good,2026-01", "C2,A,Risk,,2026-02", "C3,B,Risk,,2026-02"]
    file = years.written(tmp_path / "blank.csv", rows, "case,auditor,category,grade,month")
    text = report(consistency(ConsistencyRequest(file, since=date(2026, 2, 1))), 80)
    assert "WHO CAN BE COMPARED" not in text


@pytest.mark.slow
def test_one_category_alone_is_not_said_to_be_like_the_others(tmp_path: Path) -> None:
    rows = [f"C{n},{who},Risk,{years.GRADES[n % 4]}" for n in range(9) for who in "AB"]
    file = years.written(tmp_path / "one.csv", rows, "case,auditor,category,grade")
    assert "WHICH CATEGORIES" not in report(consistency(ConsistencyRequest(file)), 80)


@pytest.mark.slow
def test_names_that_are_long_or_move_the_cursor_stay_on_their_lines(tmp_path: Path) -> None:
    long, hidden = "Very long name " * 30, "Ann\N{RIGHT-TO-LEFT OVERRIDE}a"
    rows = [
        f"C{n}{'x' * 90},{who},Risk,{years.GRADES[(n + place) % 4]}"
        for n in range(12)
        for place, who in enumerate((long.strip(), hidden))
    ]
    file = years.written(tmp_path / "names.csv", rows, "case,auditor,category,grade")
    text = report(consistency(ConsistencyRequest(file)), 80)
    assert max(map(len, text.splitlines())) <= 80
    assert text.replace("\n", "").isprintable()


def _write() -> None:
    PRINTED.mkdir(exist_ok=True)
    for name, make in MAKERS.items():
        with TemporaryDirectory() as folder:
            found = consistency(ConsistencyRequest(make(Path(folder))))
        (PRINTED / f"{name}.txt").write_text(f"{report(found, 80)}\n", encoding="utf-8")


if __name__ == "__main__":
    _write()
