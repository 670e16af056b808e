"""Findings that are said to have been there before."""

import re

from goldenthread.checker.claims.saying import Saying, asserted, has_earlier_value, query
from goldenthread.checker.results import Claim

_THEME = (
    r"(?:themes?|issues?|problems?|challenges?|worry|worries|patterns?|trends?|weakness(?:es)?)"
)
_ONGOING = re.compile(
    r"\b(?:is|are|was|were|been|be|being|remains?|as)\s(?:still\s|also\s|again\s)?(?:an?\s|the\s)?(?:\w+\s)?"
    r"(?:on-?going|recurring|recurrent|persistent|long-?standing|continuing|repeated)\s(?:\w+\s)?"
    rf"(?:{_THEME}|concerns?|areas?\s(?:of|for)\s\w+)\b"
    rf"|\bthere\s(?:is|are)\s(?:an?\s)?(?:on-?going|recurring|persistent)\s{_THEME}\b"
    r"|\bonce\sagain\b",
    re.IGNORECASE,
)

_SINCE_WHEN = re.compile(
    r"\bsince\s(?:\w+\s)?\w*\d|\b(?:in|over|across)\sthe\s(?:last|past|previous)\s\w+"
    r"|\b(?:second|third|fourth|fifth)\s(?:brief|cycle|quarter|month|time|round|report)"
    r"|\b(?:also|already|too)\s(?:found|reported|noted|seen|identified)\b"
    r"|\b(?:in|from)\s(?:our|the)\s\w+\s(?:brief|report|audit|cycle|round)\b",
    re.IGNORECASE,
)


def ongoing(saying: Saying) -> Claim | None:
    """A theme called ongoing or recurring, with no word on when it was found before.

    Source: design.md §5.5: "ongoing" needs the earlier figure bound.
    """
    found = asserted(saying, _ONGOING)
    if found is None or _SINCE_WHEN.search(saying.nearby) or has_earlier_value(saying):
        return None
    return query(
        "ongoing",
        saying,
        found,
        "says that it was so before, and not since when. Say how often it was found then and now: "
        "‘9 of 24 last time, 10 of 26 now’.",
    )
