"""Small pieces of wording that the parts share: dates, owners, joined runs."""

from collections.abc import Iterable, Sequence
from datetime import date

from goldenthread.documents.blocks import Emphasis, Literal, Run, Runs, Text
from goldenthread.publications.brief import Brief
from goldenthread.publications.composition import words_to_runs


def text(words: str, emphasis: Emphasis = Emphasis.NONE) -> Runs:
    """Our own words as runs."""
    return words_to_runs(words, emphasis)


def day(when: date) -> Literal:
    """A date as people write it.

    >>> day(date(2026, 11, 6)).text
    '6 November 2026'
    """
    return Literal(f"{when.day} {when:%B} {when.year}", "date")


def cut_off(brief: Brief) -> Runs:
    """The day up to which returns were counted: the cut-off, or an earlier one by its date."""
    cycle, as_at = brief.inputs.cycle, brief.inputs.as_at
    return text("the cut-off") if as_at >= cycle.cut_off_on else (day(as_at),)


def period(start: date, end: date) -> Runs:
    """A period by whole months where it is one, otherwise by days.

    >>> [run.text for run in period(date(2026, 9, 1), date(2026, 10, 31))]
    ['September and October 2026']
    >>> [run.text for run in period(date(2026, 9, 14), date(2026, 10, 2))]
    ['14 September 2026', ' to ', '2 October 2026']
    """
    whole = start.day == 1 and (end.toordinal() + 1 == _next_month(end).toordinal())
    if whole and (start.year, start.month) == (end.year, end.month):
        return (Literal(f"{start:%B} {start.year}", "date"),)
    months = (end.year - start.year) * 12 + end.month - start.month
    if whole and months == 1 and start.year == end.year:
        return (Literal(f"{start:%B} and {end:%B} {end.year}", "date"),)
    if whole:
        return (
            Literal(f"{start:%B} {start.year}", "date"),
            Text(" to "),
            Literal(f"{end:%B} {end.year}", "date"),
        )
    return (day(start), Text(" to "), day(end))


def _next_month(when: date) -> date:
    return date(when.year + when.month // 12, when.month % 12 + 1, 1)


def joined(parts: Iterable[Sequence[Run]], between: str = " ") -> Runs:
    """Runs one after another, with words between those that are not empty."""
    result: list[Run] = []
    for part in parts:
        if part:
            result.extend((Text(between), *part) if result else part)
    return tuple(result)


def bracketed(runs: Sequence[Run]) -> Runs:
    """Runs in round brackets; nothing for nothing."""
    return (Text("("), *runs, Text(")")) if runs else ()


def sentence_end(runs: Runs) -> Runs:
    """The runs, ended with a full stop unless they end a sentence already."""
    if not runs or runs[-1].text.rstrip().endswith((".", "!", "?", "…", "”", ":")):
        return runs
    return (*runs, Text("."))
