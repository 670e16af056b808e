"""What must hold between the parts of a definition file, beyond the type of each entry.

The checks look at every item that is sound by itself, so that one bad category does not hide the
faults of the others.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TypeVar

from pydantic import ValidationError

from goldenthread.definitions import library
from goldenthread.definitions.base import Definition
from goldenthread.definitions.frameworks import RESERVED_CATEGORY_IDS, Category, Layer
from goldenthread.definitions.matching import Named, normalise
from goldenthread.definitions.plan_types import PlanType
from goldenthread.definitions.problems import DefinitionProblem
from goldenthread.definitions.scales import Level, Scale
from goldenthread.definitions.themes import Theme
from goldenthread.definitions.timescales import TimescaleRule
from goldenthread.definitions.yaml_reading import Document, Path

LONGEST_SHORT_LABEL = 30
"""Characters that fit beside a bar of a chart."""

OVERALL_HEADING = "Overall"
"""Heading of the overall grade: no category may be called so."""

Problems = Iterator[DefinitionProblem]
D = TypeVar("D", bound=Definition)


def check_framework(
    document: Document,
    scales: Mapping[str, Scale],
    plan_types: Collection[str],
    headings: Collection[str],
) -> Problems:
    """Scale, levels and plan types exist; quality is described; no two columns look alike.

    ``headings`` are the other columns of the sheet on which categories become columns.
    """
    categories = _sound(document, "categories", Category)
    taken = {
        normalise(heading): "another column has this heading"
        for heading in (OVERALL_HEADING, *headings)
    }
    yield from _ambiguous(document, "categories", categories, taken)
    scale_id = _text(document, "scale")
    scale = scales.get(scale_id)
    if scale_id and scale is None:
        yield document.problem(("scale",), scale_id, f"write one of {_listed(scales)}")
    for place, category in categories:
        path: Path = ("categories", place)
        yield from _category_names(document, path, category)
        yield from _applicability(document, path, category, plan_types)
        if scale:
            yield from _descriptors(document, path, category, scale)


def check_scale(document: Document) -> Problems:
    """``good_from`` is a level; no spelling means two levels, or means *not applicable* as well."""
    levels = _sound(document, "levels", Level)
    taken = {
        normalise(word): f"this means {reason.label.lower()}"
        for reason in library.ungraded()
        for word in (reason.id, reason.label, *reason.also)
    }
    yield from _ambiguous(document, "levels", levels, taken)
    ids = [level.id for _, level in levels]
    good_from = _text(document, "good_from")
    if good_from and ids and good_from not in ids:
        yield document.problem(("good_from",), good_from, f"write one of {_listed(ids)}")


def check_themes(document: Document, category_ids: Collection[str]) -> Problems:
    """No spelling means two themes, and each category is in a framework that is in use."""
    themes = _sound(document, "themes", Theme)
    yield from _ambiguous(document, "themes", themes, {})
    for place, theme in themes:
        for number, category in enumerate(theme.categories):
            if category not in category_ids:
                path = ("themes", place, "categories", number)
                yield document.problem(path, category, "write the id of a category in use")


def check_rules(document: Document) -> Problems:
    """No spelling means two rules, and no rule ends before it begins."""
    rules = _sound(document, "timescale_rules", TimescaleRule)
    yield from _ambiguous(document, "timescale_rules", rules, {})
    for place, rule in rules:
        starts, ends = rule.effective_from, rule.effective_to
        if starts and ends and ends < starts:
            path = ("timescale_rules", place, "effective_to")
            yield document.problem(path, ends.isoformat(), "write a date after effective_from")


def check_plan_types(document: Document) -> Problems:
    """No spelling means two plan types."""
    yield from _ambiguous(document, "plan_types", _sound(document, "plan_types", PlanType), {})


def _ambiguous(
    document: Document,
    key: str,
    items: Sequence[tuple[int, Named]],
    taken: Mapping[str, str],
) -> Problems:
    """Spellings that would be read as two things, because they differ in nothing that counts."""
    owners: dict[str, int] = {}
    for place, item in items:
        for path, spelling in _spelt(item, (key, place)):
            word = normalise(spelling)
            owner = owners.setdefault(word, place)
            if not word:
                yield document.problem(path, spelling, "write some letters or digits")
            elif word in taken:
                mend = f"{taken[word]}; choose other words"
                yield document.problem(path, spelling, mend)
            elif owner != place:
                line = document.line((key, owner))
                mend = f"this already means {key}[{owner + 1}] on line {line}; choose other words"
                yield document.problem(path, spelling, mend)


def _spelt(item: Named, path: Path) -> Iterator[tuple[Path, str]]:
    yield (*path, "id"), item.id
    yield (*path, "label"), item.label
    if short := getattr(item, "short", ""):
        yield (*path, "short"), short
    for number, other in enumerate(item.also):
        yield (*path, "also", number), other


def _category_names(document: Document, path: Path, category: Category) -> Problems:
    if category.id in RESERVED_CATEGORY_IDS:
        mend = "this id means something else in figures; choose another"
        yield document.problem((*path, "id"), category.id, mend)
    if len(category.short) > LONGEST_SHORT_LABEL:
        mend = f"shorten it to {LONGEST_SHORT_LABEL} characters, so that it fits a chart"
        yield document.problem((*path, "short"), category.short, mend)


def _applicability(
    document: Document, path: Path, category: Category, plan_types: Collection[str]
) -> Problems:
    if category.applies_to == ():
        mend = "name the plan types, or take the entry out so that it applies to every child"
        yield document.problem((*path, "applies_to"), "", mend)
    for number, plan_type in enumerate(category.applies_to or ()):
        if plan_type not in plan_types:
            where = (*path, "applies_to", number)
            yield document.problem(where, plan_type, f"write one of {_listed(plan_types)}")


def _descriptors(document: Document, path: Path, category: Category, scale: Scale) -> Problems:
    """A descriptor's level exists, and quality describes each level that the scale describes."""
    levels = [level.id for level in scale.levels]
    for level in category.descriptors:
        if level not in levels:
            mend = f'the scale "{scale.id}" has no such level; use {_listed(levels)}'
            yield document.problem((*path, "descriptors", level), "", mend)
    if category.layer is Layer.COMPLIANCE:
        return
    wanted = [level.id for level in scale.levels if level.descriptor]
    if missing := [level for level in wanted if not category.descriptors.get(level)]:
        mend = (
            f"describe {_listed(missing)} as well: "
            f"a category of quality says what {_listed(wanted)} look like"
        )
        yield document.problem((*path, "descriptors"), "", mend)


def _sound(document: Document, key: str, kind: type[D]) -> list[tuple[int, D]]:
    """Items of a list that are right by themselves, with their places."""
    content = document.content
    items = content.get(key) if isinstance(content, dict) else None
    sound = []
    for place, item in enumerate(items if isinstance(items, list) else ()):
        try:
            sound.append((place, kind.model_validate(item)))
        except ValidationError:
            continue  # reported with the errors of the whole file
    return sound


def _text(document: Document, key: str) -> str:
    value = document.content.get(key) if isinstance(document.content, dict) else None
    return value if isinstance(value, str) else ""


def _listed(words: Collection[str]) -> str:
    """Words as a list in a sentence: "a, b and c"."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
