"""Sample charts: grades in sixteen categories, and dots of answers."""

from tests.documents.samples.words import runs

from goldenthread.documents.blocks import ChartBlock, FigureRun, Literal, Runs, Table
from goldenthread.documents.charts.model import (
    AnswerDots,
    BarRow,
    DivergingBars,
    DotRow,
    LevelKey,
    Segment,
)

LEVELS = (
    LevelKey("inadequate", "Inadequate", 0, good=False),
    LevelKey("requires_improvement", "Requires improvement", 1, good=False),
    LevelKey("good", "Good", 2, good=True),
    LevelKey("outstanding", "Outstanding", 3, good=True),
)

GRADES: tuple[tuple[str, str, tuple[int, int, int, int], int], ...] = (
    ("record", "Case record and chronology", (4, 11, 10, 1), 0),
    ("story", "Case summary / child's story", (4, 10, 11, 0), 1),
    ("voice", "Child's voice and lived experience", (3, 9, 11, 2), 1),
    ("identity", "Identity, diversity and culture", (5, 11, 8, 0), 2),
    ("assessment", "Assessment", (4, 12, 9, 1), 0),
    ("risk", "Identification of and response to risk", (10, 7, 9, 0), 0),
    ("planning", "Planning", (5, 11, 9, 0), 0),
    ("reviewing", "Reviewing and core groups", (3, 9, 10, 0), 1),
    ("visiting", "Visiting and relationship", (4, 8, 12, 1), 0),
    ("direct_work", "Direct work and intervention", (4, 10, 9, 0), 2),
    ("family", "Partnership with family, including fathers", (4, 10, 12, 0), 0),
    ("agencies", "Working with other agencies", (0, 11, 14, 1), 0),
    ("management", "Management oversight and decision making", (5, 12, 8, 1), 0),
    ("supervision", "Supervision", (4, 12, 9, 0), 0),
    ("iro", "IRO / CP chair footprint and challenge", (2, 5, 8, 1), 0),
    ("impact", "Impact and outcomes for the child", (5, 9, 11, 0), 0),
)
"""Category, label, grades from inadequate to outstanding, and how many were not evidenced."""


def bar_row(
    key: str,
    label: str,
    counts: tuple[int | None, ...],
    levels: tuple[LevelKey, ...] = LEVELS,
    note: str = "",
) -> BarRow:
    """One category with its grades, worst first; ``None`` is suppressed."""
    segments = tuple(
        Segment(level.level, k, f"{key}.{level.level}", "fewer than 5" if k is None else str(k))
        for level, k in zip(levels, counts, strict=True)
    )
    base = sum(k for k in counts if k is not None)
    return BarRow(label, segments, base, f"n = {base}{note}")


def grade_table(rows: tuple[BarRow, ...], levels: tuple[LevelKey, ...] = LEVELS) -> Table:
    """The table that goes with a chart of grades: best level first."""
    best_first = tuple(reversed(levels))
    header = ("Category", *(level.label for level in best_first), "Graded")
    body = tuple((runs(row.label), *table_cells(row, best_first)) for row in rows)
    return Table(
        caption=runs("Grades in each category, as reported"),
        header=tuple(runs(cell) for cell in header),
        rows=body,
        numeric=(False, *(True for _ in header[1:])),
        note=runs("Not applicable and not evidenced are left out of the number graded."),
    )


def table_cells(row: BarRow, levels: tuple[LevelKey, ...]) -> tuple[Runs, ...]:
    """The counts of a row and its base."""
    by_level = {segment.level: segment for segment in row.segments}
    shown = [by_level[level.level] for level in levels]
    cells = [FigureRun(one.key, one.text, "count", count=one.count) for one in shown]
    base = "" if row.base is None else str(row.base)
    graded = FigureRun(f"{row.segments[0].key}.base", base, "base", base=row.base)
    return tuple((cell,) for cell in (*cells, graded))


def grade_chart(rows: tuple[BarRow, ...], levels: tuple[LevelKey, ...] = LEVELS) -> ChartBlock:
    """A chart of grades with its alternative and its table."""
    title = "Work with other agencies was strongest; response to risk was weakest"
    chart = DivergingBars(title, levels, rows, "Further right is better")
    alternative = "Bars of grades. Risk has most inadequate grades: {risk.inadequate=10/26}."
    return ChartBlock(chart, runs(alternative), grade_table(rows, levels))


def category_chart() -> ChartBlock:
    """The sixteen categories of the sample brief."""
    return grade_chart(
        tuple(
            bar_row(key, label, k, note=f"; {ne} not evidenced" if ne else "")
            for key, label, k, ne in GRADES
        )
    )


def answers_chart() -> ChartBlock:
    """Answers of families and professionals on a line from 0 to 10."""
    better = "Have we helped to make things better?"
    rows = (
        DotRow("Children and young people", better, (9, 9, 8, 4, 10), "5 of 9 answered"),
        DotRow(
            "Parents and carers", "Do we listen to you?", (10, 1, 7, 7, 7, 8), "6 of 20 answered"
        ),
        DotRow(
            "Professionals", "Do we work well together?", (9, 8, 8, 8, 8, 8, 6), "7 of 15 answered"
        ),
    )
    chart = AnswerDots("Answers to scaling questions", rows, "Not at all", "Completely")
    table = Table(
        caption=runs("Every answer given"),
        header=(runs("Who was asked"), runs("Question"), runs("Answers")),
        rows=tuple((runs(row.label), runs(row.question), answers_given(row)) for row in rows),
    )
    return ChartBlock(chart, runs("Each dot is one answer."), table)


def answers_given(row: DotRow) -> Runs:
    """The answers of one row as a literal."""
    return (Literal(", ".join(str(answer) for answer in sorted(row.answers)), "scale answer"),)
