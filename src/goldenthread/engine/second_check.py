"""A second process for a long document: it checks the words while this one checks the figures.

A document of 200 pages takes 7 s in one process and little more than half of it in two.
"""

from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import replace
from subprocess import Popen
from threading import Thread
from typing import TYPE_CHECKING

from goldenthread.checker.sharing import Elsewhere, OfWords, is_long
from goldenthread.engine.processes import received, send, serving, started

if TYPE_CHECKING:
    from goldenthread.checker.errors import Asked
    from goldenthread.checker.figures.bases.running import Said
    from goldenthread.checker.source import Source


@contextmanager
def second_check(source: "Source", asked: "Asked") -> Iterator[Elsewhere | None]:
    """A second process at work, or ``None`` where it would not be done sooner.

    It has ended when the block has, whatever happened in it.
    """
    process = started(__name__) if is_long(source.parts) else None
    if process is None:
        yield None
        return
    second = SecondCheck(process, source, asked)
    try:
        yield second
    finally:
        second.end()


class SecondCheck:
    """The process as seen from this one; a thread sends the document and waits for answers."""

    def __init__(self, process: Popen[bytes], source: "Source", asked: "Asked") -> None:
        self._process = process
        self._said: Future[Said | None] = Future()
        self._words: Future[OfWords | None] = Future()
        # the returns are compared here, and are large
        arguments = (source, replace(asked, returns=None))
        self._thread = Thread(target=self._wait, args=(arguments,), daemon=True)
        self._thread.start()

    def said_in_rest(self) -> "Said | None":
        """The figures and bases of the rest of the passages."""
        return self._said.result()

    def of_words(self) -> OfWords:
        """What all words tell."""
        return self._words.result() or OfWords()

    def end(self) -> None:
        """End the process, which also ends the thread, and leave nothing behind."""
        with suppress(BrokenPipeError), self._process:  # closes its pipes and waits for it
            self._process.kill()
            self._thread.join()

    def _wait(self, question: tuple["Source", "Asked"]) -> None:
        said = words = None
        try:
            to, back = self._process.stdin, self._process.stdout
            if to is not None and back is not None:
                with suppress(OSError):  # it has ended
                    send(to, question)
                    said = received(back)
                    self._said.set_result(said)
                    words = received(back)
        finally:
            if not self._said.done():
                self._said.set_result(said)
            self._words.set_result(words)


def _serve() -> None:
    """Run in the second process: check the one document that comes."""
    asked, answers = serving()
    from goldenthread.checker.remembering import remembering
    from goldenthread.checker.second_half import of_words, said_in_rest

    with remembering():
        question = received(asked)
        if question is not None:
            send(answers, said_in_rest(question[0]))
            send(answers, of_words(*question))


if __name__ == "__main__":
    _serve()
