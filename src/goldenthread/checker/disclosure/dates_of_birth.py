"""Dates of birth: a date beside words that say that somebody was born then."""

import re
from collections.abc import Iterator

from goldenthread.checker.disclosure.finding import Finding
from goldenthread.checker.disclosure.kinds import Kind
from goldenthread.checker.patterns import Late
from goldenthread.checker.results import Severity

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = (
    r"(?:\d{1,2} ?[./-] ?\d{1,2} ?[./-] ?(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ -]{_MONTH},?[ -]\d{{2,4}}"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})"
)
_BORN = Late(
    r"(?:\bd\.? ?o\.? ?b\b\.?|\bdate of birth\b|\bbirth ?date\b|\bbirthday\b|\bborn(?: on)?\b)"
    rf"(?: is| was| of| on)?[ :;=–(|-]*(?:the |a \w+day,? |\w+day,? )?({_DATE})(?!\d)",
    re.IGNORECASE,
)
_PLURAL = Late(r"\b(?:dates of birth|dobs|d\.o\.b\.s|birthdays)\b", re.IGNORECASE)
_ANY_DATE = Late(rf"(?<!\d){_DATE}(?!\d)", re.IGNORECASE)
_REACH_OF_PLURAL = 120
_BRACKETED = Late(rf"\((?:b\.?|\*) ?({_DATE})\)", re.IGNORECASE)
_THING = (
    r"(?:act|agency|approach|association|brief|campaign|centre|charity|community|framework|group"
    r"|guidance|hub|idea|initiative|law|method|model|network|office|organisation|partnership|plan"
    r"|policy|practice|programme|project|scheme|service|standards?|strategy|team|tool|trust"
    r"|website)"
)
_WORDS_OF_THING = r"(?:(?i:new|first|local|national|whole|old|current) |[A-Z][\w’'-]* ){0,4}"
_THING_BEFORE = Late(
    rf"(?:^|[.;:!?,] |\b(?:that|when|since|and) )(?i:the|our|this|its|a) {_WORDS_OF_THING}"
    rf"(?i:{_THING}) (?:was|were) $"
)
_THING_AFTER = Late(rf", (?:the|our|this|its|these) {_WORDS_OF_THING}(?i:{_THING})\b")
"""Only persons have a date of birth: "Born on 1 April 2019, our service …" gives none."""

_REACH_OF_THING = 80


_SAYS_BORN = ("birth", "born", "dob", "o.b", "o. b", "o b", "(b", "(*")
"""Without one of these no date is one of birth."""


def dates_of_birth_in(text: str) -> Iterator[Finding]:
    """Every date of birth, as an error.

    "Born on or after 1 September 2010" is a rule, and "born in 2010" a year group: neither points
    to anybody.

    >>> ["dob 3/4/12"[f.start : f.end] for f in dates_of_birth_in("dob 3/4/12")]
    ['3/4/12']
    """
    small = text.lower()
    if not any(cue in small for cue in _SAYS_BORN) or not any(map(str.isdigit, text)):
        return
    for pattern in (_BORN, _BRACKETED):
        for found in pattern.finditer(text):
            if _is_of_thing(text, found):
                continue
            yield Finding(Kind.DATE_OF_BIRTH, found.start(1), found.end(1), Severity.ERROR)
    for cue in _PLURAL.finditer(text):
        for found in _ANY_DATE.finditer(text, cue.end(), cue.end() + _REACH_OF_PLURAL):
            yield Finding(Kind.DATE_OF_BIRTH, *found.span(), Severity.ERROR)


def _is_of_thing(text: str, found: re.Match[str]) -> bool:
    """Whether what was born is a law or a service: its words stand just before or after."""
    if not found[0].lower().startswith("born"):
        return False
    before = text[max(0, found.start() - _REACH_OF_THING) : found.start()]
    if _THING_BEFORE.search(before):
        return True
    begins = not before.strip() or before.rstrip()[-1] in ".!?:;"
    return begins and _THING_AFTER.match(text, found.end()) is not None
