"""Audits returned, and the return rate with both denominators.

*By* a day means on or before it, the whole day included. At the cut-off only what is known on the
day of the figures counts, so figures made earlier say what was so on that day.

An exempt allocation is outside the rate on both sides: an audit that was returned all the same is
counted among the audits, but does not push a rate over 100%. A first reading that nobody was
asked for is counted among the audits and in no rate.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from goldenthread.analysis.facts import Allocation, Exemption
from goldenthread.analysis.figure import Figure
from goldenthread.analysis.making import Certainty, Maker, Subject, mid_sentence
from goldenthread.analysis.population import Population
from goldenthread.analysis.tables import AllocationRow, FactsError, where
from goldenthread.analysis.tally import Tally

RETURNED, EXEMPT, OUTSTANDING = "returned", "exempt", "outstanding"
ASKED = (RETURNED, OUTSTANDING)


def allocation_rows(
    population: Population, allocations: Iterable[Allocation], exemptions: Iterable[Exemption]
) -> list[AllocationRow]:
    """Every audit asked for in this cycle, with what had become of it.

    Raises ``FactsError`` when an audit is allocated twice.
    """
    exempt = _exempt_from(exemptions)
    window = population.window
    cut_off = min(window.cut_off, window.as_at)
    rows: dict[str, AllocationRow] = {}
    for allocation in allocations:
        audit = allocation.audit
        if not population.belongs(audit):
            continue
        if audit in rows:
            raise FactsError(f"Audit {audit} is allocated twice; keep one allocation.")
        reading = population.returned.get(audit)
        returned_on = reading.occurred_on if reading else date.max
        exempt_on = exempt.get(audit, date.max)
        rows[audit] = AllocationRow(
            audit,
            allocation.team,
            _become(returned_on, exempt_on, cut_off),
            _become(returned_on, exempt_on, window.as_at),
        )
    return list(rows.values())


def figures(
    maker: Maker, audits: Tally, allocations: Tally, plan_types: Mapping[str, str]
) -> Iterator[Figure]:
    """``audits.returned`` and ``returns.*``, whole and by team; audits by plan type and month too.

    ``plan_types`` gives the label of a plan type id.
    """
    yield maker.count("audits.returned", Subject("audits", "audits returned"), audits)
    teams = sorted({*audits.values("team"), *allocations.values("team")})
    for column, values in (
        ("team", teams),
        ("plan_type", audits.values("plan_type")),
        ("month", audits.values("month")),
    ):
        for value in filter(None, values):
            words = f"audits returned, {_slice_words(column, value, plan_types)}"
            subject = Subject("audits", words, ((column, value),))
            yield maker.count("audits.returned", subject, audits, where(**{column: value}))
    yield from _rates(maker, allocations)
    for team in filter(None, allocations.values("team")):
        words = f"audits allocated and not exempt by the cut-off, team {team}"
        subject = Subject("audits", words, (("team", team),))
        yield _at_cut_off(maker, subject, allocations.narrow(where(team=team)))


def _rates(maker: Maker, allocations: Tally) -> Iterator[Figure]:
    asked = Subject("audits", "audits allocated and not exempt by the cut-off")
    everything = Subject("audits", "audits allocated")
    now = Subject("audits", "audits allocated and not exempt by the day of the figures")
    returned = where(at_cut_off=RETURNED)
    yield _at_cut_off(maker, asked, allocations)
    yield maker.share("returns.of_allocated", everything, allocations, returned)
    yield maker.share(
        "returns.to_date", now, allocations, where(to_date=RETURNED), where(to_date=ASKED)
    )
    yield maker.share(
        "returns.exempt",
        everything,
        allocations,
        where(at_cut_off=EXEMPT),
        certainty=Certainty.COMPLETE,
    )


def _at_cut_off(maker: Maker, subject: Subject, allocations: Tally) -> Figure:
    returned, asked = where(at_cut_off=RETURNED), where(at_cut_off=ASKED)
    return maker.share("returns.at_cut_off", subject, allocations, returned, asked)


def _become(returned_on: date, exempt_on: date, day: date) -> str:
    if exempt_on <= day:
        return EXEMPT
    return RETURNED if returned_on <= day else OUTSTANDING


def _exempt_from(exemptions: Iterable[Exemption]) -> dict[str, date]:
    """Audit to the first day on which it was exempt."""
    found: dict[str, date] = {}
    for exemption in exemptions:
        day = min(exemption.approved_on, found.get(exemption.audit, date.max))
        found[exemption.audit] = day
    return found


def _slice_words(column: str, value: str, plan_types: Mapping[str, str]) -> str:
    if column == "plan_type":
        return mid_sentence(plan_types.get(value, value))
    return f"{column} {value}"
