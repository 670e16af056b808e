"""Criteria 10, 13 and 14: who does what by when, what became of it, and help."""

import re
from collections.abc import Iterator

from goldenthread.checker.effect.brief import Brief, Line
from goldenthread.checker.effect.decision import Decision, failed, partly, passed
from goldenthread.checker.effect.priorities import asks
from goldenthread.checker.effect.vocabulary import ASK, DEADLINE, ROLE, phrases
from goldenthread.checker.source import Grid

_ACTIONS = phrases(
    "next steps?",
    "actions?",
    "action plan",
    "recommendations?",
    "what (?:we|leaders|you|managers) (?:will|must|need to|can) do",
    "what (?:happens next|needs to happen)",
    r"(?:things )?to do",
)
_OWNED = phrases(
    rf"^(?:[\w'-]+ ){{0,4}}(?:{ROLE})(?: (?:and|of) [\w ]{{1,40}})?\s?:",
    rf"(?:{ROLE})(?: [\w'-]+){{0,4}}? (?:will|must|should|to|needs? to)",
    r"(?:owner|lead|responsible|who)\s?:\s?\w+",
)
_NAMED = re.compile(r"\b[A-Z][a-z]+ (?:[A-Z]\.? )?[A-Z][a-z]+ (?:will|to|must)\b")
_VAGUE = phrases("in due course", "as soon as possible", "asap", "regularly", "promptly")

_WHO = phrases("who", "owner", "lead", "responsible", "responsibility", "by whom", "role")
_WHAT = phrases("what", "(?:action|step|recommendation)s?")
_WHEN = phrases("when", "date", "due", "deadline", "timescale")

_REPORTED = phrases(
    "what (?:has )?changed",
    "since (?:the |our )?last (?:time|brief|month|audits?|report)",
    "(?:last (?:month|time|quarter|brief)'s|previous|earlier) actions",
    "you said",
    r"(?:\d+|all|most|both|none) of (?:the |our )?(?:last month's |previous )?(?:\d+ )?actions",
    "actions? from (?:the |our )?(?:last|previous|earlier)",
    "carried (?:over|forward)",
)
_PROMISED = phrases(
    "will be (?:followed up|tracked|reviewed|reported|monitored)",
    "we will (?:review|follow|track)",
)

_CONTACT = phrases(
    r"(?:contact|speak to|talk to|e-?mail|ring)\b.{0,80}@\w+",
    r"(?:please )?contact \w+",
    "(?:can|will) (?:support|help) you",
    "available to (?:support|help)",
    "here to help",
)
_PEOPLE = phrases("who can help", "contacts?", "champions?")
_TRAINING = phrases(
    "training",
    "workshops?",
    "toolkits?",
    "drop[- ]ins?",
    "practice week",
    "learning (?:session|event)s?",
    "webinars?",
    "guidance",
    "template",
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_ENOUGH_HELP = 3


def specific(brief: Brief) -> Decision:
    """10: actions that say who does what by when."""
    whole = [*_table_rows(brief), *(line for line in brief.paragraphs if is_whole(line))]
    steps = _steps(brief)
    mend = "Say who does what by when: “Team managers: … by 12 December.”"
    if whole and 2 * len(whole) >= len(steps):
        return passed("Actions say who does what by when.", whole[0])
    if whole:
        reason = f"{len(whole)} of {len(steps)} actions say who does what by when."
        return partly(reason, whole[0], mend)
    asked = tuple(dict.fromkeys([*steps, *asks(brief)]))
    if not asked:
        return failed("Nobody is asked to do anything.", None, mend)
    owned = [line for line in asked if _has_owner(line)]
    if 2 * len(owned) >= len(asked):
        return partly("Actions have owners, but no day by which they are done.", owned[0], mend)
    shown = next((line for line in asked if _VAGUE.search(line.lower)), asked[0])
    return failed("No action says who does it and by when.", shown, mend)


def is_whole(line: Line) -> bool:
    """Whether a line names an owner and a day.

    >>> is_whole(Line("Team managers: write the reason, by 4 December.", "line 1"))
    True
    >>> is_whole(Line("We will review this in due course.", "line 2"))
    False
    """
    return _has_owner(line) and DEADLINE.search(line.lower) is not None


def _has_owner(line: Line) -> bool:
    return _OWNED.search(line.lower) is not None or _NAMED.search(line.text) is not None


def _steps(brief: Brief) -> tuple[Line, ...]:
    """What is asked under headings of actions; without such headings, all that is asked."""
    titled = [line for line in brief.paragraphs if _ACTIONS.search(line.section.lower())]
    return tuple(line for line in titled if ASK.search(line.lower) or is_whole(line)) or asks(brief)


def _table_rows(brief: Brief) -> Iterator[Line]:
    """Rows of tables with columns for who, what and when, all three filled in."""
    for grid in brief.source.grids:
        columns = _columns(grid)
        for row in grid.rows[1:]:
            if columns and all(row[column].strip() for column in columns):
                yield Line(": ".join(row), grid.where)


def _columns(grid: Grid) -> tuple[int, ...]:
    """Numbers of the columns for who, what and when; none where one of them is missing."""
    header = [cell.lower() for cell in grid.rows[0]] if grid.rows else []
    found = [
        next((n for n, cell in enumerate(header) if kind.search(cell)), None)
        for kind in (_WHO, _WHAT, _WHEN)
    ]
    return tuple(n for n in found if n is not None) if None not in found else ()


def reports_back(brief: Brief) -> Decision:
    """13: an action plan, and what became of the last actions."""
    reported = brief.heading(_REPORTED) or brief.first(_REPORTED)
    plan = [*_table_rows(brief), *(line for line in brief.paragraphs if is_whole(line))]
    if reported and plan:
        return passed("It has actions, and says what became of the last ones.", reported)
    if plan:
        return partly(
            "It has actions, but does not say what became of the last ones.",
            plan[0],
            "Open with last time's actions: done, not done, and what changed.",
        )
    mend = "Add a table: action, owner, day, done. Begin it with last time's actions."
    if reported:
        return partly("It says what changed, but has no plan of actions.", reported, mend)
    promised = brief.first(_PROMISED)
    if promised:
        return failed("Following up is promised, not shown.", promised, mend)
    return failed("There is no plan of actions, and nothing on the last ones.", None, mend)


def offers_help(brief: Brief) -> Decision:
    """14: a tool, a person or training for each low category."""
    links = len(brief.source.links) or len(
        _ADDRESS.findall("\n".join(p.text for p in brief.paragraphs))
    )
    contacts = brief.all(_CONTACT)
    people = brief.heading(_PEOPLE)
    training = brief.all(_TRAINING)
    mend = "Beside each worry name one tool and one person who can help."
    decided = people or next(iter((*contacts, *training)), None)
    if links + len(contacts) >= _ENOUGH_HELP and (people or contacts or training):
        return passed("Tools and people who can help are named.", decided)
    if people and sum(line.section == people.text for line in brief.paragraphs) >= _ENOUGH_HELP:
        return passed("People who can help are named.", people)
    if decided or links:
        return partly("Some help is offered, but not for every worry.", decided, mend)
    return failed("No help is offered.", None, mend)
