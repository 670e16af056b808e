"""Consistency for the whole service: do auditors agree, and is it the child or who looked?

A paragraph and a chart for ``service`` audiences. Nobody is named, and nothing is said of a single
auditor, team or child.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from goldenthread.analysis import phrases
from goldenthread.analysis.phrases.consistency import child_or_auditor
from goldenthread.analysis.phrases.consistency_agreement import agreed_in_short, enough_read_twice
from goldenthread.analysis.phrases.consistency_amounts import (
    Estimated,
    percents_between,
    rest_percent,
    text_part,
    whole_percent,
)
from goldenthread.documents.blocks import Block, ChartBlock, Paragraph, Runs, Table
from goldenthread.documents.charts.model import BarRow, DivergingBars, LevelKey, Segment
from goldenthread.publications.composition import name_to_runs, part_to_run
from goldenthread.publications.parts.words import joined, text

if TYPE_CHECKING:  # agreement loads numpy, which a brief has no use for
    from goldenthread.analysis.agreement import Agreement

WHO_LOOKED, CHILDREN = "who_looked", "children"
_LEVELS = (
    LevelKey(WHO_LOOKED, "Who looked, and when", 0, good=False),
    LevelKey(CHILDREN, "The children", 1, good=True),
)
_READERS = ("One auditor", "Two auditors", "Three auditors")


def consistency_blocks(
    agreement: "Agreement", shares: Sequence[Estimated] = ()
) -> tuple[Block, ...]:
    """A paragraph of at most sixty words and, where shares are known, their chart.

    ``shares`` are the children's parts of the difference between audits by one, two and three
    auditors a child; they are left out where fewer than 20 children were read twice.
    """
    told = shares if enough_read_twice(agreement) else ()
    sentences = [agreed_in_short(agreement), *(child_or_auditor(share) for share in told[:1])]
    paragraph = Paragraph(joined(runs_of(sentence) for sentence in sentences))
    return (paragraph, shares_chart(told)) if told else (paragraph,)


def runs_of(pieces: phrases.Pieces) -> Runs:
    """A sentence of our own as runs: "two single audits" names a design, and counts nothing."""
    return tuple(
        run
        for piece in pieces
        for run in (name_to_runs(piece) if isinstance(piece, str) else (part_to_run(piece),))
    )


def shares_chart(shares: Sequence[Estimated]) -> ChartBlock:
    """How much of the difference between audits is the children, by auditors a child."""
    rows = tuple(zip(_READERS, shares, strict=False))
    return ChartBlock(
        chart=DivergingBars(
            title="How much of the difference between audits is the children",
            levels=_LEVELS,
            rows=tuple(_bar(label, share) for label, share in rows),
            direction="The children’s part on the right",
        ),
        alternative=joined(_in_words(label, share) for label, share in rows),
        table=_table(rows),
    )


def _bar(label: str, share: Estimated) -> BarRow:
    """Drawn in whole per cents, as printed, so that both parts make a hundred."""
    theirs = whole_percent(share.value)
    segments = (
        Segment(WHO_LOOKED, 100 - theirs, "consistency.auditors", rest_percent(share.value)),
        Segment(CHILDREN, theirs, "consistency.children", f"{theirs}%"),
    )
    return BarRow(label, segments, 100, f"range: {phrases.plain_text(_range(share))}")


def _range(share: Estimated) -> phrases.Pieces:
    return percents_between("children", share.lower, share.upper)


def _in_words(label: str, share: Estimated) -> Runs:
    return runs_of(
        (
            f"{label} for each child: the children ",
            text_part("children", f"{whole_percent(share.value)}%"),
            ", who looked and when ",
            text_part("auditors", rest_percent(share.value)),
            "; range for the children ",
            *_range(share),
            ".",
        )
    )


def _table(rows: Sequence[tuple[str, Estimated]]) -> Table:
    header = ("Auditors for each child", "Who looked, and when", "The children", "Range")
    return Table(
        caption=text("Parts of the difference between audits"),
        header=tuple(text(words) for words in header),
        rows=tuple(_row(label, share) for label, share in rows),
        numeric=(False, True, True, True),
        note=text("The range is that of the children’s part."),
    )


def _row(label: str, share: Estimated) -> tuple[Runs, ...]:
    return (
        name_to_runs(label),
        runs_of((text_part("auditors", rest_percent(share.value)),)),
        runs_of((text_part("children", f"{whole_percent(share.value)}%"),)),
        runs_of(_range(share)),
    )
