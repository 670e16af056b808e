"""One person's answer, told as everybody's."""

import re

from goldenthread.checker.claims.saying import Saying, asserted, query
from goldenthread.checker.results import Claim

_GROUPS = {
    "parents": r"parent|mother|father|mum|dad|carer",
    "families": r"parent|mother|father|mum|dad|carer|family|family\smember|grandparent",
    "carers": r"carer|foster\scarer",
    "children": r"child|young\sperson",
    "young people": r"young\sperson|child|teenager",
    "professionals": r"professional|teacher|health\svisitor|partner",
    "partners": r"partner|professional|agency",
    "practitioners": r"practitioner|social\sworker|worker",
    "social workers": r"social\sworker|worker|practitioner",
}
_SAY = (
    r"(?:feel|felt|say|said|told\sus|report(?:ed)?|think|thought|are\sfeeling|valued?|describe[d]?)"
)
_GENERAL = re.compile(
    rf"\b(?P<who>{'|'.join(_GROUPS)})\s(?:and\s\w+\s)?(?:also\s|now\s|generally\s)?{_SAY}\b",
    re.IGNORECASE,
)
_NOT_ALL = re.compile(
    r"\b(?:some|several|many|most|few|both|two|three|four|five|six|seven|eight|nine|ten|\d+)"
    r"\s(?:of\s)?(?:the\s|our\s|these\s)?(?:\w+\s)?\Z",
    re.IGNORECASE,
)


def single_answer(saying: Saying) -> Claim | None:
    """A whole group that feels or says something, where one of the group is all that answered.

    Source: domain.md §6.5 (k) and brief-quality.md, criterion 21: never one quote as a rate.
    """
    found = asserted(saying, _GENERAL)
    if found is None or _NOT_ALL.search(saying.plain, 0, found.start()):
        return None
    one = _GROUPS[found["who"].lower()]
    around = f"{saying.before} {saying.nearby}"
    answered = re.search(rf"\b(?:one|a single|only one|1)\s(?:{one})\b|\bn\s?=\s?1\b", around, re.I)
    if answered is None:
        return None
    return query(
        "single answer",
        saying,
        found,
        "speaks for all of them, and one answered. Write ‘one … told us’, and how many were asked.",
    )
