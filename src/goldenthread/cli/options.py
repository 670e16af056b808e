"""Options that several commands have, and how their texts are understood."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from goldenthread.engine.failures import wrong_usage

Workbook = Annotated[
    Path | None,
    typer.Argument(metavar="RETURNS.xlsx", help="The returns workbook.", readable=False),
]
Output = Annotated[Path, typer.Option("-o", "--output", help="Where to write.", readable=False)]
Force = Annotated[bool, typer.Option("--force", help="Overwrite files that exist.")]
Previous = Annotated[
    Path | None,
    typer.Option("--previous", help="The earlier cycle's returns workbook.", readable=False),
]
AsAt = Annotated[
    str | None,
    typer.Option("--as-at", metavar="DATE", help="ISO date; by default the cycle's cut-off."),
]
Audience = Annotated[str, typer.Option("--audience", help="service, partners or public.")]
FrameworkName = Annotated[
    str, typer.Option("--framework", help="A shipped framework, or a YAML file.")
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Schema = Annotated[
    bool, typer.Option("--schema", help="Print the JSON Schema of what --json prints.")
]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of an unexpected error.")]


def given(path: Path | None, name: str) -> Path:
    """The file that the command is about. Raises ``Failure`` (exit 2) where there is none."""
    if path is None:
        raise wrong_usage(f"Give the file: {name}.")
    return path


def names(text: str) -> tuple[str, ...]:
    """Names with commas between them, each once.

    >>> names("docx, pdf,docx")
    ('docx', 'pdf')
    """
    return tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))


def day(text: str | None, option: str = "--as-at") -> date | None:
    """An ISO date. Raises ``Failure`` (exit 2) for anything else."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise wrong_usage(f"{option} {text} is no ISO date; write it as 2026-11-06.") from error
