"""What is measured: commands as users type them, with the target of each."""

import sys
from dataclasses import dataclass
from pathlib import Path

from bench.measuring import run

EXAMPLE, EARLIER, MANY, LARGE = "returns.xlsx", "earlier.xlsx", "many.xlsx", "large.xlsx"
"""Workbooks that the commands read, as ``prepare`` writes them."""

AUDITS = {MANY: 500, LARGE: 5_000}

_ALL_LAYOUTS = "learning-brief,one-page,seven-minute,signs-of-safety"
_OFFICE = "docx,pdf,pptx,html"

_IN_ONE_PROCESS = (
    "from pathlib import Path; from goldenthread.engine.brief import BriefRequest, brief; "
    f"brief(BriefRequest(Path('{EXAMPLE}'), formats='{_OFFICE}'.split(','), force=True))"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A command to measure. ``target`` is the most seconds it may take, if there is a target."""

    name: str
    command: tuple[str, ...]
    target: float | None = None


def _python(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, *arguments)


def _goldenthread(*arguments: str) -> tuple[str, ...]:
    return (str(Path(sys.executable).with_name("goldenthread")), *arguments)


def _brief(workbook: str, *arguments: str) -> tuple[str, ...]:
    return _goldenthread("brief", workbook, "--force", *arguments)


ROWS = (
    Row("Python itself, doing nothing", _python("-c", "pass")),
    Row("`goldenthread --help`", _goldenthread("--help"), 0.2),
    Row(
        "Brief of the example's 26 returns in Word, PDF, PowerPoint and HTML",
        _brief(EXAMPLE, "--format", _OFFICE),
        1.0,
    ),
    Row(
        "The same with the earlier cycle",
        _brief(EXAMPLE, "--format", _OFFICE, "--previous", EARLIER),
    ),
    Row("The same without a second process", _python("-c", _IN_ONE_PROCESS)),
    Row("All layouts in all six file types", _brief(EXAMPLE, "--layout", _ALL_LAYOUTS), 3.0),
    *(
        Row(f"Brief in {name} alone", _brief(EXAMPLE, "--format", format_))
        for format_, name in (
            ("docx", "Word"),
            ("pdf", "PDF"),
            ("pptx", "PowerPoint"),
            ("html", "HTML"),
            ("md", "Markdown"),
            ("xlsx", "Excel"),
        )
    ),
    Row("`goldenthread figures --json`", _goldenthread("figures", EXAMPLE, "--json")),
    Row("`goldenthread template`", _goldenthread("template", "-o", "empty.xlsx", "--force")),
    Row("Brief of 500 audits in all six file types", _brief(MANY)),
    Row(
        "Figures of 5,000 audits, a workbook of 21,000 rows",
        _goldenthread("figures", LARGE, "--json"),
        3.0,
    ),
)


def prepare(folder: Path) -> None:
    """Write the workbooks that the commands read."""
    run(_goldenthread("example", "-o", EXAMPLE), folder)
    run(_goldenthread("example", "--cycle", "previous", "-o", EARLIER), folder)
    larger = str(Path(__file__).with_name("larger.py"))
    for name, audits in AUDITS.items():
        run(_python(larger, str(audits), name), folder)
