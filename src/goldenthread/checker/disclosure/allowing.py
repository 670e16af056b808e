"""What may stand after all: entries of the allow-list, contacts, authors."""

import re
from functools import lru_cache

from goldenthread.checker.disclosure.finding import Finding
from goldenthread.checker.disclosure.kinds import Kind
from goldenthread.checker.disclosure.known_names import known_names_in
from goldenthread.checker.disclosure.lists import AllowList, KnownNames, known_names
from goldenthread.checker.disclosure.spellings import Spellings, spellings
from goldenthread.checker.disclosure.words import fold, letters

_NAMES = frozenset({Kind.KNOWN_NAME, Kind.NAME, Kind.EMAIL, Kind.TEAM})
_DIGITS = re.compile(r"\D")
_FEWEST_DIGITS = 5


def allowing_entry(text: str, finding: Finding, allow: AllowList) -> str | None:
    """The entry of the allow-list that lets a hit stand, or ``None``.

    A person's entry also allows other spellings of the name and the e-mail address made of it.
    """
    words = text[finding.start : finding.end]
    for entry in allow.entries:
        if _is_same(words, entry):
            return entry
    if finding.kind not in _NAMES:
        return None
    for entry in allow.entries:
        if _is_spelling(words, entry):
            return entry
    return None


def _is_same(words: str, entry: str) -> bool:
    if "@" in words or "@" in entry:
        return fold(words) == fold(entry)
    digits = _DIGITS.sub("", entry)
    if len(digits) >= _FEWEST_DIGITS and not letters(entry):
        return _national(_DIGITS.sub("", words)) == _national(digits)
    return (letters(words), _DIGITS.sub("", words)) == (letters(entry), digits)


def _national(digits: str) -> str:
    """A telephone number without +44 or the first 0."""
    return digits.removeprefix("44").removeprefix("0")


def _is_spelling(words: str, entry: str) -> bool:
    """Whether the words are nothing but the entry's name, written in another way."""
    names = _as_name(entry)
    found = next(iter(known_names_in(words.split("@")[0], names, "@" in words)), None)
    return found is not None and letters(words.split("@")[0]) == letters(
        words[found.start : found.end]
    )


@lru_cache(maxsize=4096)
def _as_name(entry: str) -> Spellings:
    has_figure = any(map(str.isdigit, entry))
    return spellings(KnownNames() if has_figure else known_names(entry))
