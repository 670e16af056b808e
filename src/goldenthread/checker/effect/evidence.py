"""Criteria 4, 5 and 15: figures that can be recomputed, standards with sources, and method."""

import re

from goldenthread.checker.effect.brief import Brief, Line
from goldenthread.checker.effect.decision import Decision, cannot_tell, failed, partly, passed
from goldenthread.checker.effect.priorities import headlines
from goldenthread.checker.effect.vocabulary import phrases
from goldenthread.checker.results import Severity, Statement

_UNGRADED = phrases(
    "not (?:applicable|evidenced|graded|assessed|relevant)",
    "n/a",
    "did not apply",
    "could not be (?:graded|judged)",
    r"\d+ (?:audits |records )?(?:were )?graded(?=\s*(?:[.,;:)]|$))",
)
"""Also by how many were: "26 graded" beside each category tells how many were not."""

_STANDARD = phrases(
    "practice standards?",
    r"(?:(?:core|national|professional) )?standards? \d+",
    "polic(?:y|ies)",
    "statutory (?:guidance|duty)",
    "working together",
    "regulations?",
    r"section \d+",
    r"s\.? ?\d\d",
    "(?:children|adoption|care) act",
    "iro handbook",
    "inspection framework",
)
_TIME_LIMIT = phrases(
    r"within \w+ (?:working |calendar )?(?:hours?|days?|weeks?|months?)",
    r"every (?:\w+ )?(?:days|weeks|months)",
)
_LINKS = phrases("links?", "resources", "further reading", "read more")
_ADDRESS = re.compile(r"https?://|www\.")
_ENOUGH_STANDARDS = 3

_AUTHOR = phrases(
    "(?:prepared|written|compiled|produced|edited|authored|published) by",
    r"authors?\s?:",
    "from (?:the|your) (?:quality assurance|audit|practice learning) team",
)
_SIGNED = re.compile(
    r"(?:[A-Z][a-z’'-]+ ){0,2}[A-Z][a-z’'-]+ ?(?:&|and) ?(?:[A-Z][a-z’'-]+ ){0,2}[A-Z][a-z’'-]+\.?"
)
"""Names under a text: "Linda & Aimee.", which is all that some briefs say of their authors."""

_METHOD = {
    "how the children were chosen": phrases(
        "at random",
        "randomly",
        "random sample",
        "sampl(?:ed|ing)",
        r"dip[- ]sampl\w+",
        "stratified",
        "(?:chosen|drawn|selected|picked) (?:from|by|because)",
    ),
    "who audited": phrases(
        "audited by",
        "audits? (?:were|was) (?:done|completed|carried out|undertaken|read) by",
        "auditors (?:were|are|included)",
        r"(?:managers?|leads?|chairs?) (?:\w+ )?audited",
    ),
    "how alike auditors grade": phrases(
        "second(?:ly)?[- ]read(?:er)?",
        "read by a second",
        "moderat(?:ed|ion|or)",
        "(?:level of|inter-?rater|rates? of) (?:agreement|reliability)",
        "auditors agreed",
        r"calibrat\w+",
    ),
}


def recomputable(brief: Brief) -> Decision:
    """4: counts, bases and ungraded printed, and every number right."""
    wrong = [found for found in brief.statements if found.severity is Severity.ERROR]
    if wrong:
        return failed(
            f"{_figures(len(wrong))} cannot be right. {wrong[0].message}",
            Line(wrong[0].text, wrong[0].where),
            "Count again, and print “n of N” beside each percentage.",
        )
    unequal = next((found for found in brief.sets if found.severity is Severity.ERROR), None)
    if unequal:
        first = unequal.items[0].text if unequal.items else "These figures"
        return failed(unequal.message, Line(first, unequal.where), "Count the parts again.")
    if not brief.statements:
        return cannot_tell(
            "There are no percentages or shares to recompute.",
            "Print how many of how many for each finding.",
        )
    return _complete(brief)


def _figures(number: int) -> str:
    return "1 figure" if number == 1 else f"{number} figures"


def _complete(brief: Brief) -> Decision:
    """No number is wrong: is each of them whole?"""
    bare = [found for found in brief.statements if not _is_whole(found)]
    ungraded = brief.first(_UNGRADED)
    if 10 * len(bare) > len(brief.statements):
        return partly(
            f"{len(bare)} of {_figures(len(brief.statements))} lack the count or what it is of.",
            Line(bare[0].text, bare[0].where),
            "Print “n of N” beside each percentage.",
        )
    if ungraded is None:
        return partly(
            "All figures can be recomputed, but what was not graded is not said.",
            None,
            "Say how many audits each category leaves out, and why.",
        )
    return passed("All figures can be recomputed, and what was not graded is said.", ungraded)


def _is_whole(statement: Statement) -> bool:
    return statement.count is not None and statement.base is not None


def names_standards(brief: Brief) -> Decision:
    """5: the standard beside each finding, with its source."""
    named = [line for line in brief.matching(_STANDARD) if not _is_link(line)]
    wanted = min(len(headlines(brief)) or _ENOUGH_STANDARDS, _ENOUGH_STANDARDS)
    if len(named) >= wanted:
        return passed("Standards are named with their sources.", named[0])
    mend = "Beside each finding write the standard it is judged by, and where it stands."
    if named:
        return partly("Only a few findings name the standard they are judged by.", named[0], mend)
    limit = brief.first(_TIME_LIMIT)
    if limit:
        return partly("A time limit is given without its source.", limit, mend)
    return failed("No finding says which standard it is judged by.", None, mend)


def _is_link(line: Line) -> bool:
    return bool(_LINKS.search(line.section.lower()) or _ADDRESS.search(line.lower))


def shows_method(brief: Brief) -> Decision:
    """15: a credible author, and how it was done: sampling, who audited, agreement."""
    author = brief.first(_AUTHOR) or _signed(brief)
    shown = {name: line for name, what in _METHOD.items() if (line := brief.first(what))}
    missing = " and ".join(name for name in _METHOD if name not in shown)
    if author and len(shown) > 1:
        return passed("It says who wrote it and how it was done.", author)
    if author:
        return partly(
            "It is signed, but says little of the method.",
            author,
            f"Add a method box of three lines: {missing}.",
        )
    if shown:
        return partly(
            "Some of the method is told, but not who wrote it.",
            next(iter(shown.values())),
            "Add the names and roles of the authors.",
        )
    return failed(
        "It says neither who wrote it nor how it was done.",
        None,
        f"Add the authors with their roles, and a method box: {missing}.",
    )


def _signed(brief: Brief) -> Line | None:
    """Names that stand as a paragraph of their own."""
    return next((line for line in brief.paragraphs if _SIGNED.fullmatch(line.text)), None)
