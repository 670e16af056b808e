"""The sheets of the returns workbook, in order, with the columns of a framework.

Every sheet is declared once, in :mod:`goldenthread.exchange.workbook.declared`. The template, the
writer and the reader all come from that declaration. Only the columns of grades are not there:
they are the categories of the framework, in its order.
"""

from dataclasses import replace

from goldenthread.definitions.frameworks import Category, Framework
from goldenthread.exchange.workbook.columns import Choices, Column, Kind, Sheet
from goldenthread.exchange.workbook.declared.audits import (
    ALLOCATIONS,
    EXEMPTIONS,
    OVERALL,
    READINGS,
    REASONS,
)
from goldenthread.exchange.workbook.declared.checks import ACCEPTED_HITS, PREVIOUS_FIGURES
from goldenthread.exchange.workbook.declared.cycle import CYCLE
from goldenthread.exchange.workbook.declared.learning import (
    ACTIONS,
    ASKS,
    FINDINGS,
    HELPERS,
    LINKS,
    NOTICES,
)
from goldenthread.exchange.workbook.declared.sources import (
    CHALLENGES,
    ESCALATIONS,
    FEEDBACK,
    OBSERVATIONS,
    TIMELINESS,
)

SHEETS: tuple[Sheet, ...] = (
    CYCLE,
    READINGS,
    ALLOCATIONS,
    EXEMPTIONS,
    REASONS,
    FEEDBACK,
    OBSERVATIONS,
    ESCALATIONS,
    TIMELINESS,
    CHALLENGES,
    FINDINGS,
    ACTIONS,
    NOTICES,
    ASKS,
    LINKS,
    HELPERS,
    PREVIOUS_FIGURES,
    ACCEPTED_HITS,
)
"""All sheets, in the order in which they stand; *Readings* without its columns of grades."""

LISTS = "Lists"
"""The hidden sheet behind them that holds the longer drop-down lists."""


def sheets_for(framework: Framework) -> tuple[Sheet, ...]:
    """All sheets, in order, with the framework's columns of grades at the end of *Readings*."""
    return tuple(readings_for(framework) if s is READINGS else s for s in SHEETS)


def readings_for(framework: Framework) -> Sheet:
    """The *Readings* sheet: one column for the overall grade, if there is one, and per category."""
    overall = (OVERALL,) if framework.overall else ()
    grades = tuple(_grade_column(category) for category in framework.categories)
    return replace(READINGS, columns=(*READINGS.columns, *overall, *grades))


def _grade_column(category: Category) -> Column:
    return Column(
        category.label,
        Kind.GRADE,
        " ".join(category.prompts) or f"The grade for {category.label}.",
        also=(category.short, category.id, *category.also),
        choices=Choices.GRADES,
        category=category.id,
        width=20,
    )
