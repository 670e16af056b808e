"""Lists of given names, surnames, English words and places, read when first needed.

What they were made from, under which licences, stands in ``data/README.md``.
"""

from functools import cache
from importlib.resources import files


def is_given_name(folded: str) -> bool:
    """Whether a folded word, or each part of a hyphened one, is a given name.

    >>> is_given_name("niamh"), is_given_name("mary-jane"), is_given_name("chronology")
    (True, True, False)
    """
    return _all_in(folded, "given")


def is_surname(folded: str) -> bool:
    """Whether a folded word, or a part of a hyphened one, is a surname.

    >>> is_surname("sandhu-price"), is_surname("chronology")
    (True, False)
    """
    entries = _sorted("surnames")
    return any(part in entries for part in folded.split("-"))


def is_word(folded: str) -> bool:
    """Whether a folded word is also an ordinary English word, as *hope* and *grace* are.

    >>> is_word("grace"), is_word("niamh")
    (True, False)
    """
    return _all_in(folded, "words")


def is_place(folded: str) -> bool:
    """Whether a folded word is, or is part of, the name of a place in the country or a country.

    >>> is_place("chester"), is_place("niamh")
    (True, False)
    """
    return _all_in(folded, "places")


def is_town(folded: str) -> bool:
    """Whether a folded name is also that of a town, so that "from Stanley" tells nothing.

    >>> is_town("stanley"), is_town("niamh")
    (True, False)
    """
    return folded in _sorted("towns")


def is_public(folded: str) -> bool:
    """Whether folded words are somebody known from published reviews, laws or methods.

    >>> is_public("lord laming")
    True
    """
    return folded in _public_people()


def organisations_with(folded: str) -> tuple[str, ...]:
    """The folded names of organisations that hold a folded word: of firms, shops and charities.

    >>> organisations_with("spencer")
    ('marks and spencer',)
    """
    return _organisations().get(folded, ())


@cache
def _organisations() -> dict[str, tuple[str, ...]]:
    by_word: dict[str, tuple[str, ...]] = {}
    for row in rows_of("organisations"):
        for word in row.split():
            by_word[word] = (*by_word.get(word, ()), row)
    return by_word


@cache
def _public_people() -> frozenset[str]:
    return frozenset(rows_of("public_people"))


def _all_in(folded: str, name: str) -> bool:
    entries = _sorted(name)
    return folded in entries or ("-" in folded and all(p in entries for p in folded.split("-")))


class _SortedWords:
    """Words of a long sorted list: found by halving, until so many are asked for that a set pays.

    A set of all given names, surnames and words takes longer to make than a brief to check.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._asked = 0
        self._words: frozenset[str] = frozenset()

    def __contains__(self, word: str) -> bool:
        self._asked += 1
        if self._asked < _MANY:
            return self._find(word)
        if not self._words:
            self._words = frozenset(self._text.split("\n"))
        return word in self._words

    def _find(self, word: str) -> bool:
        low, high = 0, len(self._text)
        while low < high:
            middle = (low + high) // 2
            start = self._text.rfind("\n", 0, middle) + 1
            end = self._text.find("\n", middle)
            end = len(self._text) if end < 0 else end
            there = self._text[start:end]
            if there == word:
                return bool(word)
            if there < word:
                low = end + 1
            else:
                high = start
        return False


_MANY = 2_000


@cache
def _sorted(name: str) -> _SortedWords:
    """A list of one word a line, in the order of their letters."""
    return _SortedWords(_read(name))


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a short list in ``data``."""
    return frozenset(word for row in rows_of(name) for word in row.split())


def rows_of(name: str) -> list[str]:
    """The lines of a list in ``data``, without its comments."""
    return [row for row in _read(name).splitlines() if not row.startswith("#")]


def _read(name: str) -> str:
    return (files("goldenthread.checker.disclosure") / "data" / f"{name}.txt").read_text("utf-8")
