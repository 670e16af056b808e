"""Which figure of the returns a printed share is about, by the words around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.analysis.figure import Figure, FigureSet, Slice
from goldenthread.checker.figures.category_words import OVERALL, categories_in
from goldenthread.checker.figures.grade_words import labels_in
from goldenthread.checker.results import Statement
from goldenthread.checker.sentences import sentences
from goldenthread.checker.source import Grid, Part
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.scales import Scale

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


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure that a share may be about, with what it is of in words."""

    figure: Figure
    words: str


@dataclass(frozen=True, slots=True)
class Match:
    """The figures that a share may be about; certain where exactly one is named."""

    candidates: tuple[Candidate, ...]
    certain: bool


@dataclass(frozen=True, slots=True)
class Returns:
    """What the returns gave, with the framework and the scale they were graded by."""

    figures: FigureSet
    framework: Framework
    scale: Scale

    def match(self, context: Context) -> Match | None:
        """The figures that the words around a share name; ``None`` where they name none."""
        if _RETURN_RATE.search(context.text) and not labels_in(context.text):
            return self._return_rate()
        levels = self._levels(context)
        categories, in_clause = self._categories(context)
        if not levels or not categories:
            return None
        team, whole = self._slice(context.text)
        found = [
            Candidate(figure, self._words(category, level))
            for category in categories
            for level in levels
            for figure in self._figures(f"{category}.{level}", team, context.text)
        ]
        named_once = len(categories) == 1 and len(levels) == 1 and len(found) == 1
        return Match(tuple(found), named_once and in_clause and whole) if found else None

    def _return_rate(self) -> Match | None:
        found = tuple(
            Candidate(figure, words)
            for key, words in _RETURN_RATES.items()
            if (figure := self.figures.get(key)) is not None
        )
        return Match(found, certain=True) if found else None

    def _figures(self, key: str, of: Slice, text: str) -> list[Figure]:
        """This cycle's figure, and the earlier one's where the words speak of another time."""
        earlier = _ANOTHER_TIME.search(text) is not None
        found = (self.figures.get(key, of), self.figures.get_previous(key, of) if earlier else None)
        return [figure for figure in found if figure is not None]

    def _levels(self, context: Context) -> list[str]:
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

    def _categories(self, context: Context) -> tuple[list[str], bool]:
        """Ids of the categories named in the clause, or else in the sentence before it."""
        named = [word.id for word in categories_in(context.text, self.framework)]
        if len(named) == context.shares:
            named = [named[context.place]]
        if named:
            return list(dict.fromkeys(named)), True
        before = [word.id for word in categories_in(context.before, self.framework)]
        return list(dict.fromkeys(before)), False

    def _slice(self, text: str) -> tuple[Slice, bool]:
        """The team that is named, and whether nothing else narrows what the share is of."""
        teams = {v for _, of in self.figures.figures for column, v in of if column == "team"}
        named = [team for team in teams if re.search(rf"\b{re.escape(team)}\b", text)]
        narrowed = _NARROWED.search(text) is not None or _ANOTHER_TIME.search(text) is not None
        if len(named) == 1:
            return (("team", named[0]),), not _ANOTHER_TIME.search(text)
        return (), not narrowed

    def _words(self, category: str, level: str) -> str:
        if category == OVERALL:
            of = "the overall grade"
        else:
            label = self.framework.category(category).label
            of = label if label[:2].isupper() else label[:1].lower() + label[1:]
        named = {GOOD_OR_BETTER: "good or better", NOT_YET_GOOD: "not yet good"}
        grade = named.get(level) or self.scale.level(level).label.lower()
        return f"{of} graded {grade}"


_RETURN_RATES = {
    "returns.at_cut_off": "the return rate at the cut-off",
    "returns.of_allocated": "the return rate of all that were allocated",
}
"""Keys of the figures that a return rate may be, with their words."""

_RETURN_RATE = re.compile(
    r"\breturn\srate\b|\breturn\s(?:of|was|is)\b|\baudits?\b[^.;]{0,60}\breturned\b", re.IGNORECASE
)
_NOT = re.compile(
    r"\b(?:not|below|less\sthan)\s(?:yet\s|graded\s|judged\s)?[‘“\"']?$",
    re.IGNORECASE,
)
_ANOTHER_TIME = re.compile(
    r"\b(?:last|previous|previously|earlier|compared|ago|before|then)\b|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_NARROWED = re.compile(
    r"\bteams?\b|\bchild(?:ren)?\s(?:in\s(?:care|need)|protection)\b|\blooked\safter\b"
    r"|\bcare\sleavers?\b|\bshort\sbreaks\b|\b(?:boys?|girls?|bab(?:y|ies)|teenagers?)\b"
    r"|\baged?\b|\bunder\s\w+s\b|\b(?:second|re-?)\s?(?:reader|audit)",
    re.IGNORECASE,
)
"""Words that narrow the share to some of the children, where the figure is of all."""


def context_of(statement: Statement, parts: Sequence[Part], others: Sequence[Statement]) -> Context:
    """The words around a statement: the clause of its sentence, or the labels of its cell.

    ``others`` are all statements of the document, from which those of the clause are counted.
    """
    part = parts[statement.part]
    if isinstance(part, Grid):
        labels = statement.where.removeprefix(part.where)
        return Context(f"{labels} {part.caption}", "", 0, 1)
    before = ""
    for sentence in sentences(part.text):
        if sentence.start <= statement.start < sentence.end:
            start, end = _clause(sentence.text, sentence.start, statement.start)
            here = sorted({s.start for s in others if s.part == statement.part})
            inside = [at for at in here if start <= at < end]
            place = inside.index(statement.start) if statement.start in inside else 0
            return Context(part.text[start:end], before, place, max(len(inside), 1))
        before = sentence.text
    return Context(part.text, "", 0, 1)


def _clause(sentence: str, offset: int, at: int) -> tuple[int, int]:
    """Start and end of the clause around ``at``: sentences are parted at semicolons."""
    start = sentence.rfind(";", 0, at - offset) + 1
    end = sentence.find(";", at - offset)
    return offset + start, offset + (end if end >= 0 else len(sentence))
