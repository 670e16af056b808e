"""Runs of words with capitals: what a name looks like before anybody asks whether it is one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from goldenthread.checker.disclosure.name_lists import (
    is_given_name,
    is_place,
    is_surname,
    is_word,
    listed,
)
from goldenthread.checker.disclosure.words import Word, fold, words_of_names
from goldenthread.checker.patterns import Late

_POSSESSIVE = Late(r"['’ʼ‘`][sS]?$")
_JOINT = Late(r" |\.? |-| - ")
_ACRONYM = Late(r"[A-Z]{2,4}|[A-Z]{2,5}s")
"""Such as IRO and IROs; a surname in capitals, as in Iman KHAN, may follow a given name."""


_GIVEN_SHAPE = Late(
    r"[a-z]{2,9}(?:jit|jeet|preet|deep|inder|winder|want|ullah|uddin|slaw|mira|eusz|ieta)"
    r"|(?:oluwa|olu|chukwu|abdul|abdel|ife|temi|ayo|tana|taku)[a-z]{3,9}"
)
_SURNAME_SHAPE = Late(
    r"[a-z]{3,12}(?:ski|ska|wicz|czyk|enko|chuk|escu|eanu|ovic|evic|opoulos|akis|nathan|singham"
    r"|lingam"
    r"|rajah|ratnam|singhe|ratne|sekara|wardena|mariam|selassie|michael|zai|ullah|uddin|auskas"
    r"|aite|iene"
    r"|shvili|oglu|sson|jee|walla)"
    r"|(?:mac|mc|fitz|oluwa|ogun|ade|nwa|chukwu|abdul|al-|el-)[a-z]{4,12}"
)
"""Endings and beginnings that only names have: for words that no list knows."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words with capitals that follow each other."""

    words: tuple[Word, ...]

    @property
    def start(self) -> int:
        """Where the first word begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where the last word ends, without a possessive."""
        return self.words[-1].end


def runs(text: str) -> Iterator[Run]:
    """Runs that may be names: words that are never names part them.

    >>> [text[run.start:run.end] for text in ["Contact Iman Haverstock on Monday"]
    ...  for run in runs(text)]
    ['Iman Haverstock']
    """
    found: list[Word] = []
    held: list[Word] = []
    all_words = [_plain(word) for word in words_of_names(text, listed("particles"))]
    for place, word in enumerate(all_words):
        joined = not found or _JOINT.fullmatch(text[(held or found)[-1].end : word.start])
        if found and joined and word.text in listed("particles"):
            held.append(word)
            continue
        if found and not (joined and _may_be_part(word, held or found, text)):
            yield Run(tuple(found))
            found = []
        elif found:
            found += [*held, word]
        held = []
        if not found and _may_begin(word, all_words[place + 1 : place + 2], text):
            found = [word]
    if found:
        yield Run(tuple(found))


def _plain(word: Word) -> Word:
    """The word without a possessive ending."""
    ending = _POSSESSIVE.search(word.text)
    if ending is None or ending.start() == 0:
        return word
    kept = word.text[: ending.start()]
    return Word(kept, fold(re.sub("['’ʼ‘`]", "", kept)), word.start, word.start + len(kept))


def _may_begin(word: Word, after: list[Word], text: str) -> bool:
    """An initial may, A and I only with a full stop; otherwise what may be part of a name, but no"
    " acronym."""
    if not word.text[0].isupper():
        return False
    if _ACRONYM.fullmatch(word.text):
        surname_follows = any(w.text.isupper() and is_like_a_surname(w) for w in after)
        return surname_follows and is_plain_given(word.folded)
    if len(word.text) == 1:
        return word.text not in "AI" or text.startswith(".", word.end)
    return _may_be_name(word)


def is_like_a_surname(word: Word) -> bool:
    """A plain surname, or a long word that no list has."""
    return is_plain_surname(word.folded) or (len(word.text) > 4 and is_strange(word.folded))


def _may_be_part(word: Word, before: list[Word], text: str) -> bool:
    if not word.text[0].isupper():
        return False
    gap = text[before[-1].end : word.start]
    if gap.startswith(".") and len(before[-1].text) > 1:
        return False
    if _ACRONYM.fullmatch(word.text):
        return is_plain_surname(word.folded)
    return _may_be_name(word)


def _may_be_name(word: Word) -> bool:
    """Whether a word with a capital may be part of a name: not if it is an ordinary word."""
    folded = word.folded
    if folded in listed("function_words"):
        return False
    if is_given_name(folded) or is_surname(folded):
        return True
    return not is_word(folded) and folded not in listed("no_names")


def is_plain_given(folded: str) -> bool:
    """A given name that is no ordinary word, place, month or the like."""
    if len(folded) > 2 and is_given_name(folded):
        return not _means_something_else(folded)
    return _GIVEN_SHAPE.fullmatch(folded) is not None and is_strange(folded)


def is_plain_surname(folded: str) -> bool:
    """A surname that is no ordinary word, place, month or the like."""
    if len(folded) > 2 and is_surname(folded):
        return not _means_something_else(folded)
    return _SURNAME_SHAPE.fullmatch(folded) is not None and is_strange(folded)


def is_listed(folded: str) -> bool:
    """Whether any list of names has the word."""
    return is_given_name(folded) or is_surname(folded)


@lru_cache(maxsize=65536)
def is_strange(folded: str) -> bool:
    """Whether no list has the word, nor what it is a form of: it may be a name they lack."""
    if len(folded) < 3 or is_listed(folded) or is_place(folded) or folded in listed("no_names"):
        return False
    return not any(all(is_word(p) for p in stem.split("-")) for stem in _stems(folded))


def _stems(folded: str) -> Iterator[str]:
    yield folded
    for ending, instead in _ENDINGS:
        if folded.endswith(ending) and len(folded) > len(ending) + 2:
            yield folded.removesuffix(ending) + instead


_ENDINGS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("d", ""), ("ing", ""), ("ing", "e"),
    ("ly", ""), ("ness", ""), ("iness", "y"), ("less", ""), ("er", ""), ("ers", ""),
    ("ise", "ize"), ("ised", "ized"), ("ising", "izing"), ("isation", "ization"),
)  # fmt: skip


@lru_cache(maxsize=65536)
def _means_something_else(folded: str) -> bool:
    return is_word(folded) or is_place(folded) or folded in listed("no_names")
