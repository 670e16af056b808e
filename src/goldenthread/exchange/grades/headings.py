"""Which column of a long table is which, and what to say when one is not there."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from goldenthread.definitions.matching import normalise
from goldenthread.definitions.problems import shown
from goldenthread.documents.untrusted.opening import UnreadableFile
from goldenthread.exchange.grades.long_rows import MAY, MUST
from goldenthread.exchange.workbook.declared.shared import AUDITOR, CHILD

MOST_HEADING_ROW = 10
"""Titles may stand above the headings, but not a whole page."""
_SAID = 12
"""So many headings at most are repeated in a sentence."""

_OTHER_WORDS = {
    "case": (CHILD.heading, *CHILD.also, "Young person", "Case ID", "Case ref", "Case number",
             "Person ID", "Mosaic ID", "LCS number", "Liquidlogic ID", "Subject"),
    "auditor": (AUDITOR.heading, *AUDITOR.also, "Auditor name", "Audited by", "Rater", "Judge",
                "Reader", "Assessor"),
    "category": ("Area", "Domain", "Criterion", "Question", "Item", "Standard", "Theme",
                 "Audit area"),
    "grade": ("Judgement", "Judgment", "Rating", "Score", "Grading", "Level", "Mark", "Answer",
              "Outcome"),
}  # fmt: skip
"""What people call the four columns. Never taken as meant: only named in a sentence."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The row of headings: its place (from 0), and the columns' places by name (from 0)."""

    row: int
    texts: tuple[str, ...]
    places: Mapping[str, int]
    repeated: tuple[str, ...]
    """Names under which more than one column stands."""

    @property
    def missing(self) -> tuple[str, ...]:
        """The needed columns that are not there."""
        return tuple(name for name in MUST if name not in self.places)

    @property
    def ignored(self) -> tuple[str, ...]:
        """Headings that mean nothing here, of columns that are therefore not read."""
        used = set(self.places.values())
        return tuple(
            text for place, text in enumerate(self.texts) if place not in used and text.strip()
        )


def find_heading(rows: Sequence[Sequence[str]]) -> Heading | None:
    """The row among the first ten that holds most of the headings; ``None`` without any row.

    Capitals, spaces and punctuation do not matter.

    >>> find_heading([["My table"], [" Case", "AUDITOR", "Category", "Grade"]]).places
    {'case': 0, 'auditor': 1, 'category': 2, 'grade': 3}
    """
    found = [
        _heading(number, row)
        for number, row in enumerate(rows[:MOST_HEADING_ROW])
        if any(text.strip() for text in row)
    ]
    return max(found, key=lambda heading: len(heading.places), default=None)


def _heading(number: int, row: Sequence[str]) -> Heading:
    places: dict[str, int] = {}
    repeated = []
    for place, text in enumerate(row):
        name = normalise(text)
        if name in places:
            repeated.append(name)
        elif name in MUST or name in MAY:
            places[name] = place
    return Heading(number, tuple(row), places, tuple(dict.fromkeys(repeated)))


def check_heading(heading: Heading | None, file: str) -> Heading:
    """The heading, when it has the needed columns once each. Raises ``UnreadableFile``."""
    if heading is None:
        raise UnreadableFile(f"{file} holds no rows; fill it in and try again.")
    if heading.missing:
        raise UnreadableFile(_missing(heading, file))
    if heading.repeated:
        raise UnreadableFile(
            f"{file} has more than one column called {heading.repeated[0]}; keep one of them."
        )
    return heading


def _missing(heading: Heading, file: str) -> str:
    """What is needed, what was found, what is meant. Without any of them it may be a row of data,
    which is not repeated."""
    needed = f"{file} needs the columns {_and(MUST)}"
    likely = dict(_likely(heading))
    if not heading.places and not likely:
        return f"{needed}, and its first line has none of these headings; write them above it."
    found = ", ".join(shown(text) for text in heading.texts[:_SAID] if text.strip())
    lacking = f"{needed}; it has {found} and lacks {_and(heading.missing)}"
    if not likely:
        return f"{lacking}: add what is missing."
    meant = _and([f"“{shown(text)}” to {name}" for name, text in likely.items()])
    return f"{lacking}: rename {meant}, if that is what is meant."


def _likely(heading: Heading) -> Iterator[tuple[str, str]]:
    """For each missing column the heading that may mean it."""
    others = {normalise(text): text for text in heading.ignored}
    for name in heading.missing:
        known = next((w for w in map(normalise, _OTHER_WORDS[name]) if w in others), None)
        near = known or next(iter(difflib.get_close_matches(name, others, n=1, cutoff=0.7)), None)
        if near:
            yield name, others.pop(near)


def _and(words: Sequence[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def ignored_columns(heading: Heading, file: str) -> tuple[str, ...]:
    """A warning that names the columns that were not read; none when all were."""
    if not heading.ignored:
        return ()
    names = ", ".join(f"“{shown(text)}”" for text in heading.ignored[:_SAID])
    more = len(heading.ignored) - _SAID
    also = f" and {more} more" if more > 0 else ""
    what = "a column that is" if len(heading.ignored) == 1 else "columns that are"
    return (f"{file} has {what} not needed here and not read: {names}{also}.",)
