"""What is known while a slide is read."""

from collections import Counter
from dataclasses import dataclass, field

from goldenthread.checker.reading.office.collected import Collected
from goldenthread.checker.reading.office.package import Package
from goldenthread.checker.reading.slides.templates import NO_TEMPLATE, Template
from goldenthread.checker.source import Passage, Region, Role


@dataclass(slots=True)
class Slide:
    """A slide, its notes or a layout. ``region`` is that of its text.

    ``background`` is ``None`` where other shapes may lie behind the text. ``languages`` counts
    characters, ``footers`` are those that were kept: all slides share both.
    """

    package: Package
    part: str
    found: Collected
    where: str
    template: Template = NO_TEMPLATE
    number: int | None = None
    region: Region = Region.BODY
    background: str | None = None
    counts: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    footers: set[str] = field(default_factory=set)

    def within(self, region: Region) -> Region:
        """A region on a slide that is shown; all of a hidden slide is hidden."""
        return region if self.region is Region.BODY else self.region

    def numbered(self, kind: str) -> str:
        """The next of its kind: "slide 3, table", "slide 3, table 2"."""
        self.counts[kind] += 1
        count = self.counts[kind]
        return f"{self.where}, {kind}" + (f" {count}" if count > 1 else "")

    def keep(self, text: str, where: str, region: Region, role: Role = Role.PARAGRAPH) -> None:
        """Keep a text as a passage."""
        self.found.add(Passage(text, where, role, region, page=self.number))
