"""Whether an auditor's estimate may be shown."""

from goldenthread.analysis.facets.estimates import AuditorEstimate
from goldenthread.analysis.facets.gates import why_not
from goldenthread.engine.consistency.run import Consistency

UNSETTLED = "the calculation did not settle"


def why_withheld(found: Consistency, auditor: int, estimate: AuditorEstimate | None) -> str | None:
    """Why nothing may be said of an auditor, by position; ``None`` where it may."""
    links = found.network
    reason = why_not(estimate, int(links.audits[auditor]), int(links.links[auditor]))
    settled = found.fit is None or found.fit.converged
    return found.why_not or reason or (None if settled else UNSETTLED)
