"""What a command makes lives until it ends, and then goes with its process."""

import atexit
import gc

_OBJECTS_BETWEEN_SEARCHES = 500_000
"""More than a brief makes: one search in the middle of it took 0.02 s."""


def seldom_search_for_garbage() -> None:
    """Let Python look for garbage seldom, and not at the end.

    It looks every 700 new objects, which takes a fifth of the time of reading a large workbook, and
    again at the end, which takes 0.05 s of any brief.
    """
    gc.set_threshold(_OBJECTS_BETWEEN_SEARCHES)
    atexit.register(gc.freeze)
