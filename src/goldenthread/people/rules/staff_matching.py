"""Who of a list is who here: an exact identifier says it, a name only ever proposes."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from goldenthread.people.rules.names import Likeness, likeness, words
from goldenthread.people.rules.staff_rows import StaffRow

MOST_PROPOSED = 5


class MatchKind(StrEnum):
    """What is known of a row by itself."""

    EXACT = "exact"
    PROPOSED = "proposed"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Known:
    """A person who is here already."""

    id: UUID
    name: str
    email: str
    staff_number: str


@dataclass(frozen=True, slots=True)
class Match:
    """A row, and whom it may be about: the one where exact, the likeliest first where proposed."""

    row: StaffRow
    kind: MatchKind
    candidates: tuple[UUID, ...] = ()
    because: str = ""


class Matcher:
    """People who are here, found by address, number and the words of their names."""

    def __init__(self, people: Iterable[Known]) -> None:
        self.by_email: dict[str, Known] = {}
        self.by_number: dict[str, Known] = {}
        self._names: dict[UUID, tuple[str, ...]] = {}
        self._by_word: dict[str, set[UUID]] = defaultdict(set)
        for person in people:
            self.by_email[person.email.casefold()] = person
            if person.staff_number:
                self.by_number[person.staff_number.casefold()] = person
            self._names[person.id] = words(person.name)
            for word in self._names[person.id]:
                self._by_word[word].add(person.id)

    def match(self, row: StaffRow) -> Match:
        """What is known of a row.

        The staff number says who it is, or the e-mail address. Where the two say different people,
        or the address is of somebody with another number, a person decides.
        """
        numbered = self.by_number.get(row.staff_number.casefold())
        addressed = self.by_email.get(row.email.casefold()) if row.email else None
        if numbered and addressed and numbered.id != addressed.id:
            because = "The staff number is one person's, the e-mail address another's."
            return Match(row, MatchKind.PROPOSED, (numbered.id, addressed.id), because)
        if numbered:
            return Match(row, MatchKind.EXACT, (numbered.id,), "The staff number is the same.")
        if addressed and row.staff_number and addressed.staff_number:
            because = "The e-mail address is the same, but the staff number is not."
            return Match(row, MatchKind.PROPOSED, (addressed.id,), because)
        if addressed:
            return Match(row, MatchKind.EXACT, (addressed.id,), "The e-mail address is the same.")
        alike = self._alike(words(row.name))
        if alike:
            return Match(row, MatchKind.PROPOSED, alike, "Only the name is the same, or like it.")
        return Match(row, MatchKind.NEW)

    def _alike(self, name: tuple[str, ...]) -> tuple[UUID, ...]:
        sharing = set().union(*(self._by_word.get(word, ()) for word in name))
        ranked = [(likeness(name, self._names[user]), user) for user in sharing]
        near = sorted((-how, str(user), user) for how, user in ranked if how > Likeness.DIFFERENT)
        return tuple(user for _, _, user in near[:MOST_PROPOSED])
