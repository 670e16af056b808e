"""Disclosure control: nobody can be recognised in what an audience receives, taken together."""

from goldenthread.analysis.disclosure.attack import Recoverable, audit_set
from goldenthread.analysis.disclosure.audiences import (
    SUPPRESSED_BECAUSE,
    for_audience,
    for_audience_set,
)
from goldenthread.analysis.disclosure.policy import Audience

__all__ = [
    "SUPPRESSED_BECAUSE",
    "Audience",
    "Recoverable",
    "audit_set",
    "for_audience",
    "for_audience_set",
]
