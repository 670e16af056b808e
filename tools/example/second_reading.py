"""First, second and moderated rows of an audit, from the grades that it is reported with."""

from collections.abc import Mapping

import numpy as np
from grade_matrix import GRADES, OVERALL

Grades = Mapping[str, str]

SAME = 0.75
"""Chance that a second reader gives the grade that is reported in the end; otherwise the next."""


def first(reported: Grades, before: Grades) -> dict[str, str]:
    """What the first auditor gave: the reported grades, but for those that moderation changed."""
    return {**reported, **before}


def second(reported: Grades, before: Grades, random: np.random.Generator) -> dict[str, str]:
    """A blind second reading: agrees with what moderation decided, and mostly with the rest."""
    settled = {*before, OVERALL}
    return {
        category: grade if category in settled else _near(grade, random)
        for category, grade in reported.items()
    }


def moderated(reported: Grades, before: Grades) -> dict[str, str]:
    """Only what moderation changed."""
    return {category: reported[category] for category in before}


def _near(grade: str, random: np.random.Generator) -> str:
    """The same grade or a neighbour; nobody finds outstanding what the others find good."""
    step = int(random.choice([-1, 1]))
    if random.random() < SAME or grade not in GRADES:
        return grade
    return GRADES[min(max(GRADES.index(grade) + step, 0), GRADES.index("G"))]
