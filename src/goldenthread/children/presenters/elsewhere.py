"""Places of other apps that a child's page leads to, as its holds and the record of readings."""

from dataclasses import dataclass

from goldenthread.children.models import Child
from goldenthread.core.decisions import Decision
from goldenthread.core.readers import Reader
from goldenthread.people.scope import Scope


@dataclass(frozen=True, slots=True)
class AskedOfChild:
    """Whose page it is, and who reads it."""

    scope: Scope
    child: Child


@dataclass(frozen=True, slots=True)
class PlaceElsewhere:
    """A link to a page of another app: its words, its address, and whether the reader may."""

    text: str
    href: str
    decision: Decision


PLACES: Reader[AskedOfChild, PlaceElsewhere] = Reader("children.places")


def places(scope: Scope, child: Child) -> tuple[PlaceElsewhere, ...]:
    """The links that other apps put on a child's page, where this reader may follow them."""
    return tuple(each for each in PLACES.ask(AskedOfChild(scope, child)) if each.decision)
