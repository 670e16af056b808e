"""What apps above let a reader do about a person, on the person's page."""

from dataclasses import dataclass

from goldenthread.core.decisions import Decision
from goldenthread.core.readers import Reader
from goldenthread.people.models import User
from goldenthread.people.scope import Scope


@dataclass(frozen=True, slots=True)
class AskedOfPerson:
    """Who reads, and about whom."""

    scope: Scope
    user: User


@dataclass(frozen=True, slots=True)
class ActElsewhere:
    """A button of another app: its words, its address, and whether the reader may."""

    text: str
    href: str
    decision: Decision


ACTS_ELSEWHERE: Reader[AskedOfPerson, ActElsewhere] = Reader("people.acts_elsewhere")


def acts_elsewhere(scope: Scope, user: User) -> tuple[ActElsewhere, ...]:
    """The buttons that other apps put on a person's page."""
    return ACTS_ELSEWHERE.ask(AskedOfPerson(scope, user))
