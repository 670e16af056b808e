"""How a brief opens: how many audits it stands on, and up to four large numbers."""

from goldenthread.analysis import phrases
from goldenthread.analysis.phrases.grades import halves_in_words
from goldenthread.documents.blocks import KeyFigure, KeyFigures, Paragraph, Runs
from goldenthread.publications.brief import Brief
from goldenthread.publications.composition import figure_run
from goldenthread.publications.parts.words import text


def return_rate(brief: Brief) -> Paragraph | None:
    """How many audits came back, of both denominators."""
    runs = brief.composition.sentence(phrases.return_rate(brief.figures))
    return Paragraph(runs) if runs else None


def key_figures(brief: Brief) -> KeyFigures | None:
    """Returned, overall good or better, read twice, asked of families: those that there are."""
    better, _ = halves_in_words(brief.scale)
    items = [
        _key_figure(brief, "returns.at_cut_off", text("returned by the cut-off")),
        _key_figure(brief, "overall.good_or_better", text(f"{better} overall")),
        _key_figure(brief, "second_reading.audits", text("read by a second person")),
        _key_figure(
            brief,
            f"categories.with_{brief.scale.highest.id}",
            text(f"categories with any {brief.scale.highest.label.lower()}"),
        ),
    ]
    present = tuple(item for item in items if item is not None)
    return KeyFigures(present) if present else None


def _key_figure(brief: Brief, key: str, label: Runs) -> KeyFigure | None:
    figure = brief.figures.get(key)
    if figure is None or not figure.denominator:
        return None
    return KeyFigure(figure_run(figure), label)
