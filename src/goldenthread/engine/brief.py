"""``goldenthread brief``: from a returns workbook to a finished brief in every file type."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from goldenthread.engine.failures import check_names
from goldenthread.engine.rendering import FORMATS, Job
from goldenthread.engine.second_process import second_process
from goldenthread.engine.telling import Tell, silent


@dataclass(frozen=True, slots=True)
class BriefRequest:
    """What was asked for. ``previous`` is the earlier cycle's workbook."""

    workbook: Path
    folder: Path = Path("brief")
    layouts: Sequence[str] = ("learning-brief",)
    formats: Sequence[str] = tuple(FORMATS)
    audience: str = "service"
    previous: Path | None = None
    as_at: date | None = None
    force: bool = False
    two_processes: bool = False
    """Whether a second process may render beside this one: for a command, not for a server."""

    @property
    def jobs(self) -> list[Job]:
        """The files to make, in order."""
        return [Job(layout, format_) for layout in self.layouts for format_ in self.formats]


def brief(request: BriefRequest, tell: Tell = silent) -> list[Path]:
    """Compose, render and write; returns the paths written, the manifest last.

    Raises ``Failure``: 2 wrong usage, 3 a workbook with problems, 4 a refusal (a typed number,
    disclosure, existing files). Nothing is written then.
    """
    check_names("format", request.formats, tuple(FORMATS))
    with second_process(request.jobs if request.two_processes else ()) as second:
        # Loading all that a brief needs takes as long as starting the other process.
        from goldenthread.engine.publishing import publish

        return publish(request, tell, second)
