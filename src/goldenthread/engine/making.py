"""Making the files of a brief: each is rendered, and read again by our own checker."""

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from goldenthread.checker.errors import Asked
from goldenthread.checker.reading.read import reader_of
from goldenthread.checker.source import FileKind
from goldenthread.documents.blocks import Document
from goldenthread.engine.reading_again import Found, read_again
from goldenthread.engine.rendering import Job, in_order, render, renderer


@dataclass(frozen=True, slots=True)
class Order:
    """All that is needed to make any file: documents by layout, and how they are checked."""

    documents: Mapping[str, Document]
    asked: Asked


@dataclass(frozen=True, slots=True)
class Made:
    """A finished file, and what the checker found in it."""

    content: bytes
    found: Found


class Sharer(Protocol):
    """Somebody who takes jobs from the front and puts what becomes of them into ``made``."""

    def share(self, order: Order, waiting: deque[Job], made: dict[Job, Made]) -> None:
        """Begin, and return at once."""

    def finish(self) -> None:
        """Wait until every job that was taken is done or given up."""


_ANYTHING = b"Of the 26 audits, 16 (62%) were graded good. Ask Iman Haverstock of Larkshire."
"""Holds a little of all that is looked for."""


def make_ready(formats: Iterable[str]) -> None:
    """Load all that making files of these types needs, and all that a first check does."""
    for format_ in formats:
        renderer(format_)
        reader_of(FileKind(format_))
    read_again("anything.md", _ANYTHING, Asked())


def make(order: Order, job: Job) -> Made:
    """One file, rendered and read again."""
    content = render(order.documents, job)
    return Made(content, read_again(job.file, content, order.asked))


def make_all(order: Order, jobs: Sequence[Job], second: Sharer | None = None) -> dict[Job, Made]:
    """Make every job; the result is in their order, whoever made them.

    What ``second`` takes and does not make is made here, so that its errors rise here.
    """
    waiting = deque(in_order(jobs))
    made: dict[Job, Made] = {}
    if second:
        second.share(order, waiting, made)
    while (job := taken(waiting.pop)) is not None:
        made[job] = make(order, job)
    if second:
        second.finish()
    return {job: made.get(job) or make(order, job) for job in jobs}


def taken(take: Callable[[], Job]) -> Job | None:
    """The next job, or ``None`` when all are taken: two threads may take the last."""
    with suppress(IndexError):
        return take()
    return None
