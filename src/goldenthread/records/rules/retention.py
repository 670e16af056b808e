"""The retention schedule, typed on reading: what is kept how long, since when, by what right."""

from calendar import monthrange
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator


class Action(StrEnum):
    """What happens at the end of the period."""

    DELETE = "delete"
    ANONYMISE = "anonymise"
    KEEP = "keep"
    BY_HAND = "by_hand"
    OUTSIDE = "outside"

    @property
    def label(self) -> str:
        """The action on screen."""
        return _LABELS[self]

    @property
    def by_itself(self) -> bool:
        """Whether the nightly run does it."""
        return self in {Action.DELETE, Action.ANONYMISE}


_LABELS = {
    Action.DELETE: "Deleted",
    Action.ANONYMISE: "Made anonymous",
    Action.KEEP: "Kept",
    Action.BY_HAND: "Decided by people",
    Action.OUTSIDE: "Outside this service",
}

Kind = str


class WrongSchedule(ValueError):
    """The schedule cannot be read; the message says where."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Period(_Strict):
    """How long: in one unit."""

    days: int | None = Field(None, ge=0)
    months: int | None = Field(None, ge=1)
    years: int | None = Field(None, ge=1)

    @model_validator(mode="after")
    def _one_unit(self) -> Self:
        if [self.days, self.months, self.years].count(None) != 2:
            raise ValueError("give one of days, months and years")
        return self

    def in_words(self) -> str:
        """The period as people say it.

        >>> Period(years=6).in_words(), Period(days=1).in_words(), Period(days=0).in_words()
        ('6 years', '1 day', 'At once')
        """
        units = {"day": self.days, "month": self.months, "year": self.years}
        unit, count = next((unit, count) for unit, count in units.items() if count is not None)
        return f"{count} {unit}{'' if count == 1 else 's'}" if count else "At once"

    def before(self, now: datetime) -> datetime:
        """The moment before which a period that has ended by now began.

        >>> Period(years=1).before(datetime(2028, 2, 29)).date().isoformat()
        '2027-02-28'
        """
        if self.days is not None:
            return now - timedelta(days=self.days)
        return _months_before(now, self.months or 12 * (self.years or 0))


def _months_before(now: datetime, months: int) -> datetime:
    year, month = divmod(now.year * 12 + now.month - 1 - months, 12)
    last = monthrange(year, month + 1)[1]
    return now.replace(year=year, month=month + 1, day=min(now.day, last))


class Rule(_Strict):
    """One kind of record."""

    kind: Kind
    label: str
    holds: str
    trigger: str
    period: Period | None = None
    action: Action = Field(strict=False)
    source: str
    housekeeping: bool = False
    """Whether it goes each night without approval: traces of running the service."""

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.action.by_itself and self.period is None:
            raise ValueError(f"{self.kind} goes by itself, so it needs a period")
        if self.housekeeping and not self.action.by_itself:
            raise ValueError(f"{self.kind} does not go by itself")
        return self

    def how_long(self) -> str:
        """The period on screen."""
        return self.period.in_words() if self.period else "No fixed period"


class Schedule(_Strict):
    """All kinds, and since when the schedule is so."""

    since: date
    rules: tuple[Rule, ...] = Field(strict=False)

    @model_validator(mode="after")
    def _once(self) -> Self:
        kinds = [rule.kind for rule in self.rules]
        if len(set(kinds)) != len(kinds):
            raise ValueError("a kind stands in it twice")
        return self

    @property
    def fingerprint(self) -> str:
        """What an approval is given for: another word, another fingerprint."""
        return sha256(self.model_dump_json().encode()).hexdigest()

    def rule(self, kind: Kind) -> Rule:
        """The rule of a kind. Raises ``KeyError``."""
        return {rule.kind: rule for rule in self.rules}[kind]


def read_schedule(text: str) -> Schedule:
    """Read a schedule. Raises :class:`WrongSchedule` with all that is wrong."""
    try:
        return Schedule.model_validate(yaml.safe_load(text))
    except yaml.YAMLError:
        raise WrongSchedule("The retention schedule is no YAML.") from None
    except ValidationError as error:
        faults = (
            f"{'.'.join(str(part) for part in fault['loc'])}: {fault['msg']}"
            for fault in error.errors()
        )
        raise WrongSchedule(f"The retention schedule is wrong: {'; '.join(faults)}.") from None


@cache
def schedule(path: Path | None = None) -> Schedule:
    """The authority's schedule, or the one that ships."""
    shipped = files("goldenthread.records") / "data/retention.yaml"
    return read_schedule((path or shipped).read_text(encoding="utf-8"))
