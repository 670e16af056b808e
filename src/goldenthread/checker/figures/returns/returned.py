"""Which figure of the returns a printed share is about, by the words around it."""

import re
from dataclasses import dataclass

from goldenthread.analysis.figure import Figure, FigureSet, Slice
from goldenthread.checker.figures.returns.naming import (
    ANOTHER_TIME,
    NARROWED,
    Context,
    Placed,
    Vocabulary,
)
from goldenthread.checker.figures.sets.grade_words import labels_in


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure that a share may be about, with what it is of in words."""

    figure: Figure
    words: str


@dataclass(frozen=True, slots=True)
class Match:
    """The figures that a share may be about; certain where exactly one is named.

    ``only_confirms`` is true where the words are too far away for a difference to mean anything.
    """

    candidates: tuple[Candidate, ...]
    certain: bool
    only_confirms: bool = False


@dataclass(frozen=True, slots=True)
class Returns:
    """What the returns gave, with the words of the framework and scale they were graded by."""

    figures: FigureSet
    vocabulary: Vocabulary

    def match(self, context: Context) -> Match | None:
        """The figures that the words around a share name; ``None`` where they name none."""
        if _RETURN_RATE.search(context.text) and not labels_in(context.text):
            return self._return_rate()
        levels = self.vocabulary.levels(context)
        categories = self.vocabulary.categories(context)
        if not levels or not categories.ids:
            return None
        team, whole = self._slice(context.text)
        found = [
            Candidate(figure, self.vocabulary.words(category, level))
            for category in categories.ids
            for level in levels
            for figure in self._figures(f"{category}.{level}", team, context.text)
        ]
        one = len(categories.ids) == len(levels) == len(found) == 1
        certain = one and whole and categories.placed is Placed.SUBJECT
        return Match(tuple(found), certain, categories.placed is Placed.BEFORE) if found else None

    def _return_rate(self) -> Match | None:
        found = tuple(
            Candidate(figure, words)
            for key, words in _RETURN_RATES.items()
            if (figure := self.figures.get(key)) is not None
        )
        return Match(found, certain=True) if found else None

    def _figures(self, key: str, of: Slice, text: str) -> list[Figure]:
        """This cycle's figure, and the earlier one's where the words speak of another time."""
        earlier = ANOTHER_TIME.search(text) is not None
        found = (self.figures.get(key, of), self.figures.get_previous(key, of) if earlier else None)
        return [figure for figure in found if figure is not None]

    def _slice(self, text: str) -> tuple[Slice, bool]:
        """The team that is named, and whether nothing else narrows what the share is of."""
        teams = {v for _, of in self.figures.figures for column, v in of if column == "team"}
        named = [team for team in teams if re.search(rf"\b{re.escape(team)}\b", text)]
        narrowed = NARROWED.search(text) is not None or ANOTHER_TIME.search(text) is not None
        if len(named) == 1:
            return (("team", named[0]),), not ANOTHER_TIME.search(text)
        return (), not narrowed


_RETURN_RATES = {
    "returns.at_cut_off": "the return rate at the cut-off",
    "returns.of_allocated": "the return rate of all that were allocated",
}
"""Keys of the figures that a return rate may be, with their words."""

_RETURN_RATE = re.compile(
    r"\breturn\srate\b|\breturn\s(?:of|was|is)\b|\baudits?\b[^.;]{0,60}\breturned\b", re.IGNORECASE
)
