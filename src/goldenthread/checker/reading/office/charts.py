"""Charts: the figures that they draw, as they print them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from goldenthread.checker.reading.office.collected import Collected
from goldenthread.checker.reading.office.grids import squared, within_limits
from goldenthread.checker.reading.office.names import CHART
from goldenthread.checker.reading.office.numbers import printed
from goldenthread.checker.reading.office.package import Package
from goldenthread.checker.reading.office.text import drawn_paragraphs
from goldenthread.checker.reading.tidied import tidied
from goldenthread.checker.source import Grid, Passage, Region

_MOST_POINTS = 10_000
_LABELS = ("tx", "cat", "xVal")
_VALUES = ("val", "yVal", "bubbleSize")

Points = dict[int, str]


@dataclass(frozen=True, slots=True)
class Chart:
    """``rows``: names of series, then each category with its values. ``texts``: other words."""

    title: str
    rows: tuple[tuple[str, ...], ...]
    texts: tuple[str, ...]


def chart_in(package: Package, part: str) -> Chart | None:
    """What the chart in a part holds, and the text boxes drawn on it; ``None`` if it is missing."""
    root = package.optional_xml(part)
    if root is None:
        return None
    drawn = [
        text
        for shapes in package.related(part, "chartUserShapes")
        for text in drawn_paragraphs(package.xml(shapes))
    ]
    chart = _chart(root)
    return replace(chart, texts=(*chart.texts, *drawn))


def _chart(root: etree._Element) -> Chart:
    title = root.find(f"{CHART}chart/{CHART}title")
    others = (label for kind in ("title", "dLbl") for label in root.iter(f"{CHART}{kind}"))
    texts = [_text(label) for label in others if label is not title]
    return Chart(
        title="" if title is None else _text(title),
        rows=_rows([_series(element) for element in root.iter(f"{CHART}ser")]),
        texts=tuple(text for text in texts if text),
    )


def keep_chart(
    found: Collected,
    chart: Chart | None,
    where: str,
    region: Region = Region.CHART,
    page: int | None = None,
) -> None:
    """Keep a chart's figures as a grid, and its other words as passages."""
    if chart is None:
        return
    if chart.rows:
        found.add(
            Grid(chart.rows, where, region, chart.title, header_rows=1, header_columns=1, page=page)
        )
    elif chart.title:
        found.add(Passage(chart.title, where, region=region, page=page))
    for text in chart.texts:
        found.add(Passage(text, where, region=region, page=page))


@dataclass(frozen=True, slots=True)
class _Series:
    name: str
    categories: Points
    values: Points


def _series(element: etree._Element) -> _Series:
    held = {str(child.tag)[len(CHART) :]: child for child in element.iterchildren(f"{CHART}*")}
    values = next((held[kind] for kind in _VALUES if kind in held), None)
    categories = next((held[kind] for kind in _LABELS[1:] if kind in held), None)
    name = "" if "tx" not in held else " ".join(_points(held["tx"]).values())
    return _Series(
        name=name or (_text(held["tx"]) if "tx" in held else ""),
        categories={} if categories is None else _points(categories),
        values={} if values is None else _points(values),
    )


def _points(holder: etree._Element) -> Points:
    """Values by their number, as printed; categories of several levels are joined."""
    points: Points = {}
    for cache in holder.iter(
        *(f"{CHART}{kind}" for kind in ("strCache", "numCache", "lvl", "strLit", "numLit"))
    ):
        code = cache.findtext(f"{CHART}formatCode") or "General"
        for point in cache.iterchildren(f"{CHART}pt"):
            number = _number(point.get("idx"))
            own = point.get("formatCode") or code
            text = point.findtext(f"{CHART}v") or ""
            is_number = str(cache.tag).endswith(("numCache", "numLit"))
            text = tidied(printed(text, own) if is_number else text)
            if number is not None:
                points[number] = f"{text}, {points[number]}" if number in points else text
    return points


def _rows(series: list[_Series]) -> tuple[tuple[str, ...], ...]:
    numbers = sorted({number for one in series for number in one.values.keys() | one.categories})
    if not numbers:
        return ()
    within_limits(len(numbers) * len(series))
    rows = [["", *(one.name for one in series)]]
    for number in numbers:
        label = next((one.categories[number] for one in series if number in one.categories), "")
        rows.append([label or str(number + 1), *(one.values.get(number, "") for one in series)])
    return squared(rows)


def _text(element: etree._Element) -> str:
    return tidied(" ".join(_paragraphs(element)))


def _paragraphs(element: etree._Element) -> Iterator[str]:
    """Texts that are written out in a title or label, else those that it takes from a cell."""
    written = list(drawn_paragraphs(element))
    return iter(written) if written else (v.text or "" for v in element.iter(f"{CHART}v"))


def _number(value: str | None) -> int | None:
    if not value or not value.isascii() or not value.isdigit() or len(value) > 5:
        return None
    return int(value) if int(value) < _MOST_POINTS else None
