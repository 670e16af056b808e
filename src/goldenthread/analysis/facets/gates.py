"""When something may be said of one auditor: enough audits, enough links, a narrow enough range."""

from goldenthread.analysis.facets.estimates import AuditorEstimate

ENOUGH_AUDITS = 6
ENOUGH_LINKS = 2
WIDEST = 1.0
"""Widest 95% interval of the fair average, in grades."""


def why_not(estimate: AuditorEstimate | None, audits: int, links: int) -> str | None:
    """Why nothing may be said yet of an auditor; ``None`` where it may.

    ``links`` counts the children shared with other auditors.

    >>> why_not(None, audits=3, links=0)
    'not enough audits yet (have 3, need 6)'
    """
    if audits < ENOUGH_AUDITS:
        return f"not enough audits yet (have {audits}, need {ENOUGH_AUDITS})"
    if links < ENOUGH_LINKS:
        return (
            "not enough children yet whose records a colleague read too"
            f" (have {links}, need {ENOUGH_LINKS})"
        )
    if estimate is None:
        return "gave no grade that could be compared"
    interval = estimate.fair_average.interval
    if interval.upper - interval.lower > WIDEST:
        return "the range is still wider than one grade"
    return None
