"""How much memory a process may still ask for: a columnar reader that gets none ends it at once."""

import sys
from math import inf
from pathlib import Path

COLUMNAR = 1_500_000_000
"""Bytes of addresses that a columnar reader sets aside for itself before it reads anything."""
TIMES = 8
"""Bytes that it asks for, for each byte of the file."""


def room_for_columns(size: int) -> bool:
    """Whether a file of so many bytes can be read by a columnar reader."""
    return COLUMNAR + TIMES * size < _left()


def _left() -> float:
    """Bytes of addresses that the process may still ask for; endless without a limit."""
    if sys.platform == "win32":
        return inf
    import resource

    limit = resource.getrlimit(resource.RLIMIT_AS)[0]
    if limit == resource.RLIM_INFINITY:
        return inf
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:
        return limit
    return limit - pages * resource.getpagesize()
