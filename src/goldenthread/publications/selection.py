"""Which messages a brief leads with, which it lists, and which get one line under "Also noted".

The budget of design.md §6: three headline messages, at most five strengths, five reminders and
five worries; the rest one line each. Strengths come first, but a serious worry is never left to
the lists only.
"""

from dataclasses import dataclass

from goldenthread.analysis.facts import FindingKind
from goldenthread.analysis.figure import FigureSet
from goldenthread.analysis.findings import finding_key
from goldenthread.publications.inputs import Message, Words

HEADLINES = 3
EACH_KIND = 5
SERVICE = "service"
"""The audience that may read of a single audit."""

FEWEST_AUDITS = 5
"""What fewer audits than this show is told within the service only (domain.md §6.4)."""

NOT_EVIDENCED_LIMIT = 10
"""A share may not headline when more than one in this many audits had it *not evidenced*."""


@dataclass(frozen=True, slots=True)
class Budget:
    """How many messages a layout has room for."""

    headlines: int = HEADLINES
    strengths: int = EACH_KIND
    reminders: int = EACH_KIND
    worries: int = EACH_KIND


@dataclass(frozen=True, slots=True)
class Selection:
    """Messages by place. Every message given stands in exactly one place."""

    headlines: tuple[Message, ...] = ()
    strengths: tuple[Message, ...] = ()
    reminders: tuple[Message, ...] = ()
    worries: tuple[Message, ...] = ()
    also: tuple[Message, ...] = ()
    warnings: tuple[str, ...] = ()


def select(
    messages: tuple[Message, ...], figures: FigureSet, budget: Budget | None = None
) -> Selection:
    """Choose headlines, fill each list up to its budget in the author's order, note the rest."""
    budget = budget or Budget()
    messages, left_out = _fit_to_leave(messages, figures.audience)
    messages, not_yet = _found_by_now(messages, figures)
    eligible = tuple(m for m in messages if not _thinly_evidenced(m, figures))
    headlines, warnings = _headlines(eligible, figures, budget.headlines)
    rest = [message for message in messages if message not in headlines]
    strengths = _first(rest, FindingKind.STRENGTH, budget.strengths)
    reminders = _first(rest, FindingKind.REMINDER, budget.reminders)
    worries = _first(rest, FindingKind.WORRY, budget.worries)
    placed = (*strengths, *reminders, *worries)
    return Selection(
        headlines=headlines,
        strengths=strengths,
        reminders=reminders,
        worries=worries,
        also=tuple(message for message in rest if message not in placed),
        warnings=(*left_out, *not_yet, *_thin_headlines(messages, eligible), *warnings),
    )


def _fit_to_leave(
    messages: tuple[Message, ...], audience: str
) -> tuple[tuple[Message, ...], tuple[str, ...]]:
    """Outside the service, findings of so few audits that somebody may be recognised stay in."""
    if audience == SERVICE:
        return messages, ()
    few = [m for m in messages if 0 < m.audits < FEWEST_AUDITS]
    said = tuple(
        f"finding {message.finding} is left out for this audience: it tells of fewer than"
        f" {FEWEST_AUDITS} audits."
        for message in few
    )
    return tuple(m for m in messages if m not in few), said


def _found_by_now(
    messages: tuple[Message, ...], figures: FigureSet
) -> tuple[tuple[Message, ...], tuple[str, ...]]:
    """A strength or worry of which no audit counts (yet) was not found; a reminder may stand."""
    empty = [m for m in messages if m.kind is not FindingKind.REMINDER and _is_empty(m, figures)]
    warnings = (
        f"finding {message.finding} was left out: none of its audits is among those counted."
        for message in empty
    )
    return tuple(m for m in messages if m not in empty), tuple(warnings)


def _is_empty(message: Message, figures: FigureSet) -> bool:
    figure = figures.get(finding_key(message.finding))
    return figure is not None and figure.suppressed_because is None and figure.numerator == 0


def _first(messages: list[Message], kind: FindingKind, room: int) -> tuple[Message, ...]:
    return tuple(message for message in messages if message.kind is kind)[:room]


def _headlines(
    messages: tuple[Message, ...], figures: FigureSet, room: int
) -> tuple[tuple[Message, ...], tuple[str, ...]]:
    """Marked messages in their order, a worry always among them; unmarked: strength, worries."""
    marked = sorted(
        (m for m in messages if m.headline is not None), key=lambda m: (m.headline, m.finding)
    )
    worries = sorted(
        (m for m in messages if m.kind is FindingKind.WORRY),
        key=lambda m: (m not in marked, m.headline or 0, -audits_behind(m, figures), m.finding),
    )
    if not marked:
        strengths = [m for m in messages if m.kind is FindingKind.STRENGTH][:1]
        leading = [*strengths, *worries] if room > 1 else [*worries, *strengths]
        return tuple(leading[:room]), ()
    if not worries or not room or any(m in worries for m in marked[:room]):
        return tuple(marked[:room]), ()
    return (*marked[: room - 1], worries[0]), _brought_up(worries[0])


def _brought_up(worry: Message) -> tuple[str, ...]:
    if worry.headline is not None:
        return ()
    why = "the worry with the most audits behind it may not stand in the lists only."
    return (f"finding {worry.finding} was made a headline: {why}",)


def _thin_headlines(
    messages: tuple[Message, ...], eligible: tuple[Message, ...]
) -> tuple[str, ...]:
    return tuple(
        f"finding {message.finding} is not a headline: its category was not evidenced in more"
        " than a tenth of the audits to which it applied."
        for message in messages
        if message.headline is not None and message not in eligible
    )


def _thinly_evidenced(message: Message, figures: FigureSet) -> bool:
    categories = {message.category, *_categories_in(message.text)} - {""}
    for category in categories:
        figure = figures.get(f"{category}.not_evidenced")
        if figure is None or figure.numerator is None or not figure.denominator:
            continue
        if figure.numerator * NOT_EVIDENCED_LIMIT > figure.denominator:
            return True
    return False


def _categories_in(words: Words) -> set[str]:
    return {part.split(".")[0].strip() for part in words.text.split("{")[1:] if "." in part}


def audits_behind(message: Message, figures: FigureSet) -> int:
    """How many audits a message came from; 0 when that is not known or suppressed."""
    figure = figures.get(finding_key(message.finding))
    return (figure.numerator or 0) if figure is not None else 0
