"""What commands will not do: lose a file, compare a cycle with itself, or go down loudly."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

pytestmark = pytest.mark.slow


def refusal(result: subprocess.CompletedProcess[str], code: int) -> str:
    """The one sentence with which a command ended."""
    assert (result.returncode, result.stdout) == (code, "")
    (sentence,) = result.stderr.splitlines()
    return sentence


def test_the_workbook_that_is_read_is_never_overwritten(
    goldenthread: Run, returns: Path, tmp_path: Path
) -> None:
    own = returns.rename(tmp_path / "learning-brief.xlsx")
    before = own.read_bytes()
    for command in (
        ("brief", own, "-o", ".", "--format", "xlsx", "--force"),
        ("adopt", own, "-o", own, "--force"),
    ):
        assert "is the file to be read" in refusal(goldenthread(*command), 2)
    assert own.read_bytes() == before


def test_demo_leaves_somebodys_own_returns_alone(
    goldenthread: Run, returns: Path, tmp_path: Path
) -> None:
    before = returns.read_bytes()
    assert "--force" in refusal(goldenthread("demo", "-o", ".", "--no-serve"), 4)
    assert [path.name for path in tmp_path.iterdir()] == ["returns.xlsx"]
    assert returns.read_bytes() == before


def test_previous_must_be_an_earlier_cycle(
    goldenthread: Run, returns: Path, previous: Path, tmp_path: Path
) -> None:
    same = goldenthread("brief", returns, "--previous", returns)
    assert "not earlier than 2026-09" in refusal(same, 2)
    swapped = goldenthread("figures", previous, "--previous", returns)
    assert "not earlier than 2026-07" in refusal(swapped, 2)
    assert not (tmp_path / "brief").exists()


def test_output_that_nobody_reads_ends_quietly(returns: Path) -> None:
    command = [sys.executable, "-m", "goldenthread", "figures", str(returns), "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""


def test_output_that_cannot_be_printed_is_said(returns: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "goldenthread", "brief", str(returns), "--format", "md"]
    with open("/dev/full", "wb") as full:  # noqa: PTH123  (a device without room)
        result = subprocess.run(
            command, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert result.returncode == 2
    assert result.stderr.startswith("Standard output cannot be written: No space left")
    assert (tmp_path / "brief/manifest.json").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["example", "--cycle", "next"], "There is no cycle next"),
        (["adopt", "own.xlsx", "--map", "."], "--map . is a folder"),
        (["adopt", "own.xlsx", "-o", "a.xlsx", "--map", "./a.xlsx"], "give the map another name"),
        (["template", "-o", "x" * 300], "File name too long"),
        (["template", "-o", "/dev/null", "--force"], "is not a file"),
        (["template", "-o", "/proc/returns.xlsx"], "choose another place with -o"),
    ],
)
def test_wrong_names_are_wrong_usage(goldenthread: Run, arguments: list[str], words: str) -> None:
    assert words in refusal(goldenthread(*arguments), 2)


def test_a_day_in_the_middle_of_a_cycle_is_named(
    goldenthread: Run, returns: Path, tmp_path: Path
) -> None:
    result = goldenthread("brief", returns, "--as-at", "2026-09-15", "--format", "md")
    assert result.returncode == 0
    text = (tmp_path / "brief/learning-brief.md").read_text()
    assert "counted up to 15 September 2026" in text
    assert "returned by 15 September 2026" in text
    assert "by the cut-off" not in text
    assert "(0 of" not in text
    assert "was left out: none of its audits is among those counted" in result.stderr


def test_every_text_that_is_printed_refuses_a_typed_number(
    goldenthread: Run, returns: Path, tmp_path: Path
) -> None:
    """Each cell of every sheet that an author writes, with the same sentence."""
    book = openpyxl.load_workbook(returns)
    written = []
    for sheet, headings in PRINTED.items():
        found = [cell.value for cell in book[sheet][1]]
        for heading in headings:
            row = 9 if heading == "Outcome" else 2  # an action that is done has an outcome
            book[sheet].cell(row, found.index(heading) + 1, "We saw this 16 times")
            written.append(f"sheet {sheet}")
    for row in (2, 4, 12, 13, 14):
        book["Cycle"].cell(row, 2, "We saw this 16 times")
        written.append("sheet Cycle")
    book.save(returns)
    result = goldenthread("brief", returns)
    assert (result.returncode, result.stdout) == (4, "")
    refused = [line for line in result.stderr.splitlines() if "“16”" in line]
    assert sorted(line.split(",")[0] for line in refused) == sorted(written)
    assert not (tmp_path / "brief").exists()


PRINTED = {
    "Findings": ("Text", "So what", "What to do", "Words to try", "Standard", "Source"),
    "Actions": ("What", "Owner", "Outcome"),
    "Observations": ("Item",),
    "Notices": ("Title", "Text"),
    "Asks": ("Ask", "To"),
    "Links": ("Title",),
    "Helpers": ("Name", "Role", "Topic", "Contact"),
}
