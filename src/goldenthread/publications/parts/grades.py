"""Grades by category: the chart, and the table that holds the same figures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from goldenthread.analysis.figure import Figure
from goldenthread.analysis.phrases.grades import halves_in_words
from goldenthread.definitions.frameworks import Category, Layer
from goldenthread.documents.blocks import ChartBlock, Runs, Table, Text
from goldenthread.documents.charts.model import BarRow, DivergingBars, LevelKey, Segment
from goldenthread.publications.brief import Brief
from goldenthread.publications.composition import figure_run, name_to_runs
from goldenthread.publications.inputs import Message
from goldenthread.publications.parts.words import joined, text

OVERALL = "overall"


@dataclass(frozen=True, slots=True)
class _Row:
    """A category that was graded, with its figures in the order of the keys."""

    id: str
    label: str
    figures: tuple[Figure | None, ...]


def grades_chart(brief: Brief, only: Sequence[str] | None = None) -> ChartBlock | None:
    """Grades of every category (or of ``only`` these ids, in that order), overall first.

    For an audience that may not see single grades, the two halves of the scale are shown instead.
    ``None`` when nothing was graded.
    """
    keys = _keys(brief)
    rows = [row for row in _rows(brief, keys, only) if _was_graded(row)]
    if not rows:
        return None
    return ChartBlock(
        chart=DivergingBars(
            title=f"Grades in each category, {keys[0].label.lower()} on the left",
            levels=keys,
            rows=tuple(_bar(brief, row, keys) for row in rows),
            direction="Better grades on the right",
        ),
        alternative=_alternative(rows, keys),
        table=_table(brief, rows, keys),
    )


def chart_of_few(brief: Brief, spoken_of: Iterable[Message], number: int) -> ChartBlock | None:
    """Grades overall and of so many categories: those of some messages, then the weakest others."""
    graded = weakest_first(brief, [category.id for category in graded_categories(brief)])
    first = [message.category for message in spoken_of if message.category in graded]
    return grades_chart(brief, only=list(dict.fromkeys([*first, *graded]))[:number])


def _keys(brief: Brief) -> tuple[LevelKey, ...]:
    """The grades that are told apart: all of the scale, or its halves where those say more."""
    scale = brief.scale
    levels = tuple(
        LevelKey(level.id, level.label, rank, scale.is_good(level.id))
        for rank, level in enumerate(scale.levels)
    )
    better, worse = halves_in_words(scale)
    halves = (
        LevelKey("not_yet_good", worse.capitalize(), 0, good=False),
        LevelKey("good_or_better", better.capitalize(), 1, good=True),
    )
    return halves if _whole_rows(brief, halves) > _whole_rows(brief, levels) else levels


def _whole_rows(brief: Brief, keys: Sequence[LevelKey]) -> int:
    """How many categories are shown without a hole."""
    return sum(
        all(f is not None and f.suppressed_because is None for f in row.figures)
        for row in _rows(brief, keys, None)
    )


def graded_categories(brief: Brief) -> tuple[Category, ...]:
    """Categories of the quality layer in which anything was graded, in the framework's order."""
    keys = _keys(brief)
    return tuple(
        category
        for category in brief.framework.categories
        if category.layer is Layer.QUALITY and _was_graded(_row(brief, keys, category.id, ""))
    )


def weakest_first(brief: Brief, category_ids: Iterable[str]) -> list[str]:
    """Categories by their share of *good or better*, least first; ties as given."""
    return sorted(category_ids, key=lambda c: _share(brief.figures.get(f"{c}.good_or_better")))


def _share(figure: Figure | None) -> float:
    return 1.0 if figure is None or figure.value is None else figure.value


def category_label(brief: Brief, category: str) -> str:
    """What a category, or the overall grade, is called where there is little room."""
    if category == OVERALL:
        return "Overall"
    return brief.framework.category(category).short


def _rows(brief: Brief, keys: Sequence[LevelKey], only: Sequence[str] | None) -> list[_Row]:
    labels = {category.id: category.short for category in brief.framework.categories}
    wanted = list(labels) if only is None else [c for c in only if c in labels]
    rows = [_row(brief, keys, category, labels[category]) for category in wanted]
    if brief.framework.overall:
        rows.insert(0, _row(brief, keys, OVERALL, "Overall"))
    return rows


def _row(brief: Brief, keys: Sequence[LevelKey], category: str, label: str) -> _Row:
    figures = (brief.figures.get(f"{category}.{key.level}") for key in keys)
    return _Row(category, label, tuple(figures))


def _was_graded(row: _Row) -> bool:
    return any(f is not None and (f.denominator or f.suppressed_because) for f in row.figures)


def _bar(brief: Brief, row: _Row, keys: Sequence[LevelKey]) -> BarRow:
    segments = tuple(
        _segment(key.level, figure)
        for key, figure in zip(keys, row.figures, strict=True)
        if figure is not None
    )
    bases = {figure.denominator for figure in row.figures if figure is not None}
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


def _alternative(rows: Sequence[_Row], keys: Sequence[LevelKey]) -> Runs:
    return joined((_row_in_words(row, keys) for row in rows), between=" ")


def _row_in_words(row: _Row, keys: Sequence[LevelKey]) -> Runs:
    parts = [
        (*name_to_runs(f"{key.label}{_between(key.label)}"), figure_run(figure, "count"))
        for key, figure in zip(keys, row.figures, strict=True)
        if figure is not None
    ]
    return (*name_to_runs(f"{row.label}: "), *joined(parts, between=", "), Text("."))


def _between(label: str) -> str:
    """What parts a grade from its count: where both are numbers, more than a space."""
    return ": " if label[:1].isdigit() else " "


def _table(brief: Brief, rows: Sequence[_Row], keys: Sequence[LevelKey]) -> Table:
    header = (
        text("Category"),
        *(name_to_runs(key.label) for key in keys),
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
    cells = [_cell(figure) for figure in row.figures]
    graded = brief.figures.get(f"{row.id}.graded")
    missing = brief.figures.get(f"{row.id}.not_evidenced")
    return (name_to_runs(row.label), *cells, _cell(graded), _cell(missing))


def _cell(figure: Figure | None) -> Runs:
    return () if figure is None else (figure_run(figure, "count"),)
