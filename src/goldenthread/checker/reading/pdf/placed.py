"""Whatever stands on a page and is read at its turn: a line, a table, a framed part."""

from typing import Protocol

from goldenthread.checker.reading.pdf.space import Box


class Item(Protocol):
    """Something with a place on the page."""

    @property
    def box(self) -> Box:
        """Where it stands."""

    @property
    def size(self) -> float:
        """Of its type, in points."""

    @property
    def text(self) -> str:
        """Its words."""

    @property
    def bold(self) -> bool | None:
        """Whether all of it is bold; ``None`` for some of it."""
