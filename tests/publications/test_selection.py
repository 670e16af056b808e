"""The content budget of design.md §6, and what may headline."""

from collections.abc import Callable
from dataclasses import replace

from goldenthread.analysis.facts import FindingKind
from goldenthread.analysis.figure import FigureSet
from goldenthread.publications.inputs import Message, Words
from goldenthread.publications.selection import Budget, Selection, select

MakeMessage = Callable[..., Message]
MakeFigures = Callable[..., FigureSet]

STRENGTH, REMINDER, WORRY = FindingKind.STRENGTH, FindingKind.REMINDER, FindingKind.WORRY


def names(messages: tuple[Message, ...]) -> list[str]:
    return [message.finding for message in messages]


def places(selection: Selection) -> list[str]:
    lists = (selection.strengths, selection.reminders, selection.worries, selection.also)
    return [*names(selection.headlines), *(name for group in lists for name in names(group))]


def test_marked_headlines_lead_in_their_order(
    a_message: MakeMessage, figures_from: MakeFigures
) -> None:
    messages = (a_message("W", headline=2), a_message("S", STRENGTH, headline=1), a_message("X"))
    selection = select(messages, figures_from({}))
    assert names(selection.headlines) == ["S", "W"]
    assert names(selection.worries) == ["X"]


def test_more_than_five_of_a_kind_go_under_also_noted(
    a_message: MakeMessage, figures_from: MakeFigures
) -> None:
    messages = tuple(
        a_message(f"{kind.value}{n}", kind, headline=1 if (kind, n) == (WORRY, 0) else None)
        for kind in FindingKind
        for n in range(8)
    )
    selection = select(messages, figures_from({}))
    assert [len(x) for x in (selection.strengths, selection.reminders, selection.worries)] == [
        5
    ] * 3
    assert names(selection.also) == [
        "strength5", "strength6", "strength7", "worry6", "worry7",
        "reminder5", "reminder6", "reminder7",
    ]  # fmt: skip
    assert sorted(places(selection)) == sorted(names(messages))


def test_without_marks_a_strength_and_the_best_evidenced_worries_lead(
    a_message: MakeMessage, figures_from: MakeFigures
) -> None:
    figures = figures_from(
        {"finding.w1.audits": (2, 26), "finding.w2.audits": (9, 26), "finding.w3.audits": (4, 26)}
    )
    messages = (a_message("W1"), a_message("W2"), a_message("W3"), a_message("S1", STRENGTH))
    assert names(select(messages, figures).headlines) == ["S1", "W2", "W3"]


def test_a_worry_is_always_among_the_headlines(
    a_message: MakeMessage, figures_from: MakeFigures
) -> None:
    figures = figures_from({"finding.w1.audits": (2, 26), "finding.w2.audits": (9, 26)})
    strengths = tuple(a_message(f"S{n}", STRENGTH, headline=n) for n in (1, 2, 3))
    selection = select((*strengths, a_message("W1"), a_message("W2")), figures)
    assert names(selection.headlines) == ["S1", "S2", "W2"]
    assert names(selection.strengths) == ["S3"]
    assert len(selection.warnings) == 1
    assert "W2" in selection.warnings[0]


def test_a_share_not_evidenced_in_more_than_a_tenth_may_not_headline(
    a_message: MakeMessage, figures_from: MakeFigures
) -> None:
    figures = figures_from({"voice.not_evidenced": (3, 26), "risk.not_evidenced": (2, 26)})
    thin = a_message("W1", headline=1, text=Words("Voice was weak in {voice.inadequate}."))
    sound = a_message("W2", headline=2, text=Words("Risk was weak in {risk.inadequate}."))
    selection = select((thin, sound), figures)
    assert names(selection.headlines) == ["W2"]
    assert names(selection.worries) == ["W1"]
    assert "more than a tenth" in selection.warnings[0]


def test_a_thinly_evidenced_worry_is_not_brought_back_as_the_worry_to_lead_with(
    a_message: MakeMessage, figures_from: MakeFigures
) -> None:
    figures = figures_from({"voice.not_evidenced": (3, 26), "finding.w1.audits": (9, 26)})
    thin = a_message("W1", headline=1, category="voice")
    strength = a_message("S1", STRENGTH, headline=2)
    assert names(select((thin, strength), figures).headlines) == ["S1"]


def test_a_finding_of_which_no_audit_counts_is_left_out_and_said(
    a_message: MakeMessage, figures_from: MakeFigures
) -> None:
    """With --as-at in the middle of a cycle the audits behind a finding may be yet to come."""
    figures = figures_from(
        {"finding.w1.audits": (0, 12), "finding.w2.audits": (3, 12), "finding.r1.audits": (0, 12)}
    )
    messages = (a_message("W1", headline=1), a_message("W2"), a_message("R1", REMINDER))
    selection = select(messages, figures)
    assert places(selection) == ["W2", "R1"]
    assert [warning.split(":")[0] for warning in selection.warnings] == ["finding W1 was left out"]


def test_no_room_for_headlines_puts_everything_in_the_lists(
    a_message: MakeMessage, figures_from: MakeFigures
) -> None:
    selection = select((a_message("W1", headline=1),), figures_from({}), Budget(headlines=0))
    assert not selection.headlines
    assert names(selection.worries) == ["W1"]


def test_no_messages_give_an_empty_selection(figures_from: MakeFigures) -> None:
    assert select((), figures_from({})) == Selection()


def test_findings_of_few_audits_stay_within_the_service(
    a_message: MakeMessage, figures_from: MakeFigures
) -> None:
    messages = (
        a_message("W1", audits=4),
        a_message("W2", audits=5),
        a_message("R1", REMINDER),
    )
    public = replace(figures_from({}), audience="public")
    selection = select(messages, public)
    assert sorted(places(selection)) == ["R1", "W2"]
    assert [warning.split(" is ")[0] for warning in selection.warnings] == ["finding W1"]
    assert sorted(places(select(messages, figures_from({})))) == ["R1", "W1", "W2"]
