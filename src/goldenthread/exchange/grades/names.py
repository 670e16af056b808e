"""Codes and labels in a column: sorted, with one spelling for what differs in capitals only."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goldenthread.definitions.problems import shown
from goldenthread.exchange.grades.long_rows import Codes, Column, recoded

_SAID = 3


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """Sorted texts, and for each row the place of its text in them (or ``BLANK``)."""

    texts: tuple[str, ...]
    code: Codes

    def only(self, keep: NDArray[np.bool_]) -> "Names":
        """The names of the rows for which ``keep`` is true."""
        return Names(self.texts, self.code[keep])


def sorted_names(column: Column) -> tuple[Names, tuple[str, ...]]:
    """The names in a column, and a warning where several spellings were read as one.

    The commonest spelling stands for all; among equals the first in alphabetical order.

    >>> from goldenthread.exchange.grades.long_rows import coded
    >>> names, warnings = sorted_names(coded("auditor", ["AU2", "au2", "AU1", "AU2"]))
    >>> names.texts, names.code.tolist(), warnings
    (('AU1', 'AU2'), [1, 1, 0, 1], ('Column auditor: “AU2” and “au2” were read as one.',))
    """
    folded = "\n".join(column.texts).casefold().split("\n") if column.texts else []
    if len(set(folded)) == len(folded):
        spelled, varying = dict(zip(folded, column.texts, strict=True)), False
    else:
        spelled, varying = _commonest(column), True
    texts = sorted(spelled.values())
    place = {text: number for number, text in enumerate(texts)}
    lookup = [place[spelled[key]] for key in folded]
    return Names(tuple(texts), recoded(column.code, lookup)), (_said(column),) if varying else ()


def _commonest(column: Column) -> dict[str, str]:
    """Folded text to its commonest spelling."""
    counts = np.bincount(column.code[column.code >= 0], minlength=len(column.texts)).tolist()
    by_count = sorted(zip(column.texts, counts, strict=True), key=lambda one: (-one[1], one[0]))
    spelled: dict[str, str] = {}
    for text, _ in by_count:
        spelled.setdefault(text.casefold(), text)
    return spelled


def _said(column: Column) -> str:
    groups: dict[str, list[str]] = {}
    for text in sorted(column.texts):
        groups.setdefault(text.casefold(), []).append(text)
    varying = [found for found in groups.values() if len(found) > 1]
    some = "; ".join(_pairs(varying[:_SAID]))
    more = len(varying) - _SAID
    also = f"; and {more:,} more such groups" if more > 0 else ""
    return f"Column {column.heading}: {some} were read as one{also}."


def _pairs(groups: list[list[str]]) -> Iterator[str]:
    for group in groups:
        yield " and ".join(f"“{shown(text)}”" for text in group)
