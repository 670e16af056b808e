"""Comparison with others, without their figure."""

import re

from goldenthread.checker.claims.saying import Saying, asserted, figures_in, query
from goldenthread.checker.results import Claim

_OTHERS = (
    r"(?:national(?:ly)?|england|english|regional|regionally|south\swest|statistical\sneighbours?"
    r"|neighbours|comparators?|other\s(?:local\s)?(?:authorities|councils|teams|services)|similar"
    r"\s(?:local\s)?(?:authorities|councils)|benchmark|the\saverage)"
)
_BENCHMARK = re.compile(
    r"\b(?:above|below|better\sthan|worse\sthan|higher\sthan|lower\sthan|in\sline\swith|on\sa\spar"
    r"\swith|ahead\sof|behind|exceeds?|compares?\s(?:\w+\s)?(?:with|to)|comparable\s(?:with|to)"
    r"|similar\sto|outperforms?)\s"
    rf"(?:that\sof\s|those\sof\s|the\s|our\s|all\s|most\s|both\s){{0,3}}{_OTHERS}\b",
    re.IGNORECASE,
)


def benchmark(saying: Saying) -> Claim | None:
    """A comparison with others that does not give both figures.

    Source: brief-quality.md, criterion 6: a target or benchmark is printed for each headline.
    """
    found = asserted(saying, _BENCHMARK)
    if found is None or figures_in(f"{saying.before} {saying.nearby}") >= 2:
        return None
    return query(
        "benchmark",
        saying,
        found,
        "compares with others, and not both figures are printed. Give ours, theirs and their "
        "source: ‘38% here, 45% in England (name of the statistics, year)’.",
    )
