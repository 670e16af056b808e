"""Blotting names out of free text, as far as the same entry tells them.

An own spreadsheet often has the child's name in a column of its own, and again in the reasons.
The column is not carried, so the reasons must not carry it either. This catches the names that
the entry itself gives; it does not make free text anonymous.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

CHILD = "[child]"
WORKER = "[worker]"

SHORTEST = 3
"""Letters in a part of a name that is blotted by itself: ``Jo`` alone is too common a word."""

INITIALS = 4
"""Up to so many capitals are initials, and not blotted: ``CP`` is also child protection."""


@dataclass(frozen=True, slots=True)
class Blotted:
    """Text without the names, and how often one stood there."""

    text: str
    count: int


def blot(text: str, names: Mapping[str, Iterable[str]]) -> Blotted:
    """``text`` with every name, or capitalised part of one, replaced by its stand-in.

    ``names`` holds the names by stand-in. Full names are found in any capitals, parts only as
    they are written, so that ``will`` stays when a child is called Will.

    >>> blot("Callum was seen; CALLUM PRICE will not say why.", {CHILD: ["Callum Price"]}).text
    '[child] was seen; [child] will not say why.'
    """
    count = 0
    for stand_in, known in names.items():
        for pattern in _patterns(tuple(known)):
            text, found = pattern.subn(stand_in, text)
            count += found
    return Blotted(text, count)


@lru_cache(maxsize=1000)
def _patterns(names: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Patterns for whole names first, then for their parts, longest first."""
    wholes = sorted({" ".join(name.split()) for name in names} - {""}, key=_longest_first)
    parts = sorted({part for whole in wholes for part in _parts(whole)}, key=_longest_first)
    return (
        *(_words(whole, re.IGNORECASE) for whole in wholes if _is_name(whole)),
        *(_words(part, re.NOFLAG) for part in parts if _is_name(part)),
    )


def _is_name(text: str) -> bool:
    return len(text) >= SHORTEST and not (text.isupper() and len(text) <= INITIALS)


def _parts(whole: str) -> list[str]:
    words = [word.strip(".,;()'\"") for word in whole.split()]
    return [word for word in words if word[:1].isupper()]


def _longest_first(text: str) -> tuple[int, str]:
    return (-len(text), text)


def _words(text: str, flags: re.RegexFlag) -> re.Pattern[str]:
    spaced = r"\s+".join(re.escape(word) for word in text.split())
    return re.compile(rf"(?<!\w){spaced}(?!\w)", flags)
