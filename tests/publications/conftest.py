"""Figures and inputs by hand, so that every expected word can be read off the test."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from goldenthread.analysis.facts import FindingKind
from goldenthread.analysis.figure import Figure, FigureSet, Kind, Selector, Slice
from goldenthread.publications.composition import Composition
from goldenthread.publications.inputs import BriefInputs, CycleDetails, Message, Words

Shares = Mapping[str, tuple[int, int]]


def share(key: str, count: int, base: int, of: Slice = ()) -> Figure:
    return Figure(
        key, Kind.SHARE, "audits", "", "", "", "1", Selector("readings"),
        count / base if base else None, count, base, slice=of,
    )  # fmt: skip


def figure_set(shares: Shares, previous: Shares | None = None) -> FigureSet:
    return FigureSet(
        "service",
        {(key, ()): share(key, *numbers) for key, numbers in shares.items()},
        {(key, ()): share(key, *numbers) for key, numbers in (previous or {}).items()},
    )


@pytest.fixture
def composing() -> Callable[..., Composition]:
    """Make a composition from shares given as ``{key: (count, base)}``."""

    def make(shares: Shares, previous: Shares | None = None) -> Composition:
        return Composition(figure_set(shares, previous))

    return make


@pytest.fixture
def figures_from() -> Callable[..., FigureSet]:
    return figure_set


def message(finding: str, kind: FindingKind = FindingKind.WORRY, **changes: object) -> Message:
    values: dict[str, object] = {
        "finding": finding, "kind": kind, "headline": None, "theme": "", "team": "",
        "category": "", "text": Words(f"Text of {finding}", f"origin of {finding}"),
        "so_what": Words(""), "what_to_do": Words(""), "words_to_try": Words(""),
        "standard": Words(""), "source": Words(""),
    }  # fmt: skip
    return Message(**(values | changes))  # type: ignore[arg-type]


@pytest.fixture
def a_message() -> Callable[..., Message]:
    return message


@pytest.fixture
def inputs_with() -> Callable[..., BriefInputs]:
    """Inputs of a brief with a plain cycle and whatever else is given."""

    def make(**changes: object) -> BriefInputs:
        cycle = CycleDetails(
            authority="Larkshire Council", cycle="2026-09", focus=Words("Locality teams"),
            period_from=date(2026, 9, 1), period_to=date(2026, 10, 31),
            issue_on=date(2026, 11, 20), due_on=date(2026, 10, 30),
            cut_off_on=date(2026, 11, 6), next_brief_on=date(2026, 12, 18),
            author="Quality assurance team", method=Words("Chosen at random."), seed="2026",
        )  # fmt: skip
        return BriefInputs(**({"cycle": cycle, "as_at": cycle.cut_off_on} | changes))  # type: ignore[arg-type]

    return make
