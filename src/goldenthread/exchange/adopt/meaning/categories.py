"""Which category a heading speaks of: by its label, by a known spelling, or by its words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.matching import normalise
from goldenthread.exchange.adopt.meaning.headings import unnumbered, words
from goldenthread.exchange.workbook.columns import Column, Kind
from goldenthread.exchange.workbook.sheets import readings_for

LONGEST_HEADING = 400
"""Characters; text beyond this is an answer, not a question."""

GRADE_WORDS = frozenset(words("grade graded grading judgement judgment rating score mark"))
"""Words of a heading that only say that it is about a grade."""

_ABOUT_THE_WHOLE = GRADE_WORDS | frozenset(
    words("audit practice quality work child children this what is your please give record file "
          "you would be auditor moderated moderator moderation final")
)  # fmt: skip
_OVERALL = "overall"
_BRACKETS = re.compile(r"\([^)]*\)")


class Sureness(StrEnum):
    """Why a column is thought to mean something, surest first."""

    EXACT = "exact heading"
    KNOWN = "known other heading"
    FORMS = "Forms' own column"
    WORDS = "the question has the category's words in it"
    PLACE = "by its place"

    @property
    def rank(self) -> int:
        """0 for the surest."""
        return list(Sureness).index(self)


@dataclass(frozen=True, slots=True)
class CategoryMatch:
    """A heading's category by its label, or the labels between which it cannot be decided."""

    label: str = ""
    sureness: Sureness = Sureness.WORDS
    rivals: tuple[str, ...] = ()


NO_MATCH = CategoryMatch()


class Categories:
    """The categories of a framework and ``Overall``, ready to be found in headings."""

    def __init__(self, framework: Framework) -> None:
        columns = [c for c in readings_for(framework).columns if c.kind is Kind.GRADE]
        self.labels: tuple[str, ...] = tuple(column.heading for column in columns)
        self._exact = {normalise(column.heading): column.heading for column in columns}
        self._known = _known(columns)
        self._phrases = {
            c.heading: _phrases(c) for c in columns if normalise(c.heading) != _OVERALL
        }
        self._overall = next((c.heading for c in columns if c.category == _OVERALL), "")
        self._seen: dict[str, CategoryMatch] = {}

    def match(self, heading: str) -> CategoryMatch:
        """The category that a heading speaks of; ``NO_MATCH`` for none."""
        if heading not in self._seen:
            self._seen[heading] = self._match(heading)
        return self._seen[heading]

    def _match(self, heading: str) -> CategoryMatch:
        if len(heading) > LONGEST_HEADING:
            return NO_MATCH
        text = unnumbered(heading)
        for known, sureness in ((self._exact, Sureness.EXACT), (self._known, Sureness.KNOWN)):
            if label := known.get(normalise(text)):
                return CategoryMatch(label, sureness)
        return self._by_words(words(text))

    def _by_words(self, asked: tuple[str, ...]) -> CategoryMatch:
        found = {
            label: best
            for label, phrases in self._phrases.items()
            if (best := max((p for p in phrases if p <= set(asked)), key=len, default=None))
        }
        if found:
            return _decided(found, only=frozenset(asked) - GRADE_WORDS)
        if self._overall and set(asked) - _ABOUT_THE_WHOLE == {_OVERALL}:
            return CategoryMatch(self._overall, Sureness.KNOWN)
        return NO_MATCH


def _known(columns: list[Column]) -> Mapping[str, str]:
    """Other spellings that mean one category only."""
    meant: dict[str, set[str]] = {}
    for column in columns:
        for spelling in column.also:
            meant.setdefault(normalise(spelling), set()).add(column.heading)
    return {key: next(iter(labels)) for key, labels in meant.items() if len(labels) == 1}


def _phrases(column: Column) -> frozenset[frozenset[str]]:
    """The words of each spelling, with and without what stands in brackets."""
    texts = (column.heading, _BRACKETS.sub("", column.heading), *column.also)
    return frozenset(frozenset(words(text)) for text in texts) - {frozenset()}


def _decided(found: Mapping[str, frozenset[str]], only: frozenset[str]) -> CategoryMatch:
    """The category with most words in the heading, if no other has words of its own there."""
    label = max(found, key=lambda name: len(found[name]))
    rivals = [name for name, phrase in found.items() if name != label and phrase - found[label]]
    equals = [name for name in found if name != label and found[name] == found[label]]
    if rivals or equals:
        return CategoryMatch(rivals=tuple(dict.fromkeys((label, *rivals, *equals))))
    return CategoryMatch(label, Sureness.KNOWN if found[label] == only else Sureness.WORDS)
