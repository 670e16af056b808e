"""Who can do what, as a table for each section."""

from dataclasses import dataclass

from goldenthread.people.presenters.words import listed
from goldenthread.people.rules.acts import ACTS
from goldenthread.people.rules.kinds import Role


@dataclass(frozen=True, slots=True)
class MayLine:
    """A row of the page *Who can do what*."""

    phrase: str
    who: str
    note: str


def who_may() -> dict[str, list[MayLine]]:
    """For each section its acts, each with the roles that may do it."""
    sections: dict[str, list[MayLine]] = {}
    for act in ACTS:
        roles = listed(role.label for role in Role if role in act.roles)
        who = "Every role" if act.roles == frozenset(Role) else roles
        row = MayLine(f"{act.phrase[0].upper()}{act.phrase[1:]}", who, act.note)
        sections.setdefault(act.section, []).append(row)
    return sections
