"""Exit codes, standard output and standard error of every command (design.md §10.2)."""

import hashlib
import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

pytestmark = pytest.mark.slow

FILES = [f"learning-brief.{ext}" for ext in ("docx", "pdf", "pptx", "html", "md", "xlsx")]


def spoil(path: Path, sheet: str, row: int, heading: str, value: str | int) -> None:
    """Write a value into a workbook, as somebody would in Excel."""
    book = openpyxl.load_workbook(path)
    headings = [cell.value for cell in book[sheet][1]]
    book[sheet].cell(row, headings.index(heading) + 1, value)
    book.save(path)


def test_example_then_brief_gives_every_file_and_names_them_on_stdout(
    goldenthread: Run, tmp_path: Path
) -> None:
    assert goldenthread("example").stdout == "returns.xlsx\n"
    made = goldenthread("brief", "returns.xlsx")
    assert (made.returncode, made.stderr) == (0, "")
    assert made.stdout.split() == [f"brief/{name}" for name in (*FILES, "manifest.json")]
    manifest = json.loads((tmp_path / "brief/manifest.json").read_text())
    assert [entry["file"] for entry in manifest["files"]] == FILES
    for entry in manifest["files"]:
        content = (tmp_path / "brief" / entry["file"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == entry["sha256"]
        assert entry["checker"]["errors"] == 0
        assert sum(entry["checker"]["effect"].values()) == 24
    assert manifest["as_at"] == "2026-11-06"
    assert manifest["audience"] == "service"


def test_same_workbook_gives_the_same_bytes(
    goldenthread: Run, returns: Path, tmp_path: Path
) -> None:
    for folder in ("one", "two"):
        assert goldenthread("brief", returns, "-o", folder).returncode == 0
    for name in (*FILES, "manifest.json"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_existing_files_are_refused_and_left_alone(
    goldenthread: Run, returns: Path, tmp_path: Path
) -> None:
    goldenthread("brief", returns, "--format", "md")
    (tmp_path / "brief/learning-brief.md").write_text("mine")
    again = goldenthread("brief", returns, "--format", "md")
    assert (again.returncode, again.stdout) == (4, "")
    assert "--force" in again.stderr
    assert (tmp_path / "brief/learning-brief.md").read_text() == "mine"
    assert goldenthread("brief", returns, "--format", "md", "--force").returncode == 0
    assert (tmp_path / "brief/learning-brief.md").read_text() != "mine"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["brief", "--layout", "no-such"], "no layout no-such"),
        (["brief", "--format", "doc"], "no format doc"),
        (["brief", "--format", ""], "no format"),
        (["brief", "--audience", "press"], "no audience press"),
        (["brief", "--as-at", "6/11/2026"], "ISO date"),
        (["brief", "--as-at", "2026-08-01"], "before the cycle began"),
        (["figures", "--audience", "press"], "no audience press"),
    ],
)
def test_wrong_usage_exits_2_with_one_sentence(
    goldenthread: Run, returns: Path, arguments: list[str], words: str
) -> None:
    command, *options = arguments
    result = goldenthread(command, returns, *options)
    assert (result.returncode, result.stdout) == (2, "")
    assert words in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments", [["brief"], ["figures"], ["adopt"], ["nonsense"], ["brief", "--nonsense"]]
)
def test_missing_and_unknown_arguments_exit_2(goldenthread: Run, arguments: list[str]) -> None:
    result = goldenthread(*arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr


@pytest.mark.parametrize("command", ["brief", "figures"])
def test_a_file_that_cannot_be_read_exits_3_with_one_sentence(
    goldenthread: Run, tmp_path: Path, command: str
) -> None:
    (tmp_path / "letter.xlsx").write_bytes(b"%PDF-1.7 not a workbook")
    for name in ("letter.xlsx", "missing.xlsx"):
        result = goldenthread(command, name)
        assert (result.returncode, result.stdout) == (3, "")
        assert len(result.stderr.splitlines()) == 1
        assert name in result.stderr


@pytest.mark.parametrize("command", ["brief", "figures"])
def test_every_row_problem_is_listed_and_nothing_is_written(
    goldenthread: Run, returns: Path, tmp_path: Path, command: str
) -> None:
    spoil(returns, "Readings", 3, "Assessment", "Goood")
    spoil(returns, "Readings", 5, "Supervision", 2)
    spoil(returns, "Feedback", 2, "Answer", 11)
    result = goldenthread(command, returns)
    assert (result.returncode, result.stdout) == (3, "")
    head, *problems = result.stderr.splitlines()
    assert "3 problems; nothing was written" in head
    assert [problem.split(":")[0] for problem in problems] == [
        "Readings, row 3, column Assessment",
        "Readings, row 5, column Supervision",
        "Feedback, row 2, column Answer",
    ]
    assert "Good" in problems[0]
    assert not (tmp_path / "brief").exists()


def test_a_typed_number_is_refused_with_its_place(
    goldenthread: Run, returns: Path, tmp_path: Path
) -> None:
    spoil(returns, "Findings", 2, "Text", "16 cases, 39%, were graded inadequate.")
    result = goldenthread("brief", returns)
    assert (result.returncode, result.stdout) == (4, "")
    assert "Findings, row 2, column Text: “16”" in result.stderr
    assert "“39%”" in result.stderr
    assert not (tmp_path / "brief").exists()


def test_a_worry_that_names_a_team_is_refused(goldenthread: Run, returns: Path) -> None:
    spoil(returns, "Findings", 7, "So what", "In the Alder team this leads to drift.")
    result = goldenthread("brief", returns)
    assert (result.returncode, result.stdout) == (4, "")
    assert "Alder" in result.stderr


def test_earlier_cycle_comes_from_the_option_before_the_sheet(
    goldenthread: Run, returns: Path, previous: Path, tmp_path: Path
) -> None:
    spoil(returns, "Previous figures", 2, "Count", 1)
    assert goldenthread("brief", returns, "--previous", previous, "--format", "md").returncode == 0
    text = (tmp_path / "brief/learning-brief.md").read_text()
    assert "9 of 21 (43%)" in text


def test_as_at_leaves_out_what_came_later(goldenthread: Run, returns: Path) -> None:
    result = goldenthread("figures", returns, "--json", "--as-at", "2026-09-30")
    figures = {(f["key"], str(f["slice"])): f for f in json.loads(result.stdout)["figures"]}
    assert figures["audits.returned", "{}"]["numerator"] == 12


def test_figures_json_holds_the_promised_keys(goldenthread: Run, returns: Path) -> None:
    output = json.loads(goldenthread("figures", returns, "--json").stdout)
    assert set(output) == {"schema_version", "file", "as_at", "audience", "figures", "problems"}
    figures = {f["key"]: f for f in output["figures"] if f["slice"] == {}}
    risk = figures["risk.inadequate"]
    assert (risk["numerator"], risk["denominator"], risk["text"]) == (10, 26, "10 of 26 (38%)")
    assert (round(risk["lower"], 4), round(risk["upper"], 4)) == (0.2243, 0.5747)
    assert figures["returns.at_cut_off"]["text"] == "26 of 30 (87%)"
    assert figures["returns.of_allocated"]["text"] == "26 of 32 (81%)"


def test_figures_json_obeys_its_own_schema(goldenthread: Run, returns: Path) -> None:
    from goldenthread.engine.outputs import FiguresOut

    schema = json.loads(goldenthread("figures", "--schema").stdout)
    assert schema["required"] == list(FiguresOut.model_fields)
    assert "schema_version" in schema["properties"]
    FiguresOut.model_validate_json(goldenthread("figures", returns, "--json").stdout)


def test_template_is_read_back_with_only_what_is_missing(goldenthread: Run) -> None:
    assert goldenthread("template", "-o", "empty.xlsx").returncode == 0
    result = goldenthread("figures", "empty.xlsx")
    assert (result.returncode, result.stdout) == (3, "")
    assert "Cycle" in result.stderr
    assert "Readings" in result.stderr


def test_interrupting_exits_130_and_leaves_nothing(returns: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "goldenthread", "demo", "-o", "demo", "--port", "0"]
    with subprocess.Popen(
        [*command, "--no-serve"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        while not (tmp_path / "demo" / "returns.xlsx").exists() and process.poll() is None:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert said == b"Interrupted before it was done; nothing is half written.\n"
    assert not list(tmp_path.rglob("learning-brief.*"))
