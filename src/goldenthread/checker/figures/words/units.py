"""The noun that is counted: "social work audits" counts audits."""

import re
from typing import NamedTuple

from goldenthread.checker.figures.words.kinds_of_unit import PEOPLE, SAMPLED

_OF = re.compile(r"\s(?:out\s)?of\s(?:(?:the|all|these|those|our|their|both)\s)*", re.IGNORECASE)
_WORD = re.compile(r"\s?([A-Za-z][A-Za-z’'-]*)")
_PLAIN_WORD = re.compile(r"[A-Za-z’'-]+")
_LONGEST = 6
_LONGEST_PROPORTION = 24
_ONE_NOUN_IN = re.compile(
    r"\bone\s(?:young\s)?(?P<noun>[a-z]{3,9})\sin\s[a-z\s\d]{1,13}$", re.IGNORECASE
)
_A_PROPORTION = re.compile(r"\b(?:in|out\sof)\s(?:every\s)?[a-z\d]{1,7}$", re.IGNORECASE)

_ENDS_A_NOUN = frozenset(
    {
        *("was", "were", "is", "are", "has", "have", "had", "of", "in", "with", "without", "that"),
        *("who", "whom", "whose", "which", "where", "when", "and", "or", "to", "for", "from"),
        *("on", "at", "by", "as", "than", "did", "does", "do", "said", "told", "felt", "showed"),
        *("but", "because", "out", "compared", "this", "these", "those", "being", "graded"),
        *("rated", "judged", "scored", "during", "across", "against", "per", "not", "could"),
    }
)
_IRREGULAR = {
    "children": "child",
    "people": "person",
    "persons": "person",
    "families": "family",
    "enquiries": "enquiry",
    "inquiries": "inquiry",
    "chronologies": "chronology",
    "babies": "baby",
    "authorities": "authority",
    "agencies": "agency",
    "replies": "reply",
    "responses": "response",
    "nurses": "nurse",
}
_SINGULAR = frozenset(
    {
        *("audit", "case", "child", "record", "file", "assessment", "visit", "plan", "review"),
        *("family", "parent", "carer", "professional", "practitioner", "response", "return"),
        *("person", "meeting", "grade", "respondent", "school", "referral", "team"),
    }
)
_NO_UNIT = frozenset(
    {
        "this",
        "less",
        "plus",
        "across",
        "process",
        "others",
        "thirds",
        "cohorts",
        "always",
        "details",
        "years",
    }
)


class Unit(NamedTuple):
    """A counted noun, singular and lower case, and where it ends; empty where there is none."""

    noun: str
    end: int


def unit_after(text: str, position: int) -> Unit:
    """The noun that a number is of, which ends at ``position``.

    >>> unit_after("26 social work audits were completed", 2)
    Unit(noun='audit', end=21)
    >>> unit_after("12 looked after children in care", 2).noun, unit_after("12 were good", 2).noun
    ('child', '')

    The first plural is the noun: "records used few words" counts records.
    """
    found = Unit("", position)
    place = position
    for _ in range(_LONGEST):
        match = _WORD.match(text, place)
        if match is None or match[1].casefold() in _ENDS_A_NOUN:
            break
        noun = singular(match[1])
        if noun:
            found = Unit(_with_young(text, match.start(1), noun), match.end())
        if noun and match[1].casefold() != noun:
            return found
        place = match.end()
    return found


def noun_in(text: str) -> str:
    """The first noun of a text that reports are based on; empty where there is none.

    >>> noun_in("Table 1. Audits by overall grade"), noun_in("Grades")
    ('audit', '')
    """
    nouns = (singular(word) for word in _PLAIN_WORD.findall(text))
    return next((noun for noun in nouns if noun in SAMPLED), "")


def unit_of_share(text: str, position: int) -> Unit:
    """The noun of a share that ends at ``position``: "39% of the cases"."""
    of = _OF.match(text, position)
    if of is not None:
        return unit_after(text, of.end())
    one = _ONE_NOUN_IN.search(text, max(0, position - _LONGEST_PROPORTION), position)
    if one is not None:
        return Unit(singular(one["noun"]) or singular(f"{one['noun']}s"), position)
    return _people_after(text, position)


def _people_after(text: str, position: int) -> Unit:
    """The people or records that follow a proportion without "of": "four in five children"."""
    if _A_PROPORTION.search(text, max(0, position - _LONGEST_PROPORTION), position) is None:
        return Unit("", position)
    unit = unit_after(text, position)
    return unit if unit.noun in SAMPLED | PEOPLE else Unit("", position)


def _with_young(text: str, start: int, noun: str) -> str:
    young = noun == "person" and text[max(0, start - 6) : start].casefold() == "young "
    return "young person" if young else noun


def singular(word: str) -> str:
    """The singular of a noun that counts something; empty for other words.

    >>> [singular(word) for word in ("Audits", "children", "case", "good", "process", "studies")]
    ['audit', 'child', 'case', '', '', 'study']
    """
    plain = word.casefold().replace("’s", "").replace("'s", "").rstrip("’'")
    if plain in _SINGULAR:
        return plain
    if plain in _IRREGULAR:
        return _IRREGULAR[plain]
    if not plain.endswith("s") or plain.endswith(("ss", "us", "is", "ous")) or plain in _NO_UNIT:
        return ""
    if len(plain) < 4 or len(word) > len(plain):
        return ""
    if plain.endswith("ies"):
        return f"{plain[:-3]}y"
    return plain[:-1]
