"""What the brief's author writes, row by row."""

import re

from goldenthread.analysis.facts import ActionLevel, FindingKind, PreviousFigure
from goldenthread.exchange.workbook.reading.row import RowReader
from goldenthread.exchange.workbook.reading.vocabularies import theme_label
from goldenthread.exchange.workbook.result import (
    AcceptedHitRow,
    ActionRow,
    AskRow,
    FindingRow,
    HelperRow,
    LinkRow,
    NoticeRow,
)

SERVICE = "service"
_WHOLE_SERVICE = frozenset({"", "service", "the service", "whole service", "the whole service"})
_FIGURE_KEY = re.compile(r"^[a-z0-9_]+(?:\.[a-z0-9_]+)+$")


def finding(row: RowReader) -> FindingRow:
    """One finding; the theme as its label, the category as its id."""
    headline = row.choice("Headline")
    return FindingRow(
        finding=row.name("Finding ref"),
        kind=row.member("Kind", FindingKind, FindingKind.REMINDER),
        headline=int(headline) if headline else None,
        scope=_scope(row),
        theme=theme_label(row.choice("Theme")),
        category=row.choice("Category"),
        audits=row.references("Audit refs"),
        text=row.written("Text"),
        so_what=row.written("So what"),
        what_to_do=row.written("What to do"),
        words_to_try=row.written("Words to try"),
        standard=row.written("Standard"),
        source=row.written("Source"),
    )


def _scope(row: RowReader) -> str:
    text = row.name("Scope")
    if text.casefold() in _WHOLE_SERVICE:
        return SERVICE
    return row.context.names["Team"].spelled(text)


def action(row: RowReader) -> ActionRow:
    """Something that somebody will do; without a level it is the reader's."""
    return ActionRow(
        action=row.name("Action ref"),
        finding=row.name("Finding ref"),
        what=row.written("What"),
        level=row.member("Level", ActionLevel, ActionLevel.READER),
        owner=row.name("Owner"),
        due_on=row.day("Due"),
        done_on=row.day("Done"),
        outcome=row.written("Outcome"),
    )


def notice(row: RowReader) -> NoticeRow:
    """A notice."""
    return NoticeRow(row.written("Title"), row.written("Text"), row.name("Address"))


def ask(row: RowReader) -> AskRow:
    """Something asked of readers."""
    return AskRow(row.written("Ask"), row.name("To"), row.day("By"))


def link(row: RowReader) -> LinkRow:
    """A link to learning."""
    new = row.yes("New") or False
    return LinkRow(row.written("Title"), row.name("Address"), row.name("Topic"), new)


def helper(row: RowReader) -> HelperRow:
    """Somebody who helps."""
    return HelperRow(row.name("Name"), row.name("Role"), row.name("Topic"), row.name("Contact"))


def previous_figure(row: RowReader) -> PreviousFigure:
    """A figure of the last cycle: its key may stand in the braces of a token."""
    key = row.name("Figure").strip("{}")
    if key and not _FIGURE_KEY.match(key):
        row.problem("Figure", key, "Write the figure's key, such as risk.inadequate.")
    count, base = row.whole("Count"), row.whole("Base")
    if count is not None and base is not None and (count > base or base == 0):
        row.problem("Count", f"{count} of {base}", "Write a count that is no more than its base.")
    return PreviousFigure(key, count or 0, base or 0)


def accepted_hit(row: RowReader) -> AcceptedHitRow:
    """A disclosure hit that two people accepted: they must be two."""
    accepted_by, second = row.name("Accepted by"), row.name("Second person")
    if accepted_by and accepted_by.casefold() == second.casefold():
        row.problem("Second person", second, "Name somebody else: two people must accept it.")
    return AcceptedHitRow(
        row.name("Kind"), row.prose("Text"), row.prose("Reason"), accepted_by, second
    )
