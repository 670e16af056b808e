"""Words that people type, matched exactly to ids, labels and listed spellings. Never a guess."""

import difflib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol


class Named(Protocol):
    """Anything with an id and the words people use for it: levels, plan types, categories…"""

    @property
    def id(self) -> str:
        """What figures and facts hold."""

    @property
    def label(self) -> str:
        """What outputs print."""

    @property
    def also(self) -> tuple[str, ...]:
        """Other spellings."""


_IGNORED = "[\\s.,;:/\\\\_()\\[\\]'\"‘’‚‛“”„`´ʼ′‐‑‒–—−-]"
_LEADING_SIGN = re.compile(r"^\s*[‐‑‒–—−-]\s*(?=\d)")
_BETWEEN_DIGITS = re.compile(rf"(?<=\d){_IGNORED}+(?=\d)")
_ANYWHERE = re.compile(_IGNORED)


@lru_cache(maxsize=8192)
def normalise(text: str) -> str:
    """Text without what people do not mean: capitals, spaces, dots, hyphens, quotation marks.

    A sign before a digit and a mark between digits carry meaning and stay, so that ``-1`` is not
    1 and ``1.0`` is not 10; so do ``+ ? * %``, because *Good?* is not a grade.

    >>> normalise(" R.I. "), normalise("N / A"), normalise("Child’s voice")
    ('ri', 'na', 'childsvoice')
    >>> normalise("-1"), normalise("1.0"), normalise("C&F")
    ('−1', '1|0', 'candf')
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    visible = "".join(mark for mark in folded if unicodedata.category(mark) != "Cf")
    signed = _LEADING_SIGN.sub("\x00", visible.replace("&", "and"))
    kept = _BETWEEN_DIGITS.sub("|", signed)
    return _ANYWHERE.sub("", kept).replace("\x00", "−")


def spellings(candidate: Named) -> tuple[str, ...]:
    """All words that mean the candidate: id, label, short label where it has one, ``also``."""
    short = getattr(candidate, "short", "")
    return (candidate.id, candidate.label, *((short,) if short else ()), *candidate.also)


class Vocabulary:
    """Candidates indexed by their normalised spellings, for matching many cells."""

    def __init__(self, candidates: Iterable[Named]) -> None:
        self._ids: dict[str, set[str]] = {}
        self._labels: dict[str, str] = {}
        for candidate in candidates:
            for spelling in spellings(candidate):
                key = normalise(spelling)
                self._ids.setdefault(key, set()).add(candidate.id)
                self._labels.setdefault(key, candidate.label)

    def match(self, text: str) -> str | None:
        """Id of the one candidate that the text means; ``None`` when unknown or ambiguous."""
        ids = self._ids.get(normalise(text), set())
        return next(iter(ids)) if len(ids) == 1 else None

    @property
    def labels(self) -> tuple[str, ...]:
        """The candidates' labels, each once, in their order."""
        return tuple(dict.fromkeys(self._labels.values()))

    def ambiguous(self) -> dict[str, set[str]]:
        """Normalised spellings that mean more than one candidate, with their ids."""
        return {key: ids for key, ids in self._ids.items() if len(ids) > 1}

    def closest(self, text: str, limit: int = 3) -> tuple[str, ...]:
        """Labels of the nearest candidates, to suggest in an error message and for nothing else."""
        near = difflib.get_close_matches(normalise(text), self._labels, n=3 * limit, cutoff=0.6)
        return tuple(dict.fromkeys(self._labels[key] for key in near))[:limit]


def match(text: str, candidates: Iterable[Named]) -> str | None:
    """Id of the one candidate that ``text`` means, or ``None``.

    >>> from goldenthread.definitions import library
    >>> match("Req. Imp.", library.scale("ofsted_4").levels)
    'requires_improvement'
    >>> match("quite good", library.scale("ofsted_4").levels) is None
    True
    """
    return Vocabulary(candidates).match(text)


def closest(text: str, candidates: Iterable[Named], limit: int = 3) -> tuple[str, ...]:
    """Labels that an error message may suggest for ``text``, nearest first.

    >>> from goldenthread.definitions import library
    >>> closest("outstandng", library.scale("ofsted_4").levels)
    ('Outstanding',)
    """
    return Vocabulary(candidates).closest(text, limit)
