"""Legal holds in lists and on their page."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from goldenthread.records.models import LegalHold
from goldenthread.records.presenters.words import day
from goldenthread.records.queries.naming import Name
from goldenthread.records.rules.states import Whose


@dataclass(frozen=True, slots=True)
class HoldLine:
    """A hold in a list."""

    id: UUID
    number: str
    whose: str
    name: Name | None
    placed_by: str
    period: str
    stands: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of one thing."""

    key: str
    value: str


def line(hold: LegalHold, today: date, name: Name | None) -> HoldLine:
    """A hold; its subject where this reader may see who it is."""
    return HoldLine(
        hold.id,
        str(hold.id)[:8],
        Whose(hold.whose).label,
        name,
        hold.placed_by.name,
        period(hold),
        stands(hold, today),
    )


def stands(hold: LegalHold, today: date) -> bool:
    """Whether it holds on a day."""
    return hold.from_on <= today and (hold.to_on is None or hold.to_on > today)


def period(hold: LegalHold) -> str:
    """From when until when."""
    if hold.to_on is None:
        return f"Since {day(hold.from_on)}"
    return f"{day(hold.from_on)} to {day(hold.to_on)}"


def facts(hold: LegalHold, name: Name | None, reason: str) -> list[Fact]:
    """Everything about one hold."""
    whom = name.text if name else Whose(hold.whose).label
    return [
        Fact("What it protects", whom),
        Fact("Placed by", hold.placed_by.name),
        Fact("When", period(hold)),
        Fact("Reason", reason or "No longer kept"),
    ]
