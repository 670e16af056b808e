"""Shares of audits by reported grade, category by category, with what was not graded beside."""

from collections.abc import Iterator

from goldenthread.analysis.facts import Answered
from goldenthread.analysis.figure import Figure
from goldenthread.analysis.making import Certainty, Maker, Subject, mid_sentence
from goldenthread.analysis.reported import OVERALL, judged_categories
from goldenthread.analysis.tables import FactsError, where
from goldenthread.analysis.tally import Tally
from goldenthread.definitions.frameworks import Framework, NotEvidenced
from goldenthread.definitions.scales import Scale

ANSWERS_BESIDE_GRADES = (Answered.GRADED, Answered.NOT_EVIDENCED, Answered.NOT_GRADED)
"""Answers of audits to which a category applied, each a figure ``{category}.{answer}``."""

_KEYS_BESIDE_LEVELS = {"good_or_better", "not_yet_good", *(answer.value for answer in Answered)}


def figures(
    maker: Maker, judgements: Tally, framework: Framework, scale: Scale
) -> Iterator[Figure]:
    """``{category}.{level}`` and its neighbours, for every category of the framework.

    ``judgements`` has columns ``category``, ``answered`` and ``level``. Raises ``FactsError`` when
    a level's id would make the key of another figure.
    """
    if clash := sorted(_KEYS_BESIDE_LEVELS & {level.id for level in scale.levels}):
        raise FactsError(
            f"Scale {scale.id}: the level ids {', '.join(clash)} mean something else in figure"
            " keys; use other ids."
        )
    for category in judged_categories(framework):
        of_category = judgements.narrow(where(category=category))
        yield from _by_level(maker, category, of_category, framework, scale)
        yield from _by_answer(maker, category, of_category, framework)


def _by_level(
    maker: Maker, category: str, judgements: Tally, framework: Framework, scale: Scale
) -> Iterator[Figure]:
    counted = graded_words(framework)
    subject = Subject("audits", f"audits {counted} for {category_words(category, framework)}")
    whole = where(level=[level.id for level in scale.levels])
    for key, levels in level_groups(scale).items():
        yield maker.share(f"{category}.{key}", subject, judgements, where(level=levels), whole)


def _by_answer(
    maker: Maker, category: str, judgements: Tally, framework: Framework
) -> Iterator[Figure]:
    label = category_words(category, framework)
    applied = Subject("audits", f"audits to which {label} applied")
    whole = where(answered=ANSWERS_BESIDE_GRADES)
    for answer in ANSWERS_BESIDE_GRADES:
        key, part = f"{category}.{answer}", where(answered=answer)
        yield maker.share(key, applied, judgements, part, whole, Certainty.COMPLETE)
    yield maker.share(
        f"{category}.{Answered.NOT_APPLICABLE}",
        Subject("audits", "audits returned"),
        judgements,
        where(answered=Answered.NOT_APPLICABLE),
        certainty=Certainty.COMPLETE,
    )


def level_groups(scale: Scale) -> dict[str, tuple[str, ...]]:
    """Last word of a figure's key to the levels that it counts: each level, then the two sides.

    >>> from goldenthread.definitions import library
    >>> level_groups(library.scale("ofsted_4"))["good_or_better"]
    ('good', 'outstanding')
    """
    ids = [level.id for level in scale.levels]
    groups: dict[str, tuple[str, ...]] = {level: (level,) for level in ids}
    groups["good_or_better"] = tuple(level for level in ids if scale.is_good(level))
    groups["not_yet_good"] = tuple(level for level in ids if not scale.is_good(level))
    return groups


def graded_words(framework: Framework) -> str:
    """What stands in the denominator of grades, in words."""
    if framework.not_evidenced is NotEvidenced.LOWEST:
        return "graded or not evidenced (counted as the lowest grade)"
    return "graded"


def category_words(category: str, framework: Framework) -> str:
    """A category's label inside a sentence."""
    if category == OVERALL:
        return "the overall grade"
    return mid_sentence(framework.category(category).label)
