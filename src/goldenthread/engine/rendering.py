"""Turning composed documents into files, each renderer loaded only when it is needed."""

from collections.abc import Mapping, Sequence
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


def render_all(documents: Mapping[str, Document], jobs: Sequence[Job]) -> dict[Job, bytes]:
    """Render every job, in order."""
    return {job: renderer(job.format).render(documents[job.layout]) for job in jobs}


def renderer(format_: str) -> Renderer:
    """The renderer of a file type."""
    return cast(Renderer, import_module(f"goldenthread.documents.render.{FORMATS[format_]}"))
