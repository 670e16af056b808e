"""Every way in which a listed name may be written, as letters without gaps.

*Iman Jane O'Brien* is ``imanjaneobrien``, ``obrieniman``, ``iobrien`` and more; how strongly each
points to the person is its :class:`Form`. What stands between the letters is for the matcher.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from goldenthread.checker.disclosure.lists import KnownName, KnownNames
from goldenthread.checker.disclosure.name_lists import listed
from goldenthread.checker.disclosure.nicknames import other_forms
from goldenthread.checker.disclosure.words import fold, letters


class Form(IntEnum):
    """Forms of a name, weakest first."""

    SURNAME = 1
    """Alone: with a title before it it is the person, otherwise it may be anybody."""
    GIVEN = 2
    GIVEN_AND_INITIAL = 3
    """Iman H., as records have it."""
    INITIALS_AFTER = 4
    INITIALS_BEFORE = 5
    SINGLE = 6
    """The listed name is one word."""
    FULL = 7


HEAD = 6
"""So many letters tell most words from the beginning of a name."""

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
"""How they are typed where no key has them; ``fold`` leaves the dots out instead."""


@dataclass(frozen=True, slots=True, eq=False)
class Spellings:
    """``forms`` by letters; ``heads``: what any of them may begin with, up to :data:`HEAD` letters.

    ``ordered`` are the letters of all forms, sorted. ``surnames`` are, for each given name, the
    surnames that may follow it after a middle name that is not listed.
    """

    forms: dict[str, Form]
    heads: frozenset[str]
    ordered: tuple[str, ...]
    surnames: dict[str, frozenset[str]]


@lru_cache(maxsize=4)
def spellings(known: KnownNames) -> Spellings:
    """All spellings of all names of a list."""
    forms: dict[str, Form] = {}
    surnames: dict[str, set[str]] = {}
    for name in known.names:
        callings = _callings(name)
        families = _surnames(name) if name.surname else set()
        for text, form in _forms(name, callings, families):
            if form > forms.get(text, 0):
                forms[text] = form
        for given in callings if families else ():
            surnames.setdefault(given, set()).update(families)
    forms.pop("", None)
    return Spellings(
        forms,
        _heads(forms),
        tuple(sorted(forms)),
        {given: frozenset(after) for given, after in surnames.items()},
    )


def _heads(forms: dict[str, Form]) -> frozenset[str]:
    """Beginnings of all forms, and short surnames with the s of a family: *the Lees*."""
    heads = {text[:HEAD] for text in forms}
    heads |= {text + ending for text in heads if len(text) < HEAD for ending in ("s", "es")}
    for length in range(HEAD - 1, 0, -1):
        heads |= {head[:length] for head in heads}
    return frozenset(heads)


def _forms(name: KnownName, callings: set[str], families: set[str]) -> Iterator[tuple[str, Form]]:
    yield from ((calling, Form.GIVEN) for calling in callings)
    if not name.surname:
        yield letters(name.given[0]), Form.SINGLE
        return
    yield from ((family, Form.SURNAME) for family in families)
    for typed in _typings(name.parts):
        words = [letters(word) for word in typed]
        for place in range(len(words)):
            yield "".join(words[place:] + words[:place]), Form.FULL
    yield "".join(letters(word) for word in (*name.surname, *name.given)), Form.FULL
    initials = "".join(fold(part)[:1] for word in name.given for part in word.split("-"))
    for family in families:
        for calling in callings:
            yield calling + family, Form.FULL
            yield family + calling, Form.FULL
        for short in {initials, initials[0]}:
            yield short + family, Form.INITIALS_BEFORE
            yield family + short, Form.INITIALS_AFTER
    for calling in callings:
        for word in (name.surname[0], name.surname[-1]):
            yield calling + letters(word)[:1], Form.GIVEN_AND_INITIAL


def _callings(name: KnownName) -> set[str]:
    """What somebody may be called: each given name, the parts of a hyphened one, nicknames."""
    callings: set[str] = set()
    for typed in _typings(name.given):
        for place, word in enumerate(typed):
            if place and fold(word) in listed("particles"):
                continue
            parts = [letters(part) for part in word.split("-")]
            callings |= {letters(word), *(part for part in parts if len(part) > 2)}
            callings |= {other for part in parts for other in other_forms(part)}
    return {calling for calling in callings if len(calling) > 1}


def _surnames(name: KnownName) -> set[str]:
    """The whole surname, each part of a double one, and given names that may be part of it."""
    found: set[str] = set()
    for typed in _typings((*name.given[1:], *name.surname)):
        words = [letters(word) for word in typed]
        found |= {"".join(words[place:]) for place in range(len(words))}
        for word in typed:
            if fold(word) in listed("particles"):
                continue
            found |= {letters(word), *(letters(p) for p in word.split("-") if len(p) > 2)}
    found = {text for text in found if len(text) > 1}
    return found | {other for text in found for other in _scottish(text)}


def _scottish(surname: str) -> Iterator[str]:
    """Mac for Mc, and Mc for Mac."""
    if surname.startswith("mc"):
        yield "mac" + surname[2:]
    elif surname.startswith("mac") and len(surname) > len("mac") + 3:
        yield "mc" + surname[3:]


def _typings(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The words as listed, and with e for their dots."""
    yield words
    typed = tuple(word.casefold().translate(_UMLAUTS) for word in words)
    if typed != tuple(word.casefold() for word in words):
        yield typed
