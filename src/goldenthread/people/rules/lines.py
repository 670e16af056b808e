"""Line management as pairs of ids: who is above whom."""

from collections.abc import Mapping
from typing import TypeVar

Person = TypeVar("Person")


def closes_a_circle(manager_of: Mapping[Person, Person], worker: Person, manager: Person) -> bool:
    """Whether a worker would end up above their own manager.

    >>> closes_a_circle({"Bea": "Ada"}, worker="Ada", manager="Bea")
    True
    >>> closes_a_circle({"Bea": "Ada"}, worker="Cem", manager="Bea")
    False
    """
    above: Person | None = manager
    seen: set[Person] = set()
    while above is not None and above not in seen:
        if above == worker:
            return True
        seen.add(above)
        above = manager_of.get(above)
    return False
