"""A month's assignments, and who may be the second reader of which."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Assignment:
    """A case that an auditor reads this month."""

    case: str
    auditor: str
    team: str = ""
    """The team whose case it is; empty where that is not known."""


class SecondReading(NamedTuple):
    """Who is the second reader of which case."""

    case: str
    reader: str


@dataclass(frozen=True, slots=True, eq=False)
class Month:
    """What is read this month, and by whom it may be read a second time.

    Raises ``ValueError`` where a case is assigned twice (its second reading is chosen already), a
    reader is named twice, or ``may_read`` has another shape.
    """

    assignments: tuple[Assignment, ...]
    readers: tuple[str, ...]
    may_read: NDArray[np.bool_]
    """Shape (assignments, readers). Nobody reads their own case, whatever this says."""

    def __post_init__(self) -> None:
        """Raises ``ValueError`` as the class says."""
        cases = [assignment.case for assignment in self.assignments]
        for what, codes in (("case", cases), ("reader", self.readers)):
            if len(set(codes)) < len(codes):
                twice = next(code for place, code in enumerate(codes) if code in codes[:place])
                raise ValueError(f"{what} {twice} is given twice")
        if self.may_read.shape != (len(cases), len(self.readers)):
            raise ValueError(
                f"may_read has shape {self.may_read.shape}, not {(len(cases), len(self.readers))}"
            )

    @property
    def people(self) -> set[str]:
        """Everybody who reads, or may read, a case this month."""
        return {*self.readers, *(assignment.auditor for assignment in self.assignments)}


def month_where(
    assignments: Sequence[Assignment],
    readers: Sequence[str],
    may_read: Callable[[Assignment, str], bool],
) -> Month:
    """The month in which ``may_read`` says who may read what; it is asked of every two."""
    allowed = [[may_read(assignment, reader) for reader in readers] for assignment in assignments]
    shape = (len(assignments), len(readers))
    return Month(tuple(assignments), tuple(readers), np.array(allowed, dtype=bool).reshape(shape))


def month_across_teams(assignments: Sequence[Assignment], teams: Mapping[str, str]) -> Month:
    """The month in which nobody reads a second time what their own team did.

    ``teams`` gives the team of each reader; who has none, such as a reader from outside, may read
    all, and a case whose team is not known may be read by all.
    """
    theirs = np.array([assignment.team for assignment in assignments], dtype=np.str_)
    own = np.array(list(teams.values()), dtype=np.str_)
    may_read = (theirs[:, None] != own) | (own == "")
    return Month(tuple(assignments), tuple(teams), may_read)
