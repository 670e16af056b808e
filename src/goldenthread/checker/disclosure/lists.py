"""The text files that a service passes in: names to look for, and what may stand."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.checker.disclosure.words import fold, tidy


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name as it was listed: ``given`` names and ``surname`` words, as far as the list tells.

    A single word stands in ``given`` alone.
    """

    given: tuple[str, ...]
    surname: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[str, ...]:
        """All words in the order in which they are spoken."""
        return self.given + self.surname


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Names of children, families and workers that must not stand anywhere in a document."""

    names: tuple[KnownName, ...] = ()


@dataclass(frozen=True, slots=True)
class AllowList:
    """What may stand: people, teams, e-mail addresses, telephone numbers; and whole sections."""

    entries: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()


_TITLES = frozenset(["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "dame", "rev", "cllr"])
_COLUMNS = frozenset(
    {"first", "last", "given", "family", "middle", "full", "name", "names", "surname", "forename"}
)
"""The head of a table is no name."""

_SECTION = re.compile(r"section\s*:?\s+(?=\S)", re.IGNORECASE)


def known_names(text: str) -> KnownNames:
    """Names from a list: one a line, ``#`` begins a comment, "Surname, First" is turned round.

    In a row of a table that was saved as CSV the first column is the surname and the second the
    given names. Titles are left out. Nothing makes it fail: a line without letters is no name.

    >>> known_names("Haverstock, Iman # worker\\n\\nMs Ana Lopez").names[0]
    KnownName(given=('Iman',), surname=('Haverstock',))
    """
    names = (_known(line) for line in _lines(text.replace("\t", ",")))
    return KnownNames(tuple(dict.fromkeys(name for name in names if name is not None)))


def _known(line: str) -> KnownName | None:
    cells = next(csv.reader([line.replace(";", ",")], skipinitialspace=True))
    if len(cells) == 1:
        cells = cells[0].split(",")
    filled = [tuple(_name_words(cell)) for cell in cells if any(map(str.isalpha, cell))]
    if not filled or not filled[0] or _COLUMNS.issuperset(map(fold, filled[0])):
        return None
    if len(filled) > 1 and filled[1]:
        return KnownName(given=filled[1], surname=filled[0])
    *given, last = filled[0]
    return KnownName(tuple(given), (last,)) if given else KnownName((last,))


def _name_words(cell: str) -> Iterator[str]:
    for word in tidy(cell).split():
        plain = word.strip('.,:;()[]"“”')
        if any(map(str.isalpha, plain)) and fold(plain) not in _TITLES:
            yield plain


def allow_list(text: str) -> AllowList:
    """What may stand: one entry a line, ``#`` begins a comment.

    A line is a person, a team, an e-mail address or a telephone number. ``section: Helpers``
    allows whatever names and contact details stand under a heading with these words.

    >>> allow_list("section: Helpers\\nIman Haverstock")
    AllowList(entries=('Iman Haverstock',), sections=('Helpers',))
    """
    entries: list[str] = []
    sections: list[str] = []
    for line in _lines(text):
        section = _SECTION.match(line)
        if section:
            sections.append(line[section.end() :])
        else:
            entries.append(line)
    return AllowList(tuple(entries), tuple(sections))


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        plain = tidy(line.split("#", 1)[0]).strip("•*- ")
        if plain:
            yield plain
