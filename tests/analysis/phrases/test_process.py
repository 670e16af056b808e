from collections.abc import Callable

import pytest

from goldenthread.analysis.figure import Figure, FigureSet
from goldenthread.analysis.phrases import (
    actions,
    challenges,
    moderation,
    plain_text,
    return_rate,
    timeliness,
)

Make = Callable[..., Figure]
MakeSet = Callable[..., FigureSet]


@pytest.mark.parametrize(
    ("exempt", "allocated", "to_date", "sentence"),
    [
        (
            2,
            32,
            (26, 30),
            (
                "26 of 30 (87%) audits were returned by the cut-off."
                " 2 more were exempt; counting them too, 26 of 32 (81%)."
            ),
        ),
        (
            1,
            31,
            (28, 30),
            (
                "26 of 30 (87%) audits were returned by the cut-off."
                " 1 more was exempt; counting it too, 26 of 31 (84%). To date it is 28 of 30 (93%)."
            ),
        ),
        (0, 30, (26, 30), "26 of 30 (87%) audits were returned by the cut-off."),
    ],
)
def test_return_rate_shows_both_denominators(
    share: Make,
    figure_set: MakeSet,
    exempt: int,
    allocated: int,
    to_date: tuple[int, int],
    sentence: str,
) -> None:
    figures = figure_set(
        share("returns.at_cut_off", 26, 30),
        share("returns.of_allocated", 26, allocated),
        share("returns.exempt", exempt, allocated),
        share("returns.to_date", *to_date),
    )
    assert plain_text(return_rate(figures)) == sentence


def test_return_rate_hides_the_second_denominator_where_it_may_not_be_seen(
    share: Make, suppressed: Make, figure_set: MakeSet
) -> None:
    figures = figure_set(
        share("returns.at_cut_off", 26, 30),
        suppressed("returns.of_allocated"),
        suppressed("returns.exempt"),
    )
    assert plain_text(return_rate(figures)) == "26 of 30 (87%) audits were returned by the cut-off."


def test_return_rate_suppressed_says_so(suppressed: Make, figure_set: MakeSet) -> None:
    figures = figure_set(suppressed("returns.at_cut_off"))
    assert plain_text(return_rate(figures)) == "The return rate is not shown (c)."


def test_return_rate_without_allocations_is_empty(share: Make, figure_set: MakeSet) -> None:
    assert return_rate(figure_set()) == ()
    assert return_rate(figure_set(share("returns.at_cut_off", 0, 0))) == ()


def test_moderation_that_also_gave_or_took_grades_says_so(share: Make, figure_set: MakeSet) -> None:
    counts = {"changed": 9, "raised": 3, "lowered": 2}
    figures = figure_set(
        share("second_reading.audits", 4, 26),
        *(share(f"moderation.{key}", count, 63, "grades") for key, count in counts.items()),
    )
    assert plain_text(moderation(figures)).endswith(
        "3 raised and 2 lowered; the others gained or lost a grade."
    )


def test_moderation_says_how_many_grades_changed_and_which_way(
    share: Make, figure_set: MakeSet
) -> None:
    figures = figure_set(
        share("second_reading.audits", 4, 26),
        share("moderation.changed", 3, 62, "grades"),
        share("moderation.raised", 1, 62, "grades"),
        share("moderation.lowered", 2, 62, "grades"),
    )
    assert plain_text(moderation(figures)) == (
        "4 of the 26 audits were read by a second person. Moderation changed 3 of the 62 grades in"
        " the audits moderated: 1 raised and 2 lowered."
    )


def test_moderation_of_one_audit_that_changed_nothing_agrees_in_number(
    share: Make, figure_set: MakeSet
) -> None:
    figures = figure_set(
        share("second_reading.audits", 1, 26), share("moderation.changed", 0, 15, "grades")
    )
    assert plain_text(moderation(figures)) == (
        "1 of the 26 audits was read by a second person. Moderation changed none of the 15 grades"
        " in the audits moderated."
    )


def test_moderation_without_second_readings_is_empty(share: Make, figure_set: MakeSet) -> None:
    assert moderation(figure_set(share("second_reading.audits", 0, 26))) == ()


def test_timeliness_never_drops_what_is_overdue(
    share: Make, count: Make, figure_set: MakeSet
) -> None:
    figures = figure_set(
        share("timeliness.r11.on_time", 17, 20, "plans"),
        share("timeliness.r11.late", 2, 20, "plans"),
        share("timeliness.r11.overdue", 1, 20, "plans"),
        count("timeliness.r11.not_yet_due", 3, "plans"),
    )
    assert plain_text(timeliness(figures, "r11", "Care plan")) == (
        "Care plan: 17 of 20 (85%) on time, 2 late and 1 overdue; 3 not yet due."
    )


def test_timeliness_all_on_time_says_no_more(share: Make, figure_set: MakeSet) -> None:
    figures = figure_set(share("timeliness.r11.on_time", 4, 4))
    assert plain_text(timeliness(figures, "r11", "Care plan")) == "Care plan: 4 of 4 on time."


def test_timeliness_when_none_was_due_is_empty(share: Make, figure_set: MakeSet) -> None:
    assert timeliness(figure_set(share("timeliness.r11.on_time", 0, 0)), "r11", "Care plan") == ()


@pytest.mark.parametrize(
    ("done", "overdue", "sentence"),
    [
        (5, 2, "5 of the 9 actions are done; 2 are overdue."),
        (1, 1, "1 of the 9 actions is done; 1 is overdue."),
        (0, 0, "None of the 9 actions are done."),
        (9, 0, "All 9 actions are done."),
    ],
)
def test_actions_says_how_they_stand(
    share: Make, figure_set: MakeSet, done: int, overdue: int, sentence: str
) -> None:
    figures = figure_set(
        share("actions.done", done, 9, "actions"), share("actions.overdue", overdue, 9, "actions")
    )
    assert plain_text(actions(figures)) == sentence


def test_challenges_says_how_many_were_answered_and_in_time(
    share: Make, count: Make, figure_set: MakeSet
) -> None:
    figures = figure_set(
        count("challenges.raised", 3, "challenges"),
        share("challenges.answered", 2, 3, "challenges"),
        share("challenges.answered_on_time", 1, 3, "challenges"),
    )
    assert plain_text(challenges(figures)) == (
        "3 challenges were raised by IROs and conference chairs:"
        " 2 of 3 answered and 1 of 3 answered on time."
    )
