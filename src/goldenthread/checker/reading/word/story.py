"""What is known while a Word document is read, and where in it the reader stands."""

from collections import Counter
from dataclasses import dataclass, field, replace

from goldenthread.checker.reading.office.collected import Collected
from goldenthread.checker.reading.office.colours import Theme
from goldenthread.checker.reading.office.package import Package
from goldenthread.checker.reading.word.styles import Styles
from goldenthread.checker.source import Region
from goldenthread.documents.untrusted.archive import Damaged

MOST_DEPTH = 25
"""Tables and boxes, one inside another; people reach three."""


MOST_OF_A_KIND = 20_000
"""Tables, text boxes or pictures."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands. ``where`` is ``""`` in the body, where paragraphs are counted.

    ``background`` is ``None`` where nobody can tell it.
    """

    region: Region = Region.BODY
    where: str = ""
    background: str | None = None
    depth: int = 0

    def inside(self, where: str, background: str | None, region: Region | None = None) -> "Place":
        """A place within this one. Raises ``Damaged`` when that goes on without end."""
        if self.depth >= MOST_DEPTH:
            raise Damaged
        return Place(region or self.region, where, background, self.depth + 1)


@dataclass(slots=True)
class Story:
    """One part of a document (body, header, notes) and what all parts share.

    ``page`` is ``None`` where the file cannot tell pages; ``rendered`` where the program that
    saved it marked its page breaks.
    """

    package: Package
    part: str
    found: Collected
    styles: Styles
    theme: Theme
    list_ids: frozenset[str]
    page: int | None = None
    rendered: bool = False
    counts: Counter[str] = field(default_factory=Counter)

    def of_part(self, part: str) -> "Story":
        """The story of another part, which stands on no page and counts for itself."""
        return replace(self, part=part, page=None, counts=Counter())

    def numbered(self, kind: str, place: Place) -> str:
        """The next of its kind, for people: "page 2, text box 3", "header, picture 1".

        Raises ``Damaged`` when there are more than anybody makes.
        """
        self.counts[kind] += 1
        if self.counts[kind] > MOST_OF_A_KIND:
            raise Damaged
        words = f"{kind} {self.counts[kind]}"
        if place.region not in {Region.BODY, Region.TEXT_BOX}:
            return f"{place.where}, {words}" if place.where else words
        return self.on_page(words)

    def paragraph(self) -> str:
        """The next paragraph of the body: counted anew on each page where pages are known."""
        kind = "paragraph" if self.page is None else f"paragraph of page {self.page}"
        self.counts[kind] += 1
        return self.on_page(f"paragraph {self.counts[kind]}")

    def on_page(self, words: str) -> str:
        """The words, after the page if it is known."""
        return words if self.page is None else f"page {self.page}, {words}"
