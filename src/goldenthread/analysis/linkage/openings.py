"""Openings: which second readings can still be chosen, as arrays in code order."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goldenthread.analysis.linkage.month import Month, SecondReading
from goldenthread.analysis.linkage.network import Ints, Network


@dataclass(frozen=True, slots=True, eq=False)
class Openings:
    """A month's cases and readers in code order; people by position in the network."""

    cases: tuple[str, ...]
    auditor: Ints
    """Who reads each case first."""
    reader: Ints
    people: Ints
    """All who read, or may read, a case this month."""
    load: Ints
    """Second readings that each reader has in this month already."""
    may_read: NDArray[np.bool_]
    """Shape (cases, readers); false for one's own cases, and where a reader was chosen already."""


def openings(month: Month, year: Network, already: Sequence[SecondReading]) -> Openings:
    """The openings of a month all of whose people are in the network ``year``."""
    place = {code: position for position, code in enumerate(year.auditors)}
    rows = sorted(range(len(month.assignments)), key=lambda row: month.assignments[row].case)
    columns = sorted(range(len(month.readers)), key=month.readers.__getitem__)
    assignments = [month.assignments[row] for row in rows]
    auditor = _places((assignment.auditor for assignment in assignments), place)
    reader = _places((month.readers[column] for column in columns), place)
    taken = {reading.case for reading in already}
    may_read = month.may_read[np.ix_(rows, columns)] & (auditor[:, None] != reader)
    may_read[[assignment.case in taken for assignment in assignments]] = False
    load = Counter(reading.reader for reading in already)
    return Openings(
        cases=tuple(assignment.case for assignment in assignments),
        auditor=auditor,
        reader=reader,
        people=_places(sorted(month.people), place),
        load=np.array([load[month.readers[column]] for column in columns], dtype=np.int64),
        may_read=may_read,
    )


def _places(codes: Iterable[str], place: Mapping[str, int]) -> Ints:
    return np.array([place[code] for code in codes], dtype=np.int64)
