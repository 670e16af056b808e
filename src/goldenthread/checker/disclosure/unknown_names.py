"""Words that may be somebody's name although nobody passed it in: queries, never errors.

A name is told by three things together: capitals, lists of given names and surnames, and the
words around it. The commoner the word otherwise is (Hope, May, Young), the more is asked for.
"""

import re
from collections.abc import Iterator
from itertools import islice

from goldenthread.checker.disclosure.addressed import addresses_of
from goldenthread.checker.disclosure.capitals import (
    Run,
    is_like_a_surname,
    is_listed,
    is_plain_given,
    is_plain_surname,
    is_strange,
    runs,
)
from goldenthread.checker.disclosure.cues import Cues, cues
from goldenthread.checker.disclosure.finding import Finding
from goldenthread.checker.disclosure.kinds import Kind
from goldenthread.checker.disclosure.name_lists import (
    is_given_name,
    is_place,
    is_public,
    is_surname,
    is_town,
    is_word,
    listed,
    organisations_with,
)
from goldenthread.checker.disclosure.words import Word, fold, words
from goldenthread.checker.patterns import Late

_CITED = Late(
    r"(?:['’]s)?(?:,? (?:and|&) [A-Z][\w’'-]+|, [A-Z][\w’'-]+|,? (?:[A-Z]\.? ?){1,3}){0,5}"
    r"(?: et al\.?,?)?,? ?[(\[]?(?:19|20)\d\d[a-z]?\b|['’]?s? et al\b"
)
"""An author with a year: a source, not somebody that the document is about."""

_MARKED = Late(r"\.[A-Za-z0-9]\b|\.[a-z]| \d{1,3}(?:\.\d+)?%|['’]s? (?:\w+ )?interval\b")
"""What makes a word part of a mark, as in Tri.X, or of a method, as in Wilson 95%."""

_HONOURED = Late(
    r"\b(?:St|Saint|Queen|King|Prince|Princess|Royal|Mount|Port|Great|North|South|East|West|Upper"
    r"|Lower"
    r"|Little|New|Team|Project|Operation|Storm|Hurricane)\.? $"
)
_SOMEWHERE = Late(
    r"\b(?:in|at|near|across|around|outside|to|from|of|for|within|between) (?:the )?$"
)
_IN_TOWN = Late(
    r"\b(?:in|at|near|across|around|outside|from|visited|visits? to|trips? to|town of|city of) $",
    re.IGNORECASE,
)
_NEAR = 6
"""Letters between names that stand side by side: a comma, an "and"."""

_BUILDING = frozenset(
    {"House", "Court", "Centre", "School", "Road", "Close", "Avenue", "Drive", "Hospital"}
    | {"Academy", "College", "Team", "Unit", "Cottage", "Nursery", "Trust", "Gardens", "Estate"}
    | {"Terrace", "Bank", "Foundation", "Publishers"}
)
"""Last words of names of places, though some are surnames too."""

_SURE_THINGS = frozenset({"building", "model", "method", "tables", "tool", "approach", "wing"})
"""Things that bear somebody's name even when written small."""

_SAINT = frozenset(
    {"St", "Saint", "King", "Queen", "Prince", "Princess", "Storm", "Hurricane", "Project"}
)
_LONGEST_ORGANISATION = 24

_PLACE_SHAPE = Late(
    r"[a-z]+(?:brook|ton|ford|ham|shire|bury|by|chester|mouth|dale|field|minster|port|pool|wick"
    r"|bridge)"
)
_PEOPLE_SHAPE = Late(
    r"[a-z-]+(?:ese|ian|ean|ish|ovan|stani|aqi|emeni|aeli|ali|deshi)s?"
    r"|[a-z]+(?:moor|rise|crest|wood|stead|hurst|mere|side|view|gate|combe|rush)"
)
"""Endings of the words for people of a country or an estate: the Congolese family."""

_KINDS_OF_FAMILY = frozenset({"birth", "blended", "foster", "host", "nuclear", "royal", "whole"})
_VISIT = Late(r"\bvisits? to $", re.IGNORECASE)
"""What is visited, and ends as places do, is a place if no list has it."""

_THING = Late(r"(?:['’]s?)? (?:([A-Z][a-z]+) )?([A-Za-z]+)")
_FORENAME_AFTER = Late(r", ([A-Z][\w’'-]+)")
_SIGNED = Late(
    r"[^\W\d_]+(?:[ ’'-][^\W\d_]+){0,3}(?:(?:,| &| and|,? and) [^\W\d_]+(?: [^\W\d_]+)?)*[.!]?"
)
_TITLE_CASE = 0.6
_MOST_RUNS = 5_000
"""No paragraph has so many names; a file that was made to keep us busy may."""

_LONGEST_SIGNATURE = 60


def unknown_names_in(text: str, is_heading: bool = False) -> Iterator[Finding]:
    """Every stretch that may be a name, as queries.

    ``is_heading`` is true where capitals mean little. Addresses are left to their own checks.
    """
    shouted = _is_shouted(text) or (is_heading and _has_title_case(text))
    addresses = addresses_of(text)
    signed = not is_heading and len(text) <= _LONGEST_SIGNATURE and _is_signature(text)
    ends_before = somewhere_before = -_NEAR
    for run in islice(runs(text), _MOST_RUNS):
        if addresses.hold(run.start):
            continue
        around = cues(text, run.start, run.end)
        beside_name = around.beside and run.start - ends_before <= _NEAR
        beside_town = around.beside and run.start - somewhere_before <= _NEAR
        if _is_town(text, run, around, beside_town):
            somewhere_before = run.end
        elif signed or _is_name(text, run, around, beside_name, shouted):
            ends_before = run.end
            yield Finding(Kind.NAME, run.start, run.end, is_family=around.is_family)


def _is_town(text: str, run: Run, around: Cues, beside_town: bool) -> bool:
    """ "From Ashley, Stanley and Kirby": words for a place before it, or a town before it."""
    if len(run.words) > 1 or not is_town(run.words[0].folded) or around.sure:
        return False
    return beside_town or _IN_TOWN.search(text[max(0, run.start - 16) : run.start]) is not None


def _is_shouted(text: str) -> bool:
    """Whether nearly all letters are capitals, so that they mean nothing."""
    capitals = sum(map(str.isupper, text))
    return capitals > 3 and capitals > 0.7 * sum(map(str.isalpha, text))


def _has_title_case(text: str) -> bool:
    long = [word for word in words(text) if len(word.text) > 3]
    return len(long) > 2 and sum(w.text[0].isupper() for w in long) > _TITLE_CASE * len(long)


def _is_signature(text: str) -> bool:
    """ "Iman & Grace.": nothing but names, at least one that is no ordinary word."""
    if _SIGNED.fullmatch(text) is None:
        return False
    named = [word for word in words(text) if word.text != "and"]
    return all(w.text[0].isupper() and is_listed(w.folded) for w in named) and any(
        is_plain_given(word.folded) for word in named
    )


def _is_name(text: str, run: Run, around: Cues, beside_name: bool, shouted: bool) -> bool:
    if _is_something_else(text, run, around):
        return False
    names = [word for word in run.words if len(word.text) > 1]
    if not names:
        return False
    if shouted:
        return len(names) > 1 and _is_listed_pair(names)
    if around.title:
        return _fits_title(names)
    if len(names) > 1:
        return _are_names(names, around, beside_name)
    if len(run.words) > 1:
        return is_plain_surname(names[0].folded) or (around.strong and is_listed(names[0].folded))
    return _is_one_name(text, names[0], around, beside_name)


def _is_something_else(text: str, run: Run, around: Cues) -> bool:
    """A cited author, somebody publicly known, or a thing or place that bears a name."""
    if _MARKED.match(text, run.end):
        return True
    if _CITED.match(text, run.end) or _HONOURED.search(text[max(0, run.start - 12) : run.start]):
        return True
    folded = " ".join(word.folded for word in run.words)
    several = len(run.words) > 1
    if several and (run.words[-1].text in _BUILDING or run.words[0].text in _SAINT):
        return not around.title
    pair = f"{run.words[0].text} and {run.words[0].text}"
    if pair in text[max(0, run.start - len(pair)) : run.start + len(pair)]:
        return True
    if _is_organisation(text, run) and not (around.title or around.kin or around.aged):
        return True
    if is_public(folded):
        return not (around.kin or around.aged)
    return not around.kin and _names_a_thing(text, run)


def _is_organisation(text: str, run: Run) -> bool:
    """ "Marks and Spencer": the words around a name make it that of an organisation."""
    names = {name for word in run.words for name in organisations_with(word.folded)}
    if not names:
        return False
    around = text[max(0, run.start - _LONGEST_ORGANISATION) : run.end + _LONGEST_ORGANISATION]
    near = " ".join(fold(around).replace("&", "and").split())
    return any(name in near for name in names)


def _names_a_thing(text: str, run: Run) -> bool:
    """ "Sarah's Law" and "Rose Street" are things; "Iman's plan", in small letters, is Iman's."""
    found = _THING.match(text, run.end)
    if found is None:
        return False
    belongs = text[run.end : run.end + 1] in ("'", "’") or len(run.words) > 1
    for thing in filter(None, found.groups()):
        if thing in _SURE_THINGS:
            return True
        if thing.lower() in listed("things_with_names") and not (thing.islower() and belongs):
            return True
    return False


def _is_listed_pair(names: list[Word]) -> bool:
    return is_plain_given(names[0].folded) and is_like_a_surname(names[-1])


def _fits_title(names: list[Word]) -> bool:
    return any(is_listed(w.folded) or is_strange(w.folded) or not is_word(w.folded) for w in names)


def _are_names(names: list[Word], around: Cues, beside_name: bool) -> bool:
    """Two words or more: a plain given name and anything, or anything and a plain surname."""
    first, last = names[0].folded, names[-1].folded
    if is_plain_given(first):
        return not (is_place(last) and is_word(last)) or around.strong
    is_name_first = (
        is_given_name(first)
        or is_strange(first)
        or (is_surname(first) and not is_word(first) and not is_place(first))
    )
    if is_plain_surname(last) or is_plain_given(last):
        return is_name_first or around.strong
    if is_strange(last) and (is_given_name(first) or is_strange(first)) and around.acts:
        return True
    if not any(is_listed(word.folded) or is_strange(word.folded) for word in names):
        return False
    ordinary = all(is_word(word.folded) or is_place(word.folded) for word in names)
    return around.strong or (beside_name and not ordinary)


def _is_of_household(folded: str, around: Cues) -> bool:
    """ "The Okafor family": a surname, unless the word tells a place, a people or a kind."""
    if not around.household or folded in listed("no_names"):
        return False
    if is_given_name(folded) and folded not in _KINDS_OF_FAMILY and around.family_does:
        return True
    if is_place(folded):
        return False
    if is_plain_surname(folded):
        return True
    if is_strange(folded):
        looks_otherwise = _PLACE_SHAPE.fullmatch(folded) or _PEOPLE_SHAPE.fullmatch(folded)
        return around.the_family and not looks_otherwise
    return is_surname(folded) and folded not in _KINDS_OF_FAMILY and around.family_does


def _is_one_name(text: str, name: Word, around: Cues, beside_name: bool) -> bool:
    folded = name.folded
    before = text[max(0, name.start - 12) : name.start]
    if _is_of_household(folded, around):
        return True
    if is_place(folded) and not around.sure and _SOMEWHERE.search(before):
        return False
    if is_plain_given(folded):
        return True
    if folded in listed("no_names"):
        return around.sure and is_given_name(folded)
    forename = _FORENAME_AFTER.match(text, name.end)
    if is_plain_surname(folded) and forename and is_plain_given(fold(forename[1])):
        return True
    if is_given_name(folded):
        return around.strong or beside_name
    if is_plain_surname(folded):
        return around.strong
    if is_strange(folded):
        visited = _VISIT.search(text[max(0, name.start - 12) : name.start])
        return around.strong and not (visited and _PLACE_SHAPE.fullmatch(folded))
    return is_surname(folded) and around.sure
