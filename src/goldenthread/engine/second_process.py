"""A second process that renders beside this one, because a brief has one second in all.

It starts before the workbook is read, and loads the libraries for Word and slides meanwhile.
"""

import sys
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from subprocess import Popen
from threading import Thread
from typing import TYPE_CHECKING

from goldenthread.engine.processes import received, send, serving, started
from goldenthread.engine.rendering import Job, in_order

if TYPE_CHECKING:
    from goldenthread.engine.making import Made, Order

_SLOW = frozenset({"docx", "pptx", "pdf"})
"""File types of which one takes longer than starting a process."""


@contextmanager
def second_process(jobs: Sequence[Job]) -> Iterator["SecondProcess | None"]:
    """A second process for these jobs, or ``None`` where it would not make them sooner.

    It has ended when the block has, whatever happened in it.
    """
    slow = sum(job.format in _SLOW for job in jobs)
    process = started(__name__, _to_load(jobs)) if slow > 1 else None
    if process is None:
        yield None
        return
    second = SecondProcess(process)
    try:
        yield second
    finally:
        second.end()


def _to_load(jobs: Sequence[Job]) -> list[str]:
    """The formats whose renderers it loads: all but the one that this process begins with."""
    formats = list(dict.fromkeys(job.format for job in in_order(jobs)))
    return formats[:-1] or formats


class SecondProcess:
    """The process as seen from this one; a thread waits for what it makes."""

    def __init__(self, process: Popen[bytes]) -> None:
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
            send(to, order)
            while (job := taken(waiting.popleft)) is not None:
                send(to, job)
                one = received(back)
                if one is None:
                    return
                made[job] = one


def _serve(formats: Sequence[str]) -> None:
    """Run in the second process: make what is asked for, until nothing more can come."""
    asked, answers = serving()
    from goldenthread.checker.remembering import remembering
    from goldenthread.engine.making import make, make_ready

    with remembering():
        make_ready(formats)
        order = received(asked)
        while (job := received(asked)) is not None:
            send(answers, make(order, job))


if __name__ == "__main__":
    _serve(sys.argv[1:])
