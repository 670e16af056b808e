"""The definitions that ship with the package, by id. Read once, from inside the package."""

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, TypeVar

from goldenthread.definitions.base import Definition
from goldenthread.definitions.calendars import Calendar
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.plan_types import PlanType
from goldenthread.definitions.scales import Scale
from goldenthread.definitions.themes import Theme
from goldenthread.definitions.timescales import TimescaleRule
from goldenthread.definitions.ungraded import Ungraded
from goldenthread.definitions.yaml_reading import read_yaml

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

D = TypeVar("D", bound=Definition)


class UnknownDefinition(LookupError):
    """No shipped definition has this id. The message names those that ship."""


def framework(framework_id: str) -> Framework:
    """The shipped framework with this id. Raises ``UnknownDefinition``.

    >>> framework("core_16").category("risk").label
    'Identification of and response to risk'
    """
    return _framework(_known("framework", framework_id, list_frameworks()))


def scale(scale_id: str) -> Scale:
    """The shipped scale with this id. Raises ``UnknownDefinition``.

    >>> [level.label for level in scale("ofsted_4").levels]
    ['Inadequate', 'Requires improvement', 'Good', 'Outstanding']
    """
    return _scale(_known("scale", scale_id, list_scales()))


def calendar(calendar_id: str) -> Calendar:
    """The shipped calendar with this id. Raises ``UnknownDefinition``.

    >>> calendar("england").last_year
    2040
    """
    return _calendar(_known("calendar", calendar_id, _ids("calendars")))


@cache
def list_frameworks() -> tuple[str, ...]:
    """Ids of the shipped frameworks, in alphabetical order."""
    return _ids("frameworks")


@cache
def list_scales() -> tuple[str, ...]:
    """Ids of the shipped scales, in alphabetical order."""
    return _ids("scales")


@cache
def plan_types() -> tuple[PlanType, ...]:
    """Kinds of child that an audit can be about, from early help to leaving care."""
    return _entries("plan_types", PlanType)


@cache
def themes() -> tuple[Theme, ...]:
    """What findings are about, across categories and cycles."""
    return _entries("themes", Theme)


@cache
def timescale_rules() -> tuple[TimescaleRule, ...]:
    """How soon what has to be done: statutory, from guidance, and local rules to be changed."""
    return _entries("timescale_rules", TimescaleRule)


@cache
def ungraded() -> tuple[Ungraded, ...]:
    """Reasons why a category has no grade: not applicable, not evidenced, not graded."""
    return _entries("ungraded", Ungraded)


@cache
def _framework(framework_id: str) -> Framework:
    return Framework.model_validate(_content("frameworks", f"{framework_id}.yaml"))


@cache
def _scale(scale_id: str) -> Scale:
    return Scale.model_validate(_content("scales", f"{scale_id}.yaml"))


@cache
def _calendar(calendar_id: str) -> Calendar:
    return Calendar.model_validate(_content("calendars", f"{calendar_id}.yaml"))


def _entries(name: str, kind: type[D]) -> tuple[D, ...]:
    """The list that stands in ``name.yaml`` under the key ``name``."""
    return tuple(kind.model_validate(entry) for entry in _content(f"{name}.yaml")[name])


def _known(kind: str, wanted: str, ids: tuple[str, ...]) -> str:
    if wanted not in ids:
        raise UnknownDefinition(f'there is no {kind} "{wanted}"; choose from {", ".join(ids)}')
    return wanted


def _ids(folder: str) -> tuple[str, ...]:
    return tuple(sorted(entry.name.removesuffix(".yaml") for entry in _data(folder).iterdir()))


def _content(*parts: str) -> Any:
    return read_yaml(_data(*parts).read_bytes(), parts[-1]).content


def _data(*parts: str) -> "Traversable":
    return resources.files("goldenthread.definitions").joinpath("data", *parts)
