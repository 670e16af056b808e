"""Kinds of e-mails: what each is called, how it is written and how it behaves."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol
from uuid import UUID

READY_MADE = "ready_made"
"""The kind of what Django and allauth write: it is kept sealed, and has no template of ours."""


class AboutSomething(Protocol):
    """What an e-mail is written from: ids only."""

    @property
    def id(self) -> UUID:
        """The e-mail's own id."""

    @property
    def about(self) -> UUID | None:
        """The id of what it is about."""


Facts = Callable[[AboutSomething], Mapping[str, object] | None]
"""What the template prints, looked up at the moment of sending; ``None``: not needed any more."""


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of e-mail. An app declares its own; ``config/notice_kinds.py`` lists them all.

    Subjects and templates hold nobody's name. ``why`` says why somebody gets it.
    ``urgent``: it does not wait for the end of quiet hours. ``digest``: several for one person
    are put together. ``rather_twice``: where it is not known whether it went out, it is sent
    again with the same Message-ID. ``useful_for``: afterwards it is not tried any more.
    """

    name: str
    label: str
    subject: str
    template: str
    why: str
    facts: Facts
    urgent: bool = False
    digest: bool = False
    rather_twice: bool = False
    useful_for: timedelta = timedelta(days=5)

    def __post_init__(self) -> None:
        if self.urgent and self.digest:
            raise ValueError(f"{self.name} cannot be urgent and wait for others.")
