"""Words that several criteria look for. All patterns expect lower case and straight apostrophes."""

import re

from goldenthread.checker.effect.dates import MONTH


def phrases(*ways: str) -> re.Pattern[str]:
    """A pattern that finds any of these ways to say something, as whole words.

    >>> phrases("what matters most", "key (?:messages|points)").search("our key points").group()
    'key points'
    """
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)")


LEADER = "|".join(
    (
        "(?:assistant |deputy |executive )?directors?",
        r"heads? of (?:\w+ )?service",
        "heads? of safeguarding",
        "service managers?",
        "senior (?:leaders?|managers?|leadership team)",
        "leadership team",
        "leaders",
        "lead members?",
        "commissioners?",
        "principal social workers?",
    )
)
"""People who can change what practitioners cannot; alternatives without brackets."""

ROLE = "|".join(
    (
        LEADER,
        "(?:team |practice |deputy |assistant )?managers?",
        "social workers?",
        "practitioners?",
        "iros?",
        "independent reviewing officers?",
        "(?:conference |cp )?chairs?",
        "personal advisers?",
        "supervisors?",
        "auditors?",
        "(?:audit|practice) leads?",
        "team leaders?",
        "csws?",
        "practice educators?",
        "(?:quality assurance|qa) team",
        "business support",
        "family support workers?",
    )
)
"""Roles that can own an action; alternatives without brackets."""

_DAY = "|".join(
    (
        rf"\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{MONTH}",
        MONTH,
        r"\d{1,2}[/.]\d{1,2}[/.]\d\d(?:\d\d)?",
        r"20\d\d-\d\d-\d\d",
        "(?:mon|tues|wednes|thurs|fri)day",
        "next (?:week|month|quarter|brief)",
        "tomorrow",
        rf"end of (?:the |this |next )?(?:week|month|quarter|year|term|{MONTH})",
    )
)

DEADLINE = phrases(
    rf"(?:by|before|until|no later than|due|on|deadline)(?: on)?:? (?:the )?(?:{_DAY})",
    r"within (?:the next )?[\w-]{1,12} (?:working |school |calendar )?(?:days?|weeks?|months?)",
)
"""A day by which something is done. "In due course", "soon" and "regularly" are none."""

FIGURE = re.compile(r"\d(?:\.\d+)?\s?(?:%|per cent|percent)|\b\d+ (?:of|out of) (?:the |our )?\d+")
"""A percentage, or so many of so many."""

_DO = (
    "add|agree|ask|begin|book|bring|check|complete|discuss|draw|ensure|finish|give|keep|listen|look"
    "|make|plan|read|record|rehearse|remember|reply|review|say|see|send|set|share|show|speak|start"
    "|stay|take|talk|tell|think|try|update|use|visit|write"
)

ASK = re.compile(
    r"\b(?:must|needs? to|should|please|would like|recommend(?:s|ed|ation)?|ha(?:ve|s) to"
    r"|(?:is|are|required|expected) to)\b"
    rf"|(?:^|[.:!–-] )(?:{_DO})\b"
)
"""What somebody is asked to do, with an auxiliary or in the imperative."""

CHILD = phrases("child(?:ren)?(?:'s)?", "young (?:person|people)(?:'s)?", "bab(?:y|ies)")
