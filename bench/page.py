"""The page of the docs that holds the measurements."""

from collections.abc import Iterable, Mapping, Sequence

from bench.measuring import Measured
from bench.rows import Row

MADE = "<!-- Made by bench/run.py: run make bench. -->\n"

BEFORE = """
# Benchmarks

Every row is a whole process, started anew as a user starts it, with its files on disk and nothing
kept from the run before but compiled modules. The median decides whether a target is met.
*Processor* is the time that all its cores worked; *memory* is what its largest process took at its
peak. A brief in several file types uses two processes; the other one needs about as much again.
"""

AFTER = """
Targets come from the design of this software. Those of parts that are not built yet (the web
application, consistency) are not listed. The workbooks of 500 and 5,000 audits repeat the
example's audits, drawn with a fixed seed (`bench/larger.py`). The long documents hold about 25
percentages a page (`bench/checker/documents.py`), which is several times what reports have. Other
ways to make such files, such as docxtpl for Word and WeasyPrint for PDF, are not installed with
this software and were not measured beside it.
"""

PHASES = """
## Where the time goes

Processor time of a brief of the example's 26 returns when one process does everything; the
median of the same number of runs. With two processes, Word and PowerPoint are made and checked
beside the rest, and their libraries are loaded while the workbook is read.
"""


def page(
    rows: Sequence[tuple[Row, Measured]],
    phases: Mapping[str, float],
    facts: Iterable[tuple[str, str]],
) -> str:
    """The whole page in Markdown."""
    header = ("What", "Target", "Median", "Range", "Processor", "Memory", "")
    return "\n".join(
        [
            MADE + BEFORE,
            table(header, (line(row, measured) for row, measured in rows)),
            AFTER + PHASES,
            table(("Phase", "Time"), ((name, _seconds(s)) for name, s in phases.items())),
            "\n## The machine\n",
            table(("", ""), facts),
            "",
        ]
    )


def line(row: Row, measured: Measured) -> tuple[str, ...]:
    """A row of the table.

    >>> from bench.measuring import Run
    >>> slow = Measured([Run(seconds=0.25, processor=0.2, memory=20_000_000)])
    >>> line(Row("Help", ("help",), target=0.2), slow)
    ('Help', '≤ 0.2 s', '0.25 s', '0.25–0.25 s', '0.20 s', '20 MB', 'missed')
    """
    target = "" if row.target is None else f"≤ {row.target} s"
    verdict = "" if row.target is None else "met" if measured.median <= row.target else "missed"
    return (
        row.name,
        target,
        _seconds(measured.median),
        f"{measured.fastest:.2f}–{measured.slowest:.2f} s",
        _seconds(measured.processor),
        f"{measured.memory / 1e6:.0f} MB",
        verdict,
    )


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def _seconds(seconds: float) -> str:
    return f"{seconds:.2f} s"
