"""Long documents for ``goldenthread check``, as ``bench.run`` measures it."""

import sys
from pathlib import Path
from shlex import quote

from bench.measuring import run
from bench.rows import Row

SHORT, LONG = 20, 200
TARGETS = {SHORT: 1.0, LONG: 6.0}
"""Seconds, by number of pages."""

SUFFIXES = {"Word": "docx", "PDF": "pdf", "text": "txt"}

_WRITE = (
    "import sys; sys.path.insert(0, sys.argv[1]); from pathlib import Path;"
    "from bench.checker.files import write_all; write_all(int(sys.argv[2]), Path())"
)


def _command(file: str) -> tuple[str, ...]:
    """The command; that errors were found (exit code 1) is no failure of it."""
    command = Path(sys.executable).with_name("goldenthread")
    return ("/bin/sh", "-c", f"{quote(str(command))} check {file} --json || test $? -eq 1")


DENSITIES = {"": "25 percentages on each", "-usual": "as few as in most reports"}
"""How many figures the pages print, by what the names of the files have after the pages."""

ROWS = tuple(
    Row(f"Check of {pages} pages of {name}, {told}", _command(f"{pages}{kind}.{suffix}"), target)
    for pages, target in TARGETS.items()
    for name, suffix in SUFFIXES.items()
    for kind, told in DENSITIES.items()
)


def prepare(folder: Path) -> None:
    """Write the documents that the commands read, in processes whose memory does not count."""
    root = str(Path(__file__).parents[2])
    for pages in TARGETS:
        run((sys.executable, "-c", _WRITE, root, str(pages)), folder)
