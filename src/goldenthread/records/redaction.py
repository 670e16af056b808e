"""Passages in which somebody else is named, for a person to decide; nobody else decides."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.people.scope import Scope
from goldenthread.people.visibility import visible_users
from goldenthread.privacy.masking import Mask, masker
from goldenthread.records.holdings import Section
from goldenthread.records.rules.states import Choice

MASKED = "[name taken out]"
REMOVED = "[taken out: it is about somebody else]"


def names_known_to(scope: Scope) -> Mask:
    """What finds names of everybody who works or worked for the authority."""
    return masker(visible_users(scope).values_list("name", flat=True))


@dataclass(frozen=True, slots=True)
class Found:
    """A passage, where it stands first, and how often."""

    text: str
    section: str
    times: int


def passages_of(sections: Sequence[Section], mask: Mask) -> list[Found]:
    """Each different cell in which a known name stands, in the order of the document."""
    first: dict[str, str] = {}
    times: Counter[str] = Counter()
    for section in sections:
        for cell in (cell for row in section.rows for cell in row):
            first.setdefault(cell, section.title)
            times[cell] += 1
    return [
        Found(cell, section, times[cell]) for cell, section in first.items() if mask(cell).spans
    ]


def decided(text: str, choice: Choice, mask: Mask) -> str:
    """What stands in the document for a passage."""
    if choice is Choice.KEEP:
        return text
    if choice is Choice.REMOVE:
        return REMOVED
    pieces, done = [], 0
    for span in mask(text).spans:
        pieces += [text[done : span.start], MASKED]
        done = span.end
    return "".join([*pieces, text[done:]])
