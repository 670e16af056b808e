"""Every figure that is printed is found, and text comes out as it is printed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from goldenthread.documents.blocks import Document, FigureRun, Link, Literal, Text
from goldenthread.documents.charts.model import DivergingBars
from goldenthread.documents.text import figures_of, plain


def within(value: object) -> Iterator[FigureRun]:
    """Figures anywhere in a value, found without knowing what kinds of block there are."""
    if isinstance(value, FigureRun):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from within(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from within(getattr(value, field.name))


def charts_within(value: object) -> Iterator[DivergingBars]:
    """Charts of grades anywhere in a value."""
    if isinstance(value, DivergingBars):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from charts_within(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from charts_within(getattr(value, field.name))


def test_plain_text_of_runs_is_what_is_printed() -> None:
    runs = (
        Text("Within "),
        Literal("10 days", "duration"),
        Text(", see "),
        Link("the toolkit", "https://larkshire.example"),
    )
    assert plain(runs) == "Within 10 days, see the toolkit"


def test_figures_of_a_document_are_all_its_runs_and_drawn_segments(extreme: Document) -> None:
    segments = [
        (segment.key, segment.text)
        for chart in charts_within(extreme.body)
        for row in chart.rows
        for segment in row.segments
        if segment.count != 0
    ]
    runs = [(figure.key, figure.text) for figure in within(extreme)]
    found = [(figure.key, figure.text) for figure in figures_of(extreme)]
    assert Counter(found) == Counter(runs + segments)


def test_figures_of_the_brief_come_in_reading_order(brief: Document) -> None:
    keys = [figure.key for figure in figures_of(brief)]
    assert keys[:2] == ["returns.at_cut_off", "escalations.raised"]
    assert keys[-1] == "moderation.changed"
    assert keys.index("agencies.good_or_better") < keys.index("challenges.answered")
