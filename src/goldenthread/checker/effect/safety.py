"""Criteria 23 and 24: everybody can use it, and nobody can be recognised in it."""

from goldenthread.checker.effect.brief import Brief, Line
from goldenthread.checker.effect.decision import Decision, cannot_tell, failed, partly, passed
from goldenthread.checker.results import Severity
from goldenthread.checker.source import Shows

_NEEDED = frozenset({Shows.HEADINGS, Shows.PICTURES, Shows.LANGUAGE})


def accessible(brief: Brief) -> Decision:
    """23: headings, alternative text, header rows, language, contrast."""
    if brief.access is None:
        return cannot_tell("Access was not checked.")
    errors = [found for found in brief.access if found.severity is Severity.ERROR]
    if errors:
        return failed(errors[0].message, None, "Mend what is listed under access, errors first.")
    if not brief.source.shows >= _NEEDED:
        return cannot_tell(
            "A file of this kind does not show headings, pictures and language.",
            "Check the file that readers are sent.",
        )
    queries = [found for found in brief.access if found.severity is Severity.QUERY]
    if queries:
        return partly(queries[0].message, None, "Look at what is listed under access.")
    return passed("Nothing was found that keeps a reader out.")


def discloses_nobody(brief: Brief) -> Decision:
    """24: no names, small cells or stories by which somebody could be recognised."""
    if brief.hits is None:
        return cannot_tell("Names, small numbers and stories were not looked for.")
    opened = [hit for hit in brief.hits if hit.allowed_by is None]
    mend = "Take out or change what could tell who it is, or have it allowed by a second person."
    for severity, decide in ((Severity.ERROR, failed), (Severity.QUERY, partly)):
        found = next((hit for hit in opened if hit.severity is severity), None)
        if found:
            line = Line(found.text, found.where)
            return decide(f"Somebody might be recognised ({found.kind}).", line, mend)
    return passed("Nothing was found by which somebody could be recognised.")
