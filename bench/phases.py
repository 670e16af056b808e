"""Where the time of a brief goes: processor time by phase, in one process that does all of it.

``python bench/phases.py WORKBOOK`` prints seconds by phase as JSON, for one run.
"""

import json
import sys
import time
from importlib import import_module
from pathlib import Path

FORMATS = {"pdf": "PDF", "html": "HTML", "docx": "Word", "pptx": "PowerPoint"}


class Clock:
    """Seconds of this process's processor time, by phase, in order."""

    def __init__(self) -> None:
        self.phases: dict[str, float] = {"Start of Python": time.process_time()}
        self._before = time.process_time()

    def lap(self, phase: str) -> None:
        """Say that a phase has ended."""
        now = time.process_time()
        self.phases[phase] = now - self._before
        self._before = now


def phases(workbook: Path) -> dict[str, float]:
    """Make a brief of ``workbook`` phase by phase, as ``goldenthread brief`` does."""
    clock = Clock()
    import_module("goldenthread.cli")
    from pydantic import TypeAdapter  # noqa: F401 (loaded here to be counted, as typer does)

    clock.lap("Loading the command line")
    from goldenthread.analysis import cycle, disclosure  # noqa: F401 (loaded here to be counted)
    from goldenthread.engine import figures, inputs, returns
    from goldenthread.engine.rendering import renderer
    from goldenthread.engine.telling import silent
    from goldenthread.exchange.workbook import read  # noqa: F401
    from goldenthread.publications.layouts.registry import compose

    clock.lap("Loading what a brief needs")
    from goldenthread.engine.origins import Origins
    from goldenthread.engine.reading_again import read_again
    from goldenthread.engine.self_check import asked_of, scored

    clock.lap("Loading the checker")
    file = returns.read(workbook)
    clock.lap("Reading the workbook")
    found = figures.compute(file, audience="service")
    clock.lap("Computing the figures")
    layouts = ["learning-brief"]
    given = inputs.brief_inputs(file)
    publication = compose(layouts, given, found, file.framework, file.scale)
    clock.lap("Composing")
    asked = asked_of(given, "service")
    layout = scored(publication.documents, asked, silent, Origins(given))["learning-brief"]
    clock.lap("Checking what was composed")
    for format_, name in FORMATS.items():
        made_by = renderer(format_)
        clock.lap(f"{name}: loading")
        content = made_by.render(layout.document)
        clock.lap(f"{name}: writing")
        read_again(f"learning-brief.{format_}", content, asked)
        clock.lap(f"{name}: checking")
    return clock.phases


if __name__ == "__main__":
    print(json.dumps(phases(Path(sys.argv[1]))))
