"""Precision, recall and right verdicts, counted over labelled documents."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from bench.checker.labels import Label, Labelled
from bench.checker.matching import Compared, compare, is_right

from goldenthread.checker.results import SetFound, Statement
from goldenthread.checker.source import Source


class Found(Protocol):
    """What the figure checks give."""

    @property
    def statements(self) -> Sequence[Statement]:
        """In reading order."""

    @property
    def sets(self) -> Sequence[SetFound]:
        """In reading order."""


Check = Callable[[Source], Found]


@dataclass(slots=True)
class Tally:
    """Counts of one kind of thing that should be found."""

    expected: int = 0
    found: int = 0
    right: int = 0

    @property
    def recall(self) -> float:
        """Found of those expected.

        >>> Tally(expected=8, found=6, right=3).recall
        0.75
        """
        return share(self.found, self.expected)

    @property
    def rightness(self) -> float:
        """Right of those found."""
        return share(self.right, self.found)


@dataclass(slots=True)
class Scores:
    """All that is measured of the figure checks on a labelled set."""

    families: dict[str, Tally] = field(default_factory=dict)
    extra: int = 0
    severity_right: int = 0
    stated_right: int = 0
    traps: int = 0
    sets: Tally = field(default_factory=Tally)
    extra_sets: int = 0

    @property
    def all(self) -> Tally:
        """Every wording family together."""
        tallies = self.families.values()
        return Tally(
            sum(t.expected for t in tallies),
            sum(t.found for t in tallies),
            sum(t.right for t in tallies),
        )

    @property
    def precision(self) -> float:
        """Of the statements found, those that are labelled."""
        return share(self.all.found, self.all.found + self.extra)

    @property
    def set_precision(self) -> float:
        """Of the sets found, those that are labelled."""
        return share(self.sets.found, self.sets.found + self.extra_sets)


def share(part: int, whole: int) -> float:
    """A part of a whole; all of nothing is one."""
    return part / whole if whole else 1.0


def run(documents: Iterable[Labelled], check: Check) -> tuple[Compared, ...]:
    """What a check finds of each document beside what it should."""
    compared = []
    for document in documents:
        found = check(document.source)
        compared.append(compare(document, found.statements, found.sets))
    return tuple(compared)


def score(compared: Iterable[Compared]) -> Scores:
    """Count it all."""
    scores = Scores()
    for one in compared:
        for label, found in one.pairs:
            _count(scores, label, found)
        scores.extra += len(one.extra)
        scores.traps += sum(len(kinds) for kinds in one.labelled.traps.values())
        scores.extra_sets += len(one.extra_sets)
        for set_label, set_found in one.sets:
            if set_label.perhaps:
                continue
            scores.sets.expected += 1
            scores.sets.found += set_found is not None
            scores.sets.right += set_found is not None and set_found.verdict is set_label.verdict
    return scores


def _count(scores: Scores, label: Label, found: Statement | None) -> None:
    tally = scores.families.setdefault(label.family, Tally())
    tally.expected += 1
    if found is None:
        return
    tally.found += 1
    tally.right += is_right(label, found)
    scores.severity_right += label.severity is found.severity
    scores.stated_right += label.base_stated is found.base_stated


def false_by_trap(compared: Iterable[Compared]) -> Counter[str]:
    """How often something was found in parts that hold each kind of trap and no such share."""
    kinds: Counter[str] = Counter()
    for one in compared:
        for found in one.extra:
            kinds.update(one.labelled.traps.get(found.part, ("no trap",)))
    return kinds
