"""The command line: options in, one engine function called, paths and sentences out."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from json import dumps, loads
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from goldenthread.engine.failures import ExitCode, Failure, wrong_usage
from goldenthread.engine.garbage import seldom_search_for_garbage
from goldenthread.engine.plugins import without_plugins

app = typer.Typer(
    name="goldenthread",
    help="Practice audit and learning for children's services: from audit returns to a brief.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

_NARROWEST, _WIDEST = 20, 100

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


@app.callback()
def goldenthread(
    debug: Debug = False,
) -> None:
    """Say what every command has in common."""


@app.command()
def template(
    output: Output = Path("returns.xlsx"),
    framework: FrameworkName = "core_16",
    force: Force = False,
    debug: Debug = False,
) -> None:
    """Write an empty returns workbook, ready for auditors' returns."""
    from goldenthread.engine.template import template as write

    _print_paths([write(output, framework=framework, force=force)])


@app.command()
def example(
    output: Output = Path("returns.xlsx"),
    cycle: Annotated[str, typer.Option("--cycle", help="current or previous.")] = "current",
    force: Force = False,
    debug: Debug = False,
) -> None:
    """Write the returns workbook of a fictional authority."""
    from goldenthread.engine.example import example as write

    _print_paths([write(output, cycle=cycle, force=force)])


@app.command()
def adopt(
    source: Annotated[
        Path | None,
        typer.Argument(metavar="FILE|FOLDER", help="A spreadsheet, or a folder.", readable=False),
    ] = None,
    output: Output = Path("returns.xlsx"),
    mapping: Annotated[
        Path | None, typer.Option("--map", help="The mapping that was written last time.")
    ] = None,
    framework: FrameworkName = "core_16",
    force: Force = False,
    debug: Debug = False,
) -> None:
    """Turn a Microsoft Forms export or your own spreadsheets into a returns workbook."""
    from goldenthread.engine.adopt import AdoptRequest
    from goldenthread.engine.adopt import adopt as write

    request = AdoptRequest(_given(source, "FILE|FOLDER"), output, mapping, framework, force)
    with _working("Reading what you have"):
        result = write(request, _warn)
    _print_paths(result.paths)
    raise typer.Exit(result.exit_code)


@app.command()
def brief(
    returns: Workbook = None,
    output: Output = Path("brief"),
    layout: Annotated[
        str,
        typer.Option(
            help="learning-brief, one-page, seven-minute or signs-of-safety; several with commas."
        ),
    ] = "learning-brief",
    formats: Annotated[
        str, typer.Option("--format", help="File types, with commas.")
    ] = "docx,pdf,pptx,html,md,xlsx",
    audience: Audience = "service",
    previous: Previous = None,
    as_at: AsAt = None,
    force: Force = False,
    debug: Debug = False,
) -> None:
    """Turn a returns workbook into a finished Learning Brief."""
    from goldenthread.engine.brief import BriefRequest
    from goldenthread.engine.brief import brief as write

    request = BriefRequest(
        workbook=_given(returns, "RETURNS.xlsx"),
        folder=output,
        layouts=_names(layout),
        formats=_names(formats),
        audience=audience,
        previous=previous,
        as_at=_day(as_at),
        force=force,
        two_processes=True,
    )
    with _working("Making the brief"):
        paths = write(request, _warn)
    _print_paths(paths)


@app.command()
def figures(
    returns: Workbook = None,
    audience: Audience = "service",
    previous: Previous = None,
    as_at: AsAt = None,
    json: Json = False,
    schema: Schema = False,
    debug: Debug = False,
) -> None:
    """Print every figure of a returns workbook, with its count, base and range."""
    from goldenthread.engine import reports

    if schema:
        _print(reports.figures_schema())
        return
    workbook = _given(returns, "RETURNS.xlsx")
    report = reports.figures_json if json else reports.figures_table
    text = report(workbook, audience=audience, previous=previous, as_at=_day(as_at), tell=_warn)
    (_print_json if json else _print)(text)


@app.command()
def check(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help="Any brief or report.", readable=False),
    ] = None,
    returns: Annotated[
        Path | None,
        typer.Option("--returns", help="The returns workbook to compare with.", readable=False),
    ] = None,
    audience: Audience = "service",
    names: Annotated[
        Path | None,
        typer.Option("--names", help="Names that must not appear, one a line.", readable=False),
    ] = None,
    allow: Annotated[
        Path | None,
        typer.Option("--allow", help="Names and contacts that may, one a line.", readable=False),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="Report to write: .html or .docx.", readable=False),
    ] = None,
    force: Force = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 for queries, too.")] = False,
    json: Json = False,
    schema: Schema = False,
    debug: Debug = False,
) -> None:
    """Say what is wrong with any brief: figures, claims, disclosure, effect and access."""
    from goldenthread.engine.checking import printed

    if schema:
        _print(printed.check_schema())
        return
    from goldenthread.engine.check import CheckRequest, exit_code
    from goldenthread.engine.check import check as run

    request = CheckRequest(_given(file, "FILE"), returns, audience, names, allow, output, force)
    with _working("Reading and checking"):
        result = run(request, _warn)
    if json:
        _print_json(printed.check_json(result))
    elif output:
        _print_paths([output])
    else:
        _print(printed.check_report(result, _columns()))
    raise typer.Exit(exit_code(result, strict=strict))


@app.command()
def consistency(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="FILE", help="Returns workbook, or a long table of grades.", readable=False
        ),
    ] = None,
    model: Annotated[str, typer.Option("--model", help="pooled or fixed auditors.")] = "pooled",
    halo: Annotated[
        bool, typer.Option("--halo/--no-halo", help="A child and auditor's own effect.")
    ] = True,
    best: Annotated[
        str | None, typer.Option("--best", help="high or low: the best of grades in numbers.")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="ISO date: months from then.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="ISO date: months until then.")
    ] = None,
    all_estimates: Annotated[
        bool,
        typer.Option("--all-estimates", help="Print estimates that are too uncertain to use."),
    ] = False,
    json: Json = False,
    schema: Schema = False,
    debug: Debug = False,
) -> None:
    """Say whether auditors grade alike: is it the child's circumstances, or who looked?"""
    from goldenthread.engine.consistency import printed

    if schema:
        _print(printed.consistency_schema())
        return
    from goldenthread.engine.consistency.run import ConsistencyRequest
    from goldenthread.engine.consistency.run import consistency as run

    days = _day(since, "--from"), _day(until, "--to")
    request = ConsistencyRequest(_given(file, "FILE"), model, halo, best, *days, all_estimates)
    with _working("Reading and comparing"):
        result = run(request, _warn)
    if json:
        _print_json(printed.consistency_json(result))
    else:
        _print(printed.consistency_report(result, _columns()))


@app.command()
def demo(
    output: Output = Path("demo"),
    port: Annotated[int, typer.Option("--port", help="Port on 127.0.0.1.")] = 8000,
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help="Serve the folder.")] = True,
    force: Force = False,
    debug: Debug = False,
) -> None:
    """Make the fictional authority's brief in every layout and file type, and serve it."""
    from goldenthread.engine import demo as demonstration

    with _working("Making the example brief"):
        paths = demonstration.build(output, force=force)
    _print_paths(paths)
    if serve:
        demonstration.serve(output, port, _warn)


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
        _warn(sentence)
    sys.exit(code)


@contextmanager
def _working(what: str) -> Iterator[None]:
    """Show on a terminal that work goes on; elsewhere nothing."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(what):
        yield


def _columns() -> int:
    """Width for running text: as wide as the terminal, and never too wide to read."""
    return min(max(shutil.get_terminal_size().columns, _NARROWEST), _WIDEST)


_CONTROL = dict.fromkeys((*range(32), *range(127, 160)), "\N{REPLACEMENT CHARACTER}")
"""What would move a terminal's cursor or change its colours (ISO 6429)."""
_CONTROL_IN_TEXT = {code: mark for code, mark in _CONTROL.items() if chr(code) not in "\n\t"}


def _warn(sentence: str) -> None:
    """Print one line to standard error, whatever stands in the names of files."""
    typer.echo(" ".join(sentence.split("\n")).translate(_CONTROL), err=True)


def _print_paths(paths: Sequence[Path]) -> None:
    """Print paths, one a line: as they are, unless a terminal shows them."""
    text = "\n".join(map(str, paths))
    _write(text if sys.stdout is None or not sys.stdout.isatty() else _shown(text))


def _print(text: str) -> None:
    """Print what people read, which may hold words of a document that somebody else wrote."""
    _write(_shown(text))


def _print_json(text: str) -> None:
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


def _given(path: Path | None, name: str) -> Path:
    if path is None:
        raise wrong_usage(f"Give the file: {name}.")
    return path


def _names(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))


def _day(text: str | None, option: str = "--as-at") -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise wrong_usage(f"{option} {text} is no ISO date; write it as 2026-11-06.") from error
