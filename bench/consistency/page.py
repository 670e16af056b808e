"""The page of the docs that holds what was measured of consistency."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bench.consistency import accuracy as accuracies
from bench.consistency import agreement as agreements
from bench.consistency import coverage as coverages
from bench.consistency import linkage as linkages
from bench.consistency import speed as speeds
from bench.consistency.peers import Accuracy

MADE = "<!-- Made by bench/consistency/measure.py: run make bench. -->"


@dataclass(frozen=True, slots=True)
class Beside:
    """A program on one of the simulated files: how long it took, and how near the truth it came."""

    size: str
    name: str
    what: str
    seconds: float | None
    ratio: float | None
    """Its time in ours."""
    near: Accuracy | None
    why_not: str = ""


def page(
    *,
    accuracy: Sequence[accuracies.Row],
    covered: Sequence[coverages.Coverage],
    without: Sequence[coverages.Coverage],
    speed: Sequence[speeds.Speed],
    loading: Mapping[str, float],
    peers: Sequence[Beside],
    agreement: Sequence[agreements.Row],
    linkage: Sequence[linkages.Row],
) -> str:
    """The whole page in Markdown."""
    return "\n".join(
        [
            MADE,
            "",
            "# How right and how fast consistency is",
            "",
            "Everything here is computed anew by `make bench`, and the tests hold the same values.",
            *_section("Published values", ACCURACY, _accuracy(accuracy)),
            *_section("Intervals and the truth", COVERAGE, coverages.table(covered)),
            "",
            WITHOUT_HALO,
            "",
            *coverages.table(without),
            *_section("Time and memory", SPEED, _speed(speed)),
            "",
            *(
                f"Loading Python, the model and {engine} takes {seconds:.2f} s more, once."
                for engine, seconds in loading.items()
            ),
            *_section("Beside other programs", PEERS, _peers(peers)),
            *_section("Agreement", AGREEMENT, _agreement(agreement)),
            *_section("Who can be compared", LINKAGE, _linkage(linkage)),
            "",
        ]
    )


ACCURACY = """What papers and other programs print, and what we compute from the same data. The
difference is the greatest of the row."""
COVERAGE = """Files are simulated with known severities; an interval of 95% should hold the truth
in 95 of 100 cases, and the target is 92 to 98, for one month at least 90. *Bias by team* is the
mean error for auditors of each team when teams read their own children; *leak* is the part of a
shift of 0.4 logits between readings with and without the conversation that is taken for severity.
"""
WITHOUT_HALO = """The same files with halo when the model leaves halo out, as many-facet programs
do: sixteen grades of one audit are then taken for sixteen judgements, and intervals are too
narrow."""
SPEED = """One core, the model with halo, intervals, children and fit; the file is in memory. The
first run of the compiled engine, which compiles, does not count."""
PEERS = """The same file in the same run, every program on one core; imports and the reading of
files do not count. *Near* is how near severities come to those the file was made with:
correlation, root mean square error, and slope (above 1: spread too wide). The programs do
different amounts of work."""
AGREEMENT = """Every coefficient with 2,000 replicates of the children; other programs compute one
coefficient at a time. *Difference* is between their value and ours."""
LINKAGE = """From which audits to read again this month to who can be compared at all."""


def _section(title: str, words: str, table: Iterable[str]) -> list[str]:
    return ["", f"## {title}", "", words, "", *table]


def _accuracy(rows: Sequence[accuracies.Row]) -> list[str]:
    return _table(
        "Quantity|Source|Expected|Ours|Difference|Allowed",
        (
            (
                row.quantity,
                row.source,
                row.expected,
                row.ours,
                f"{row.difference:.1e}",
                f"{row.tolerance:g}",
            )
            for row in rows
        ),
    )


def _speed(rows: Sequence[speeds.Speed]) -> list[str]:
    return _table(
        "File|Engine|Audits|Grades|Target|Seconds|Memory|",
        (
            (
                row.size,
                row.engine,
                f"{row.audits:,}",
                f"{row.grades:,}",
                f"≤ {row.target:g} s" if row.target else "",
                f"{row.seconds:.2f} s",
                f"{row.memory / 1e9:.2f} GB",
                "" if not row.target else "met" if row.seconds <= row.target else "missed",
            )
            for row in rows
        ),
    )


def _peers(rows: Sequence[Beside]) -> list[str]:
    return _table(
        "File|Program|What it computes|Seconds|Times ours|Near",
        (
            (
                row.size,
                row.name,
                row.what,
                row.why_not if row.seconds is None else f"{row.seconds:.3f}",
                "" if row.ratio is None else f"{row.ratio:.1f}",
                ""
                if row.near is None
                else f"{row.near.correlation:.3f}, {row.near.rmse:.3f}, {row.near.slope:.2f}",
            )
            for row in rows
        ),
    )


def _agreement(rows: Sequence[agreements.Row]) -> list[str]:
    return _table(
        "Program|What|Seconds|Milliseconds for a replicate|Difference",
        (
            (
                row.name,
                row.what,
                row.why_not if row.seconds is None else f"{row.seconds:.3f}",
                "" if row.milliseconds is None else f"{row.milliseconds:.4f}",
                "" if row.difference is None else f"{row.difference:.1e}",
            )
            for row in rows
        ),
    )


def _linkage(rows: Sequence[linkages.Row]) -> list[str]:
    return _table(
        "What|Target|Seconds|",
        (
            (
                row.name,
                f"≤ {row.target:g} s" if row.target else "",
                f"{row.seconds:.3f}",
                "" if not row.target else "met" if row.seconds <= row.target else "missed",
            )
            for row in rows
        ),
    )


def _table(head: str, rows: Iterable[Sequence[str]]) -> list[str]:
    columns = head.split("|")
    return [f"| {' | '.join(cells)} |" for cells in (columns, ["---"] * len(columns), *rows)]
