"""Everything that the parts of a brief are written from."""

from dataclasses import dataclass

from goldenthread.analysis.figure import FigureSet
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.scales import Scale
from goldenthread.publications.composition import Composition
from goldenthread.publications.inputs import BriefInputs
from goldenthread.publications.selection import Budget, Selection, select


@dataclass(frozen=True, slots=True)
class Brief:
    """Inputs, figures and definitions of one brief, and the composition they are written in."""

    inputs: BriefInputs
    framework: Framework
    scale: Scale
    composition: Composition

    @property
    def figures(self) -> FigureSet:
        """The figures of the brief's audience."""
        return self.composition.figures

    def select(self, budget: Budget | None = None) -> Selection:
        """The brief's messages, each in its place."""
        return select(self.inputs.messages, self.figures, budget)
