"""The fictional authority's brief in every layout and file type, with a page that leads to each."""

from pathlib import Path

from goldenthread.engine.brief import BriefRequest, brief
from goldenthread.engine.example import example
from goldenthread.engine.publishing import MANIFEST
from goldenthread.engine.rendering import FORMATS
from goldenthread.engine.writing import check_free, write_file
from goldenthread.publications.layouts.registry import LAYOUTS

INDEX = "index.html"
CURRENT, PREVIOUS = "returns.xlsx", "returns-previous.xlsx"
_NAMES = (
    CURRENT,
    PREVIOUS,
    *(f"{layout}.{format_}" for layout in LAYOUTS for format_ in FORMATS),
    MANIFEST,
    INDEX,
)


def build(folder: Path, *, force: bool = False) -> list[Path]:
    """Write the example's workbooks, its brief in every layout and file type, and an index.

    Raises ``Failure`` (exit 4) when one of them exists and ``force`` is not given: the folder may
    hold somebody's own returns.
    """
    check_free([folder / name for name in _NAMES], force=force)
    current = example(folder / CURRENT, force=force)
    previous = example(folder / PREVIOUS, cycle="previous", force=force)
    request = BriefRequest(
        workbook=current,
        folder=folder,
        layouts=tuple(LAYOUTS),
        previous=previous,
        force=force,
        two_processes=True,
    )
    written = brief(request)
    sources = [current.name, previous.name, written[-1].name]
    page = _index(sources, [path.name for path in written])
    index = write_file(folder / INDEX, page.encode(), force=force)
    return [current, previous, *written, index]


def _index(sources: list[str], written: list[str]) -> str:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("goldenthread.engine")
    pages = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    layouts = {
        layout: [name for name in written if name.startswith(f"{layout}.")] for layout in LAYOUTS
    }
    return pages.get_template("demo.html").render(layouts=layouts, sources=sources)
