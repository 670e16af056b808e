"""Relations: which cells add up to which, as anybody can work out from the keys of figures.

Templates name cells of one scope; ``system`` lays them over every scope and ties scopes
(teams and the service, months and the quarter, editions) to one another.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.analysis.disclosure.cells import HALVES, RETURNED, Structure
from goldenthread.definitions.frameworks import NotEvidenced


@dataclass(frozen=True, slots=True)
class Template:
    """``low <= sum(weight * cell) <= high``, with cells by name; ``high`` ``None``: no limit.

    ``maybe`` marks what holds in some figures only: it counts where these figures bear it out.
    """

    terms: tuple[tuple[str, int], ...]
    low: int = 0
    high: int | None = 0
    maybe: bool = False


def adds_up(whole: str, *parts: str, maybe: bool = False) -> Template:
    """The parts make the whole."""
    return Template(((whole, 1), *((part, -1) for part in parts)), maybe=maybe)


def within(part: str, *whole: str) -> Template:
    """The part is no more than the whole."""
    return Template((*((name, 1) for name in whole), (part, -1)), high=None)


def templates(names: frozenset[str], structure: Structure) -> Iterator[Template]:
    """All relations between cells of one scope, in which ``names`` are printed."""
    for category in structure.categories:
        if any(name.startswith(f"{category}.") for name in names):
            yield from _category(category, structure)
    yield from _returns()
    yield from _children()
    yield from _work()
    for stem in sorted({name.rpartition(".")[0] for name in names}):
        if stem.startswith("timeliness."):
            yield adds_up(f"{stem}.base", f"{stem}.on_time", f"{stem}.late", f"{stem}.overdue")
        if stem.startswith("feedback."):
            given = (f"{stem}.gave_{answer}" for answer in range(11))
            yield adds_up(f"{stem}.answered", *given)


def _category(category: str, structure: Structure) -> Iterator[Template]:
    def name(last: str) -> str:
        return f"{category}.{last}"

    yield adds_up(name("base"), *map(name, structure.levels))
    for half in HALVES:
        yield adds_up(name(half), *map(name, structure.side(half)))
    yield adds_up(name("base"), *map(name, HALVES))
    graded, not_evidenced = name(structure.graded), name("not_evidenced")
    yield adds_up(name("applied"), graded, not_evidenced, name("not_graded"))
    yield adds_up(name("all"), name("applied"), name("not_applicable"))
    yield adds_up(name("all"), RETURNED)
    if structure.framework.not_evidenced is NotEvidenced.LOWEST:
        lowest = name(structure.levels[0])
        yield adds_up(name("base"), graded, not_evidenced)
        yield adds_up(lowest, f"{lowest}.graded_so", not_evidenced)


def _returns() -> Iterator[Template]:
    yield adds_up("returns.allocated", "returns.expected", "returns.exempt")
    yield within("returns.expected_to_date", "returns.expected")
    yield adds_up("returns.expected", "returns.expected_to_date", maybe=True)
    yield adds_up("returns.to_date", "returns.completed", maybe=True)
    yield adds_up(RETURNED, "returns.completed", maybe=True)
    yield adds_up(RETURNED, "returns.to_date", maybe=True)


def _children() -> Iterator[Template]:
    yield adds_up(
        "observations.looked_for", *(f"observations.{a}" for a in ("yes", "partly", "no"))
    )
    raised = "escalations.raised"
    yield adds_up(raised, "escalations.closed", "escalations.open")
    yield within("escalations.acknowledged_same_day", "escalations.acknowledged")


def _work() -> Iterator[Template]:
    yield within("challenges.answered_on_time", "challenges.answered")
    yield adds_up("challenges.raised", "challenges.answered", "challenges.open", maybe=True)
    yield adds_up("actions.all", "actions.done", "actions.open")
    yield within("actions.overdue", "actions.open")
    yield Template(
        (("moderation.changed", 1), ("moderation.raised", -1), ("moderation.lowered", -1)),
        high=None,
    )
    yield adds_up("second_reading.audits", "moderation.audits", maybe=True)
