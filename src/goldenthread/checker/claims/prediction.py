"""Promises of what will come of something."""

import re

from goldenthread.checker.claims.saying import Saying, asserted, query
from goldenthread.checker.results import Claim

_PREDICTION = re.compile(
    r"(?<!\bwe\s)(?<!\bi\s)(?<!what\s)\b(?:will|(?:is|are)\sgoing\sto)\s(?:also\s|\w+ly\s|then\s|in\sturn\s){0,2}"
    r"(?:lead\sto|result\sin|improve|reduce|increase|prevent|guarantee|strengthen"
    r"|mean\s(?:that\s)?(?:children|families|outcomes|plans|young|practice|fewer|more|better)"
    r"|make\s(?:a\s(?:\w+\s)?difference|(?:children|families)\s\w+er)"
    r"|have\sa(?:n)?\s(?:\w+\s)?(?:impact|effect)"
    r"|ensure\s(?:that\s)?(?:children|families|outcomes|young|better|all\schildren))\b",
    re.IGNORECASE,
)

_OUR_PLAN = re.compile(
    r"\b(?:we|they|he|she|service|council|teams?|managers?|leaders?|partners?|auditors?|panel|board"
    r"|chairs?|workers?|parents?|mother|father|family|families|child|children)\s(?:and\s\w+\s)?\Z",
    re.IGNORECASE,
)
"""Whoever says what they will do plans; they do not predict."""


def prediction(saying: Saying) -> Claim | None:
    """What is said to come of something, as if it were known.

    Source: design.md §7 ("claims: cause, prediction"); domain.md §0, "will lead to timelier
    outcomes" printed of a footprint on the record.
    """
    found = asserted(saying, _PREDICTION)
    if found is None or _OUR_PLAN.search(saying.plain, 0, found.start()):
        return None
    return query(
        "prediction",
        saying,
        found,
        "promises what nobody can know yet. Write ‘we expect’, with why, and say what will show "
        "by when whether it came true.",
    )
