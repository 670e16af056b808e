"""What grades say of consistency, as a brief of the service has it."""

from goldenthread.analysis.agreement import agreement
from goldenthread.analysis.facets.fit import NotEstimable, fit
from goldenthread.analysis.grades import Grades
from goldenthread.analysis.phrases.consistency_agreement import agreed_in_short, enough_read_twice
from goldenthread.analysis.phrases.consistency_amounts import Estimated
from goldenthread.engine.consistency.answers import children_parts
from goldenthread.publications.inputs import SecondReadings


def said_of(grades: Grades) -> SecondReadings | None:
    """Agreement and, where the model can be believed, the children's part of differences.

    ``None`` where too few children were read twice to say either.
    """
    found = agreement(grades)
    if not enough_read_twice(found):
        return None
    return SecondReadings(agreed_in_short(found, grades.months), _children(grades))


def _children(grades: Grades) -> tuple[Estimated, ...]:
    try:
        found = fit(grades)
    except NotEstimable:
        return ()
    return children_parts(found) if found.converged else ()
