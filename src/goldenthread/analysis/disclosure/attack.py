"""Attack: what a reader could work out of counts that were withheld.

Works on sets of figures as an audience receives them, without knowing what was withheld, and so
checks the work of ``withholding`` from the other side.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from goldenthread.analysis.disclosure.cells import Protection, Structure
from goldenthread.analysis.disclosure.laying import lay_out
from goldenthread.analysis.disclosure.reader import Reader
from goldenthread.analysis.disclosure.system import Place, System
from goldenthread.analysis.facts import FindingEvidence
from goldenthread.analysis.figure import FigureSet
from goldenthread.analysis.findings import finding_key
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.scales import Scale


@dataclass(frozen=True, slots=True, order=True)
class Recoverable:
    """A count that must be from one to four, as anybody can work out: ``low`` to ``high``.

    ``what`` names it: a figure's key, or the key of what is left of its base.
    """

    what: str
    place: Place
    low: int
    high: int


def audit_set(
    sets: Sequence[FigureSet],
    framework: Framework,
    scale: Scale,
    findings: Iterable[FindingEvidence] = (),
) -> tuple[Recoverable, ...]:
    """All withheld counts that a reader of ``sets`` can be sure are from one to four.

    Nothing found means: no withheld small count can be told, nor be known to be small. Exact,
    over everything in all sets together. Raises ``Contradiction`` for figures that cannot all be
    true, and ``TooHard`` rather than guess.
    """
    by_key = {finding_key(finding.finding): finding for finding in findings}
    system = lay_out(sets, Structure(framework, scale, by_key))
    shown = [n for n, p in enumerate(system.printed) if p.figure.suppressed_because is None]
    reader = Reader(system, shown)
    told = {
        cell: printed.place
        for printed in reversed(system.printed)
        for cell in (printed.count, printed.base, printed.rest)
        if cell is not None and system.protections[cell] is not Protection.OPEN
    }
    return tuple(sorted(_recoverable(system, reader, told)))


def _recoverable(
    system: System, reader: Reader, told: Mapping[int, Place]
) -> Iterator[Recoverable]:
    unsure = sorted(told)
    while unsure:
        cell = unsure.pop(0)
        doubt = reader.doubt(cell, Protection.PRESENCE)
        if doubt is None:
            low, high = reader.limits(cell)
            yield Recoverable(system.cells[cell].name, told[cell], low, high)
        else:
            unsure = [c for c in unsure if not reader.leaves(c, doubt, Protection.PRESENCE)]
