"""Every way in which a listed name may be written, as letters without gaps.

*Iman Jane O'Brien* is ``imanjaneobrien``, ``obrieniman``, ``iobrien`` and more; how strongly each
points to the person is its :class:`Form`. What stands between the letters is for the matcher.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from goldenthread.checker.disclosure.lists import KnownName, KnownNames
from goldenthread.checker.disclosure.nicknames import other_forms
from goldenthread.checker.disclosure.words import fold, letters


class Form(IntEnum):
    """Forms of a name, weakest first."""

    SURNAME = 1
    """Alone: with a title before it it is the person, otherwise it may be anybody."""
    GIVEN = 2
    INITIALS_AFTER = 3
    INITIALS_BEFORE = 4
    SINGLE = 5
    """The listed name is one word."""
    FULL = 6


HEAD = 6
"""So many letters tell most words from the beginning of a name."""


@dataclass(frozen=True, slots=True)
class Spellings:
    """``forms`` by letters; ``heads``: what any of them may begin with, up to :data:`HEAD` letters.

    ``ordered`` are the letters of all forms, sorted. ``surnames`` are, for each given name, the
    surnames that may follow it after a middle name that is not listed.
    """

    forms: dict[str, Form]
    heads: frozenset[str]
    ordered: tuple[str, ...]
    surnames: dict[str, frozenset[str]]


def spellings(known: KnownNames) -> Spellings:
    """All spellings of all names of a list."""
    forms: dict[str, Form] = {}
    surnames: dict[str, set[str]] = {}
    for name in known.names:
        for text, form in _forms(name):
            if text and form > forms.get(text, 0):
                forms[text] = form
        if name.surname:
            for given in _callings(name.given[0]):
                surnames.setdefault(given, set()).update(_surnames(name))
    return Spellings(
        forms,
        frozenset(text[:length] for text in forms for length in range(1, HEAD + 1)),
        tuple(sorted(forms)),
        {given: frozenset(after) for given, after in surnames.items()},
    )


def _forms(name: KnownName) -> Iterator[tuple[str, Form]]:
    if not name.surname:
        yield letters(name.given[0]), Form.SINGLE
        return
    whole, family = letters("".join(name.given)), letters("".join(name.surname))
    yield whole + family, Form.FULL
    yield family + whole, Form.FULL
    initials = "".join(fold(given)[0] for given in name.given)
    for surname in _surnames(name):
        for given in _callings(name.given[0]):
            yield given + surname, Form.FULL
            yield surname + given, Form.FULL
        for short in {initials, initials[0]}:
            yield short + surname, Form.INITIALS_BEFORE
            yield surname + short, Form.INITIALS_AFTER
        yield surname, Form.SURNAME
    yield letters(name.given[0]), Form.GIVEN


def _callings(given: str) -> Iterator[str]:
    """A given name, the first part of a hyphened one, and its nicknames."""
    yield letters(given)
    first = letters(given.split("-")[0])
    if first != letters(given):
        yield first
    yield from other_forms(first)


def _surnames(name: KnownName) -> Iterator[str]:
    """The whole surname, each part of a double one, and a last given name that may be part of"
    " it."""
    yield letters("".join(name.surname))
    parts = [part for word in name.surname for part in word.split("-")]
    if len(parts) > 1:
        yield from (letters(part) for part in parts if len(part) > 2)
    for word in name.given[1:]:
        yield letters(word)
        yield letters(word + "".join(name.surname))
