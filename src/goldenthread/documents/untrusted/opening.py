"""The bytes of a file that somebody gave, or one clear sentence why they cannot be had."""

import os
from pathlib import Path

MOST_BYTES = 100_000_000


class UnreadableFile(Exception):
    """The file as a whole cannot be read. The message is one clear sentence."""


def content_of(path: Path) -> bytes:
    """The file's bytes. Raises ``UnreadableFile`` when it is missing, locked or too large."""
    try:
        if path.name.startswith(("~$", ".~lock.")):
            raise UnreadableFile(
                f"{path.name} only marks that another file is open; give that other file."
            )
        if path.is_dir():
            raise UnreadableFile(f"{path} is a folder; give the file inside it.")
        with open(path, "rb", opener=_opened) as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise UnreadableFile(
            f"There is no file {path.name} in that folder; check its name and where it is."
        ) from error
    except PermissionError as error:
        raise UnreadableFile(
            f"{path.name} may not be read; close it if a program has it open, or ask for access."
        ) from error
    except (OSError, ValueError) as error:
        raise UnreadableFile(
            f"{path.name} cannot be read where it is; copy it to another folder and try again."
        ) from error
    if len(content) > MOST_BYTES:
        raise UnreadableFile(
            f"{path.name} is larger than 100 MB; take out pictures and what else is not needed."
        )
    return content


def _opened(path: str, flags: int) -> int:
    """Open without waiting for somebody to write into a pipe that nobody writes into."""
    descriptor = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    if hasattr(os, "O_NONBLOCK"):
        os.set_blocking(descriptor, True)
    return descriptor
