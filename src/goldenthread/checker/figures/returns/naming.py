"""What the words around a printed share name: category, grade, part of the service, time."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from goldenthread.checker.figures.model import Share
from goldenthread.checker.figures.returns.category_words import (
    OVERALL,
    CategoryVocabulary,
    CategoryWord,
)
from goldenthread.checker.figures.sets.grade_words import Label, labels_in
from goldenthread.checker.figures.words.shares import shares_in
from goldenthread.checker.results import Statement
from goldenthread.checker.sentences import Sentence, sentences
from goldenthread.checker.source import Part, Passage
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.scales import Scale

_AROUND = 24
"""How far around a share the words stand that say what it is, and how exactly it is meant."""

GOOD_OR_BETTER, NOT_YET_GOOD = "good_or_better", "not_yet_good"


@dataclass(frozen=True, slots=True)
class Context:
    """The words around a share: its clause, and the sentence before where there is one.

    ``place`` is the number of the share among the ``shares`` of the clause, from nought.
    """

    text: str
    before: str
    place: int
    shares: int


class Placed(StrEnum):
    """Where the words for a category stand, and so how surely a share is about it."""

    SUBJECT = "subject"
    """Before the grade, or tied to it: "risk was inadequate", "inadequate for risk"."""
    LOOSE = "loose"
    """Somewhere in the clause, or in everyday words: "inadequate, since plans were late"."""
    BEFORE = "before"
    """Only in the sentence before."""


@dataclass(frozen=True, slots=True)
class Categories:
    """Ids of the categories that are named, each once."""

    ids: tuple[str, ...]
    placed: Placed


class Vocabulary:
    """The words of one framework and one scale."""

    def __init__(self, framework: Framework, scale: Scale) -> None:
        self.framework = framework
        self.scale = scale
        self._categories = CategoryVocabulary(framework)

    def levels(self, context: Context) -> list[str]:
        """Last words of the keys of the grades named: of the share's own, where that is clear."""
        found = [
            (label, self._level(label.levels, context.text[: label.start]))
            for label in labels_in(context.text)
            if label.parting.id == self.scale.id
        ]
        named = [level for _, level in found]
        if None in named:
            return []
        if len(named) == context.shares:
            named = [named[context.place]]
        return list(dict.fromkeys(level for level in named if level is not None))

    def _level(self, levels: frozenset[str], before: str) -> str | None:
        good = {level.id for level in self.scale.levels if self.scale.is_good(level.id)}
        below = {level.id for level in self.scale.levels} - good
        if _NOT.search(before):
            return NOT_YET_GOOD if levels in ({self.scale.good_from}, good) else None
        if len(levels) == 1:
            return next(iter(levels))
        return {frozenset(good): GOOD_OR_BETTER, frozenset(below): NOT_YET_GOOD}.get(levels)

    def categories(self, context: Context) -> Categories:
        """The categories named in the clause, or else in the sentence before it."""
        named = self._categories.named_in(context.text)
        if not named:
            before = self._categories.named_in(context.before)
            return Categories(_once(before), Placed.BEFORE)
        grades = labels_in(context.text)
        placed = any(_is_subject(word, grades, context.text) for word in named)
        return Categories(_once(named), Placed.SUBJECT if placed else Placed.LOOSE)

    def words(self, category: str, level: str) -> str:
        """For example "identification of and response to risk graded inadequate"."""
        if category == OVERALL:
            of = "the overall grade"
        else:
            label = self.framework.category(category).label
            of = label if label[:2].isupper() else label[:1].lower() + label[1:]
        named = {GOOD_OR_BETTER: "good or better", NOT_YET_GOOD: "not yet good"}
        grade = named.get(level) or self.scale.level(level).label.lower()
        return f"{of} graded {grade}"


def _once(words: Sequence[CategoryWord]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.id for word in words))


def _is_subject(word: CategoryWord, grades: Sequence[Label], text: str) -> bool:
    """Whether the grades are said of this category, and not only beside it."""
    if word.is_everyday or not grades:
        return False
    if word.start < grades[0].start:
        return True
    ends = [grade.end for grade in grades if grade.end <= word.start]
    return bool(ends) and _TIED.fullmatch(text, ends[-1], word.start) is not None


_TIED = re.compile(
    r"[’'”\"]?,?\s(?:(?:for|in|on|at|regarding)|in\s(?:relation\sto|terms\sof|respect\sof))\s"
    r"(?:the\s|their\s)?[‘'“\"]?(?:quality\sof\s)?",
    re.IGNORECASE,
)
"""What ties a grade to the category that follows it."""

_NOT = re.compile(
    r"\b(?:not|below|less\sthan)\s(?:yet\s|graded\s|judged\s)?[‘“\"']?$",
    re.IGNORECASE,
)
ANOTHER_TIME = re.compile(
    r"\b(?:last|previous|previously|earlier|compared|ago|before|then)\b|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
NARROWED = re.compile(
    r"\bteams?\b|\bchild(?:ren)?\s(?:in\s(?:care|need)|protection)\b|\blooked\safter\b"
    r"|\bcare\sleavers?\b|\bshort\sbreaks\b|\b(?:boys?|girls?|bab(?:y|ies)|teenagers?)\b"
    r"|\baged?\b|\bunder\s\w+s\b|\b(?:second|re-?)\s?(?:reader|audit)",
    re.IGNORECASE,
)
"""Words that narrow the share to some of the children, where the figure is of all."""


def contexts_of(statements: Sequence[Statement], parts: Sequence[Part]) -> tuple[Context, ...]:
    """The words around each statement: the clause of its sentence, or the headers of its cell."""
    starts: dict[int, list[int]] = {}
    for statement in statements:
        starts.setdefault(statement.part, []).append(statement.start)
    clauses: dict[tuple[int, int], Context] = {}
    for number, inside in starts.items():
        part = parts[number]
        if isinstance(part, Passage):
            for start, context in _in_clauses(part.text, sorted(set(inside))):
                clauses[number, start] = context
    return tuple(
        clauses.get((statement.part, statement.start)) or _of_cell(statement, parts[statement.part])
        for statement in statements
    )


def _of_cell(statement: Statement, part: Part) -> Context:
    if isinstance(part, Passage):
        return Context("", "", 0, 1)
    headers = statement.where.removeprefix(part.where)
    return Context(f"{headers} {part.caption}", "", 0, 1)


def _in_clauses(text: str, starts: Sequence[int]) -> Iterator[tuple[int, Context]]:
    """Each of the shares that start at ``starts``, in order, with the clause around it."""
    before, waiting = "", deque(starts)
    for sentence in sentences(text):
        for start, end in _clauses(sentence):
            inside: list[int] = []
            while waiting and waiting[0] < end:
                inside.append(waiting.popleft())
            for place, at in enumerate(inside):
                yield at, Context(text[start:end], before, place, len(inside))
        before = sentence.text


def _clauses(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where the clauses of a sentence start and end: semicolons part them."""
    start = sentence.start
    for clause in sentence.text.split(";"):
        yield start, start + len(clause)
        start += len(clause) + 1


def printed_share(statement: Statement, part: Part) -> Share | None:
    """The share as printed, read again with how exactly it is meant."""
    if isinstance(part, Passage):
        begin = max(0, statement.start - _AROUND)
        end = statement.start + len(statement.text)
        for printed in shares_in(part.text[begin : end + _AROUND]):
            inside = statement.start <= begin + printed.start < end
            if inside and printed.share.printed == statement.percent:
                return printed.share
    if not re.fullmatch(r"\d{1,3}(?:\.\d{1,9})?", statement.percent):
        return None
    places = len(statement.percent.partition(".")[2])
    return Share(statement.percent, Fraction(statement.percent) / 100, places)
