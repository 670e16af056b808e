"""Observations of practice: how often each item that was looked for was seen."""

from collections.abc import Iterable, Iterator

from goldenthread.analysis.facts import Observation, Observed
from goldenthread.analysis.figure import Figure
from goldenthread.analysis.making import Maker, Subject, mid_sentence
from goldenthread.analysis.population import Population, happened_by
from goldenthread.analysis.tables import ObservationRow, where
from goldenthread.analysis.tally import Tally


def observation_rows(
    population: Population, observations: Iterable[Observation]
) -> list[ObservationRow]:
    """Items looked for by the day of the figures; those without a date count."""
    return [
        ObservationRow(seen.observation, seen.item, seen.observed.value)
        for seen in observations
        if seen.occurred_on is None or happened_by(seen.occurred_on, population.window.as_at)
    ]


def figures(maker: Maker, observations: Tally) -> Iterator[Figure]:
    """``observations.held``, and ``observations.yes``, ``.partly``, ``.no`` for each item.

    ``observations`` has columns ``observation``, ``item`` and ``observed``.
    """
    every = Subject("observations", "observations held")
    number = len(observations.values("observation"))
    yield maker.count_of("observations.held", every, number, observations.selector())
    for item in observations.values("item"):
        looked_for = observations.narrow(where(item=item))
        words = f"observations in which “{mid_sentence(item)}” was looked for"
        subject = Subject("observations", words, (("item", item),))
        for answer in Observed:
            key, part = f"observations.{answer}", where(observed=answer)
            yield maker.share(key, subject, looked_for, part)
