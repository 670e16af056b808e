"""Linkage: who can be compared with whom, how well, and which second readings would help most."""

from goldenthread.analysis.linkage.choosing import choose_second_readings
from goldenthread.analysis.linkage.contrasts import Contrasts, Variation, contrasts
from goldenthread.analysis.linkage.design import Choice, Design, Rule, Standing
from goldenthread.analysis.linkage.month import (
    Assignment,
    Month,
    SecondReading,
    month_across_teams,
    month_where,
)
from goldenthread.analysis.linkage.network import NOBODY, Network, network, with_shared_cases

__all__ = [
    "NOBODY",
    "Assignment",
    "Choice",
    "Contrasts",
    "Design",
    "Month",
    "Network",
    "Rule",
    "SecondReading",
    "Standing",
    "Variation",
    "choose_second_readings",
    "contrasts",
    "month_across_teams",
    "month_where",
    "network",
    "with_shared_cases",
]
