"""Consistency for the whole service: do auditors agree, and is it the child or who looked?

For ``service`` audiences. Nobody is named, and nothing is said of a single auditor, team or child.
What the model estimates stands in parts of a hundred: a per cent is always of something counted,
and is printed with its count and base.
"""

from collections.abc import Sequence

from goldenthread.analysis import phrases
from goldenthread.analysis.phrases.consistency import child_or_auditor_in_brief
from goldenthread.analysis.phrases.consistency_amounts import (
    Estimated,
    count_part,
    hundredths,
    hundredths_between,
)
from goldenthread.documents.blocks import Block, ChartBlock, Paragraph, Runs, Table
from goldenthread.documents.charts.model import BarRow, DivergingBars, LevelKey, Segment
from goldenthread.publications.brief import Brief
from goldenthread.publications.composition import name_to_runs, part_to_run
from goldenthread.publications.parts.words import joined, text
from goldenthread.publications.selection import SERVICE

TITLE = "Is it the child’s circumstances, or who looked?"

RANGE_OF = "The range is that of the children’s part. Nothing is said of any one audit or auditor."

WHO_LOOKED, CHILDREN = "who_looked", "children"
_LEVELS = (
    LevelKey(WHO_LOOKED, "Who looked, and when", 0, good=False),
    LevelKey(CHILDREN, "The children", 1, good=True),
)
_READERS = (
    ("one_auditor", "One auditor"),
    ("two_auditors", "Two auditors"),
    ("three_auditors", "Three auditors"),
)


def agreement_only(brief: Brief) -> Runs:
    """Whether auditors agree, where nothing more is known; else ``consistency_blocks`` has it."""
    told = brief.figures.audience == SERVICE and not brief.inputs.second_readings.children
    return runs_of(brief.inputs.second_readings.agreed) if told else ()


def consistency_blocks(brief: Brief) -> tuple[Block, ...]:
    """A paragraph of at most 65 words and its chart, where enough children were read twice."""
    found = brief.inputs.second_readings
    if brief.figures.audience != SERVICE or not found.children:
        return ()
    one = child_or_auditor_in_brief(found.children[0])
    said = joined((runs_of(found.agreed), runs_of(one)))
    return (Paragraph(said), shares_chart(found.children))


def runs_of(pieces: phrases.Pieces) -> Runs:
    """A sentence of our own as runs: "two single audits" names a design, and counts nothing."""
    return tuple(
        run
        for piece in pieces
        for run in (name_to_runs(piece) if isinstance(piece, str) else (part_to_run(piece),))
    )


def shares_chart(shares: Sequence[Estimated]) -> ChartBlock:
    """How much of the difference between audits is the children, by auditors a child."""
    rows = tuple((key, label, share) for (key, label), share in zip(_READERS, shares, strict=False))
    return ChartBlock(
        chart=DivergingBars(
            title="How much of the difference between audits is the children",
            levels=_LEVELS,
            rows=tuple(_bar(key, label, share) for key, label, share in rows),
            direction="The children’s part on the right",
        ),
        alternative=joined(_in_words(key, label, share) for key, label, share in rows),
        table=_table(rows),
    )


def _parts(key: str, share: Estimated) -> dict[str, phrases.FigurePart]:
    """Both parts of the difference in hundredths, which add up, by what they are."""
    theirs = hundredths(share.value)
    return {
        WHO_LOOKED: count_part(f"{key}.{WHO_LOOKED}", 100 - theirs),
        CHILDREN: count_part(f"{key}.{CHILDREN}", theirs),
    }


def _bar(key: str, label: str, share: Estimated) -> BarRow:
    segments = tuple(
        Segment(level, part.count, part.key, part.text)
        for level, part in _parts(key, share).items()
    )
    return BarRow(label, segments, 100, f"range: {phrases.plain_text(_range(key, share))}")


def _range(key: str, share: Estimated) -> phrases.Pieces:
    return hundredths_between(f"{key}.{CHILDREN}", share.lower, share.upper)


def _in_words(key: str, label: str, share: Estimated) -> Runs:
    parts = _parts(key, share)
    return runs_of(
        (
            f"{label} for each child: of every 100 parts of the difference, the children ",
            parts[CHILDREN],
            ", who looked and when ",
            parts[WHO_LOOKED],
            "; range for the children ",
            *_range(key, share),
            ".",
        )
    )


def _table(rows: Sequence[tuple[str, str, Estimated]]) -> Table:
    header = ("Read by", "Who looked, and when", "The children", "Range")
    return Table(
        caption=name_to_runs("Parts in every 100"),
        header=tuple(text(words) for words in header),
        rows=tuple(_row(key, label, share) for key, label, share in rows),
        numeric=(False, True, True, True),
        note=text(RANGE_OF),
    )


def _row(key: str, label: str, share: Estimated) -> tuple[Runs, ...]:
    parts = _parts(key, share).values()
    return (
        name_to_runs(label),
        *(runs_of((part,)) for part in parts),
        runs_of(_range(key, share)),
    )
