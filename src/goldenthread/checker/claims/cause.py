"""Cause and effect that counting cannot show."""

import re

from goldenthread.checker.claims.saying import Saying, asserted, query
from goldenthread.checker.results import Claim

_DUE = (
    r"(?:is|was|are|were|largely|mainly|partly|better|worse|poorer|stronger|weaker|late|missed"
    r"|delays?|delayed|gaps?|drift)"
)
_CAUSE = re.compile(
    rf"""
    (?=\w)\b(?:  # asked first: most of the time was spent in trying each way within words
    (?<!\bthe\s)(?<!practice\s)(?<!theme\s)(?<!team\s)\bleads\sto\b(?!\s(?:discuss|support))
  | (?<!what\s)\bled\sto\b(?!\sbelieve)
  | \b(?:is|are|was|were)\s(?:leading\sto|driving|the\sreason\s(?:why|for|that))\b
  | \bcontribut(?:es|ed|ing)\sto\b
  | \b(?:this|which|that|it|oversight|planning|recording|practice)\simpacts\s(?:up)?on\b
  | \b(?:is|are|has|have|had|was|were)\s(?:also\s|been\s|\w+ly\s)?impact(?:ing|ed)\s
        (?:\w+ly\s)?(?:up)?on\b
  | \b(?:has|have|had|having)\san?\s(?:\w+\s){{0,2}}(?:impact|effect)\s(?:up)?on\b
  | \b(?:resulting|resulted)\sin\b | \bresults\sin\b(?!\s(?:table|figure|appendix))
  | \bas\sa\s(?:direct\s)?result\b
        (?!\sof\s(?:this|the|these|our|your)\s(?:audit|review|brief|finding|learning|feedback))
  | \bbecause\sof\b(?!\s(?:\w+\s)?(?:worr|concern|neglect|abuse|violence|harm|risk|injur))
  | \bcaused\sby\b
  | \b{_DUE}\sdue\sto\b(?!\s(?:be\b|\w+\s(?:in|on|by)\b))
  | \bthis\s(?:\w+\s)?means\s(?:that\s)?(?:the\s|some\s|many\s)?
        (?:children|families|parents|analysis|plans?|assessments?|decisions?|workers?|outcomes?)\b
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)

_WHY_A_CHILD_IS_KNOWN = re.compile(
    r"\b(?:no\saudits?|harm|at\srisk|on\sa\s(?:\w+\s){0,2}plan|care|known|open|removed|placed|referred|subject"
    r"|trauma|distress|vulnerable|accommodated|excluded|proceedings|hospital|arrested|injur\w+)\b"
    r"[^.;:]{0,50}\Z",
    re.IGNORECASE,
)
"""Why a child is in our care, or was hurt, is part of the child's story and no finding; nor is
why something did not take place.
"""

_WHAT_WE_DO_NOW = re.compile(r"\A[^.;]{0,60}\b(?:we|will|is\sbeing|are\sbeing)\b", re.IGNORECASE)
"""An action that follows from something: "as a result, we will …"."""


def cause(saying: Saying) -> Claim | None:
    """Words that say what caused what, about practice.

    Source: design.md §7; audits look at one time and compare nobody (Brehaut and others 2016,
    Annals of Internal Medicine 164(6), suggestion 13: credible, with its method).
    """
    found = asserted(saying, _CAUSE)
    if found is None:
        return None
    before, after = saying.plain[: found.start()], saying.plain[found.end() :]
    if _WHY_A_CHILD_IS_KNOWN.search(before[-90:]) or _WHAT_WE_DO_NOW.match(after):
        return None
    return query(
        "cause",
        saying,
        found,
        "says what caused what, which an audit cannot show. Write ‘was followed by’ or ‘was found "
        "together with’, unless you say how the cause is known.",
    )
