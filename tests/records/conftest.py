"""What tests of records share: a child of whom something is known, and people who may act."""

from datetime import datetime

import pytest
from tests.cast import Cast

from goldenthread.children.models import Child
from goldenthread.children.rules.identifiers import IdentifierSystem
from goldenthread.children.services import adoptions, children, identifiers, restrictions, siblings
from goldenthread.core import clock
from goldenthread.core.actors import System
from goldenthread.people.models import User
from goldenthread.people.rules.kinds import Role

BY = System("tests")


@pytest.fixture
def lead(cast: Cast) -> User:
    """The audit lead."""
    return cast[Role.AUDIT_LEAD]


@pytest.fixture
def administrator(cast: Cast) -> User:
    """The administrator."""
    return cast[Role.ADMINISTRATOR]


def a_child(number: str = "C8452") -> Child:
    """A child with a number."""
    made = children.add(by=BY)
    identifiers.give(child=made, system=IdentifierSystem.CASE_SYSTEM, number=number, by=BY)
    return made


@pytest.fixture
def child(cast: Cast) -> Child:
    """A child of whom everything is known that can be: adopted, restricted, with a sibling."""
    made = a_child()
    siblings.group(children=(made, a_child("C8453")), by=BY)
    adoptions.link(before=made, after=a_child("C9999"), by=BY)
    restrictions.restrict(child=made, by=BY)
    restrictions.give_access(child=made, user=cast[Role.AUDITOR], by=BY)
    return made


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> "type[Clock]":
    """Set the time."""
    Clock.patch = monkeypatch
    return Clock


class Clock:
    """The service's clock, held at a moment."""

    patch: pytest.MonkeyPatch

    def __init__(self, now: datetime) -> None:
        self.patch.setattr(clock, "now", lambda: now)
