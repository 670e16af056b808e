"""What is said of agreement: coefficients with their limits, and the table behind them."""

from dataclasses import dataclass

ENOUGH_CHILDREN = 20
"""Second-read children from which the data say whether auditors agree."""


@dataclass(frozen=True, slots=True)
class Coefficient:
    """A coefficient of agreement; 1 is perfect agreement.

    ``lower`` and ``upper`` are 95% limits. ``se`` counts every child × category as independent.
    ``why_not`` says in plain words why something is missing, or why it says too little.
    """

    value: float | None
    lower: float | None = None
    upper: float | None = None
    se: float | None = None
    why_not: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """How often each grade met each grade: ``counts[row][column]``, worst level first."""

    levels: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Whether auditors who read the same children gave the same grades.

    ``children`` and ``units`` (child × category) were graded by two auditors or more. ``table``
    counts every pair of grades of a unit both ways round, and so is symmetric.
    """

    children: int
    units: int
    exact: Coefficient
    within_one: Coefficient
    alpha_nominal: Coefficient
    alpha_ordinal: Coefficient
    alpha_interval: Coefficient
    alpha_ratio: Coefficient
    ac1: Coefficient
    ac2_quadratic: Coefficient
    kappa_quadratic: Coefficient
    table: Table


def too_few(children: int) -> str | None:
    """Why so few second-read children cannot say whether auditors agree; ``None`` from 20.

    >>> too_few(1)
    'only 1 child was read by two people; 20 are needed before this says whether auditors agree'
    """
    if children >= ENOUGH_CHILDREN:
        return None
    if children == 0:
        return "no child was read and graded by two people"
    were = "child was" if children == 1 else "children were"
    return (
        f"only {children} {were} read by two people; {ENOUGH_CHILDREN} are needed before this says"
        " whether auditors agree"
    )
