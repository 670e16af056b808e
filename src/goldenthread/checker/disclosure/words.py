"""Words of a text, folded so that capitals, accents and marks do not hide a name."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_INVISIBLE = dict.fromkeys(
    [
        *map(ord, "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u2800\u3164\ufeff\uffa0"),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        *range(0xFE00, 0xFE10),
        *range(0xE0000, 0xE01F0),
    ]
)
"""Soft hyphens, fillers, zero-width marks, marks of direction, variation selectors and tags, all of
them default ignorable in Unicode: they would part a name unseen."""

_LOOKALIKES = str.maketrans(
    "АВЕКМНОРСТУХІЈЅаеокмрстухіјѕһԁԛԝӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧαονɑɡ",
    "ABEKMHOPCTYXIJSaeokmpctyxijshdqwlABEZHIKMNOPTYXaovag",
)
"""Cyrillic and Greek letters that are drawn like Latin ones (Unicode Technical Standard 39)."""

_LETTERS_WITHOUT_MARKS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th"}
)
"""Letters that Unicode does not take apart into a plain letter and a mark."""


def tidy(text: str) -> str:
    """The text with plain letters, single spaces and nothing invisible.

    >>> tidy("Iman\\u00a0 Haver\\u00adstock")
    'Iman Haverstock'
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.translate(_INVISIBLE))
    return " ".join(text.split())


def lowered(text: str) -> str:
    """The text in small letters, each in its place: patterns without capitals are quicker.

    >>> lowered("ONE of İpek's")
    "one of İpek's"
    """
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Small letters without accents, in Latin letters if they look like those.

    >>> fold("Zoë"), fold("GROẞMAN"), fold("Łukasz")
    ('zoe', 'grossman', 'lukasz')
    """
    small = text.casefold()
    if small.isascii():
        return small
    small = text.translate(_LOOKALIKES).casefold()
    apart = unicodedata.normalize("NFKD", small.translate(_LETTERS_WITHOUT_MARKS))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def letters(text: str) -> str:
    """All letters of a text, folded, without what stands between them.

    >>> letters("O’Brien-Smith")
    'obriensmith'
    """
    return "".join(fold(piece.group()) for piece in _PIECE.finditer(text))


class Word(NamedTuple):
    """A word as written, with its folded letters and its stretch of the text."""

    text: str
    folded: str
    start: int
    end: int


_PIECE = re.compile(r"[^\W\d_]+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where one word is glued to the next: ImanHaverstock."""

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ‘`-][^\W\d_]+)*")
"""A whole word: with what hyphens and apostrophes join."""


def pieces(text: str) -> Iterator[Word]:
    """The smallest parts of which names are put together: O'Brien-Smith is O, Brien and Smith."""
    for found in _PIECE.finditer(text):
        yield from _between_humps(found)


def pieces_beginning(text: str, heads: frozenset[str], length: int) -> Iterator[Word]:
    """Those pieces whose first letters, as many as ``length``, are among ``heads``."""
    for found in _PIECE.finditer(text):
        piece = found.group()
        head = piece[:length]
        if piece[1:].islower() and head.isascii():
            if head.lower() in heads:
                yield Word(piece, fold(piece), *found.span())
            continue
        yield from (word for word in _between_humps(found) if word.folded[:length] in heads)


def _between_humps(found: re.Match[str]) -> Iterator[Word]:
    piece, start = found.group(), found.start()
    if len(piece) == 1 or piece[1:].islower() or piece.isupper():
        yield Word(piece, fold(piece), start, found.end())
        return
    for part in _HUMP.split(piece):
        yield Word(part, fold(part), start, start + len(part))
        start += len(part)


def words(text: str) -> list[Word]:
    """The words of a text: O'Brien-Smith is one, and folds to obrien-smith."""
    return [
        Word(found.group(), _folded_word(found.group()), found.start(), found.end())
        for found in _WORD.finditer(text)
    ]


def words_of_names(text: str, small: frozenset[str]) -> list[Word]:
    """The words with a capital, and those of ``small`` that stand inside names."""
    return [
        Word(word, _folded_word(word), found.start(), found.end())
        for found in _WORD.finditer(text)
        if (word := found.group())[0].isupper() or word in small
    ]


@lru_cache(maxsize=65536)
def _folded_word(text: str) -> str:
    return "-".join(fold(re.sub("['’ʼ‘`]", "", part)) for part in text.split("-"))
