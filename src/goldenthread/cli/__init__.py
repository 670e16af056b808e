"""The command line: options in, one engine function called, paths and sentences out."""

import sys
from collections.abc import Sequence
from typing import NoReturn

import typer

from goldenthread.cli.printing import warn
from goldenthread.cli.service import app  # the last to add commands
from goldenthread.engine.failures import ExitCode, Failure
from goldenthread.engine.garbage import seldom_search_for_garbage
from goldenthread.engine.plugins import without_plugins

__all__ = ["app", "main"]

_INTERRUPTED = "Interrupted before it was done; nothing is half written."


def main() -> NoReturn:
    """Run the command line and leave with its exit code (design.md §10.2)."""
    seldom_search_for_garbage()
    without_plugins()
    try:
        code = app(prog_name="goldenthread", standalone_mode=False)
        if code == ExitCode.INTERRUPTED:  # typer makes a code of the interruption
            raise KeyboardInterrupt
    except Failure as failure:
        _leave(failure.exit_code, failure.sentences)
    except (KeyboardInterrupt, typer.Abort):
        _leave(ExitCode.INTERRUPTED, [_INTERRUPTED])
    except Exception as error:  # the last resort: a sentence for people, a traceback on request
        _leave_unexpectedly(error)
    sys.exit(code or ExitCode.DONE)


def _leave_unexpectedly(error: Exception) -> NoReturn:
    format_message = getattr(error, "format_message", None)
    if format_message is not None:  # the command line's own errors of usage
        _leave(ExitCode.WRONG_USAGE, [format_message()])
    if "--debug" in sys.argv:
        raise error
    what = f"Something went wrong that should not have ({type(error).__name__})."
    mend = "Nothing was written. Run it again with --debug and report what it prints."
    _leave(ExitCode.UNREADABLE, [f"{what} {mend}"])


def _leave(code: ExitCode, sentences: Sequence[str]) -> NoReturn:
    for sentence in sentences:
        warn(sentence)
    sys.exit(code)
