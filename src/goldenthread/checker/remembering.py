"""What is remembered of texts while they are checked, and forgotten as soon as they are.

A document says the same in many places, and a brief in each of its formats, so that functions
remember what they made of a text. Afterwards nothing of a stranger's document may stay in memory: a
process that serves many people lives for weeks.

Throughout the package ``lru_cache`` is for what is made of texts, and cleared here; ``cache`` is
for what is made of our own lists and definitions, and stays.
"""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

_PACKAGE = __name__.partition(".")[0] + "."
_Remembered = type(lru_cache(maxsize=1)(len))


class _Depth(threading.local):
    """How many blocks a thread is in."""

    blocks = 0


_depth = _Depth()


@contextmanager
def remembering() -> Iterator[None]:
    """Remember texts while the block lasts and forget them at its end; blocks may nest.

    What other threads remember is forgotten with it, which costs them only time.
    """
    _depth.blocks += 1
    try:
        yield
    finally:
        _depth.blocks -= 1
        if not _depth.blocks:
            _forget()


def _forget() -> None:
    for name, module in tuple(sys.modules.items()):
        if not name.startswith(_PACKAGE):
            continue
        for value in tuple(vars(module).values()):
            if isinstance(value, _Remembered) and value.cache_parameters()["maxsize"] is not None:
                value.cache_clear()
