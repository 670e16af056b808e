"""Design: which cases are read a second time, by whom, why, and what that buys."""

from dataclasses import dataclass
from enum import StrEnum

ENOUGH_A_YEAR = 2
"""Second readings, of one's own cases or of others', that each auditor has in a year."""


class Rule(StrEnum):
    """Why a second reading was chosen: the first of the rules that it serves."""

    JOINS = "joins"
    """Joins auditors who could not be compared."""
    TWO_A_YEAR = "two_a_year"
    """Gives somebody a first or second shared case in the year."""
    PRECISION = "precision"
    """Makes differences between auditors known better than any other would."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A second reading, with what it buys after those chosen before it."""

    case: str
    auditor: str
    """Who reads it first."""
    reader: str
    rule: Rule
    joins: tuple[tuple[str, ...], ...]
    """The two groups of auditors that it joins, by code; empty where it joins none."""
    readings: tuple[tuple[str, int], ...]
    """Who of the two had fewer than two second readings in the year, and how many with this."""
    sd_before: float
    """Standard deviation of the difference between the two, in logits."""
    sd_after: float
    gain: float
    """By how much the sum of the variances of all differences between auditors falls, logit²."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How well this month's auditors and readers can be compared."""

    components: int
    """Groups of auditors who cannot be compared with each other."""
    below_two: tuple[str, ...]
    """Who has fewer than two second readings in the year, by code."""
    mean_sd: float | None
    """Of the difference between two, in logits, given what is known of auditors beforehand;
    ``None`` where there are no two."""
    greatest_sd: float | None


@dataclass(frozen=True, slots=True)
class Design:
    """Second readings in the order in which they help most, and what they buy together."""

    choices: tuple[Choice, ...]
    before: Standing
    """With the second readings of the year, and those of the month that were chosen already."""
    after: Standing
    why_fewer: str | None
    """Why there are none, or fewer than could be afforded."""
