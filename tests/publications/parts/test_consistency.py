"""Consistency for the whole service: the paragraph, and a chart whose numbers its table holds."""

import subprocess
import sys

import pytest

from goldenthread.analysis.figure import FigureSet
from goldenthread.analysis.phrases.consistency_amounts import Estimated
from goldenthread.definitions import library
from goldenthread.documents.blocks import Block, ChartBlock, Paragraph, Runs
from goldenthread.documents.charts.model import DivergingBars
from goldenthread.documents.render.paper.bar_table import bar_strips
from goldenthread.publications.brief import Brief
from goldenthread.publications.composition import Composition
from goldenthread.publications.inputs import BriefInputs, SecondReadings
from goldenthread.publications.parts.consistency import (
    agreement_only,
    consistency_blocks,
    shares_chart,
)

SHARES = (
    Estimated(0.665, 0.53, 0.775),
    Estimated(0.8, 0.69, 0.87),
    Estimated(0.999, 0.97, 0.9999),
)
AGREED = ("1,061 children’s records were graded by different auditors.",)


def brief(found: SecondReadings, audience: str = "service") -> Brief:
    framework = library.framework("core_16")
    inputs = BriefInputs(None, None, second_readings=found)  # type: ignore[arg-type]
    figures = FigureSet(audience, {}, {})
    return Brief(inputs, framework, library.scale(framework.scale), Composition(figures))


def words(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def blocks(found: SecondReadings, audience: str = "service") -> tuple[Block, ...]:
    return consistency_blocks(brief(found, audience))


def only(found: SecondReadings, audience: str = "service") -> str:
    return words(agreement_only(brief(found, audience)))


def test_paragraph_says_agreement_and_then_the_childrens_part() -> None:
    paragraph, chart = blocks(SecondReadings(AGREED, SHARES))
    assert isinstance(paragraph, Paragraph)
    assert isinstance(chart, ChartBlock)
    assert words(paragraph.runs) == (
        "1,061 children’s records were graded by different auditors. About two-thirds of the"
        " difference between two single audits reflects the children; about one-third depends on"
        " who looked and when (range for the children: 53 to 78 in every 100)."
    )


def test_chart_table_and_alternative_hold_the_same_numbers() -> None:
    block = shares_chart(SHARES)
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


def test_no_part_is_printed_as_all_or_nothing_or_as_a_per_cent() -> None:
    block = shares_chart((Estimated(0.999, 0.001, 1.0),))
    assert [words(cell) for cell in block.table.rows[0]] == ["One auditor", "1", "99", "1 to 99"]
    assert "%" not in words(block.alternative)


def test_on_paper_the_chart_is_its_own_table() -> None:
    assert bar_strips(shares_chart(SHARES), width=480, size=9.5) is not None


def test_agreement_stands_alone_where_the_parts_are_not_known() -> None:
    alone = SecondReadings(AGREED)
    assert only(alone) == AGREED[0]
    assert blocks(alone) == ()
    assert only(SecondReadings(AGREED, SHARES)) == ""


@pytest.mark.parametrize("audience", ["partners", "public"])
def test_outside_the_service_nothing_is_said(audience: str) -> None:
    for found in (SecondReadings(AGREED), SecondReadings(AGREED, SHARES)):
        assert only(found, audience) == ""
        assert blocks(found, audience) == ()


def test_nobody_read_twice_says_nothing() -> None:
    assert only(SecondReadings()) == ""
    assert blocks(SecondReadings()) == ()


@pytest.mark.slow
def test_loading_it_loads_nothing_that_computes() -> None:
    code = (
        "import sys, goldenthread.publications.parts.consistency;"
        "print({'numpy', 'scipy', 'polars'} & sys.modules.keys())"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"
