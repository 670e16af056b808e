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
