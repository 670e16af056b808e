"""Audiences: sets of figures as the service, its partners and the public may see them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import isclose

from goldenthread.analysis.disclosure.cells import Structure
from goldenthread.analysis.disclosure.laying import lay_out
from goldenthread.analysis.disclosure.policy import Audience, bundles, left_out, rank
from goldenthread.analysis.disclosure.reader import Reader
from goldenthread.analysis.disclosure.system import Place, Printed, System
from goldenthread.analysis.disclosure.withholding import Withholding
from goldenthread.analysis.facts import FindingEvidence
from goldenthread.analysis.figure import Figure, FigureSet, Kind, Selector, Slice
from goldenthread.analysis.findings import finding_key
from goldenthread.analysis.intervals import wilson
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.scales import Scale

SUPPRESSED_BECAUSE = "not shown, so that nobody can be recognised (c)"

_Figures = Mapping[tuple[str, Slice], Figure]


def for_audience(
    figures: FigureSet,
    audience: str,
    framework: Framework,
    scale: Scale,
    findings: Iterable[FindingEvidence] = (),
) -> FigureSet:
    """What an audience may see of one set of figures (``for_audience_set`` of one)."""
    return for_audience_set((figures,), audience, framework, scale, findings)[0]


def for_audience_set(
    sets: Sequence[FigureSet],
    audience: str,
    framework: Framework,
    scale: Scale,
    findings: Iterable[FindingEvidence] = (),
) -> tuple[FigureSet, ...]:
    """What an audience may see of sets of figures that it receives, together or one by one.

    ``sets`` are exact, in their order of publication: what was shown in one is never taken back,
    so later sets show less where both together would tell. Months and the quarter they make,
    editions, and teams beside the service belong in one call. ``findings`` say which figures of
    findings are about a team, and of which kind.

    A figure that is *left out* is absent. One that is *withheld* is there with
    ``suppressed_because``, without value, count and interval; it keeps its base where another
    figure shows it. A nought that is shown is a true nought. Raises ``ValueError`` for an audience
    that there is not.
    """
    who = Audience(audience)
    by_key = {finding_key(finding.finding): finding for finding in findings}
    structure = Structure(framework, scale, by_key)
    if who is Audience.SERVICE:
        return tuple(_for_the_service(figures, structure) for figures in sets)
    issued: set[Place] = set()
    shown = []
    for number in range(len(sets)):
        system = lay_out(sets[: number + 1], structure)
        own = _own(system, number, who, structure)
        reader = _decide(system, own, issued, who, structure)
        issued |= {system.printed[figure].place for figure in reader.shown}
        shown.append(_as_shown(system, number, own, reader, who))
    return tuple(shown)


def _for_the_service(figures: FigureSet, structure: Structure) -> FigureSet:
    def kept(of: _Figures) -> _Figures:
        return {k: f for k, f in of.items() if not left_out(f, Audience.SERVICE, structure)}

    return FigureSet(Audience.SERVICE.value, kept(figures.figures), kept(figures.previous))


def _own(system: System, set_number: int, audience: Audience, structure: Structure) -> list[int]:
    """Numbers of a set's figures, without those left out."""
    return [
        number
        for number, printed in enumerate(system.printed)
        if printed.place.set_number == set_number
        and not left_out(printed.figure, audience, structure)
    ]


def _decide(
    system: System, own: Sequence[int], issued: set[Place], audience: Audience, structure: Structure
) -> Reader:
    """Decide what is shown of the figures ``own``, beside what was ``issued`` before."""
    withholding = Withholding(
        system,
        issued=[n for n, printed in enumerate(system.printed) if printed.place in issued],
        asked_for=own,
        bundles=bundles(system, own, audience, structure),
        rank=lambda printed: rank(printed, structure),
    )
    withholding.run()
    return withholding.reader


def _as_shown(
    system: System, set_number: int, own: Iterable[int], reader: Reader, audience: Audience
) -> FigureSet:
    shown: list[tuple[Place, Figure]] = []
    for number in own:
        printed = system.printed[number]
        told = number in reader.shown
        shown.append((printed.place, _told(printed.figure) if told else _withheld(printed, reader)))
    for pooled in system.pooled:
        if pooled.place.set_number == set_number:
            told = all(reader.sees(cell) for cell in pooled.cells)
            shown.append((pooled.place, _told(pooled.figure) if told else _emptied(pooled.figure)))
    now, earlier = (
        {(place.key, place.of): figure for place, figure in shown if place.earlier is side}
        for side in (False, True)
    )
    return FigureSet(audience.value, now, earlier)


def _told(figure: Figure) -> Figure:
    """A figure as it leaves the service: without the way to its rows.

    An interval that is not Wilson's tells how grades lie between audits: it leaves as printed, in
    whole per cents.
    """
    figure = replace(figure, selector=Selector(figure.selector.table))
    if figure.lower is None or figure.upper is None or not figure.denominator:
        return figure
    exact = wilson(figure.numerator or 0, figure.denominator)
    if isclose(exact.lower, figure.lower) and isclose(exact.upper, figure.upper):
        return figure
    return replace(figure, lower=round(figure.lower, 2), upper=round(figure.upper, 2))


def _withheld(printed: Printed, reader: Reader) -> Figure:
    """A figure without what it would tell.

    How many were graded stands as a count where the base of the grades says it anyway.
    """
    figure = printed.figure
    if figure.key.endswith(".graded") and reader.sees(printed.count):
        return replace(
            _told(figure), kind=Kind.COUNT, value=float(figure.numerator or 0), denominator=None
        )
    return _emptied(figure, figure.denominator if reader.sees(printed.base) else None)


def _emptied(figure: Figure, base: int | None = None) -> Figure:
    return replace(
        figure,
        value=None,
        numerator=None,
        denominator=base,
        lower=None,
        upper=None,
        selector=Selector(figure.selector.table),
        suppressed_because=SUPPRESSED_BECAUSE,
    )
