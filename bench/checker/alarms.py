"""False alarms in long documents, and what seeded faults are found."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.checker.documents import document
from bench.checker.faults import CaughtBy, Fault
from bench.checker.files import WRITERS
from bench.checker.misses import text_of
from bench.checker.scores import Check, Found, Tally, share

from goldenthread.checker.results import Claim, SetFound, SetVerdict, Severity, Statement, Verdict
from goldenthread.checker.source import Source

PAGES = 20
SEEDS = range(10)

Claims = Callable[[Source, Sequence[Statement], Sequence[SetFound]], Sequence[Claim]]
Read = Callable[[Path], Source]


@dataclass(slots=True)
class Alarms:
    """What was found in long documents of one file type in which every figure is right."""

    pages: int = 0
    printed: int = 0
    found: int = 0
    false: list[str] = field(default_factory=list)
    claims: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Of the percentages printed, those found."""
        return share(self.found, self.printed)

    @property
    def of_twenty_pages(self) -> float:
        """False alarms in twenty pages."""
        return len(self.false) * 20 / self.pages


def false_alarms(suffix: str, read: Read, check: Check, claims: Claims) -> Alarms:
    """Write the documents in a file type, read them and count what is called wrong or queried.

    Queried claims are kept apart: whether "demand rose by 12%" needs an earlier value is arguable.
    """
    alarms = Alarms()
    with TemporaryDirectory() as temporary:
        for seed in SEEDS:
            made = document(PAGES, seed)
            file = Path(temporary) / f"report.{suffix}"
            WRITERS[suffix](made, file)
            source = read(file)
            found = check(source)
            made_claims = claims(source, found.statements, found.sets)
            alarms.claims += [f"{claim.kind}: {claim.text}" for claim in made_claims]
            alarms.pages += PAGES
            alarms.printed += len(made.percentages)
            percentages = Counter(statement.percent for statement in found.statements)
            alarms.found += (percentages & Counter(made.percentages)).total()
            alarms.false += _false(found)
    return alarms


def _false(found: Found) -> Iterable[str]:
    wrong = (Severity.ERROR, Severity.QUERY)
    for statement in found.statements:
        if statement.severity in wrong:
            yield f"{statement.severity} {statement.text!r}: {statement.message}"
    for one in found.sets:
        if one.severity in wrong:
            yield f"{one.severity} {' + '.join(item.text for item in one.items)}: {one.message}"


def recall_of_faults(
    faults: Iterable[Fault], check: Check, claims: Claims
) -> tuple[dict[str, Tally], list[str]]:
    """How many faults of each kind are found, and the sentences of those that are not."""
    tallies: dict[str, Tally] = {}
    missed = []
    for fault in faults:
        tally = tallies.setdefault(fault.kind, Tally())
        tally.expected += 1
        if _is_found(fault, check(fault.source), claims):
            tally.found += 1
        else:
            told = " // ".join(text_of(part) for part in fault.source.parts)
            missed.append(f"{fault.kind}: {told}")
    return tallies, missed


def _is_found(fault: Fault, found: Found, claims: Claims) -> bool:
    there = [one for one in found.statements if one.part == fault.part]
    match fault.caught_by:
        case CaughtBy.STATEMENT:
            return any(one.severity is Severity.ERROR for one in there)
        case CaughtBy.TRUNCATED:
            return any(one.verdict is Verdict.TRUNCATED for one in there)
        case CaughtBy.SET:
            return any(one.verdict is SetVerdict.DOES_NOT_ADD for one in found.sets)
        case CaughtBy.REPEAT:
            return any(one.severity is not Severity.OK for one in there)
        case CaughtBy.CLAIM:
            made = claims(fault.source, found.statements, found.sets)
            return any("change" in one.kind for one in made)
