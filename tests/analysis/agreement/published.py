"""Published values of agreement coefficients, beside ours: for tests and for the accuracy table."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from goldenthread.analysis.agreement import coefficients, weights
from goldenthread.analysis.agreement import standard_errors as errors
from goldenthread.analysis.agreement.measures import measures
from goldenthread.analysis.agreement.ratings import Floats, Ratings, in_rows
from goldenthread.analysis.agreement.sums import of_ratings, of_tables

PUBLISHED = Path(__file__).with_suffix(".yaml")


@dataclass(frozen=True, slots=True)
class Published:
    """A value that others give, and ours."""

    quantity: str
    data: str
    source: str
    expected: float
    tolerance: float
    ours: float


@dataclass(frozen=True, slots=True, eq=False)
class Data:
    """Ratings, the numbers of their levels, and weights of the source's own if it has any."""

    title: str
    ratings: Ratings
    values: tuple[int, ...]
    own_weights: Floats | None


def published() -> Iterator[Published]:
    """Every published value with ours."""
    content = yaml.safe_load(PUBLISHED.read_text(encoding="utf-8"))
    data = {name: _data(entry) for name, entry in content["data"].items()}
    for row in content["quantities"]:
        of = data[row["data"]]
        yield Published(
            quantity=row["quantity"],
            data=of.title,
            source=row["source"],
            expected=row["expected"],
            tolerance=row["tolerance"],
            ours=compute(row["compute"], of),
        )


def compute(name: str, data: Data) -> float:
    """A coefficient by its name; with ``_se`` after it, its standard error."""
    coefficient, wants_error = name.removesuffix("_se"), name.endswith("_se")
    ratings, sums = data.ratings, of_ratings(data.ratings)
    value, error = _functions(data)[coefficient]
    found = error(ratings, sums) if wants_error else value(sums)
    assert found is not None
    return float(found)


def _functions(data: Data) -> Mapping[str, tuple[Callable[..., Any], Callable[..., Any]]]:
    levels = data.ratings.levels
    functions = {
        name: (measure.value, measure.se) for name, measure in measures(levels, data.values).items()
    }
    schemes = {
        scheme.__name__: scheme(levels)
        for scheme in (weights.identity, weights.linear, weights.quadratic, weights.ordinal)
    }
    if data.own_weights is not None:
        schemes["own"] = data.own_weights
    for name, agreed in schemes.items():
        functions[f"ac2_{name}"] = (
            partial(coefficients.gwet, weights=agreed),
            partial(errors.of_gwet, weights=agreed),
        )
        functions[f"kappa_{name}"] = (
            partial(coefficients.kappa, weights=agreed),
            partial(errors.of_kappa, weights=agreed),
        )
    functions["kappa_fleiss"] = (
        lambda sums: coefficients.alpha(of_tables(sums.coincidences), weights.nominal_distances),
        lambda ratings, sums: None,
    )
    return functions


def _data(entry: Mapping[str, Any]) -> Data:
    values = tuple(entry["values"])
    rows = _from_table(entry["table"]) if "table" in entry else _from_rows(entry["rows"], values)
    own = entry.get("own_weights")
    return Data(
        title=entry["title"],
        ratings=in_rows(rows, len(values)),
        values=values,
        own_weights=None if own is None else np.array(own, dtype=np.float64),
    )


def _from_rows(rows: list[str], values: tuple[int, ...]) -> np.ndarray[Any, np.dtype[np.intp]]:
    level = {str(value): place for place, value in enumerate(values)} | {".": -1}
    return np.array([[level[word] for word in str(row).split()] for row in rows], dtype=np.intp)


def _from_table(table: list[list[int]]) -> np.ndarray[Any, np.dtype[np.intp]]:
    counts = np.array(table)
    pairs = [pair for pair, count in np.ndenumerate(counts) for _ in range(count)]
    return np.array(pairs, dtype=np.intp)
