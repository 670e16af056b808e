"""What is put into the model."""

from dataclasses import dataclass
from enum import StrEnum


class Auditors(StrEnum):
    """How auditors enter the model."""

    POOLED = "pooled"
    """Random: drawn towards their colleagues as far as their own audits say little."""
    FIXED = "fixed"
    """Each by itself, and all children from one population, as FACETS and TAM have it."""


@dataclass(frozen=True, slots=True)
class Options:
    """Parts of the model that can be switched off, so that other programs can be reproduced."""

    auditors: Auditors = Auditors.POOLED
    halo: bool = True
    """A random effect of child and auditor together: sixteen grades are one judgement."""
    teams: bool = True
    """A mean of its own for the children of each team; pooled auditors only."""
    conditions: bool = True
    """The effect of having had the conversation, where readings with and without it occur."""
    partial_credit: bool = False
    """Steps of its own for each category (Masters 1982), where it was used often enough."""
