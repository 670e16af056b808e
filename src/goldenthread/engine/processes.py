"""Processes of ours beside this one, and the values that are sent between them.

They are started with ``subprocess`` and not from a pool of ``multiprocessing``, because that runs
the caller's main module again, and leaves the process behind when this one is killed; here it ends
as soon as its input does. None is ever needed: what it does not do, because it cannot start, fails
or is killed, is done in this process.
"""

import pickle
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from os import cpu_count
from typing import IO, Any

from goldenthread.engine.garbage import seldom_search_for_garbage

_LENGTH = 8
"""Bytes that hold the length of a value, before the value."""


def started(module: str, arguments: Sequence[str] = ()) -> subprocess.Popen[bytes] | None:
    """A process that runs a module of ours; ``None`` where it would not run beside this one."""
    if (cpu_count() or 1) < 2:
        return None
    with suppress(OSError):
        return subprocess.Popen(  # noqa: S603 (our own modules and words)
            [sys.executable, "-P", "-m", module, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    return None


def send(to: IO[bytes], value: object) -> None:
    """Send one value. Raises ``OSError`` when the other process has ended."""
    content = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    to.write(len(content).to_bytes(_LENGTH, "big") + content)
    to.flush()


def received(back: IO[bytes]) -> Any:
    """One whole value, or ``None`` when the other process has ended."""
    length = int.from_bytes(back.read(_LENGTH), "big")
    content = back.read(length)
    if not length or len(content) < length:
        return None
    return pickle.loads(content)  # noqa: S301 (from a process of ours)


def serving() -> tuple[IO[bytes], IO[bytes]]:
    """Make this process one that serves another: where values come from, and where they go."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process decides
    seldom_search_for_garbage()
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing but values goes back
    return asked, answers
