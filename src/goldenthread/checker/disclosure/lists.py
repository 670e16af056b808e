"""The text files that a service passes in: names to look for, and what may stand."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.checker.disclosure.name_lists import listed
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
_HOUSEHOLD = frozenset(["the", "family", "siblings", "household"])
"""What is no name in "the Okafor family"."""

_GIVEN_COLUMN = frozenset(["first", "given", "middle", "forename", "forenames", "firstname"])
_SURNAME_COLUMN = frozenset(["surname", "last", "family", "lastname"])
_COLUMNS = _GIVEN_COLUMN | _SURNAME_COLUMN | {"full", "name", "names"}
"""The head of a table is no name."""

_SECTION = re.compile(r"section\s*:?\s+(?=\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which cells of each row hold given names and surnames, if the head of the table says so."""

    given: tuple[int, ...] = ()
    surname: tuple[int, ...] = ()


def known_names(text: str) -> KnownNames:
    """Names from a list: one a line, ``#`` begins a comment, "Surname, First" is turned round.

    In a table that was saved as CSV the head tells which columns hold given names and surnames;
    without a head the first column is the surname and the second the given names. Titles are left
    out. Nothing makes it fail: a line without letters is no name.

    >>> known_names("Haverstock, Iman # worker\\n\\nMs Ana da Costa").names[1]
    KnownName(given=('Ana',), surname=('da', 'Costa'))
    """
    names: list[KnownName | None] = []
    columns = _Columns()
    for line in _lines(text.replace("\t", ",")):
        cells = _cells(line)
        if _is_head(cells):
            columns = _columns(cells)
        else:
            names.append(_known(cells, columns))
    return KnownNames(tuple(dict.fromkeys(name for name in names if name is not None)))


def _cells(line: str) -> list[str]:
    cells = next(csv.reader([line.replace(";", ",")], skipinitialspace=True))
    return cells if len(cells) > 1 else cells[0].split(",")


def _is_head(cells: list[str]) -> bool:
    """Whether a cell holds nothing but the words that stand above names."""
    named = [set(fold(cell).split()) for cell in cells if any(map(str.isalpha, cell))]
    return any(words and words <= _COLUMNS for words in named)


def _columns(head: list[str]) -> _Columns:
    words = [set(fold(cell).split()) for cell in head]
    return _Columns(
        tuple(place for place, has in enumerate(words) if has & _GIVEN_COLUMN),
        tuple(place for place, has in enumerate(words) if has & _SURNAME_COLUMN),
    )


def _known(cells: list[str], columns: _Columns) -> KnownName | None:
    if columns.given and columns.surname:
        given, surname = (
            [word for place in places if place < len(cells) for word in _name_words(cells[place])]
            for places in (columns.given, columns.surname)
        )
        if given and surname:
            return KnownName(tuple(given), tuple(surname))
    filled = [words for cell in cells if (words := tuple(_name_words(cell)))]
    if not filled:
        return None
    if len(filled) > 1:
        return KnownName(given=filled[1], surname=filled[0])
    return _parted(filled[0])


def _parted(words: tuple[str, ...]) -> KnownName:
    """Given names, then a surname of one word and the particles before it."""
    last = len(words) - 1
    while last > 1 and fold(words[last - 1]) in listed("particles"):
        last -= 1
    return KnownName(words[:last], words[last:]) if last else KnownName(words)


def _name_words(cell: str) -> Iterator[str]:
    for word in tidy(cell).split():
        plain = word.strip('.,:;()[]"“”')
        if any(map(str.isalpha, plain)) and fold(plain) not in _TITLES | _HOUSEHOLD:
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
