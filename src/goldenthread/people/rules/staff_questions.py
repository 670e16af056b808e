"""What a list of staff leaves for a person to decide, as questions."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """One row or one team, and what may be answered. ``key`` is its place in the list."""

    key: str
    question: str
    options: list[tuple[str, str]]
    hint: str = ""


@dataclass(frozen=True, slots=True)
class ToDecide:
    """All that waits."""

    rows: tuple[Question, ...] = ()
    teams: tuple[Question, ...] = ()
