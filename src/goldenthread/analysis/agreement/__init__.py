"""Whether auditors who read the same children gave the same grades, and what moderation changed."""

from goldenthread.analysis.agreement.between_auditors import agreement
from goldenthread.analysis.agreement.moderation import Moderated, Moves, moderated
from goldenthread.analysis.agreement.result import Agreement, Coefficient, Table

__all__ = [
    "Agreement",
    "Coefficient",
    "Moderated",
    "Moves",
    "Table",
    "agreement",
    "moderated",
]
