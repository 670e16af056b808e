"""Names of people, compared as a careful reader would; a like name is only ever proposed.

Marks over letters, apostrophes, hyphens, titles and the order of surname and forename do not make
another name. Nicknames and other spellings in another alphabet's letters are not guessed.
"""

import unicodedata
from enum import IntEnum
from itertools import permutations

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)
_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘ʼʻ`´′＇", ""))
_TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "rev", "sir", "dame", "cllr"}
)
_JOINED = frozenset({"o", "mc", "mac"})
"""First parts of a surname that are written with a space, with an apostrophe or joined."""
_LONG_ENOUGH = 4
"""Letters of a word from which one letter may be a slip."""
_MOST_ORDERS = 5
"""Words of a name up to which all their orders are tried."""


class Likeness(IntEnum):
    """How like two names are."""

    DIFFERENT = 0
    LIKE = 1
    SAME = 2


def words(name: str) -> tuple[str, ...]:
    """The words of a name, forename first, in plain small letters.

    >>> words("O’Neill, Siân"), words("Mrs Siân O'Neill")
    (('sian', 'oneill'), ('sian', 'oneill'))
    """
    before, comma, after = name.partition(",")
    parts = [*_plain(after), *_plain(before)] if comma else _plain(name)
    if len(parts) > 1:
        parts = [part for part in parts if part not in _TITLES] or parts
    joined: list[str] = []
    for part in parts:
        if joined and joined[-1] in _JOINED:
            joined[-1] += part
        else:
            joined.append(part)
    return tuple(joined)


def _plain(text: str) -> list[str]:
    small = text.casefold().translate(_APOSTROPHES)
    apart = unicodedata.normalize("NFKD", small)
    letters = "".join(each for each in apart if not unicodedata.combining(each))
    return "".join(c if c.isalnum() else " " for c in letters.translate(_LETTERS)).split()


def likeness(one: tuple[str, ...], other: tuple[str, ...]) -> Likeness:
    """How like two names are, given as :func:`words`.

    The same words in the same order are the same name. Like are: the same words in another order,
    a name that lacks the other's middle names, an initial for a forename, one slip of a letter.

    >>> likeness(words("Siân O'Neill"), words("O'Neil, Sian")).name
    'LIKE'
    """
    if one == other:
        return Likeness.SAME
    return Likeness.LIKE if _is_like(one, other) else Likeness.DIFFERENT


def _is_like(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, long = sorted((one, other), key=len)
    if _same_letters_joined(short, long):
        return True
    shared = set(short) & set(long)
    if len(short) < 2 or not shared:
        return False
    left = [word for word in short if word not in shared]
    rest = [word for word in long if word not in shared]
    return len(left) <= 1 and all(any(_stands_for(a, b) for b in rest) for a in left)


def _same_letters_joined(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """The same words in another order, or two of them written as one."""
    joined = "".join(short)
    letters = sum(map(len, long))  # asked first: it is quick, and mostly says no
    if len(long) > _MOST_ORDERS or len(joined) != letters:
        return False
    return joined in map("".join, permutations(long))


def _stands_for(one: str, other: str) -> bool:
    """An initial for its word, or a word with one letter more, less, other or swapped."""
    if 1 in (len(one), len(other)):
        return one[0] == other[0]
    if min(len(one), len(other)) < _LONG_ENOUGH or abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return short[at + 1 :] == long[at + 1 :] or swapped


def surname_of(name: str) -> str:
    """The word that lists sort by where nobody has said: the last, or what stands before a comma.

    >>> surname_of("Siân O'Neill"), surname_of("O'Neill, Siân")
    ("O'Neill", "O'Neill")
    """
    before, comma, _ = name.partition(",")
    return before.strip() if comma else " ".join(name.split()[-1:])


def sort_name(name: str, surname: str = "") -> str:
    """What lists are sorted and searched by, alike on every database.

    >>> sort_name("Łukasz Wójcik")
    'wojcik, lukasz wojcik'
    """
    return f"{' '.join(words(surname or surname_of(name)))}, {' '.join(words(name))}"
