"""Who can do what, as a table for each section."""

from dataclasses import dataclass

from goldenthread.people.rules.acts import ACTS
from goldenthread.people.rules.kinds import Role


@dataclass(frozen=True, slots=True)
class MayLine:
    """A row of the page *Who can do what*."""

    phrase: str
    note: str
    may: list[bool]


def who_may() -> dict[str, list[MayLine]]:
    """For each section its acts, and for each role whether it may."""
    sections: dict[str, list[MayLine]] = {}
    for act in ACTS:
        row = MayLine(
            f"{act.phrase[0].upper()}{act.phrase[1:]}", act.note, [r in act.roles for r in Role]
        )
        sections.setdefault(act.section, []).append(row)
    return sections
