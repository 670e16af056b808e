"""``goldenthread check`` as somebody uses it on a brief that another person wrote."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

Run = Callable[..., CompletedProcess[str]]

BRIEF = Path(__file__).parents[1] / "checker/briefs/two_months_locality.txt"
"""An invented brief with the figures of the real one of 2019 (domain.md §0)."""

KEYS = (
    "schema_version",
    "file",
    "statements",
    "sets",
    "claims",
    "disclosure",
    "effect",
    "access",
    "summary",
)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    from goldenthread.engine.check import CheckRequest, check
    from goldenthread.engine.checking.printed import check_json

    found: dict[str, Any] = json.loads(check_json(check(CheckRequest(BRIEF))))
    return found


def statement(found: dict[str, Any], text: str) -> dict[str, Any]:
    (one,) = [item for item in found["statements"] if item["text"] == text]
    return dict(one)


def test_the_output_has_the_promised_keys(found: dict[str, Any]) -> None:
    assert tuple(found) == KEYS
    assert [mark["criterion"] for mark in found["effect"]] == list(range(1, 25))


def test_the_errors_are_exactly_the_three_figures_that_cannot_be_right(
    found: dict[str, Any],
) -> None:
    errors = [item["text"] for item in found["statements"] if item["severity"] == "error"]
    assert errors == ["39% of cases", "16 Cases, 39%", "4, (16%)"]
    assert found["summary"]["errors"] == 3


def test_a_count_that_does_not_give_the_percentage_names_what_would_fit(
    found: dict[str, Any],
) -> None:
    risk = statement(found, "16 Cases, 39%")
    assert (risk["count"], risk["base"], risk["base_stated"]) == (16, 26, False)
    assert (risk["percent"], risk["computed"], risk["verdict"]) == ("39", "62", "disagrees")
    assert risk["fits"] == {"counts": [], "bases": [[41, 41]]}
    assert "41" in risk["message"]
    assert "10 (38%)" in risk["message"]


@pytest.mark.parametrize(
    ("text", "count", "verdict", "severity"),
    [
        ("39% of cases", None, "impossible", "error"),
        ("31%, (8 cases)", 8, "agrees", "ok"),
        ("46%, (12 cases)", 12, "agrees", "ok"),
        ("19%, (5 cases)", 5, "agrees", "ok"),
        ("4% of the cohort, (1 case)", 1, "agrees", "ok"),
        ("9 assessments (34%)", 9, "truncated", "note"),
        ("12, (46%)", 12, "agrees", "ok"),
        ("4, (16%)", 4, "disagrees", "error"),
        ("1 (3%)", 1, "truncated", "note"),
    ],
)
def test_each_share_of_the_audits_has_its_verdict(
    found: dict[str, Any], text: str, count: int | None, verdict: str, severity: str
) -> None:
    one = statement(found, text)
    assert (one["count"], one["base"]) == (count, 26)
    assert (one["verdict"], one["severity"]) == (verdict, severity)


def test_a_return_rate_is_of_what_was_asked_for_and_thirty_is_all_that_fits(
    found: dict[str, Any],
) -> None:
    rate = statement(found, "87%")
    assert (rate["count"], rate["base"], rate["verdict"]) == (26, None, "possible")
    assert (rate["severity"], rate["fits"]["bases"]) == ("query", [[30, 30]])


def test_sets_are_added_up_with_and_without_a_base(found: dict[str, Any]) -> None:
    sets = [
        (
            [item["count"] for item in one["items"]],
            one["base"],
            one["sum_counts"],
            one["sum_percents"],
            one["verdict"],
            one["severity"],
        )
        for one in found["sets"]
    ]
    assert sets == [
        ([1, 14, 11, 0], 26, 26, None, "adds_up", "ok"),
        ([8, 12, 5, 1], 26, 26, "100", "adds_up", "ok"),
        ([9, 12, 4, 1], 26, 26, "99", "rounding", "note"),
        ([14, 2], None, 16, None, "adds_up", "ok"),
        ([13, 1], None, 14, None, "adds_up", "ok"),
        ([4, 7, 2], None, 13, None, "adds_up", "ok"),
    ]


def test_names_beside_contact_words_are_queries_and_nothing_else_points_to_anybody(
    found: dict[str, Any],
) -> None:
    hits = {(hit["text"], hit["severity"]) for hit in found["disclosure"]}
    assert {("Marged Pryce-Adeyemi", "query"), ("Ilir Kowalczuk", "query")} <= hits
    assert not [hit for hit in found["disclosure"] if hit["severity"] == "error"]


def test_plain_text_has_no_access_error_and_at_least_seven_marks_fail(
    found: dict[str, Any],
) -> None:
    assert not [item for item in found["access"] if item["severity"] == "error"]
    assert sum(mark["verdict"] == "fail" for mark in found["effect"]) >= 7


def test_the_report_is_worst_first_and_the_exit_code_says_that_errors_were_found(
    goldenthread: Run,
) -> None:
    result = goldenthread("check", BRIEF)
    assert (result.returncode, result.stderr) == (1, "")
    head, *lines = result.stdout.splitlines()
    assert head.startswith("two_months_locality.txt: 3 errors, ")
    places = [lines.index(line) for line in lines if line.startswith(("ERRORS", "QUERIES", "NOT"))]
    assert len(places) == 3
    assert places == sorted(places)
    assert max(map(len, lines)) <= 80


def test_known_names_are_errors_and_allowed_names_are_not_even_queries(
    goldenthread: Run, tmp_path: Path
) -> None:
    (tmp_path / "names.txt").write_text("Kowalczuk, Ilir\n", encoding="utf-8")
    (tmp_path / "allow.txt").write_text("Marged Pryce-Adeyemi\n", encoding="utf-8")
    options = ("--names", "names.txt", "--allow", "allow.txt", "--json")
    hits = json.loads(goldenthread("check", BRIEF, *options).stdout)["disclosure"]
    assert {hit["severity"] for hit in hits if "Ilir" in hit["text"]} == {"error"}
    allowed = [hit for hit in hits if hit["text"] == "Marged Pryce-Adeyemi"]
    assert {hit["severity"] for hit in allowed} == {"ok"}
    assert all(hit["allowed_by"] for hit in allowed)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["report.html", "report.docx"])
def test_the_written_report_can_itself_be_read(
    goldenthread: Run, tmp_path: Path, name: str
) -> None:
    from goldenthread.checker.reading.read import read

    result = goldenthread("check", BRIEF, "-o", name)
    assert (result.returncode, result.stdout) == (1, f"{name}\n")
    text = " ".join(passage.text for passage in read(tmp_path / name).passages)
    assert "16 Cases, 39%" in text
    again = goldenthread("check", BRIEF, "-o", name)
    assert (again.returncode, again.stdout) == (4, "")
    assert goldenthread("check", BRIEF, "-o", name, "--force").returncode == 1


def test_what_a_document_is_called_cannot_move_the_cursor_of_a_terminal(
    goldenthread: Run, tmp_path: Path
) -> None:
    name = "a\x1b]0;owned\x07\n.txt"
    (tmp_path / name).write_text("Practice is good.\n", encoding="utf-8")
    printed = goldenthread("check", name).stdout
    missing = goldenthread("check", f"no{name}").stderr
    assert not {"\x1b", "\x07"} & {*printed, *missing}
    assert len(missing.splitlines()) == 1


@pytest.mark.slow
def test_any_encoding_of_the_terminal_gets_a_report_and_json_that_can_be_read(
    goldenthread: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "latin-1")
    assert '"16 Cases, 39%"' in goldenthread("check", BRIEF).stdout
    found = json.loads(goldenthread("check", BRIEF, "--json").stdout)
    assert "‘outstanding’" in " ".join(one["text"] for one in found["claims"])


def test_a_pipe_that_nobody_writes_into_is_not_waited_for(
    goldenthread: Run, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "brief.txt")
    result = goldenthread("check", "brief.txt")
    assert (result.returncode, result.stdout) == (3, "")
    assert "empty" in result.stderr


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_lists_of_names_are_read_as_excel_and_editors_save_them(
    goldenthread: Run, tmp_path: Path, encoding: str
) -> None:
    rows = "Surname,First name\r\nKowalczuk,Ilir\r\nBrontë,Zoë\r\n"
    (tmp_path / "names.csv").write_bytes(rows.encode(encoding))
    found = json.loads(goldenthread("check", BRIEF, "--names", "names.csv", "--json").stdout)
    errors = [hit["text"] for hit in found["disclosure"] if hit["severity"] == "error"]
    assert errors == ["Ilir Kowalczuk"]


def test_a_list_without_names_is_said_to_look_for_nobody(goldenthread: Run, tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text("\n# none yet\n", encoding="utf-8")
    result = goldenthread("check", BRIEF, "--names", "names.txt")
    assert result.returncode == 1
    assert result.stderr.startswith("names.txt has no entries")


def test_strict_minds_queries(goldenthread: Run, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Practice improved.\n", encoding="utf-8")
    assert goldenthread("check", "note.txt").returncode == 0
    assert goldenthread("check", "note.txt", "--strict").returncode == 1


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["brief.txt", "-o", "report.pdf"], 2, ".html or .docx"),
        (["brief.txt", "-o", "brief.txt"], 2, "brief.txt"),
        (["brief.txt", "--audience", "all"], 2, "audience"),
        (["brief.txt", "--names", "none.txt"], 3, "none.txt"),
        (["brief.txt", "--names", "long.txt"], 3, "one entry a line"),
        (["brief.txt", "--returns", "brief.txt"], 3, "brief.txt"),
        (["missing.docx"], 3, "missing.docx"),
        (["empty.docx"], 3, "empty"),
        ([], 2, "FILE"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence_and_nothing_is_printed(
    goldenthread: Run, tmp_path: Path, arguments: list[str], code: int, words: str
) -> None:
    (tmp_path / "brief.txt").write_text("Of the 26 audits, 16 (39%) were late.", encoding="utf-8")
    (tmp_path / "empty.docx").write_bytes(b"")
    (tmp_path / "long.txt").write_text("Beynon " * 100_000, encoding="utf-8")
    result = goldenthread("check", *arguments)
    assert (result.returncode, result.stdout) == (code, "")
    assert words in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_the_schema_needs_no_file_and_fits_what_is_printed(goldenthread: Run) -> None:
    from goldenthread.engine.checking.outputs import CheckOut

    schema = json.loads(goldenthread("check", "--schema").stdout)
    assert schema["required"] == list(KEYS)
    CheckOut.model_validate_json(goldenthread("check", BRIEF, "--json").stdout)


def test_the_returns_contradict_a_share_of_theirs(
    goldenthread: Run, returns: Path, tmp_path: Path
) -> None:
    text = "Of the 26 audits, 12 (46%) were graded inadequate for response to risk.\n"
    (tmp_path / "brief.txt").write_text(text, encoding="utf-8")
    alone = json.loads(goldenthread("check", "brief.txt", "--json").stdout)["statements"]
    assert [(one["verdict"], one["severity"]) for one in alone] == [("agrees", "ok")]
    result = goldenthread("check", "brief.txt", "--returns", returns, "--json")
    (one,) = json.loads(result.stdout)["statements"]
    assert (result.returncode, one["severity"]) == (1, "error")
    assert "10 of 26 (38%)" in one["message"]
