"""Where a text names a team, or holds the reference of an audit, a child or an auditor."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

_NAME = re.compile(r"[A-Z][a-z]{2,}")
"""A reference of letters only is looked for when it is written as a name is."""


def teams_in(text: str, teams: Iterable[str]) -> list[str]:
    """The teams that a text names, in the order given.

    A name of one word counts as it is written, with its capital, because teams have names such as
    *Hope*; beside the word *team*, and in longer names, capitals do not matter.

    >>> teams_in("Alder and Beech lose hope.", ["Alder", "Beech", "Hope"])
    ['Alder', 'Beech']
    """
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    return [team for team in teams if _names(plain, " ".join(team.split()))]


def _names(text: str, team: str) -> bool:
    short = re.sub(r"^team\s+|\s+team$", "", team, flags=re.IGNORECASE)
    if any(_holds(text, phrase, re.IGNORECASE) for phrase in (f"{short} team", f"team {short}")):
        return True
    if not any(mark.isalpha() for mark in team):
        return False
    if " " in team:
        return _holds(text, team, re.IGNORECASE)
    return _holds(text, team) or _holds(text, team.upper())


def _holds(text: str, phrase: str, flags: int = 0) -> bool:
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text, flags) is not None


@dataclass(frozen=True, slots=True)
class _Sought:
    """References sorted by how they are looked for."""

    keys: frozenset[str]
    names: tuple[str, ...]
    short_numbers: frozenset[str]
    """Such as 12: a number like any other, unless a word before it says that it is one."""


def identifiers_in(text: str, identifiers: frozenset[str]) -> list[str]:
    """The references that a text holds, as it writes them, sorted.

    References with a figure are found whatever their capitals and the marks inside them, also
    side by side (``A201-A205``); names only as names, short numbers only as numbers of something.

    >>> identifiers_in("See a-201/A202, and Kayleigh.", frozenset({"A201", "A202", "Kayleigh"}))
    ['A202', 'Kayleigh', 'a-201']
    >>> identifiers_in("Audit 12: reply within 10 days.", frozenset({"10", "12"}))
    ['12']
    """
    sought = _sought(identifiers)
    plain = unicodedata.normalize("NFKC", text)
    written = dict(_written(plain)) if _FIGURE.search(plain) else {}
    found = {written[key] for key in sought.keys & written.keys()}
    found.update(name for name in sought.names if _holds(plain, name))
    numbered = {match[1] for match in _NUMBERED.finditer(plain)}
    return sorted(found | (numbered & sought.short_numbers))


@lru_cache(maxsize=2)
def _sought(identifiers: frozenset[str]) -> _Sought:
    short = frozenset(i for i in identifiers if i.isdigit() and len(i) < _LONG_NUMBER)
    with_figure = frozenset(i for i in identifiers - short if any(m.isdigit() for m in i))
    return _Sought(
        keys=frozenset(_key(identifier) for identifier in with_figure),
        names=tuple(sorted(i for i in identifiers - short - with_figure if _is_name(i))),
        short_numbers=short,
    )


_LONG_NUMBER = 5
_NUMBERED = re.compile(
    r"\b(?:audit|child|record|auditor|ref|reference|number|no)s?\.?:?\s+#?(\d+)\b", re.IGNORECASE
)


def _written(text: str) -> Iterator[tuple[str, str]]:
    """Every stretch of words with a figure that may be a reference: key, and how it is written."""
    pieces = [match.span() for match in _WORD.finditer(text)]
    for number, (start, end) in enumerate(pieces):
        for first, last in ((start, end), *pieces[number + 1 : number + _MOST_PIECES]):
            if first != start and text[end:first] not in _JOINTS:
                break
            end = last
            if _FIGURE.search(text, start, end):
                yield _key(text[start:end]), text[start:end]


_WORD, _FIGURE = re.compile(r"[^\W_]+"), re.compile(r"\d")
_JOINTS = ("-", "/", ".", "_", " ")
"""What may stand between the pieces of one reference."""

_MOST_PIECES = 4


def _key(text: str) -> str:
    """Capitals and marks inside a reference do not matter; spaces do: "a 5" is not A5."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[^\w ]|_", "", " ".join(folded.split()))


def _is_name(identifier: str) -> bool:
    return " " in identifier.strip() or _NAME.fullmatch(identifier) is not None
