"""How a brief opens: how many audits it stands on, and up to four large numbers."""

from goldenthread.analysis import phrases
from goldenthread.analysis.phrases.grades import halves_in_words
from goldenthread.documents.blocks import KeyFigure, KeyFigures, Paragraph, Runs
from goldenthread.publications.brief import Brief
from goldenthread.publications.composition import figure_run, name_to_runs
from goldenthread.publications.parts.words import cut_off, joined, sentence_end, text
from goldenthread.publications.selection import SERVICE

AT_CUT_OFF = "returns.at_cut_off"


def return_rate(brief: Brief) -> Paragraph | None:
    """How many audits came back, of both denominators."""
    runs = rate_in_words(brief)
    return Paragraph(runs) if runs else None


def rate_in_words(brief: Brief) -> Runs:
    """The return rate as a sentence, which names the day where that was before the cut-off."""
    by = "".join(run.text for run in cut_off(brief))
    return brief.composition.sentence(phrases.return_rate(brief.figures, by))


def returns_by_team(brief: Brief) -> Runs:
    """How many of its audits each team returned, within the service; nothing for a single team.

    Nothing either where one team's figure may not be shown: what is left out would be told by it.
    """
    found = [figure for figure in brief.figures if figure.key == AT_CUT_OFF and figure.slice]
    hidden = any(figure.suppressed_because is not None for figure in found)
    if brief.figures.audience != SERVICE or len(found) < 2 or hidden:
        return ()
    parts = ((*_team(dict(figure.slice)["team"]), figure_run(figure)) for figure in found)
    return sentence_end(joined(parts, between="; "))


def _team(name: str) -> Runs:
    return name_to_runs(f"{name} " if "team" in name.casefold() else f"{name} team ")


def key_figures(brief: Brief) -> KeyFigures | None:
    """Returned, overall good or better, read twice, asked of families: those that there are."""
    better, _ = halves_in_words(brief.scale)
    highest = brief.scale.highest
    items = [
        _key_figure(brief, AT_CUT_OFF, (*text("returned by "), *cut_off(brief))),
        _key_figure(brief, "overall.good_or_better", name_to_runs(f"{better} overall")),
        _key_figure(brief, "second_reading.audits", text("read by a second person")),
        _key_figure(
            brief,
            f"categories.with_{highest.id}",
            name_to_runs(f"categories with any {phrases.graded(highest.label)}"),
        ),
    ]
    if not _any_grade(brief):
        items.pop()  # how many categories have a grade is known only where something was graded
    present = tuple(item for item in items if item is not None)
    return KeyFigures(present) if present else None


def _any_grade(brief: Brief) -> bool:
    graded = brief.figures.get("grades.good_or_better")
    return graded is None or graded.denominator != 0


def _key_figure(brief: Brief, key: str, label: Runs) -> KeyFigure | None:
    figure = brief.figures.get(key)
    if figure is None or figure.suppressed_because is not None or not figure.denominator:
        return None
    return KeyFigure(figure_run(figure), label)
