"""What the returns say of printed shares, where they are at hand.

A share is matched to a figure by the category and the grade that its clause names, and never by
its numbers. Only where exactly one category and one grade are named does a difference make an
error. What is withheld in the figures is neither told nor hinted at.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from goldenthread.analysis.figure import Figure, FigureSet, Kind
from goldenthread.analysis.rounding import has_percentage, percent_text
from goldenthread.checker.figures.arithmetic import band, truncation_band
from goldenthread.checker.figures.model import Share
from goldenthread.checker.figures.returned import Candidate, Match, Returns, context_of
from goldenthread.checker.figures.shares import shares_in
from goldenthread.checker.results import Severity, Statement, Verdict
from goldenthread.checker.source import Part, Passage
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.scales import Scale

MOST_NAMED = 3
"""A statement that may be about more figures than these is left alone."""


def recompute(
    statements: Sequence[Statement],
    parts: Sequence[Part],
    figures: FigureSet,
    framework: Framework,
    scale: Scale,
) -> tuple[Statement, ...]:
    """Add to each statement what the returns say of it.

    A difference is an error where the match is certain and a query where it is not. A query for
    want of a base is settled where the returns certainly agree. All else stays as it was.
    """
    returns = Returns(figures, framework, scale)
    return tuple(_recomputed(statement, statements, parts, returns) for statement in statements)


def _recomputed(
    statement: Statement, others: Sequence[Statement], parts: Sequence[Part], returns: Returns
) -> Statement:
    match = returns.match(context_of(statement, parts, others))
    if match is None or len(match.candidates) > MOST_NAMED:
        return statement
    if any(_is_withheld(candidate.figure) for candidate in match.candidates):
        return statement
    share = _share(statement, parts[statement.part])
    if share is None:
        return statement
    agreeing = [c for c in match.candidates if _agrees(statement, share, c.figure)]
    if agreeing:
        return _confirmed(statement, agreeing[0], match)
    return _contradicted(statement, match)


def _is_withheld(figure: Figure) -> bool:
    known = figure.numerator is not None and bool(figure.denominator)
    return figure.kind is not Kind.SHARE or figure.suppressed_because is not None or not known


def _share(statement: Statement, part: Part) -> Share | None:
    """The share as printed, read again with how exactly it is meant."""
    if isinstance(part, Passage):
        end = statement.start + len(statement.text)
        for printed in shares_in(part.text):
            inside = statement.start <= printed.start < max(end, statement.start + 1)
            if inside and printed.share.printed == statement.percent:
                return printed.share
    if not re.fullmatch(r"\d{1,3}(?:\.\d{1,9})?", statement.percent):
        return None
    places = len(statement.percent.partition(".")[2])
    return Share(statement.percent, Fraction(statement.percent) / 100, places)


def _agrees(statement: Statement, share: Share, figure: Figure) -> bool:
    count, base = figure.numerator or 0, figure.denominator or 0
    if statement.count not in (None, count):
        return False
    if statement.base_stated and statement.base not in (None, base):
        return False
    cut = truncation_band(share)
    return count in band(share).counts(base) or (cut is not None and count in cut.counts(base))


def _confirmed(statement: Statement, candidate: Candidate, match: Match) -> Statement:
    severity = statement.severity
    wants_base = statement.base is None and severity is Severity.QUERY
    if wants_base and match.certain and statement.verdict is not Verdict.POSSIBLE_IF_TRUNCATED:
        severity = Severity.OK
    added = f"The returns agree: {_said(candidate)}."
    return replace(statement, severity=severity, message=f"{statement.message} {added}".strip())


def _contradicted(statement: Statement, match: Match) -> Statement:
    severity = statement.severity
    if match.certain:
        severity = Severity.ERROR
    elif severity in (Severity.OK, Severity.NOTE):
        severity = Severity.QUERY
    said = ", and ".join(_said(candidate) for candidate in match.candidates)
    added = f"The returns give {said}."
    return replace(statement, severity=severity, message=f"{statement.message} {added}".strip())


def _said(candidate: Candidate) -> str:
    """For example "10 of 26 (38%) for identification of and response to risk graded inadequate"."""
    count, base = candidate.figure.numerator or 0, candidate.figure.denominator or 0
    percentage = f" ({percent_text(count, base)})" if has_percentage(base) else ""
    return f"{count} of {base}{percentage} for {candidate.words}"
