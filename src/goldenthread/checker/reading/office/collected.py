"""What a reader has found so far, within limits."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from goldenthread.checker.reading.office.grids import within_limits
from goldenthread.checker.source import Colours, Grid, Label, Link, Part, Passage, Picture
from goldenthread.documents.untrusted.archive import Unfit

MOST_CHARACTERS = 20_000_000
MOST_PARTS = 60_000
"""Paragraphs and tables; 200 pages have about 4,000."""

_DIVIDE = "divide it and check the pieces"


@dataclass(slots=True)
class Collected:
    """Parts in reading order, and what else a ``Source`` holds."""

    parts: list[Part] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    colours: list[Colours] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    characters: int = 0
    cells: int = 0

    def add(self, part: Part) -> None:
        """Keep a part. Raises ``Unfit`` when there is more text than can be checked."""
        texts = (part.text,) if isinstance(part, Passage) else _texts(part)
        self.characters += sum(map(len, texts))
        if self.characters > MOST_CHARACTERS:
            raise Unfit(f"holds more than 20 million characters; {_DIVIDE}")
        if len(self.parts) >= MOST_PARTS:
            raise Unfit(f"holds more than {MOST_PARTS:,} paragraphs; {_DIVIDE}")
        self.parts.append(part)

    def count_cells(self, cells: int) -> None:
        """Note cells of sheets. Raises ``Unfit`` when there are more than can be checked."""
        self.cells += cells
        within_limits(self.cells)

    def warn(self, sentence: str) -> None:
        """Keep a sentence about what could not be read, once."""
        if sentence not in self.warnings:
            self.warnings.append(sentence)


def _texts(grid: Grid) -> Iterator[str]:
    return (cell for row in grid.rows for cell in row)
