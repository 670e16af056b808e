"""What values mean, in the workbook's own words: grades, plans, purposes, what became of audits."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from goldenthread.analysis.facts import Purpose
from goldenthread.definitions import library
from goldenthread.definitions.matching import Vocabulary, normalise
from goldenthread.exchange.adopt.entries import Source
from goldenthread.exchange.adopt.mapping import UNKNOWN, MapLine, Meaning, Status
from goldenthread.exchange.adopt.meaning.answers import Grades, by_label, chosen
from goldenthread.exchange.adopt.reading.grids import Cell
from goldenthread.exchange.adopt.targets import (
    MODERATED,
    PLAN_TYPE,
    PURPOSE,
    READING_FIELDS,
    SERVICE,
    STATUS,
    TEAM,
    Target,
)

_PURPOSES = {
    "first": ("first", "1st", "first reading", "first audit", "first reader", "initial", "original",
              "primary"),
    "second": ("second", "2nd", "second reading", "second reader", "double", "blind second",
               "second audit"),
    "moderated": ("moderated", "moderation", "moderator", "moderated reading"),
    "self": ("self", "self audit", "self-assessment", "own work"),
    "calibration": ("calibration", "calibration exercise"),
    "re-audit": ("re-audit", "reaudit", "repeat audit", "follow-up audit"),
}  # fmt: skip

_STATUSES = {
    Status.RETURNED: ("returned", "complete", "completed", "done", "submitted", "received",
                      "finished", "audit complete", "audit completed"),
    Status.NOT_RETURNED: ("not returned", "outstanding", "in progress", "allocated", "overdue",
                          "awaited", "awaiting return", "not started", "not completed",
                          "incomplete", "late", "pending", "not received"),
    Status.EXEMPT: ("exempt", "exempted", "exemption", "exemption agreed", "withdrawn with consent",
                    "agreed exempt"),
}  # fmt: skip

_BY_FIELD = {
    PLAN_TYPE: Meaning.PLAN_TYPES,
    PURPOSE: Meaning.PURPOSES,
    STATUS: Meaning.STATUSES,
    TEAM: Meaning.TEAMS,
    SERVICE: Meaning.SERVICES,
}

PURPOSE_WORDS = tuple(purpose.value.replace("_", "-") for purpose in Purpose)
"""Purposes as the workbook writes them."""


def meaning_of(target: Target) -> Meaning | None:
    """How values of a target are translated; ``None`` when they are taken as they stand."""
    if target in _BY_FIELD:
        return _BY_FIELD[target]
    is_grade = target.sheet == "Readings" and target not in READING_FIELDS
    moderated = target.sheet == MODERATED and target.column not in ("Auditor code", "Completed on")
    return Meaning.GRADES if is_grade or moderated else None


class Translator:
    """Values that are understood without a map: exact matches only."""

    def __init__(self, grades: Grades) -> None:
        self._grades = grades

    def translate(self, meaning: Meaning, text: str) -> str:
        """The workbook's word for a value; empty when it is not known."""
        if meaning in (Meaning.TEAMS, Meaning.SERVICES):
            return text
        if meaning is Meaning.GRADES:
            return self._grades.label(text)
        if meaning is Meaning.PLAN_TYPES:
            return _plan_types().match(text) or ""
        table: Mapping[str, str] = _purposes() if meaning is Meaning.PURPOSES else _statuses()
        return table.get(normalise(text), "")

    def allowed(self, meaning: Meaning) -> tuple[str, ...] | None:
        """The words into which a map may translate; ``None`` when any will do."""
        return {
            Meaning.GRADES: self._grades.labels,
            Meaning.PLAN_TYPES: tuple(plan.label for plan in library.plan_types()),
            Meaning.PURPOSES: PURPOSE_WORDS,
            Meaning.STATUSES: tuple(status.value for status in Status),
        }.get(meaning)


def is_status(text: str) -> bool:
    """Whether a value says what became of an audit."""
    return normalise(text) in _statuses()


def values_in(source: Source, lines: Iterable[MapLine]) -> dict[Meaning, Counter[str]]:
    """The different values of all columns that are translated, by kind, with how often."""
    found: dict[Meaning, Counter[str]] = {}
    for line in lines:
        meaning = meaning_of(line.target) if line.target else None
        if meaning is not None:
            values = source.values_of(line.column)
            found.setdefault(meaning, Counter()).update(written(value) for value in values)
    return found


def written(value: Cell) -> str:
    """A value as a map writes it: choices joined, the last semicolon gone."""
    return "; ".join(chosen(value))


def proposed_values(
    found: Mapping[Meaning, Counter[str]], translator: Translator
) -> dict[Meaning, dict[str, str]]:
    """A translation for every value that was seen, ``unknown`` where there is none.

    Team names that differ in capitals, spaces or hyphens only get the commonest spelling.
    """
    proposed: dict[Meaning, dict[str, str]] = {}
    for meaning in (meaning for meaning in Meaning if meaning in found):
        counts = found[meaning]
        spelling: dict[str, str] = {}
        ordered = sorted(counts, key=lambda text: (-counts[text], text))
        for text in ordered:
            spelling.setdefault(normalise(text), translator.translate(meaning, text) or UNKNOWN)
        proposed[meaning] = {text: spelling[normalise(text)] for text in ordered}
    return proposed


@cache
def _plan_types() -> Vocabulary:
    return by_label(library.plan_types())


@cache
def _purposes() -> dict[str, str]:
    return {normalise(text): word for word, texts in _PURPOSES.items() for text in texts}


@cache
def _statuses() -> dict[str, str]:
    return {normalise(text): word.value for word, texts in _STATUSES.items() for text in texts}
