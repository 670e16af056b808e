"""What single cells mean: choices, grades, answers of 0 to 10, yes and no, names of people."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from goldenthread.definitions import library
from goldenthread.definitions.matching import Named, Vocabulary, normalise
from goldenthread.definitions.scales import Scale
from goldenthread.exchange.adopt.reading.grids import Cell, text_of

_NAME = re.compile(r"[A-Z][\w'’.-]*(?:,? [A-Z][\w'’.-]*){1,3}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_MARK = frozenset({"x", "✓", "✔", "☑", "☒", "√", "true", "yes", "y", "1"})


class Reply(StrEnum):
    """A plain yes or no."""

    YES = "yes"
    NO = "no"


_REPLIES = {
    "yes": Reply.YES, "y": Reply.YES, "true": Reply.YES,
    "no": Reply.NO, "n": Reply.NO, "false": Reply.NO,
}  # fmt: skip

NOT_ASKED = frozenset(
    {"na", "notapplicable", "notasked", "notcontacted", "couldnotcontact", "unabletocontact",
     "nocontact", "notavailable"}
)  # fmt: skip
NOT_ANSWERED = frozenset(
    {"declined", "declinedtoanswer", "refused", "didnotanswer", "noanswer", "noreply",
     "notanswered", "prefernottosay", "didnotwanttosay"}
)  # fmt: skip
"""Words in place of a number: nobody was asked, or somebody was asked and did not answer."""


def chosen(value: Cell) -> tuple[str, ...]:
    """The choices in a cell; Forms ends each with a semicolon.

    >>> chosen("Child in need;"), chosen("North;South;"), chosen("Good")
    (('Child in need',), ('North', 'South'), ('Good',))
    """
    return tuple(part for part in (text_of(p) for p in text_of(value).split(";")) if part)


def is_marked(value: Cell) -> bool:
    """Whether a tick box is ticked."""
    return text_of(value).casefold() in _MARK


def reply(value: Cell) -> Reply | None:
    """Yes or no; ``None`` for anything else."""
    return _REPLIES.get(normalise(text_of(value)))


def answer(value: Cell) -> int | None:
    """A whole number from 0 to 10, also written ``8/10`` or ``8 out of 10``.

    >>> answer(7.0), answer("8/10"), answer("8 out of 10"), answer("quite safe"), answer(11)
    (7, 8, 8, None, None)
    """
    match = re.fullmatch(r"(\d{1,2})(?:\s*(?:/|out of)\s*10)?", text_of(value))
    return int(match[1]) if match and int(match[1]) <= 10 else None


def looks_like_a_person(value: Cell) -> bool:
    """Whether a cell may name somebody: an e-mail address, or two to four capitalised words."""
    text = text_of(value) if isinstance(value, str) else ""
    return bool(_EMAIL.fullmatch(text) or _NAME.fullmatch(text))


@dataclass(frozen=True, slots=True)
class _Spelled:
    id: str
    label: str
    also: tuple[str, ...]


class Grades:
    """The grades of a scale and the three reasons for having none, matched exactly, never nearly.

    >>> grades = Grades(library.scale("ofsted_4"))
    >>> grades.label("RI"), grades.label("n/a"), grades.label("quite good")
    ('Requires improvement', 'Not applicable', '')
    """

    def __init__(self, scale: Scale) -> None:
        self.levels: tuple[str, ...] = tuple(level.label for level in scale.levels)
        self.labels: tuple[str, ...] = (*self.levels, *(u.label for u in library.ungraded()))
        self._vocabulary = Vocabulary(_by_their_labels([*scale.levels, *library.ungraded()]))
        self.of_numbers: bool = all(text_of(level).isdigit() for level in self.levels)
        """Whether the grades themselves are numbers, as on a scale from 0 to 10."""
        self._seen: dict[str, str] = {}

    def label(self, value: Cell) -> str:
        """The grade's label; empty for what is no grade."""
        text = text_of(value)
        if text not in self._seen:
            parts = chosen(text)
            self._seen[text] = (self._vocabulary.match(parts[0]) or "") if len(parts) == 1 else ""
        return self._seen[text]

    def is_level(self, value: Cell) -> bool:
        """Whether a cell holds a grade, and not a reason for having none."""
        return self.label(value) in self.levels

    def closest(self, text: str) -> tuple[str, ...]:
        """Labels to suggest in a message, and for nothing else."""
        return self._vocabulary.closest(text)


def _by_their_labels(named: Iterable[Named]) -> list[_Spelled]:
    """The same candidates, found as their labels: rows of the workbook hold labels, not ids."""
    return [_Spelled(one.label, one.label, (one.id, *_short(one), *one.also)) for one in named]


def _short(named: Named) -> tuple[str, ...]:
    short = getattr(named, "short", "")
    return (short,) if short else ()


def by_label(named: Iterable[Named]) -> Vocabulary:
    """A vocabulary whose matches are labels, as the workbook holds them."""
    return Vocabulary(_by_their_labels(named))
