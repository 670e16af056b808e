"""Where warnings go while a command works."""

from collections.abc import Callable

Tell = Callable[[str], None]
"""Takes one sentence at a time."""


def silent(_: str) -> None:
    """Tell nobody."""
