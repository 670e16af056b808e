"""How a command fails: an exit code and sentences that say what, where, and how to mend it."""

from collections.abc import Sequence
from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of every command (design.md §10.2)."""

    DONE = 0
    DONE_WITH_ERRORS_FOUND = 1
    WRONG_USAGE = 2
    UNREADABLE = 3
    REFUSED = 4
    INTERRUPTED = 130


class Failure(Exception):
    """A command that cannot go on. Nothing was written."""

    def __init__(self, exit_code: ExitCode, *sentences: str) -> None:
        super().__init__("\n".join(sentences))
        self.exit_code = exit_code
        self.sentences = sentences


def wrong_usage(*sentences: str) -> Failure:
    """The command was asked for in a way it does not understand."""
    return Failure(ExitCode.WRONG_USAGE, *sentences)


def unreadable(*sentences: str) -> Failure:
    """A file cannot be read, or its rows cannot be understood."""
    return Failure(ExitCode.UNREADABLE, *sentences)


def refused(*sentences: str) -> Failure:
    """The command understands, and will not: disclosure, a typed number, or overwriting."""
    return Failure(ExitCode.REFUSED, *sentences)


def check_names(what: str, given: Sequence[str], known: Sequence[str]) -> None:
    """Raise ``Failure`` (exit 2) when a name of ``what`` is not known, or none is given."""
    unknown = [name for name in given if name not in known]
    if unknown or not given:
        name = unknown[0] if unknown else "(none)"
        raise wrong_usage(f"There is no {what} {name}; give one or more of {', '.join(known)}.")


def check_choice(option: str, given: str, known: Sequence[str]) -> None:
    """Raise ``Failure`` (exit 2) when what was given for an option is none of ``known``."""
    if given not in known:
        raise wrong_usage(f"{option} {given} is not known; give {' or '.join(known)}.")
