"""What a cell means, by the kind of its column. Nothing is guessed: it means one thing, or asks."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from goldenthread.analysis.facts import Answered
from goldenthread.definitions.matching import Vocabulary
from goldenthread.definitions.scales import Scale
from goldenthread.exchange.book import Value

_EXACT = 2**53
"""Whole numbers above this are rounded by Excel."""

_FEW = 6
"""A list of so many values is given whole to whoever wrote another."""

_OUT_OF_TEN = re.compile(r"^(\d{1,2})\s*(?:/|out of)\s*10$", re.IGNORECASE)
_SEPARATORS = re.compile(r"[,;\n]")
_DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_UNSEEN = str.maketrans(
    dict.fromkeys("\u200b\ufeff\u2060\u00ad\r" + _DIRECTIONS, "")
    | dict.fromkeys("\u00a0\u202f\u2007", " ")
)
"""Marks that nobody sees go, those of the writing direction too; spaces that do not break become
spaces."""

MADE_A_DATE = (
    "Excel has made a date of what was typed; give the cell the format Text and type it again."
)


class Unclear(ValueError):
    """The message is an instruction for whoever wrote the cell."""


@dataclass(frozen=True, slots=True)
class Grade:
    """What stands in a column of grades; ``level`` is a level id when it was graded."""

    answered: Answered
    level: str | None = None


_UNGRADED = {answered.value: Grade(answered) for answered in Answered}


def is_blank(value: Value) -> bool:
    """Whether a cell holds nothing but spaces, however they are made.

    >>> is_blank(" \\u00a0\\u200b"), is_blank(0.0)
    (True, False)
    """
    return isinstance(value, str) and (not value or not prose_of(value))


def prose_of(value: Value) -> str:
    """Text with its line breaks, without spaces around it. Raises ``Unclear`` for a date."""
    return _cleaned(value) if isinstance(value, str) else name_of(value)


@lru_cache(maxsize=4_096)
def _cleaned(text: str) -> str:
    """Most cells repeat a few words, so that remembering them halves the time of reading."""
    return text.translate(_UNSEEN).strip()


def name_of(value: Value) -> str:
    """A few words on one line; a number as it looks. Raises ``Unclear`` for a date or a time.

    >>> name_of("  Team\\u00a0 A "), name_of(12.0), name_of(7.25)
    ('Team A', '12', '7.25')
    """
    if isinstance(value, str):
        return " ".join(prose_of(value).split())
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, date | datetime | time | timedelta):
        raise Unclear(MADE_A_DATE)
    if not abs(value) <= _EXACT:
        raise Unclear(
            "Excel has rounded this long number; give the cell the format Text and type it again."
        )
    return str(int(value)) if value == int(value) else str(value)


def references_of(value: Value) -> tuple[str, ...]:
    """Several references, separated by commas, semicolons or new lines, each once.

    >>> references_of("A1, A2;A1\\n A3")
    ('A1', 'A2', 'A3')
    """
    text = prose_of(value)
    parts = (" ".join(part.split()) for part in _SEPARATORS.split(text))
    return tuple(dict.fromkeys(part for part in parts if part))


def whole_of(value: Value) -> int:
    """A whole number, 0 or more. Raises ``Unclear``."""
    if isinstance(value, str) and prose_of(value).isdecimal():
        return int(prose_of(value))
    if isinstance(value, float) and 0 <= value <= _EXACT and value == int(value):
        return int(value)
    raise Unclear("Write a whole number, 0 or more.")


def answer_of(value: Value) -> int:
    """A scaling answer from 0 to 10. Raises ``Unclear``.

    >>> answer_of(7.0), answer_of("8/10")
    (7, 8)
    """
    text = prose_of(value) if isinstance(value, str) else ""
    if found := _OUT_OF_TEN.match(text):
        value = found[1]
    try:
        answer = whole_of(value)
    except Unclear:
        answer = -1
    if not 0 <= answer <= 10:
        raise Unclear("Write a whole number from 0 to 10, or leave blank if it was not answered.")
    return answer


def choice_of(value: Value, words: Vocabulary) -> str:
    """Id of the one thing that a cell means, of a closed list. Raises ``Unclear``."""
    text = name_of(value)
    found = words.match(text)
    if found is None:
        near = words.closest(text)
        offered = near or (words.labels if len(words.labels) <= _FEW else ())
        raise Unclear(
            f"Write {_either(offered)}." if offered else "Choose one of the values in the list."
        )
    return found


def grade_of(value: Value, words: Vocabulary, scale: Scale) -> Grade:
    """A grade or a reason for having none. Raises ``Unclear``.

    ``words`` are the scale's levels and the reasons. A bare number is a grade only on a scale
    whose levels are numbers, because Ofsted's own codes begin with the best.
    """
    text = name_of(value)
    found = words.match(text)
    if found is None:
        raise Unclear(_no_grade(text, words, scale))
    return _UNGRADED.get(found) or Grade(Answered.GRADED, found)


def _no_grade(text: str, words: Vocabulary, scale: Scale) -> str:
    labels = [level.label for level in reversed(scale.levels)]
    if text.replace(".", "").replace("-", "").isdecimal() and not labels[0].isdecimal():
        return (
            f"A bare number is never trusted, because scales run both ways; write the grade in "
            f"words: {_either(labels)}."
        )
    if near := words.closest(text):
        return f"Write {_either(near)}."
    return f"Write {_either([*labels, 'Not applicable', 'Not evidenced', 'Not graded'])}."


def _either(labels: list[str] | tuple[str, ...]) -> str:
    """
    >>> _either(["Good", "Outstanding", "Inadequate"])
    'Good, Outstanding or Inadequate'
    """
    *most, last = labels
    return f"{', '.join(most)} or {last}" if most else last
