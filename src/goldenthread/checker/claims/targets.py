"""Targets without what was reached."""

import re

from goldenthread.checker.claims.saying import Saying, figures_in, query
from goldenthread.checker.results import Claim

_PERCENT = r"\d{1,3}(?:\.\d{1,3})?\s?(?:%|per\scent)"
_TARGET = re.compile(
    rf"\b(?:target|standard|benchmark)(?:\s(?:of|is|was|at|stays\sat|remains|set\sat)){{1,2}}:?\s"
    rf"{_PERCENT}|\b{_PERCENT}\s(?:\w+\s)?target\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:next|new|future|will|from\s(?:january|february|march|april|may|june|july|august"
    r"|september|october|november|december)|by\s(?:the\send|\w+\s20\d\d)|we\shave\sset)\b",
    re.IGNORECASE,
)
"""Words of a time to come."""

_SAID_IN_WORDS = re.compile(r"\b(?:all|every|none|no)\b", re.IGNORECASE)
"""What was reached, without a figure: "all visits met the target"."""


def target(saying: Saying) -> Claim | None:
    """A target in per cent, with no figure of what was reached in the sentences around it.

    Source: domain.md §6.5 (i), "target quoted with no actual". Targets for a time to come are
    left alone.
    """
    found = _TARGET.search(saying.plain)
    if found is None or _TO_COME.search(saying.plain) or saying.text.endswith("?"):
        return None
    around = f"{saying.before} {saying.nearby}".replace(found.group(), " ")
    if figures_in(around) or _SAID_IN_WORDS.search(saying.plain):
        return None
    return query(
        "target",
        saying,
        found,
        "is a target, and what was reached is not printed. Add it: ‘target 95%; reached 81% (21 of "
        "26)’.",
    )
