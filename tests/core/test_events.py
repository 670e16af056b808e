"""Events hold ids, choices, numbers and dates, and come back from the ledger as they went in."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import NewType
from uuid import UUID

import pytest

from goldenthread.core.events import KINDS, Event, from_data

ThingId = NewType("ThingId", UUID)


class Shade(StrEnum):
    DARK = "dark"
    LIGHT = "light"


@dataclass(frozen=True, kw_only=True)
class ThingPainted(Event, kind="test.thing_painted", about="thing", sentence="{by} painted"):
    thing: ThingId
    shade: Shade
    others: tuple[ThingId, ...] = ()
    coats: int = 1
    on: date | None = None
    at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class ThingTold(Event, kind="test.thing_told", about="thing", sentence="{by} told"):
    thing: ThingId
    story: str


THING, OTHER = ThingId(UUID(int=1)), ThingId(UUID(int=2))


def test_an_event_comes_back_from_its_data_as_it_was() -> None:
    event = ThingPainted(
        thing=THING,
        shade=Shade.DARK,
        others=(OTHER, THING),
        coats=3,
        on=date(2026, 11, 23),
        at=datetime(2026, 11, 23, 12, tzinfo=UTC),
    )
    assert from_data(event.kind, event.data()) == event
    assert event.subject == THING


def test_an_event_without_what_is_optional_comes_back_too() -> None:
    event = ThingPainted(thing=THING, shade=Shade.LIGHT)
    assert from_data(event.kind, event.data()) == event


def test_a_text_is_refused_as_it_could_hold_narrative() -> None:
    with pytest.raises(TypeError, match="narrative"):
        ThingTold(thing=THING, story="Sam said that…").data()


def test_two_events_of_one_kind_are_refused() -> None:
    with pytest.raises(TypeError, match="is the kind of ThingPainted"):

        @dataclass(frozen=True, kw_only=True)
        class Another(Event, kind="test.thing_painted", about="thing", sentence=""):
            thing: ThingId

    assert KINDS["test.thing_painted"] is ThingPainted


@dataclass(frozen=True, kw_only=True)
class ThingLent(Event, kind="test.thing_lent", about="thing", sentence="{by} lent"):
    thing: ThingId
    instead: ThingId | None


@pytest.mark.parametrize("instead", [None, OTHER])
def test_an_id_that_may_be_absent_comes_back(instead: ThingId | None) -> None:
    event = ThingLent(thing=THING, instead=instead)
    assert from_data(event.kind, event.data()) == event
