"""A second process that renders beside this one, because a brief has one second in all.

It starts before the workbook is read, and loads the libraries for Word and slides meanwhile. It is
never needed: what it does not make, because it cannot start, fails or is killed, is made in this
process. It is started with ``subprocess`` and not from a pool of ``multiprocessing``, because that
runs the caller's main module again, and leaves the process behind when this one is killed; here it
ends as soon as its input does.
"""

import pickle
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from os import cpu_count
from threading import Thread
from typing import IO

from goldenthread.documents.blocks import Document
from goldenthread.engine.rendering import Job, in_order, render, renderer, taken

_SLOW = frozenset({"docx", "pptx", "pdf"})
"""File types of which one takes longer than starting a process."""

_LENGTH = 8
"""Bytes that hold the length of a file, before the file."""


@contextmanager
def second_process(jobs: Sequence[Job]) -> Iterator["SecondProcess | None"]:
    """A second process for these jobs, or ``None`` where it would not make them sooner.

    It has ended when the block has, whatever happened in it.
    """
    slow = sum(job.format in _SLOW for job in jobs)
    process = _started(jobs) if slow > 1 and (cpu_count() or 1) > 1 else None
    if process is None:
        yield None
        return
    second = SecondProcess(process)
    try:
        yield second
    finally:
        second.end()


def _started(jobs: Sequence[Job]) -> subprocess.Popen[bytes] | None:
    """The process, told which renderers to load: all but the one that this process begins with."""
    formats = list(dict.fromkeys(job.format for job in in_order(jobs)))
    command = [sys.executable, "-P", "-m", __name__, *(formats[:-1] or formats)]
    with suppress(OSError):
        return subprocess.Popen(  # noqa: S603 (our own module and names of formats)
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    return None


class SecondProcess:
    """The process as seen from this one; a thread waits for what it makes."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._thread: Thread | None = None

    def share(
        self, documents: Mapping[str, Document], waiting: deque[Job], rendered: dict[Job, bytes]
    ) -> None:
        """Have jobs made from the front of ``waiting`` until there are none; return at once."""
        arguments = (documents, waiting, rendered)
        self._thread = Thread(target=self._share, args=arguments, daemon=True)
        self._thread.start()

    def finish(self) -> None:
        """Wait until every job that was taken is done or given up."""
        if self._thread:
            self._thread.join()

    def end(self) -> None:
        """End the process, which also ends the thread, and leave nothing behind."""
        with suppress(BrokenPipeError), self._process:  # closes its pipes and waits for it
            self._process.kill()
            self.finish()

    def _share(
        self, documents: Mapping[str, Document], waiting: deque[Job], rendered: dict[Job, bytes]
    ) -> None:
        to, back = self._process.stdin, self._process.stdout
        if to is None or back is None:
            return
        with suppress(OSError):  # it has ended
            _send(to, dict(documents))
            while (job := taken(waiting.popleft)) is not None:
                _send(to, job)
                content = _received(back)
                if content is None:
                    return
                rendered[job] = content


def _send(to: IO[bytes], value: object) -> None:
    pickle.dump(value, to, pickle.HIGHEST_PROTOCOL)
    to.flush()


def _received(back: IO[bytes]) -> bytes | None:
    """One whole file, or ``None`` when the process has ended."""
    length = int.from_bytes(back.read(_LENGTH), "big")
    content = back.read(length)
    return content if length and len(content) == length else None


def _serve(formats: Sequence[str]) -> None:
    """Run in the second process: render what is asked for, until nothing more can come."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process decides
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing but files goes back
    for format_ in formats:
        renderer(format_)
    with suppress(EOFError):
        documents = pickle.load(asked)  # noqa: S301 (from the process that started this one)
        while True:
            content = render(documents, pickle.load(asked))  # noqa: S301
            answers.write(len(content).to_bytes(_LENGTH, "big") + content)
            answers.flush()


if __name__ == "__main__":
    _serve(sys.argv[1:])
