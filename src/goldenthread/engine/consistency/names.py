"""What auditors, children and categories are called on a terminal."""

from collections.abc import Mapping, Sequence

from goldenthread.analysis.grades import Grades
from goldenthread.definitions import library

_LONGEST = 40
_HEAD, _TAIL = 24, 15
"""What is kept of a longer name: the ends tell long names apart."""


def shown(name: str) -> str:
    """A name on one line, without marks that move a cursor, and not too long.

    >>> shown("Jo\\n Bell"), shown("x" * 50 + "1")
    ('Jo Bell', 'xxxxxxxxxxxxxxxxxxxxxxxx…xxxxxxxxxxxxxx1')
    """
    line = printable(name)
    return line if len(line) <= _LONGEST else f"{line[:_HEAD]}…{line[-_TAIL:]}"


def printable(text: str) -> str:
    """Text on one line, with a mark for every character that has no form of its own."""
    line = " ".join(text.split())
    return "".join(mark if mark.isprintable() else "\N{REPLACEMENT CHARACTER}" for mark in line)


def auditor_names(grades: Grades) -> Mapping[str, str]:
    """How each auditor's code is shown."""
    return {auditor: shown(auditor) for auditor in grades.auditors}


def category_names(categories: Sequence[str]) -> tuple[str, ...]:
    """Names of the categories of a shipped framework, where all are its; else as they are given.

    >>> category_names(["risk", "supervision"]), category_names(["risk", "music"])
    (('Risk', 'Supervision'), ('risk', 'music'))
    """
    for name in library.list_frameworks():
        known = {category.id: category.short for category in library.framework(name).categories}
        if known.keys() >= set(categories):
            return tuple(known[category] for category in categories)
    return tuple(shown(category) for category in categories)
