"""Observations of practice."""

from datetime import date
from typing import Any

from goldenthread.analysis import cycle as cycles
from goldenthread.analysis.facts import Observation, Observed
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.scales import Scale

ITEM = "Prepared before the visit"


def test_observations_are_counted_by_item_of_the_times_looked_for(
    cycle: Any, framework: Framework, scale: Scale
) -> None:
    seen = [("O1", ITEM, "yes"), ("O2", ITEM, "yes"), ("O3", ITEM, "partly"), ("O3", "Other", "no")]
    cycle.add(observations=[Observation(ref, item, Observed(how)) for ref, item, how in seen])
    figures = cycles.figures(cycle.facts, framework, scale).figures
    of = (("item", ITEM),)
    shares = [figures[f"observations.{how}", of] for how in ("yes", "partly", "no")]
    assert [(share.numerator, share.denominator) for share in shares] == [(2, 3), (1, 3), (0, 3)]
    assert figures["observations.held", ()].numerator == 3
    assert (
        shares[0].population == "observations in which “prepared before the visit” was looked for"
    )


def test_observations_after_the_day_of_the_figures_are_not_known_yet(
    cycle: Any, framework: Framework, scale: Scale
) -> None:
    days = [None, date(2026, 11, 20), date(2026, 11, 21)]
    cycle.add(
        observations=[Observation(f"O{n}", ITEM, Observed.YES, day) for n, day in enumerate(days)]
    )
    figures = cycles.figures(cycle.facts, framework, scale).figures
    assert figures["observations.held", ()].numerator == 2
