"""Change that is claimed without the earlier value."""

import re

from goldenthread.checker.claims.saying import Saying, asserted, has_earlier_value, query
from goldenthread.checker.results import Claim

_NOUNS = r"(?:increase|decrease|reduction|rise|fall|drop|decline|improvement|deterioration)s?"
_VERBS = (
    r"(?:improved|increased|decreased|reduced|risen|fallen|declined|dropped|strengthened"
    r"|deteriorated|worsened|grown|doubled|halved)"
)
_PAST = (
    r"(?:improved|increased|decreased|reduced|rose|fell|dropped|declined|worsened|doubled|halved)"
)
_GROWING = (
    r"(?:improving|increasing|decreasing|reducing|rising|falling|declining|worsening|growing)"
)
_HOW = r"(?:\w+ly\s|further\s|also\s|now\s|since\s|all\s|been\s|not\s){0,3}"
_THAN_BEFORE = r"(?:more|less|fewer|better|worse|stronger|weaker|clearer|higher|lower)"
_MEASURED = (
    r"(?:timeliness|performance|quality|practice|rates?|numbers?|returns?|percentages?"
    r"|proportions?|shares?|compliance|oversight|recording|supervision|engagement|consistency"
    r"|completion|grades?|grading|results|scores|visits|audits|assessments|plans|chronologies)"
)
_STATE = (
    r"(?:inconsistent|variable|mixed|weak|poor|strong|low|high|limited|patchy|good|unchanged"
    r"|an?\s(?:(?!on-?going|persist|recur|long)\w+\s)?"
    r"(?:concern|challenge|issue|problem|worry|weakness|strength|theme))"
)

_CHANGE = re.compile(
    rf"""
    (?=\w)\b(?:  # asked first: most of the time was spent in trying each way within words
    \b(?:an?|this|further|continued|clear|some|significant)\s(?:\w+\s)?
        {_NOUNS}\s(?:in|from|on|of|where|to|since|compared|across|over|this)\b
  | \bthe\s(?:\w+\s)?(?:increase|decrease|reduction|improvement|deterioration)\s(?:in|of)\b
  | \b(?:is|was|represents|shows|seen)\san?\s(?:\w+\s)?{_NOUNS}\b
  | \b{_NOUNS}\s(?:is|was|were|has\sbeen|have\sbeen)\s(?:seen|noted|found|reported|made)\b
  | \bon\sthe\s(?:increase|rise|decline|decrease)\b
  | \b(?:has|have|had)\s{_HOW}{_VERBS}\b(?!\s(?:risk|need|vulnerabilit))
  | \b(?:has|have|had)\s{_HOW}(?:got|become)\s(?:\w+ly\s|much\s)?{_THAN_BEFORE}\b
  | \b(?:is|are|was|were|been|keeps?)\s(?:now\s)?(?:\w+ly\s)?{_GROWING}\b
  | \b{_MEASURED}\s(?:\w+ly\s)?{_PAST}\b(?!\s(?:short|behind|ill)\b)
  | \b(?:is|are|was|were)\s(?:now\s)?(?:becoming|getting)\s(?:\w+\s)?{_THAN_BEFORE}\b(?:\s\w+)?
  | \b(?:is|are)\s(?:now\s|feeling\s){{1,2}}(?:much\s)?(?:more|less|better|fewer)\s(?!than)\w+
  | \b(?:is|are)\sbecoming\sincreasingly\s\w+
  | \bthere\s(?:is|are|were|was)\s(?:now\s)?(?:more|fewer|less)\s
        (?!than|to\b|work|that|about|we\b|detail|information)\w+\s\w+
  | \b{_THAN_BEFORE}\b[^.;:]{{0,60}}\sthan\s
        (?:(?:in|at|it\swas|they\swere|during)\s)?(?:the\s|our\s)?(?:last|previous|previously|before|earlier|spring|summer|autumn|winter)\b
  | \b(?:more|fewer|less)\s[^.;:]{{2,60}}\sthis\s(?:time|month|quarter|year|round|cycle)\b
  | \bcompared\s(?:with|to)\s(?:the\s)?(?:last|previous|earlier)\b
  | \bcontinue[sd]?\sto\s(?:be|remain)\s(?:\w+\s)?{_STATE}
  | \bcontinue[sd]?\sto\s(?:improve|increase|decrease|fall|rise|decline|grow|worsen)\b
  | \bremain(?:s|ed)?\s(?:\w+ly\s|too\s|very\s)?{_STATE}\b
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)

_OF_ONE_CHILD = re.compile(
    r"\b(?:he|she|his|her|him|mum|mother|dad|father|grandmother|grandfather|sibling|sister|brother"
    r"|contact|placement|school\sattendance|weight)\b",
    re.IGNORECASE,
)
"""A sentence about one child or family tells its story, and measures nothing."""

_IMPROVEMENT_AS_A_NAME = re.compile(
    r"\b(?:areas?|scope|room|require[sd]?|requiring|continuous|service|need(?:ed)?|some|further"
    r"|school|practice|quality)\s(?:\w+\s)?(?:for\s)?improvements?\b(?!\sin\b)"
    r"|\bimprovements?\s(?:plan|board|journey|partner|notice|programme|adviser|team|activity|cycle"
    r"|(?:is|are)\s(?:still\s)?(?:needed|required|necessary))"
    r"|\bno\simprovement",
    re.IGNORECASE,
)


def change(saying: Saying) -> Claim | None:
    """A word of change with no earlier value in the same or the next sentence.

    Source: design.md §5.5 and domain.md §6.5 (i): "increase" and "fallen to" need the value that
    they are compared with; CP-FIT, trend (Brown and others 2019, Implementation Science 14:40).
    """
    found = asserted(saying, _CHANGE)
    if found is None or _OF_ONE_CHILD.search(saying.plain, 0, found.start()):
        return None
    if _IMPROVEMENT_AS_A_NAME.search(saying.plain, max(0, found.start() - 15), found.end() + 20):
        return None
    if has_earlier_value(saying):
        return None
    return query(
        "change",
        saying,
        found,
        "compares with an earlier time, and no earlier figure stands beside it. Say from what to "
        "what: ‘31% (8 of 26) last time, 38% (10 of 26) now’.",
    )
