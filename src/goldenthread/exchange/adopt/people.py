"""Auditors as codes: who is A01 is kept in a key apart from every workbook.

Two mentions are the same person only on the same e-mail address or the same staff number.
A name on its own is a person of its own, however like another name it looks: joining people is
for somebody who knows them, in the key file.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

CODE = re.compile(r"A\d{2,4}")
"""A code of the key's own form, such as ``A07``."""

NOBODY = frozenset({"anonymous", "anon", "n/a", "na", "none", "unknown", "-", "tbc"})
"""What stands in a person's column when nobody is named; Forms writes ``anonymous``."""


class Mention(StrEnum):
    """What a person is known by."""

    EMAIL = "email"
    STAFF_ID = "staff id"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the key. ``shown_as`` helps the reader of the key and is never matched."""

    code: str
    emails: tuple[str, ...] = ()
    staff_ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    shown_as: tuple[str, ...] = ()

    def known_by(self, kind: Mention) -> tuple[str, ...]:
        """All that this person is known by, of one kind."""
        return {
            Mention.EMAIL: self.emails,
            Mention.STAFF_ID: self.staff_ids,
            Mention.NAME: self.names,
        }[kind]


@dataclass(frozen=True, slots=True)
class PeopleKey:
    """Who is behind each code, in the order in which the codes were given."""

    people: tuple[Person, ...] = ()

    def holders(self, kind: Mention, mention: str) -> tuple[str, ...]:
        """Codes of the people known by this mention."""
        wanted = plain_mention(mention)
        return tuple(
            person.code
            for person in self.people
            if wanted in {plain_mention(known) for known in person.known_by(kind)}
        )

    def codes(self) -> frozenset[str]:
        """All codes that are taken."""
        return frozenset(person.code for person in self.people)


@dataclass(frozen=True, slots=True)
class Coded:
    """The outcome for one row: a code (empty when nobody is named), the key, and what to say."""

    code: str
    key: PeopleKey
    problem: str = ""
    note: str = ""


def plain_mention(mention: str) -> str:
    """A mention without differences that say nothing: capitals and runs of spaces.

    >>> plain_mention(" Jo.Bloggs@Northmoor.Example ")
    'jo.bloggs@northmoor.example'
    """
    return " ".join(mention.split()).casefold()


def mention_kind(text: str) -> Mention:
    """What a single cell that names a person holds.

    >>> mention_kind("jo@northmoor.example"), mention_kind("40213"), mention_kind("Jo Bloggs")
    (<Mention.EMAIL: 'email'>, <Mention.STAFF_ID: 'staff id'>, <Mention.NAME: 'name'>)
    """
    if "@" in text:
        return Mention.EMAIL
    return Mention.STAFF_ID if any(letter.isdigit() for letter in text) else Mention.NAME


def code_person(key: PeopleKey, mentions: Mapping[Mention, str]) -> Coded:
    """The code of the person whom one row names, giving the next free code to somebody new.

    A mention that already is a code of the key's own form is kept as it is.
    """
    named = {k: v.strip() for k, v in mentions.items() if plain_mention(v) not in NOBODY | {""}}
    if not named:
        return Coded("", key)
    known = _known(key, named)
    if len(known) > 1:
        problem = f"they belong to different people in the key file: {', '.join(known)}"
        return Coded("", key, problem=problem)
    if known:
        return Coded(known[0], _with_mentions(key, known[0], named))
    return _newcomer(key, named)


def _known(key: PeopleKey, named: Mapping[Mention, str]) -> tuple[str, ...]:
    """Codes by e-mail and staff number; by name only for a row that has nothing else."""
    kinds = [kind for kind in (Mention.EMAIL, Mention.STAFF_ID) if kind in named]
    codes = {code for kind in kinds or [Mention.NAME] for code in key.holders(kind, named[kind])}
    return tuple(sorted(codes))


def _newcomer(key: PeopleKey, named: Mapping[Mention, str]) -> Coded:
    own = named.get(Mention.STAFF_ID, "").upper()
    if CODE.fullmatch(own):
        if own in key.codes():
            return Coded(
                "", key, problem=f"the code {own} belongs to somebody else in the key file"
            )
        code = own
    else:
        code = _next_code(key)
    person = _person(code, named)
    return Coded(code, PeopleKey((*key.people, person)), note=_likeness(key, named, code))


def _next_code(key: PeopleKey) -> str:
    taken = key.codes()
    number = 1
    while f"A{number:02d}" in taken:
        number += 1
    return f"A{number:02d}"


def _person(code: str, named: Mapping[Mention, str]) -> Person:
    """A new person; a name beside an e-mail or number is only shown, never matched."""
    email, staff_id = named.get(Mention.EMAIL), named.get(Mention.STAFF_ID)
    name = named.get(Mention.NAME)
    only_name = email is None and staff_id is None
    return Person(
        code=code,
        emails=(email,) if email else (),
        staff_ids=(staff_id,) if staff_id else (),
        names=(name,) if name and only_name else (),
        shown_as=(name,) if name and not only_name else (),
    )


def _with_mentions(key: PeopleKey, code: str, named: Mapping[Mention, str]) -> PeopleKey:
    """The key with this row's other mentions added to the person who has the code."""
    people = tuple(_with(p, named) if p.code == code else p for p in key.people)
    return PeopleKey(people)


def _with(person: Person, named: Mapping[Mention, str]) -> Person:
    if set(named) == {Mention.NAME}:
        return person
    return replace(
        person,
        emails=_added(person.emails, named.get(Mention.EMAIL)),
        staff_ids=_added(person.staff_ids, named.get(Mention.STAFF_ID)),
        shown_as=_added(person.shown_as, named.get(Mention.NAME)),
    )


def _added(known: tuple[str, ...], mention: str | None) -> tuple[str, ...]:
    if mention is None or plain_mention(mention) in {plain_mention(one) for one in known}:
        return known
    return (*known, mention)


def _likeness(key: PeopleKey, named: Mapping[Mention, str], code: str) -> str:
    """A note when a newcomer's name is also shown for somebody else. No name is repeated in it."""
    if Mention.NAME not in named:
        return ""
    wanted = plain_mention(named[Mention.NAME])
    alike = [
        person.code
        for person in key.people
        if wanted in {plain_mention(name) for name in person.shown_as + person.names}
    ]
    if not alike:
        return ""
    return f"{code} has the same name as {', '.join(alike)} and was kept apart"
