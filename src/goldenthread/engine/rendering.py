"""Turning composed documents into files, each renderer loaded only when it is needed."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from goldenthread.documents.blocks import Document

FORMATS: Mapping[str, str] = {
    "docx": "docx",
    "pdf": "pdf",
    "pptx": "pptx",
    "html": "html",
    "md": "markdown",
    "xlsx": "xlsx",
}
"""File type to the module of ``documents.render`` that makes it."""

FRONT_TO_BACK = ("docx", "pptx", "xlsx", "html", "md", "pdf")
"""Order of work: a second process begins at the front, this one at the back.

What takes longest stands at both ends, so that they meet among the short ones.
"""


@dataclass(frozen=True, slots=True)
class Job:
    """One file to make."""

    layout: str
    format: str

    @property
    def file(self) -> str:
        """Its name, ``{layout}.{ext}``."""
        return f"{self.layout}.{self.format}"


class Renderer(Protocol):
    """What every module of ``documents.render`` offers."""

    def render(self, document: Document) -> bytes:
        """The document as the bytes of one file."""


class Sharer(Protocol):
    """Somebody who takes jobs from the front and puts the files into ``rendered``."""

    def share(
        self, documents: Mapping[str, Document], waiting: deque[Job], rendered: dict[Job, bytes]
    ) -> None:
        """Begin, and return at once."""

    def finish(self) -> None:
        """Wait until every job that was taken is done or given up."""


def render_all(
    documents: Mapping[str, Document], jobs: Sequence[Job], second: Sharer | None = None
) -> dict[Job, bytes]:
    """Render every job; the result is in their order, whoever made them.

    What ``second`` takes and does not make is made here, so that its errors rise here.
    """
    waiting = deque(in_order(jobs))
    rendered: dict[Job, bytes] = {}
    if second:
        second.share(documents, waiting, rendered)
    while (job := taken(waiting.pop)) is not None:
        rendered[job] = render(documents, job)
    if second:
        second.finish()
    return {job: rendered.get(job) or render(documents, job) for job in jobs}


def render(documents: Mapping[str, Document], job: Job) -> bytes:
    """The bytes of one file."""
    return renderer(job.format).render(documents[job.layout])


def renderer(format_: str) -> Renderer:
    """The renderer of a file type."""
    return cast(Renderer, import_module(f"goldenthread.documents.render.{FORMATS[format_]}"))


def in_order(jobs: Sequence[Job]) -> list[Job]:
    """The jobs in the order of work.

    >>> [job.format for job in in_order([Job("one-page", "pdf"), Job("one-page", "docx")])]
    ['docx', 'pdf']
    """
    return sorted(jobs, key=lambda job: FRONT_TO_BACK.index(job.format))


def taken(take: Callable[[], Job]) -> Job | None:
    """The next job, or ``None`` when all are taken: two threads may take the last."""
    with suppress(IndexError):
        return take()
    return None
