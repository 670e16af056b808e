"""The commands of the service, which need the ``web`` extra; Django is loaded when one is run."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from goldenthread.cli.commands import app
from goldenthread.cli.options import Debug, Force, Output, given
from goldenthread.cli.printing import print_paths, print_text, warn, working
from goldenthread.engine.failures import refused

__all__ = ["app"]

_EVERYTHING = {"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []}


@contextmanager
def _web() -> Iterator[None]:
    """Say plainly where the packages of the service are not installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        name = (error.name or "").split(".")[0]
        if name in ("", "goldenthread"):
            raise
        raise refused(
            f"The web service is not installed here ({name} is missing): "
            "install goldenthread[web], see docs/how-to/run-the-service.md."
        ) from error


@app.command()
def keys(
    output: Annotated[
        Path, typer.Option("-o", "--output", help="Folder of the keys.", readable=False)
    ] = Path("keys"),
    debug: Debug = False,
) -> None:
    """Make the keys of an installation; those that stand are left alone."""
    with _web():
        from goldenthread.config import keys as making
    try:
        paths = making.make(output)
    except OSError as error:
        raise refused(f"The keys cannot be written to {output}: {error.strerror}.") from error
    if not paths:
        warn(f"Every key stands in {output} already; none was changed.")
        return
    print_paths(paths)
    if output / making.IDENTITY in paths:
        warn(
            f"Take {output / making.IDENTITY} away from this machine and keep it in two places: "
            "without it no backup can be restored."
        )


@app.command()
def serve(
    host: Annotated[str, typer.Option("--host", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", help="Port to listen on.")] = 8000,
    workers: Annotated[int, typer.Option("--workers", help="Processes of the web server.")] = 2,
    with_worker: Annotated[
        bool, typer.Option("--with-worker", help="Run a worker for jobs beside it.")
    ] = False,
    debug: Debug = False,
) -> None:
    """Serve the web app until it is stopped."""
    with _web():
        from goldenthread.config import serving
    serving.serve(host, port, workers, warn, with_worker=with_worker)


@app.command()
def worker(
    batch: Annotated[bool, typer.Option("--batch", help="End when no job waits.")] = False,
    debug: Debug = False,
) -> None:
    """Do the jobs that the web app leaves: e-mails, reminders, long work."""
    with _web():
        from goldenthread.config import worker as working
    working.run(batch=batch)


@app.command(context_settings=_EVERYTHING)
def manage(context: typer.Context) -> None:
    """Run a management command of Django, such as migrate; help lists them."""
    with _web():
        from goldenthread.config import start
    start.manage(context.args)


@app.command()
def backup(
    output: Annotated[
        Path,
        typer.Option("-o", "--output", help="File, or a folder for one a day.", readable=False),
    ] = Path(),
    force: Force = False,
    debug: Debug = False,
) -> None:
    """Write an encrypted backup of database and uploaded files, while people work."""
    with _web():
        from goldenthread.config.backup import making
    print_paths([making.backup(output, force=force)])


@app.command()
def restore(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="The backup.", readable=False)
    ] = None,
    identity: Annotated[
        Path | None,
        typer.Option("--identity", help="File with the private key of backups.", readable=False),
    ] = None,
    debug: Debug = False,
) -> None:
    """Restore a backup into an empty place, and say what it held."""
    with _web():
        from goldenthread.config.backup import restoring
    found = restoring.restore(given(file, "FILE"), given(identity, "--identity KEYFILE"))
    when = f"{found.made_at:%Y-%m-%d at %H:%M} UTC, by version {found.version}"
    print_text(
        f"Restored: {found.rows:,} rows of {len(found.tables)} tables, and {found.files:,} "
        f"uploaded files, as they were on {when}."
    )
    warn("Run `goldenthread manage migrate`, then `goldenthread serve`.")


@app.command()
def demo(
    output: Output = Path("demo"),
    port: Annotated[int, typer.Option("--port", help="Port on 127.0.0.1.")] = 8000,
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help="Serve the web app.")] = True,
    force: Force = False,
    debug: Debug = False,
) -> None:
    """Make the fictional authority: its briefs, its people, a sign-in for each role; serve it."""
    from goldenthread.engine.demo import build

    with working("Making the example brief"):
        print_paths(build(output, force=force))
    with _web():
        from goldenthread.config import demonstration
    with working("Making the people of the example"):
        sign_ins = demonstration.prepare(output / "service", port)
    print_text(sign_ins)
    if serve:
        demonstration.serve(port, warn)
