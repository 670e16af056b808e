"""Recognising headings and data when nothing is known yet of how a sheet is laid out."""

from collections.abc import Iterable
from enum import StrEnum

from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.matching import normalise
from goldenthread.definitions.scales import Scale
from goldenthread.exchange.adopt.meaning.answers import Grades, looks_like_a_person
from goldenthread.exchange.adopt.meaning.categories import (
    NO_MATCH,
    Categories,
    CategoryMatch,
    Sureness,
)
from goldenthread.exchange.adopt.meaning.headings import words
from goldenthread.exchange.adopt.meaning.known_headings import (
    FORMS_OWN,
    known_heading,
    names_somebody,
)
from goldenthread.exchange.adopt.reading.grids import Cell, text_of

LONGEST_FOR_WORDS = 150
"""Characters: longer text with a category's words in it may be a reason and not a heading."""

PART_WORDS = frozenset(
    words("grade grades grading judgement judgment rating score reason reasons rationale comment "
          "comments evidence notes why explanation justification analysis narrative moderated "
          "moderation moderator auditor auditors date outcome work piece where file on")
)  # fmt: skip
"""Words of a lower heading that says which part of a category a column holds."""

_FORMS = frozenset(normalise(heading) for heading in FORMS_OWN)


class CellKind(StrEnum):
    """What a cell looks like when nothing is known of its sheet."""

    KNOWN = "a known heading"
    LIKELY = "text with a category's words in it"
    DATA = "a number, a date, a grade, an e-mail address"
    NEITHER = "neither"


class Recogniser:
    """What can be told of a cell by itself, for one framework, scale and map."""

    def __init__(self, framework: Framework, scale: Scale, mapped: Iterable[str] = ()) -> None:
        self.categories = Categories(framework)
        self.grades = Grades(scale)
        self._mapped = frozenset(normalise(name) for name in mapped)
        self._seen: dict[str, tuple[CellKind, str]] = {}

    def kind(self, value: Cell) -> tuple[CellKind, str]:
        """What a cell looks like, and which heading it would be: that counts once in a line."""
        if value is None:
            return CellKind.NEITHER, ""
        if not isinstance(value, str):
            return CellKind.DATA, ""
        if value not in self._seen:
            self._seen[value] = self._kind(value)
        return self._seen[value]

    def _kind(self, value: str) -> tuple[CellKind, str]:
        if self.is_known(value):
            return CellKind.KNOWN, normalise(value)
        if self.grades.label(value) or ("@" in value and looks_like_a_person(value)):
            return CellKind.DATA, ""
        if len(value) > LONGEST_FOR_WORDS:
            return CellKind.NEITHER, ""
        match = self.category(text_of(value))
        said = match.label or " or ".join(match.rivals)
        return (CellKind.LIKELY, said) if said else (CellKind.NEITHER, "")

    def is_mapped(self, name: str) -> bool:
        """Whether a map says where a column of this name goes."""
        return normalise(name) in self._mapped

    def is_known(self, value: Cell) -> bool:
        """Whether a cell holds a heading that is mapped, declared, or seen in use."""
        text = text_of(value)
        if not isinstance(value, str) or not text:
            return False
        if normalise(text) in self._mapped | _FORMS or known_heading(text):
            return True
        match = self.categories.match(text)
        return bool(match.label) and match.sureness in (Sureness.EXACT, Sureness.KNOWN)

    def category(self, text: str) -> CategoryMatch:
        """The category that a text names, unless it is the known heading of something else."""
        return NO_MATCH if known_heading(text) else self.categories.match(text)

    def is_label(self, value: Cell) -> bool:
        """Whether a cell of a form can be the label of a field."""
        text = text_of(value).rstrip(":? ")
        return self.is_known(text) or bool(text and names_somebody(text))

    def is_part(self, value: Cell) -> bool:
        """Whether a heading only names a part: *Grade*, *Reason*, *Comments*."""
        said = words(text_of(value)) if isinstance(value, str) else ()
        return bool(said) and set(said) <= PART_WORDS

    def is_data(self, value: Cell) -> bool:
        """Whether a cell can be no heading: a number, a date, a grade, an e-mail address."""
        return self.kind(value)[0] is CellKind.DATA


def is_forms(headings: Iterable[Cell]) -> bool:
    """Whether a row of headings is the one that Forms writes."""
    texts = {normalise(text_of(heading)) for heading in headings}
    return {"starttime", "completiontime"} <= texts and len(texts & _FORMS) >= 4
