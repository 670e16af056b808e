"""Findings beside the earlier cycle: what may be said, and when nothing is."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from goldenthread.analysis.figure import Figure, FigureSet, Kind, Selector, Slice
from goldenthread.definitions import library
from goldenthread.documents.text import plain
from goldenthread.publications.brief import Brief
from goldenthread.publications.composition import Composition
from goldenthread.publications.inputs import BriefInputs, Message, Words
from goldenthread.publications.parts.last_time import message_beside_last_time
from goldenthread.publications.parts.opening import returns_by_team

MakeBrief = Callable[[FigureSet], Brief]


@pytest.fixture
def brief_of(inputs_with: Callable[..., BriefInputs]) -> MakeBrief:
    tool = library.framework("core_16")

    def make(figures: FigureSet) -> Brief:
        return Brief(inputs_with(), tool, library.scale(tool.scale), Composition(figures))

    return make


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "{risk.inadequate}; last time, {risk.inadequate@previous}",
            "That is too little to compare.",
        ),
        ("Late: {risk.inadequate}", "3 of 8; that is too little to compare."),
        ("No figure here", ""),
    ],
)
def test_a_share_stands_beside_the_earlier_one_unless_it_is_printed_already(
    brief_of: MakeBrief,
    figures_from: Callable[..., FigureSet],
    a_message: Callable[..., Message],
    text: str,
    said: str,
) -> None:
    figures = figures_from({"risk.inadequate": (2, 9)}, {"risk.inadequate": (3, 8)})
    words = plain(message_beside_last_time(brief_of(figures), a_message("W1", text=Words(text))))
    assert words == said


KEY = "returns.at_cut_off"
RETURNED = {"Alder": (5, 6), "Beech team": (7, 7)}


def of_team(team: str) -> Slice:
    return (("team", team),)


def figure_of(team: str) -> Figure:
    count, base = RETURNED[team]
    return Figure(
        KEY, Kind.SHARE, "audits", "", "", "", "1", Selector("allocations"),
        count / base, count, base, slice=of_team(team),
    )  # fmt: skip


def test_teams_returns_are_told_within_the_service_only(brief_of: MakeBrief) -> None:
    inside = FigureSet(
        "service", {(KEY, of_team(team)): figure_of(team) for team in ("Alder", "Beech team")}
    )
    assert plain(returns_by_team(brief_of(inside))) == "Alder team 5 of 6; Beech team 7 of 7."
    assert returns_by_team(brief_of(replace(inside, audience="public"))) == ()
