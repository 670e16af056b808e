"""Every layout by name, and composing several from the same figures at once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from goldenthread.analysis.figure import FigureSet
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.scales import Scale
from goldenthread.documents.blocks import Document
from goldenthread.publications.brief import Brief
from goldenthread.publications.composition import Composition
from goldenthread.publications.disclosure import disclosures
from goldenthread.publications.inputs import BriefInputs
from goldenthread.publications.layouts.learning_brief import learning_brief
from goldenthread.publications.layouts.one_page import one_page
from goldenthread.publications.layouts.seven_minute import seven_minute
from goldenthread.publications.layouts.signs_of_safety import signs_of_safety
from goldenthread.publications.name_gate import numbers_in_names
from goldenthread.publications.parts.resources import addresses_without_link
from goldenthread.publications.safety_gate import open_escalations

LAYOUTS: Mapping[str, Callable[[Brief], Document]] = {
    "learning-brief": learning_brief,
    "one-page": one_page,
    "seven-minute": seven_minute,
    "signs-of-safety": signs_of_safety,
}


@dataclass(frozen=True, slots=True)
class Publication:
    """Composed documents by layout, and what the author should know."""

    documents: Mapping[str, Document]
    warnings: tuple[str, ...]


def compose(
    layouts: Sequence[str],
    inputs: BriefInputs,
    figures: FigureSet,
    framework: Framework,
    scale: Scale,
) -> Publication:
    """Compose every layout asked for. Raises ``Refused`` with all reasons at once."""
    grades = frozenset(level.label for level in scale.levels)
    composition = Composition(figures, grades=grades)
    composition.refusals.extend(disclosures(inputs))
    composition.refusals.extend(open_escalations(inputs.escalations))
    composition.refusals.extend(numbers_in_names(inputs))
    brief = Brief(inputs, framework, scale, composition)
    documents = {layout: LAYOUTS[layout](brief) for layout in layouts}
    composition.finish()
    return Publication(
        documents=documents,
        warnings=(*brief.select().warnings, *addresses_without_link(inputs)),
    )
