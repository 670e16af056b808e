"""Definitions from YAML files that an authority edited, with all their problems at once.

Every function reads one file, returns frozen definitions, and otherwise raises
``UnusableDefinition`` with one problem for each thing to mend: file, line, entry, what was there.
"""

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from goldenthread.definitions import checks, library
from goldenthread.definitions.base import Definition
from goldenthread.definitions.calendars import Calendar
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.plan_types import PlanType
from goldenthread.definitions.problems import DefinitionProblem, UnusableDefinition
from goldenthread.definitions.scales import Scale
from goldenthread.definitions.themes import Theme
from goldenthread.definitions.timescales import TimescaleRule
from goldenthread.definitions.wording import meant, mend
from goldenthread.definitions.yaml_reading import MAX_BYTES, Document, read_yaml

D = TypeVar("D", bound=Definition)


class _PlanTypes(Definition):
    plan_types: tuple[PlanType, ...]


class _Themes(Definition):
    themes: tuple[Theme, ...]


class _TimescaleRules(Definition):
    timescale_rules: tuple[TimescaleRule, ...]


def load_framework(
    path: Path,
    *,
    scales: Iterable[Scale] = (),
    plan_types: Iterable[PlanType] | None = None,
    headings: Collection[str] = (),
) -> Framework:
    """A framework. ``scales`` are the authority's own, beside the shipped ones.

    ``plan_types`` are the shipped ones unless given; ``headings`` are columns of the sheet of
    readings that no category may be called after.
    """
    document = _read(path)
    known = {scale_id: library.scale(scale_id) for scale_id in library.list_scales()}
    known |= {scale.id: scale for scale in scales}
    kinds = library.plan_types() if plan_types is None else plan_types
    found = checks.check_framework(document, known, [kind.id for kind in kinds], headings)
    return _validated(document, Framework, found)


def load_scale(path: Path) -> Scale:
    """A scale of grades, worst level first."""
    document = _read(path)
    return _validated(document, Scale, checks.check_scale(document))


def load_plan_types(path: Path) -> tuple[PlanType, ...]:
    """Kinds of child that an audit can be about."""
    document = _read(path)
    return _validated(document, _PlanTypes, checks.check_plan_types(document)).plan_types


def load_themes(path: Path, *, frameworks: Iterable[Framework] = ()) -> tuple[Theme, ...]:
    """Themes. ``frameworks`` are the authority's own, beside the shipped ones."""
    document = _read(path)
    shipped = (library.framework(framework_id) for framework_id in library.list_frameworks())
    ids = {category.id for one in (*shipped, *frameworks) for category in one.categories}
    return _validated(document, _Themes, checks.check_themes(document, ids)).themes


def load_timescale_rules(path: Path) -> tuple[TimescaleRule, ...]:
    """Timescale rules."""
    document = _read(path)
    return _validated(document, _TimescaleRules, checks.check_rules(document)).timescale_rules


def load_calendar(path: Path) -> Calendar:
    """A calendar: bank holidays and how days are counted."""
    return _validated(_read(path), Calendar, ())


def choose_framework(
    named: str, folder: Path, *, headings: Collection[str] = ()
) -> tuple[Framework, Scale]:
    """The framework that a workbook names, with its scale.

    ``named`` is the id of a shipped framework, or the name of a YAML file in ``folder``. A scale
    that does not ship is read from ``folder`` too: ``scale: ours`` means ``ours.yaml``.
    Raises ``library.UnknownDefinition`` for an id that does not ship.
    """
    if not named.lower().endswith((".yaml", ".yml")):
        framework = library.framework(named)
        return framework, library.scale(framework.scale)
    path = _beside(folder, named)
    scale_path = _beside(folder, f"{_scale_named_in(path)}.yaml")
    own = [load_scale(scale_path)] if scale_path.is_file() else []
    framework = load_framework(path, scales=own, headings=headings)
    scale = next((scale for scale in own if scale.id == framework.scale), None)
    return framework, scale or library.scale(framework.scale)


def _beside(folder: Path, name: str) -> Path:
    """A file of this name in ``folder``; a name that leads elsewhere is refused."""
    if Path(name).name != name or "\\" in name:
        raise UnusableDefinition(
            (DefinitionProblem(name, 0, "", "", "write the name of a file beside the workbook"),)
        )
    return folder / name


def _scale_named_in(path: Path) -> str:
    content = _read(path).content
    scale = content.get("scale") if isinstance(content, dict) else None
    return scale if isinstance(scale, str) else ""


def _read(path: Path) -> Document:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        advice = "there is no such file; check its name and folder"
    except (OSError, ValueError):  # a name may hold what no file name can
        advice = "the file cannot be opened; close it elsewhere and check that you may read it"
    else:
        return read_yaml(content, path.name)
    raise UnusableDefinition((DefinitionProblem(path.name, 0, "", "", advice),))


def _validated(document: Document, kind: type[D], found: Iterable[DefinitionProblem]) -> D:
    """The definition, or all problems in the order of the file."""
    problems = [*document.problems, *found]
    try:
        definition = kind.model_validate(document.content)
    except ValidationError as error:
        problems += _translated(document, kind, error, alone=not problems)
    if problems:
        raise UnusableDefinition(tuple(sorted(problems, key=lambda one: (one.line, one.path))))
    return definition


def _translated(
    document: Document, kind: type[Definition], error: ValidationError, *, alone: bool
) -> Iterable[DefinitionProblem]:
    """Pydantic's errors as problems, one for each mistake.

    A misspelt entry is not reported again as missing, and rules of a whole definition
    (``value_error``) speak only when nothing more exact was found.
    """
    errors = error.errors(include_url=False)
    unknown = [one for one in errors if one["type"] == "extra_forbidden"]
    misspelt = {(*one["loc"][:-1], meant(one, kind)) for one in unknown}
    for one in errors:
        repeated = one["type"] == "missing" and one["loc"] in misspelt
        if not repeated and (one["type"] != "value_error" or alone):
            yield _problem(document, kind, one)


def _problem(document: Document, kind: type[Definition], error: ErrorDetails) -> DefinitionProblem:
    path = tuple(part for part in error["loc"] if part != "[key]")
    missing = error["type"] == "missing"
    exists = path in document.lines
    where = path[:-1] if missing and not exists else path
    value = "" if missing else error["input"]
    return document.problem(where, value, mend(error, kind, exists))
