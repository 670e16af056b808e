"""What the returns say of printed shares, where they are at hand.

A share is matched to a figure by the category and the grade that its clause names, and never by
its numbers. Only where exactly one category and one grade are named does a difference make an
error. What is withheld in the figures is neither told nor hinted at.
"""

from collections.abc import Sequence
from dataclasses import replace

from goldenthread.analysis.figure import Figure, FigureSet, Kind
from goldenthread.analysis.rounding import has_percentage, percent_text
from goldenthread.checker.figures.model import Share
from goldenthread.checker.figures.returns.naming import Vocabulary, contexts_of, printed_share
from goldenthread.checker.figures.returns.returned import Candidate, Match, Returns
from goldenthread.checker.figures.verdicts.arithmetic import band, truncation_band
from goldenthread.checker.results import Severity, Statement, Verdict
from goldenthread.checker.source import Part
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
    returns = Returns(figures, Vocabulary(framework, scale))
    return tuple(
        _recomputed(statement, parts[statement.part], returns.match(context))
        for statement, context in zip(statements, contexts_of(statements, parts), strict=True)
    )


def _recomputed(statement: Statement, part: Part, match: Match | None) -> Statement:
    if match is None or len(match.candidates) > MOST_NAMED:
        return statement
    if any(_is_withheld(candidate.figure) for candidate in match.candidates):
        return statement
    share = printed_share(statement, part)
    if share is None:
        return statement
    agreeing = [c for c in match.candidates if _agrees(statement, share, c.figure)]
    if agreeing:
        return _confirmed(statement, agreeing[0], match)
    return statement if match.only_confirms else _contradicted(statement, match)


def _is_withheld(figure: Figure) -> bool:
    known = figure.numerator is not None and bool(figure.denominator)
    return figure.kind is not Kind.SHARE or figure.suppressed_because is not None or not known


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
