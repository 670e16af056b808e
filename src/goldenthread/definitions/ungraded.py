"""Why a category has no grade: not applicable, not evidenced, not graded. Never a blank."""

from goldenthread.definitions.base import Definition, Id, Line


class Ungraded(Definition):
    """One of the three reasons; ``also`` holds spellings such as ``N/A``."""

    id: Id
    label: Line
    also: tuple[Line, ...] = ()
