"""What ``goldenthread figures`` prints: JSON, its schema, or a table for people."""

import json
from datetime import date
from pathlib import Path

from goldenthread.analysis import phrases
from goldenthread.analysis.figure import Figure, FigureSet
from goldenthread.engine.figures import figures
from goldenthread.engine.outputs import FiguresOut, figures_out
from goldenthread.engine.telling import Tell, silent


def figures_schema() -> str:
    """The JSON Schema of ``figures_json``."""
    return json.dumps(FiguresOut.model_json_schema(mode="serialization"), indent=1)


def figures_json(
    path: Path,
    *,
    audience: str = "service",
    previous: Path | None = None,
    as_at: date | None = None,
    tell: Tell = silent,
) -> str:
    """Every figure as JSON (design.md §10.2a). Raises ``Failure``."""
    file, found = figures(path, audience=audience, as_at=as_at, previous=previous, tell=tell)
    day = (as_at or file.cycle.cut_off_on).isoformat()
    output = figures_out(path.name, day, found)
    return json.dumps(output.model_dump(), indent=1, ensure_ascii=False)


def figures_table(
    path: Path,
    *,
    audience: str = "service",
    previous: Path | None = None,
    as_at: date | None = None,
    tell: Tell = silent,
) -> str:
    """Every figure on a line: key, slice, as printed, and the 95% range. Raises ``Failure``."""
    _, found = figures(path, audience=audience, as_at=as_at, previous=previous, tell=tell)
    return _aligned([("Figure", "Of", "As printed", "Range (95%)"), *_lines(found)])


def _lines(found: FigureSet) -> list[tuple[str, str, str, str]]:
    return [
        (figure.key, _slice(figure), phrases.form(figure, "text").text, _range(figure))
        for figure in found
    ]


def _slice(figure: Figure) -> str:
    return ", ".join(f"{name} {value}" for name, value in figure.slice) or "the service"


def _range(figure: Figure) -> str:
    if figure.lower is None or figure.upper is None:
        return ""
    return f"{figure.lower:.1%} to {figure.upper:.1%}"


def _aligned(rows: list[tuple[str, ...]]) -> str:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ("  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in lines)
