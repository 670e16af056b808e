"""Figures made by hand, so that a sentence can be read beside its numbers."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from goldenthread.analysis.figure import Figure, FigureSet, Kind, Selector, Slice
from goldenthread.analysis.intervals import wilson
from goldenthread.definitions.frameworks import Category, Framework, NotEvidenced
from goldenthread.definitions.scales import Level, Scale


def _figure(key: str, kind: Kind, unit: str, of: Slice, **numbers: float | None) -> Figure:
    return Figure(
        key=key,
        kind=kind,
        unit=unit,
        population="",
        period="2026-09-01/2026-10-31",
        method="",
        version="1",
        selector=Selector("judgements"),
        slice=of,
        **numbers,  # type: ignore[arg-type]
    )


@pytest.fixture
def share() -> Callable[..., Figure]:
    """A share with its Wilson interval: ``share(key, k, n)``."""

    def make(key: str, count: int, base: int, unit: str = "audits", of: Slice = ()) -> Figure:
        if base == 0:
            return _figure(key, Kind.SHARE, unit, of, numerator=0, denominator=0)
        interval = wilson(count, base)
        return _figure(
            key,
            Kind.SHARE,
            unit,
            of,
            value=count / base,
            numerator=count,
            denominator=base,
            lower=interval.lower,
            upper=interval.upper,
        )

    return make


@pytest.fixture
def count() -> Callable[..., Figure]:
    """A count: ``count(key, number, unit)``."""

    def make(key: str, number: int, unit: str = "audits", of: Slice = ()) -> Figure:
        return _figure(key, Kind.COUNT, unit, of, value=number, numerator=number)

    return make


@pytest.fixture
def median() -> Callable[..., Figure]:
    """A middle answer: ``median(key, value, answers)``."""

    def make(key: str, value: float, answers: int, of: Slice = ()) -> Figure:
        return _figure(key, Kind.MEDIAN, "answers", of, value=value, denominator=answers)

    return make


@pytest.fixture
def suppressed() -> Callable[..., Figure]:
    """A share that may not be shown, with or without its base."""

    def make(key: str, base: int | None = None, unit: str = "audits", of: Slice = ()) -> Figure:
        whole = _figure(key, Kind.SHARE, unit, of, denominator=base)
        return replace(whole, suppressed_because="c")

    return make


@pytest.fixture
def figure_set() -> Callable[..., FigureSet]:
    """A set of these figures, with the earlier cycle's beside them."""

    def make(*figures: Figure, previous: tuple[Figure, ...] = ()) -> FigureSet:
        return FigureSet(
            "service",
            {(f.key, f.slice): f for f in figures},
            {(f.key, f.slice): f for f in previous},
        )

    return make


@pytest.fixture
def scale() -> Scale:
    """The four grades."""
    labels = ("Inadequate", "Requires improvement", "Good", "Outstanding")
    levels = tuple(Level(id=a.lower().replace(" ", "_"), label=a, short=a[:3]) for a in labels)
    return Scale(id="four", label="Four grades", version="1", levels=levels, good_from="good")


@pytest.fixture
def framework() -> Framework:
    """A framework of one category, in which *not evidenced* stands apart."""
    risk = Category(id="risk", label="Response to risk", short="Risk")
    return Framework(id="one", version="1", label="One", scale="four", categories=(risk,))


@pytest.fixture
def strict_framework(framework: Framework) -> Framework:
    """The same, in which *not evidenced* counts as the lowest grade."""
    return framework.model_copy(update={"not_evidenced": NotEvidenced.LOWEST})
