"""What a command prints: results to standard output, sentences and progress to standard error."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from json import dumps, loads
from pathlib import Path

import typer

from goldenthread.engine.failures import wrong_usage

_NARROWEST, _WIDEST = 20, 100


@contextmanager
def working(what: str) -> Iterator[None]:
    """Show on a terminal that work goes on; elsewhere nothing."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(what):
        yield


def columns() -> int:
    """Width for running text: as wide as the terminal, and never too wide to read."""
    return min(max(shutil.get_terminal_size().columns, _NARROWEST), _WIDEST)


_CONTROL = dict.fromkeys((*range(32), *range(127, 160)), "\N{REPLACEMENT CHARACTER}")
"""What would move a terminal's cursor or change its colours (ISO 6429)."""
_CONTROL_IN_TEXT = {code: mark for code, mark in _CONTROL.items() if chr(code) not in "\n\t"}


def warn(sentence: str) -> None:
    """Print one line to standard error, whatever stands in the names of files."""
    typer.echo(" ".join(sentence.split("\n")).translate(_CONTROL), err=True)


def print_paths(paths: Sequence[Path]) -> None:
    """Print paths, one a line: as they are, unless a terminal shows them."""
    text = "\n".join(map(str, paths))
    _write(text if sys.stdout is None or not sys.stdout.isatty() else _shown(text))


def print_text(text: str) -> None:
    """Print what people read, which may hold words of a document that somebody else wrote."""
    _write(_shown(text))


def print_json(text: str) -> None:
    """Print JSON so that it can be read back, whatever the encoding of standard output."""
    _write(text, otherwise=lambda: dumps(loads(text), indent=1))


def _shown(text: str) -> str:
    return text.translate(_CONTROL_IN_TEXT)


_PLAIN_MARKS = str.maketrans("“”‘’–—", "\"\"''--")


def _write(text: str, otherwise: Callable[[], str] | None = None) -> None:
    """Write to standard output. Whoever stops reading it (``| head``) ends the command quietly.

    ``otherwise`` gives the text again for an encoding that lacks some of its characters.
    """
    try:
        try:
            typer.echo(text)
        except UnicodeEncodeError as error:
            plain = text.translate(_PLAIN_MARKS).encode(error.encoding, "replace")
            typer.echo(otherwise() if otherwise else plain.decode(error.encoding))
    except BrokenPipeError:
        raise
    except OSError as error:
        _give_up_output()
        reason = error.strerror or str(error)
        sentence = f"Standard output cannot be written: {reason}; send it elsewhere."
        raise wrong_usage(sentence) from error


def _give_up_output() -> None:
    """Send what is still buffered nowhere: Python would write it at the end, and fail again."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
