"""Playing a page of the docs again: its commands are run, its tables written into workbooks.

- A block fenced as ``console`` holds commands after ``$ `` and below each what it prints; a line
  ``...`` stands for any lines.
- A block of Python with a title is saved under that name.
- A comment ``<!-- write: FILE / SHEET -->`` says that the reader now writes the table below it
  into that sheet; ``<!-- replace: FILE -->``, that they replace the first block below it by the
  second.
- Files that the page links under ``files/`` are there, as if the reader had saved them.

``python -m tests.docs.replay PAGE`` rewrites a page with what is printed today.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

ROOT = Path(__file__).parents[2]

_PART = re.compile(
    r"^```console\n(?P<console>.*?)^```$"
    r'|^```python title="(?P<script>\S+)"\n(?P<body>.*?)^```$'
    r"|^<!-- write: (?P<book>\S+) / (?P<sheet>[^>]+?) -->\n"
    r"|^<!-- replace: (?P<edited>\S+) -->\n",
    re.MULTILINE | re.DOTALL,
)
_FILE = re.compile(r"\]\((files/[^)]+)\)")
_BLOCK = re.compile(r"^```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ELLIPSIS = "..."


def replay(page: Path, folder: Path) -> str:
    """The page with what its commands really print, run one after the other in ``folder``."""
    text = page.read_text(encoding="utf-8")
    for name in _FILE.findall(text):
        shutil.copy(page.parent / name, folder)
    parts, end, code = [], 0, 0
    for match in _PART.finditer(text):
        parts.append(text[end : match.start()])
        end = match.end()
        if match["console"] is not None:
            block, code = _console(match["console"], folder, code)
            parts.append(f"```console\n{block}```")
            continue
        parts.append(match.group())
        if match["script"]:
            (folder / match["script"]).write_text(match["body"], encoding="utf-8")
        elif match["book"]:
            write_rows(folder / match["book"], match["sheet"], table_below(text, end))
        else:
            _replace(folder / match["edited"], *_BLOCK.findall(text, end)[:2])
    return "".join((*parts, text[end:]))


def _replace(path: Path, old: str, new: str) -> None:
    content = path.read_text(encoding="utf-8")
    if old not in content:
        raise AssertionError(f"{path.name} does not hold:\n{old}")
    path.write_text(content.replace(old, new), encoding="utf-8")


def _console(block: str, folder: Path, code: int) -> tuple[str, int]:
    """A block with real output, and the exit code of its last command."""
    shown = []
    for command, expected in _commands(block):
        printed, code = run(command, folder, code)
        shown.append(f"$ {command}\n{expected if matches(expected, printed) else printed}")
    return "".join(shown), code


def _commands(block: str) -> Iterator[tuple[str, str]]:
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, expected = part.partition("\n")
        yield command, expected


def run(command: str, folder: Path, code: int = 0) -> tuple[str, int]:
    """What a shell prints for a command, after one that ended with ``code``, and its own code."""
    tools = folder / ".tools"
    _offer_goldenthread(tools)
    environment = {"PATH": f"{tools}:{os.environ['PATH']}", "HOME": str(folder), "LANG": "C.UTF-8"}
    done = subprocess.run(
        ["sh", "-c", f"(exit {code})\n{command}"],
        cwd=folder, env=environment, text=True, check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    return done.stdout, done.returncode


def _offer_goldenthread(tools: Path) -> None:
    """The commands ``goldenthread`` and ``python`` of this environment."""
    tools.mkdir(exist_ok=True)
    for name, module in (("goldenthread", "-m goldenthread"), ("python", "")):
        script = tools / name
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" {module} "$@"\n', encoding="utf-8")
        script.chmod(0o755)


def matches(expected: str, printed: str) -> bool:
    """Whether output is as expected; a line ``...`` stands for any number of lines.

    >>> matches("a\\n...\\nd\\n", "a\\nb\\nc\\nd\\n"), matches("a\\n", "b\\n")
    (True, False)
    """
    lines = (
        r"(?:.*\n)*" if line == _ELLIPSIS else f"{re.escape(line)}\n"
        for line in expected.splitlines()
    )
    return re.fullmatch("".join(lines), printed) is not None


def table_below(text: str, start: int) -> list[list[str]]:
    """The rows of the Markdown table that stands at ``start``, headings first."""
    rows = []
    for line in text[start:].lstrip("\n").splitlines():
        if not line.startswith("|"):
            break
        if not re.fullmatch(r"[|\s:-]+", line):
            cells = re.split(r"(?<!\\)\|", line.strip().strip("|"))
            rows.append([cell.strip().strip("`").replace("\\|", "|") for cell in cells])
    return rows


def write_rows(path: Path, sheet: str, rows: list[list[str]]) -> None:
    """Write rows as a person would: into the row of that reference, or below the last one."""
    book = load_workbook(path) if path.exists() else Workbook()
    if not path.exists():
        book.worksheets[0].title = sheet
        book[sheet].append(rows[0])
    for row in rows[1:]:
        _write_row(book[sheet], dict(zip(rows[0], row, strict=True)))
    book.save(path)


def _write_row(sheet: Worksheet, cells: dict[str, str]) -> None:
    columns = {cell.value: number for number, cell in enumerate(sheet[1], start=1)}
    first, reference = next(iter(cells.items()))
    used = [sheet.cell(n, columns[first]).value for n in range(1, sheet.max_row + 1)]
    filled = max(number for number, value in enumerate(used, start=1) if value is not None)
    row = used.index(reference) + 1 if reference in used else filled + 1
    for heading, value in cells.items():
        sheet.cell(row, columns[heading]).value = value or None


if __name__ == "__main__":
    for page in map(Path, sys.argv[1:]):
        with TemporaryDirectory() as folder:
            page.write_text(replay(page, Path(folder)), encoding="utf-8")
