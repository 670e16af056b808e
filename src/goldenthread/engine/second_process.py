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
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from os import cpu_count
from threading import Thread
from typing import IO, TYPE_CHECKING, Any

from goldenthread.engine.garbage import seldom_search_for_garbage
from goldenthread.engine.rendering import Job, in_order

if TYPE_CHECKING:
    from goldenthread.engine.making import Made, Order

_SLOW = frozenset({"docx", "pptx", "pdf"})
"""File types of which one takes longer than starting a process."""

_LENGTH = 8
"""Bytes that hold the length of a value, before the value."""


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

    def share(self, order: "Order", waiting: deque[Job], made: dict[Job, "Made"]) -> None:
        """Have jobs made from the front of ``waiting`` until there are none; return at once."""
        arguments = (order, waiting, made)
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

    def _share(self, order: "Order", waiting: deque[Job], made: dict[Job, "Made"]) -> None:
        from goldenthread.engine.making import taken

        to, back = self._process.stdin, self._process.stdout
        if to is None or back is None:
            return
        with suppress(OSError):  # it has ended
            _send(to, order)
            while (job := taken(waiting.popleft)) is not None:
                _send(to, job)
                one = _received(back)
                if one is None:
                    return
                made[job] = one


def _send(to: IO[bytes], value: object) -> None:
    content = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    to.write(len(content).to_bytes(_LENGTH, "big") + content)
    to.flush()


def _received(back: IO[bytes]) -> Any:
    """One whole value, or ``None`` when the other process has ended."""
    length = int.from_bytes(back.read(_LENGTH), "big")
    content = back.read(length)
    if not length or len(content) < length:
        return None
    return pickle.loads(content)  # noqa: S301 (from a process of ours)


def _serve(formats: Sequence[str]) -> None:
    """Run in the second process: make what is asked for, until nothing more can come."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process decides
    seldom_search_for_garbage()
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing but files goes back
    from goldenthread.checker.remembering import remembering
    from goldenthread.engine.making import make, make_ready

    with remembering():
        make_ready(formats)
        order = _received(asked)
        while (job := _received(asked)) is not None:
            _send(answers, make(order, job))


if __name__ == "__main__":
    _serve(sys.argv[1:])
