"""Population: which audits the figures of a cycle are about, as at one day.

An audit belongs to the cycle that its first reading names (none named: this cycle). It is
*returned* when that reading was completed by the end of the day of the figures. Second and
moderated readings belong to their audit, whatever cycle their own row names. Tables that name
neither cycle nor audit (observations, challenges, actions) hold this cycle's rows only: whoever
gives the facts chooses them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from goldenthread.analysis.facts import CycleFacts, CycleWindow, Purpose, Reading
from goldenthread.analysis.tables import AuditRow, FactsError, yes_no


@dataclass(frozen=True, slots=True)
class Population:
    """Audits by reference, sorted."""

    window: CycleWindow
    returned: Mapping[str, Reading]
    """Audit to its first reading: of this cycle, completed by ``window.as_at``."""
    elsewhere: frozenset[str]
    """Audits first read in another cycle."""
    later: frozenset[str]
    """Audits of this cycle first read after ``window.as_at``."""
    second: frozenset[str]
    """Audits with a second reading completed by ``window.as_at``."""
    moderated: frozenset[str]
    """Audits with a moderated reading completed by ``window.as_at``."""

    def belongs(self, audit: str) -> bool:
        """Whether what is known of this audit belongs to the cycle (returned or not)."""
        return audit not in self.elsewhere

    def known(self, audit: str) -> bool:
        """Whether what the audit found can be known on the day of the figures."""
        return audit not in self.elsewhere and audit not in self.later


def population_of(cycle_facts: CycleFacts) -> Population:
    """The population of a cycle.

    Raises ``FactsError`` when an audit has two first readings or two moderated ones.
    """
    window, readings = cycle_facts.window, cycle_facts.facts.readings
    first = _by_audit(readings, Purpose.FIRST)
    moderated = _by_audit(readings, Purpose.MODERATED)
    second = [reading for reading in readings if reading.purpose is Purpose.SECOND]
    own = {audit: r for audit, r in first.items() if r.cycle in ("", window.cycle)}
    returned = {audit: r for audit, r in own.items() if r.occurred_on <= window.as_at}

    def known(read_again: Iterable[Reading]) -> frozenset[str]:
        by_now = [r for r in read_again if r.occurred_on <= window.as_at]
        return frozenset(r.audit for r in by_now if r.audit in returned)

    return Population(
        window=window,
        returned=returned,
        elsewhere=frozenset(first.keys() - own.keys()),
        later=frozenset(own.keys() - returned.keys()),
        second=known(second),
        moderated=known(moderated.values()),
    )


def audit_rows(population: Population) -> tuple[AuditRow, ...]:
    """The audits returned, as a table."""
    return tuple(
        AuditRow(
            audit=audit,
            team=reading.team,
            plan_type=reading.plan_type,
            month=month_of(reading),
            occurred_on=reading.occurred_on,
            second_reading=yes_no(audit in population.second),
            moderated=yes_no(audit in population.moderated),
        )
        for audit, reading in population.returned.items()
    )


def month_of(reading: Reading) -> str:
    """The calendar month in which a reading was completed, as ``YYYY-MM``."""
    return f"{reading.occurred_on:%Y-%m}"


def happened_by(day: date | None, as_at: date) -> bool:
    """Whether something happened on or before a day, the whole day included."""
    return day is not None and day <= as_at


def _by_audit(readings: Iterable[Reading], purpose: Purpose) -> dict[str, Reading]:
    found: dict[str, Reading] = {}
    for reading in readings:
        if reading.purpose is not purpose:
            continue
        if reading.audit in found:
            raise FactsError(
                f"Audit {reading.audit} has two {purpose.value} readings; keep one,"
                " and give every audit a reference of its own."
            )
        found[reading.audit] = reading
    return dict(sorted(found.items()))
