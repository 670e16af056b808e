from collections.abc import Callable

import pytest

from goldenthread.analysis.facts import Respondent
from goldenthread.analysis.figure import Figure, FigureSet
from goldenthread.analysis.phrases import answers, escalations, observations, plain_text

Make = Callable[..., Figure]
MakeSet = Callable[..., FigureSet]

QUESTION = "Did we listen to you?"
ASKED = (("question", QUESTION),)


def test_answers_of_a_few_are_listed_and_never_averaged(
    share: Make, count: Make, figure_set: MakeSet
) -> None:
    figures = figure_set(
        share("feedback.parent.answered", 3, 4, "answers", ASKED),
        count("feedback.parent.gave_1", 1, "answers", ASKED),
        count("feedback.parent.gave_10", 2, "answers", ASKED),
    )
    assert plain_text(answers(figures, Respondent.PARENT, QUESTION)) == (
        "3 of 4 parents and carers asked “Did we listen to you?” answered: 1, 10 and 10,"
        " on a scale of 0 to 10."
    )


def test_answers_of_many_give_the_middle_one(
    share: Make, median: Make, figure_set: MakeSet
) -> None:
    figures = figure_set(
        share("feedback.child.answered", 12, 20, "answers", ASKED),
        median("feedback.child.median", 7.5, 12, ASKED),
    )
    assert plain_text(answers(figures, Respondent.CHILD, QUESTION)) == (
        "12 of 20 (60%) children and young people asked “Did we listen to you?” answered;"
        " the middle answer was 7.5, on a scale of 0 to 10."
    )


def test_answers_by_nobody_say_so(share: Make, figure_set: MakeSet) -> None:
    figures = figure_set(share("feedback.child.answered", 0, 1, "answers", ASKED))
    assert plain_text(answers(figures, Respondent.CHILD, QUESTION)) == (
        "0 of 1 child or young person asked “Did we listen to you?” answered."
    )


def test_answers_suppressed_say_only_that(suppressed: Make, figure_set: MakeSet) -> None:
    figures = figure_set(suppressed("feedback.professional.answered", of=ASKED))
    assert plain_text(answers(figures, Respondent.PROFESSIONAL, QUESTION)) == (
        "How many professionals answered “Did we listen to you?” is not shown (c)."
    )


def test_answers_when_nobody_was_asked_are_empty(figure_set: MakeSet) -> None:
    assert answers(figure_set(), Respondent.CHILD, QUESTION) == ()


def test_observations_give_seen_partly_and_not(share: Make, figure_set: MakeSet) -> None:
    of = (("item", "Visit prepared"),)
    figures = figure_set(
        share("observations.yes", 5, 8, "observations", of),
        share("observations.partly", 1, 8, "observations", of),
        share("observations.no", 2, 8, "observations", of),
    )
    assert plain_text(observations(figures, "Visit prepared")) == (
        "Visit prepared: seen in 5 of 8, partly in 1, not in 2."
    )


def _raised(share: Make, count: Make, raised: int, closed: int, safe: int) -> list[Figure]:
    return [
        count("escalations.raised", raised, "children"),
        share("escalations.acknowledged_same_day", closed, raised, "children"),
        share("escalations.closed", closed, raised, "children"),
        share("escalations.child_safe", safe, raised, "children"),
        count("escalations.open", raised - closed, "children"),
    ]


@pytest.mark.parametrize(
    ("raised", "closed", "safe", "sentence"),
    [
        (
            3,
            3,
            3,
            (
                "3 children’s audits raised alarm; all 3 were followed up and are closed."
                " All 3 were acknowledged the same day. All 3 children are known to be safe."
            ),
        ),
        (
            2,
            2,
            2,
            (
                "2 children’s audits raised alarm; both were followed up and are closed."
                " Both were acknowledged the same day. Both children are known to be safe."
            ),
        ),
        (
            1,
            1,
            1,
            (
                "1 child’s audit raised alarm; it was followed up and is closed."
                " It was acknowledged the same day. The child is known to be safe."
            ),
        ),
        (
            3,
            2,
            1,
            (
                "3 children’s audits raised alarm; 2 of the 3 are closed so far"
                " and 1 is still open. 2 of the 3 were acknowledged the same day."
                " 1 of the 3 children is known to be safe."
            ),
        ),
    ],
)
def test_escalations_say_what_was_done_for_each_child(
    share: Make,
    count: Make,
    figure_set: MakeSet,
    raised: int,
    closed: int,
    safe: int,
    sentence: str,
) -> None:
    figures = figure_set(*_raised(share, count, raised, closed, safe))
    assert plain_text(escalations(figures)) == sentence


def test_escalations_none_raised_says_so(count: Make, figure_set: MakeSet) -> None:
    figures = figure_set(count("escalations.raised", 0, "children"))
    assert plain_text(escalations(figures)) == "No child’s audit raised alarm."


def test_escalations_suppressed_claim_nothing(suppressed: Make, figure_set: MakeSet) -> None:
    figures = figure_set(suppressed("escalations.raised", unit="children"))
    assert plain_text(escalations(figures)) == (
        "How many children’s audits raised alarm is not shown (c)."
    )
