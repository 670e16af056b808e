"""Consistency for the whole service: the paragraph, and a chart whose numbers its table holds."""

import subprocess
import sys
from dataclasses import fields

import pytest

from goldenthread.analysis.agreement import Agreement, Coefficient, Table
from goldenthread.analysis.phrases.consistency_amounts import Estimated
from goldenthread.documents.blocks import ChartBlock, Paragraph, Runs
from goldenthread.documents.charts.model import DivergingBars
from goldenthread.publications.parts.consistency import consistency_blocks

SHARES = (
    Estimated(0.665, 0.53, 0.775),
    Estimated(0.8, 0.69, 0.87),
    Estimated(0.999, 0.97, 0.9999),
)
COEFFICIENTS = [field.name for field in fields(Agreement)][2:-1]


def agreement(children: int, pairs: int = 12_345) -> Agreement:
    return Agreement(
        children=children,
        units=pairs,
        table=Table(("Bad", "Good"), ((2 * pairs, 0), (0, 0))),
        **dict.fromkeys(COEFFICIENTS, Coefficient(1.0)),
    )


def words(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def paragraph_of(agreed: Agreement) -> str:
    paragraph, *_ = consistency_blocks(agreed, SHARES)
    assert isinstance(paragraph, Paragraph)
    return words(paragraph.runs)


def test_paragraph_says_agreement_and_share_in_sixty_words() -> None:
    said = paragraph_of(agreement(1_061))
    assert said.startswith("1,061 children’s records were graded by different auditors: of 12,345")
    assert said.endswith("(range for the children: 53% to 78%).")
    assert len(said.split()) <= 60


def test_chart_table_and_alternative_hold_the_same_numbers() -> None:
    _, block = consistency_blocks(agreement(20), SHARES)
    assert isinstance(block, ChartBlock)
    assert isinstance(block.chart, DivergingBars)
    alternative = words(block.alternative)
    for bar, row, label in zip(
        block.chart.rows, block.table.rows, ("One", "Two", "Three"), strict=True
    ):
        cells = [words(cell) for cell in row]
        texts = [segment.text for segment in bar.segments]
        assert cells == [bar.label, *texts, bar.note.removeprefix("range: ")]
        assert sum(segment.count or 0 for segment in bar.segments) == bar.base == 100
        assert f"{label} auditor" in alternative
        assert all(cell in alternative for cell in cells[1:])


@pytest.mark.parametrize(("children", "pairs"), [(4, 59), (1, 16), (0, 0)])
def test_too_few_children_have_a_sentence_and_no_chart(children: int, pairs: int) -> None:
    blocks = consistency_blocks(agreement(children, pairs), SHARES)
    assert len(blocks) == 1
    assert "%" not in paragraph_of(agreement(children, pairs))
    assert "whether auditors agree" in paragraph_of(agreement(children, pairs))


def test_shares_that_are_not_known_leave_the_agreement() -> None:
    assert len(consistency_blocks(agreement(20))) == 1


@pytest.mark.slow
def test_loading_it_loads_nothing_that_computes() -> None:
    code = (
        "import sys, goldenthread.publications.parts.consistency;"
        "print({'numpy', 'scipy', 'polars'} & sys.modules.keys())"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"
