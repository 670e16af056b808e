"""The earlier cycle's figures, from the counts that were written down of them."""

from collections.abc import Iterable, Mapping
from datetime import timedelta

from goldenthread.analysis.facts import CycleWindow, PreviousFigure
from goldenthread.analysis.figure import Figure, Kind, Selector, Slice
from goldenthread.analysis.making import Certainty, Maker, Subject
from goldenthread.analysis.tables import FactsError, where

Figures = Mapping[tuple[str, Slice], Figure]


def figures_written(
    written: Iterable[PreviousFigure], now: Figures, window: CycleWindow
) -> dict[tuple[str, Slice], Figure]:
    """Figures from counts and bases, described as the figures of this cycle with the same keys.

    Their period is not known: it is every day before this cycle's first. Raises ``FactsError``
    for a count above its base and for a key given twice.
    """
    maker = Maker(f"../{window.period_from - timedelta(days=1)}")
    figures: dict[tuple[str, Slice], Figure] = {}
    for row in sorted(written, key=lambda row: row.key):
        if (row.key, ()) in figures:
            raise FactsError(f"Previous figure {row.key} is given twice; keep one.")
        figures[row.key, ()] = _figure(maker, row, now.get((row.key, ())))
    return figures


def _figure(maker: Maker, row: PreviousFigure, now: Figure | None) -> Figure:
    selector = Selector("previous_figures", where(key=row.key))
    subject = Subject("audits", "the earlier cycle, as written down")
    if now is not None:
        subject = Subject(now.unit, f"{now.population}, earlier cycle")
        if now.kind is Kind.COUNT:
            return maker.count_of(row.key, subject, row.numerator, selector)
    if not 0 <= row.numerator <= row.denominator:
        raise FactsError(
            f"Previous figure {row.key}: {row.numerator} of {row.denominator} is no share;"
            " correct the count or the base."
        )
    certainty = Certainty.WILSON if subject.unit == "audits" else Certainty.WRITTEN
    return maker.share_of(row.key, subject, (row.numerator, row.denominator), selector, certainty)
