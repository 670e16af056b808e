"""The same thing said twice with different figures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from goldenthread.checker.figures.model import Share
from goldenthread.checker.figures.returns.naming import (
    ANOTHER_TIME,
    NARROWED,
    Context,
    Placed,
    Vocabulary,
    contexts_of,
    printed_share,
)
from goldenthread.checker.figures.verdicts.arithmetic import band
from goldenthread.checker.figures.words.outline import outline_of
from goldenthread.checker.results import Severity, Statement
from goldenthread.checker.source import Passage, Role, Source
from goldenthread.definitions import library

_VOCABULARY = ("core_16", "ofsted_4")
"""Framework and scale whose words are looked for; most authorities use words like these."""

MOST_WAYS = 2
"""What is said in more ways than two is told team by team or month by month, and no slip."""

FEWEST_WORDS = 4
"""Shorter phrases ("of cases were good") are the same by chance."""


@dataclass(frozen=True, slots=True)
class _Saying:
    """A statement with its number among all and its share."""

    number: int
    statement: Statement
    share: Share


def repeats(statements: Sequence[Statement], source: Source) -> tuple[Statement, ...]:
    """Query the later of two statements of the same thing whose figures differ.

    The same thing is the same category and grade, or under one heading the same words around the
    figures. Where a document has several bases, only what stands under one heading is compared.
    Nothing is said of what a team, an age, a time or another base sets apart, and a severity that
    is already worse stays. Source: domain.md §6.5 (e), "same figure repeated
    consistently".
    """
    found = list(statements)
    for sayings in _by_subject(statements, source).values():
        first = sayings[0]
        later = [
            s for s in sayings[1:] if _differ(first, s) and not _in_one_breath(first, s, source)
        ]
        different = {(s.statement.percent, s.statement.count) for s in (first, *later)}
        if not later or len(different) > MOST_WAYS:
            continue
        for saying in later:
            found[saying.number] = _queried(saying.statement, first.statement)
    return tuple(found)


def _by_subject(statements: Sequence[Statement], source: Source) -> dict[str, list[_Saying]]:
    framework, scale = _VOCABULARY
    vocabulary = Vocabulary(library.framework(framework), library.scale(scale))
    headings = _headings(source)
    one_base = len({s.base for s in statements if s.base is not None}) == 1
    subjects: dict[str, list[_Saying]] = {}
    contexts = contexts_of(statements, source.parts)
    for number, (statement, context) in enumerate(zip(statements, contexts, strict=True)):
        share = printed_share(statement, source.parts[statement.part])
        heading = headings[statement.part]
        subject = _subject(context, vocabulary, heading)
        if subject and share is not None:
            subject = subject if one_base else f"{heading}: {subject}"
            subjects.setdefault(subject, []).append(_Saying(number, statement, share))
    return subjects


def _headings(source: Source) -> list[str]:
    """For each part, the text of the last heading before it."""
    headings: list[str] = []
    last = ""
    for part in source.parts:
        if isinstance(part, Passage) and part.role is Role.HEADING:
            last = part.text
        headings.append(last)
    return headings


def _subject(context: Context, vocabulary: Vocabulary, heading: str) -> str:
    """What the statement is about, as a key; empty where that is not clear."""
    if _is_set_apart(heading):
        return ""
    levels = vocabulary.levels(context)
    categories = vocabulary.categories(context)
    if len(levels) == len(categories.ids) == 1 and categories.placed is Placed.SUBJECT:
        return "" if _is_set_apart(context.text) else f"{categories.ids[0]}.{levels[0]}"
    if context.shares > 1:
        return ""
    said = _OF_ALL.sub("", _FIGURES.sub(" ", context.text.casefold()).strip())
    words = _WORD.findall(said)
    return f"{heading}: {' '.join(words)}" if len(words) >= FEWEST_WORDS else ""


_FIGURES = re.compile(r"\(?\d[\d,.]*\s?(?:%|per\scent)?\)?|\bper\scent\b")
_OF_ALL = re.compile(r"^(?:in|for)?\s*(?:of\s)(?:(?:the|all|these|our)\s)*")
_WORD = re.compile(r"[a-z]+(?:[’'][a-z]+)?")


def _is_set_apart(words: str) -> bool:
    """Whether the words speak of a part of the service, of some children, or of another time."""
    return any(pattern.search(words) for pattern in (NARROWED, ANOTHER_TIME, _A_PART, _A_TIME))


_A_PART = re.compile(
    r"\b(?:localit\w+|areas?|districts?|north|south|east|west|central|each|services?|boards?"
    r"|schools?|health|police|male|female|white|black|asian|mixed)\b",
    re.IGNORECASE,
)
_A_TIME = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|quarter|q[1-4]|month|now|this\stime|national\w*|england|regional\w*|target)\b",
    re.IGNORECASE,
)


def _differ(first: _Saying, later: _Saying) -> bool:
    """Whether two statements of the same base, as far as it is known, cannot both be so."""
    one, other = first.statement, later.statement
    if None not in (one.base, other.base) and one.base != other.base:
        return False
    counts_differ = None not in (one.count, other.count) and one.count != other.count
    a, b = band(first.share), band(later.share)
    return counts_differ or a.is_below(b) or b.is_below(a)


def _in_one_breath(first: _Saying, later: _Saying, source: Source) -> bool:
    """Whether one sentence says both: "good in 8 (57%) and weak in 6 (43%)" is no repeat."""
    one, other = first.statement, later.statement
    part = source.parts[one.part]
    if one.part != other.part or not isinstance(part, Passage):
        return False
    sentence_of = outline_of(part.text).sentence_of
    return sentence_of(one.start) == sentence_of(other.start)


def _queried(statement: Statement, first: Statement) -> Statement:
    severity = statement.severity
    if severity in (Severity.OK, Severity.NOTE):
        severity = Severity.QUERY
    added = (
        f"The same is said with another figure at {first.where} (“{first.text}”), and here at "
        f"{statement.where} (“{statement.text}”). Check which of the two is right."
    )
    return replace(statement, severity=severity, message=f"{statement.message} {added}".strip())
