from collections.abc import Callable

from goldenthread.analysis.facts import Respondent
from goldenthread.analysis.figure import Figure, FigureSet
from goldenthread.analysis.phrases import (
    FigurePart,
    actions,
    answers,
    categories_with,
    challenges,
    comparison,
    escalations,
    grade_split,
    interval_in_words,
    joined,
    moderation,
    observations,
    plain_text,
    profile,
    return_rate,
    timeliness,
)
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.literals import Found, stretches
from goldenthread.definitions.scales import Scale

Make = Callable[..., Figure]
QUESTION = (("question", "How safe is home?"),)
ITEM = (("item", "Child seen alone"),)


def _everything(share: Make, count: Make) -> list[Figure]:
    levels = {"outstanding": 1, "good": 9, "requires_improvement": 12, "inadequate": 4}
    return [
        *(share(f"risk.{level}", k, 26) for level, k in levels.items()),
        share("risk.not_evidenced", 3, 29),
        share("categories.with_good", 12, 16, "categories"),
        share("profiles.most_good.good", 13, 14, "grades"),
        share("returns.at_cut_off", 26, 30),
        share("returns.of_allocated", 26, 32),
        share("returns.exempt", 2, 32),
        share("returns.to_date", 28, 30),
        share("second_reading.audits", 4, 26),
        share("moderation.changed", 3, 62, "grades"),
        share("moderation.raised", 1, 62, "grades"),
        share("timeliness.r11.on_time", 17, 20),
        share("timeliness.r11.late", 2, 20),
        share("actions.done", 5, 9, "actions"),
        share("actions.overdue", 2, 9, "actions"),
        count("challenges.raised", 3, "challenges"),
        share("challenges.answered", 2, 3, "challenges"),
        share("feedback.child.answered", 1, 2, "answers", QUESTION),
        count("feedback.child.gave_9", 1, "answers", QUESTION),
        share("observations.yes", 5, 6, "observations", ITEM),
        share("observations.partly", 1, 6, "observations", ITEM),
        count("escalations.raised", 3, "children"),
        share("escalations.acknowledged_same_day", 3, 3, "children"),
        share("escalations.closed", 2, 3, "children"),
        share("escalations.child_safe", 3, 3, "children"),
        count("escalations.open", 1, "children"),
    ]


def test_sentences_hold_no_number_that_is_not_a_figure_or_a_literal(
    share: Make,
    count: Make,
    figure_set: Callable[..., FigureSet],
    framework: Framework,
    scale: Scale,
) -> None:
    figures = figure_set(*_everything(share, count), previous=(share("risk.good", 5, 21),))
    sentences = [
        grade_split(figures, "risk", framework, scale),
        interval_in_words(figures.figures["risk.good", ()], "good"),
        profile(figures, "most_good", scale),
        categories_with(figures, "good", scale),
        comparison(figures, "risk.good"),
        return_rate(figures),
        moderation(figures),
        timeliness(figures, "r11", "Care plan"),
        actions(figures),
        challenges(figures),
        answers(figures, Respondent.CHILD, "How safe is home?"),
        observations(figures, "Child seen alone"),
        escalations(figures),
    ]
    for sentence in sentences:
        assert any(isinstance(piece, FigurePart) for piece in sentence)
        for own_words in (piece for piece in sentence if isinstance(piece, str)):
            assert Found.TYPED_NUMBER not in {s.found for s in stretches(own_words)}


def test_joined_lists_are_british() -> None:
    assert plain_text(joined([])) == ""
    assert plain_text(joined([("a",)])) == "a"
    assert plain_text(joined([("a",), ("b",)])) == "a and b"
    assert plain_text(joined([("a",), ("b",), ("c",)])) == "a, b and c"
