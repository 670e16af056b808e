"""Grades by category: the chart, and the table that holds the same figures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from goldenthread.analysis.figure import Figure
from goldenthread.definitions.frameworks import Category, Layer
from goldenthread.definitions.scales import Level
from goldenthread.documents.blocks import ChartBlock, FigureRun, Runs, Table, Text
from goldenthread.documents.charts.model import BarRow, DivergingBars, LevelKey, Segment
from goldenthread.publications.brief import Brief
from goldenthread.publications.composition import figure_run, name_to_runs
from goldenthread.publications.parts.words import joined, text

OVERALL = "overall"


@dataclass(frozen=True, slots=True)
class _Row:
    """A category that was graded, with its figures by level."""

    id: str
    label: str
    levels: tuple[Figure | None, ...]


def grades_chart(brief: Brief, only: Sequence[str] | None = None) -> ChartBlock | None:
    """Grades of every category (or of ``only`` these ids, in that order), overall first.

    ``None`` when nothing was graded.
    """
    rows = [row for row in _rows(brief, only) if _was_graded(row)]
    if not rows:
        return None
    title = f"Grades in each category, {brief.scale.lowest.label.lower()} on the left"
    return ChartBlock(
        chart=DivergingBars(
            title=title,
            levels=tuple(_level_key(brief, level) for level in brief.scale.levels),
            rows=tuple(_bar(brief, row) for row in rows),
            direction="Further to the right is better",
        ),
        alternative=_alternative(brief, rows),
        table=_table(brief, rows),
    )


def graded_categories(brief: Brief) -> tuple[Category, ...]:
    """Categories of the quality layer in which anything was graded, in the framework's order."""
    return tuple(
        category
        for category in brief.framework.categories
        if category.layer is Layer.QUALITY and _was_graded(_row(brief, category.id, ""))
    )


def weakest_first(brief: Brief, category_ids: Iterable[str]) -> list[str]:
    """Categories by their share of *good or better*, least first; ties as given."""
    return sorted(category_ids, key=lambda c: _share(brief.figures.get(f"{c}.good_or_better")))


def _share(figure: Figure | None) -> float:
    return 1.0 if figure is None or figure.value is None else figure.value


def _rows(brief: Brief, only: Sequence[str] | None) -> list[_Row]:
    labels = {category.id: category.short for category in brief.framework.categories}
    wanted = list(labels) if only is None else [c for c in only if c in labels]
    rows = [_row(brief, category, labels[category]) for category in wanted]
    if brief.framework.overall:
        rows.insert(0, _row(brief, OVERALL, "Overall"))
    return rows


def _row(brief: Brief, category: str, label: str) -> _Row:
    levels = (brief.figures.get(f"{category}.{level.id}") for level in brief.scale.levels)
    return _Row(category, label, tuple(levels))


def _was_graded(row: _Row) -> bool:
    return any(f is not None and (f.denominator or f.suppressed_because) for f in row.levels)


def _level_key(brief: Brief, level: Level) -> LevelKey:
    rank = brief.scale.rank(level.id)
    return LevelKey(level.id, level.label, rank, brief.scale.is_good(level.id))


def _bar(brief: Brief, row: _Row) -> BarRow:
    segments = tuple(
        _segment(level.id, figure)
        for level, figure in zip(brief.scale.levels, row.levels, strict=True)
        if figure is not None
    )
    bases = {figure.denominator for figure in row.levels if figure is not None}
    base = bases.pop() if len(bases) == 1 else None
    return BarRow(row.label, segments, base, _note(brief, row))


def _segment(level: str, figure: Figure) -> Segment:
    run = figure_run(figure, "count")
    return Segment(level, figure.numerator, figure.key, run.text)


def _note(brief: Brief, row: _Row) -> str:
    """What stands at the end of a bar: the base, and how many were not evidenced."""
    graded = brief.composition.figure(f"{row.id}.graded", "count")
    missing = brief.figures.get(f"{row.id}.not_evidenced")
    note = f"{graded.text} graded" if graded else ""
    if missing is not None and missing.numerator != 0:
        note += f"; {figure_run(missing, 'count').text} not evidenced"
    return note


def _alternative(brief: Brief, rows: Sequence[_Row]) -> Runs:
    return joined((_row_in_words(brief, row) for row in rows), between=" ")


def _row_in_words(brief: Brief, row: _Row) -> Runs:
    parts = [
        (*name_to_runs(f"{level.label} "), figure_run(figure, "count"))
        for level, figure in zip(brief.scale.levels, row.levels, strict=True)
        if figure is not None
    ]
    return (*name_to_runs(f"{row.label}: "), *joined(parts, between=", "), Text("."))


def _table(brief: Brief, rows: Sequence[_Row]) -> Table:
    header = (
        text("Category"),
        *(name_to_runs(level.label) for level in brief.scale.levels),
        text("Graded"),
        text("Not evidenced"),
    )
    return Table(
        caption=text("Number of audits"),
        header=header,
        rows=tuple(_table_row(brief, row) for row in rows),
        numeric=(False, *(True for _ in header[1:])),
    )


def _table_row(brief: Brief, row: _Row) -> tuple[Runs, ...]:
    cells = [_cell(figure) for figure in row.levels]
    graded = brief.figures.get(f"{row.id}.graded")
    missing = brief.figures.get(f"{row.id}.not_evidenced")
    return (name_to_runs(row.label), *cells, _cell(graded), _cell(missing))


def _cell(figure: Figure | None) -> Runs:
    run: FigureRun | None = None if figure is None else figure_run(figure, "count")
    return () if run is None else (run,)
