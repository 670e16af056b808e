"""Where a block stands on paper, and the runs that are set there."""

from dataclasses import dataclass, replace
from typing import Any

from goldenthread.documents.blocks import FigureRun, Link, Run, Runs, Section, Tone
from goldenthread.documents.charts.measure import text_width
from goldenthread.documents.render.office.addresses import link_target

Data = dict[str, Any]
"""What can be written as JSON."""

PADDING = 12.0
"""Within panels, in points."""

_TOGETHER = 18
"""A figure of at most so many characters is not broken over lines."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a block stands: width available and type sizes in points, and level."""

    width: float
    size: float
    smallest: float
    tight: bool = False
    """Whether the page budget asks for every line that can be saved."""
    level: int = 2
    tone: Tone = Tone.PLAIN

    def runs(self, runs: Runs, scale: float = 1.0, indent: float = 0.0) -> list[Data]:
        """Runs set here at a multiple of the type size, with an indent in type sizes."""
        return runs_data(runs, self.width - indent * self.size, scale * self.size)

    def words(self, text: str, scale: float = 1.0) -> Data:
        """Plain words set here at a multiple of the type size."""
        return words_data(text, self.width, scale * self.size)

    def within(self, section: Section) -> "Setting":
        """The setting of what stands within a section."""
        inner = self.width - 2 * PADDING if section.boxed else self.width
        return replace(self, width=inner, level=self.level + 1, tone=section.tone)


def run_data(run: Run, room: float, size: float) -> Data:
    """One run, set at ``size`` in a line of ``room`` points.

    A word that is wider than the line may break anywhere; a short figure stays on one line.
    """
    data = words_data(run.text, room, size)
    if isinstance(run, Link):
        target = link_target(run.address)
        return data | ({"address": target} if target else {})
    together = isinstance(run, FigureRun) and len(run.text) <= _TOGETHER
    return data | {"emphasis": run.emphasis.value, "together": together and not data["break"]}


def words_data(text: str, room: float, size: float) -> Data:
    """Plain words as a run."""
    widest = max((text_width(word, size, "semibold") for word in text.split()), default=0.0)
    return {"text": text, "emphasis": "none", "break": widest > room}


def runs_data(runs: Runs, room: float, size: float) -> list[Data]:
    """Runs in their order; empty ones are left out."""
    return [run_data(run, room, size) for run in runs if run.text]
