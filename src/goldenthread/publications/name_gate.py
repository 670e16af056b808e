"""No typed number in a name (promise P1): a number in a name belongs to it, as in *Team 2*.

Names, roles and topics are printed as they stand, without tokens and marks. So that no count gets
out that way ("the 16 audits' lead"), a number may stand only where a name has one: at its
beginning, after a word with a capital, or after a word such as *team* or *ext*.
"""

import re
from collections.abc import Iterator

from goldenthread.definitions.literals import Found, Stretch, counts_something, stretches
from goldenthread.publications.inputs import BriefInputs
from goldenthread.publications.refusals import Refusal

_BELONGS_AFTER = re.compile(
    r"(?:^|\b[A-Z][\w’'.-]*[\s(]+|[(#/&+–-]|\b(?:team|hub|ward|area|zone|unit|group|district|floor"
    r"|ext|extension|telephone|tel|phone|number|no)\.?:?\s+)$"
)
_MEND = "A number in a name must belong to it, as in Team 2: take it out."


def numbers_in_names(inputs: BriefInputs) -> Iterator[Refusal]:
    """Every typed number in a name, role, topic or seed that would be printed."""
    for origin, name in _names(inputs):
        for found in _typed_numbers(name):
            yield Refusal(f"{origin} “{name}”" if found != name else origin, found, _MEND)


def _names(inputs: BriefInputs) -> Iterator[tuple[str, str]]:
    cycle = inputs.cycle
    yield "sheet Cycle, item Authority", cycle.authority
    yield "sheet Cycle, item Author", cycle.author
    if " " in cycle.seed:
        yield "sheet Cycle, item Seed", cycle.seed
    for action in inputs.actions:
        yield "sheet Actions, column Owner", action.owner
    for ask in inputs.asks:
        yield "sheet Asks, column To", ask.to
    for helper in inputs.helpers:
        yield "sheet Helpers, column Name", helper.name
        yield "sheet Helpers, column Role", helper.role
        yield "sheet Helpers, column Topic", helper.topic
        yield "sheet Helpers, column Contact", helper.contact


def _typed_numbers(name: str) -> Iterator[str]:
    before = ""
    found = tuple(stretches(name))
    for place, stretch in enumerate(found):
        after = "".join(later.text for later in found[place + 1 :])
        if stretch.found is Found.TYPED_NUMBER and not _belongs(stretch, before, after):
            yield stretch.text
        before += stretch.text


def _belongs(number: Stretch, before: str, after: str) -> bool:
    """Whether a number is a part of the name around it."""
    plain = number.text.isdecimal() and not counts_something(after)
    return plain and _BELONGS_AFTER.search(before) is not None
