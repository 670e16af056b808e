"""The web server: granian, one process for each worker, with static files by whitenoise."""

import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module

from django.db import connections
from django.urls import get_resolver
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from goldenthread.config.start import require_database, start
from goldenthread.config.static import collect_when_stale
from goldenthread.engine.failures import unreadable, wrong_usage

TARGET = "goldenthread.config.wsgi:application"
THREADS = 4
"""Of each process: enough to wait for the database beside work, and few connections."""
PATIENCE = 30
"""Seconds that a request has to end when the service is stopped."""


def serve(
    host: str, port: int, workers: int, tell: Callable[[str], None], *, with_worker: bool = False
) -> None:
    """Serve until SIGTERM or Ctrl-C. Raises ``Failure`` where it cannot begin.

    ``with_worker`` runs a worker beside it, as small installations and the demonstration do.
    """
    if workers < 1:
        raise wrong_usage("--workers is the number of processes: give 1 or more.")
    settings = start()
    require_database()
    _require_free(host, port)
    if collect_when_stale(settings.data):
        tell("Static files were collected.")
    server = Granian(
        TARGET,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=PATIENCE,
        log_access=False,  # addresses hold ids, and query strings what people search for
        log_level=LogLevels.warning,
        log_dictconfig=_LOGGERS,
    )
    shown = f"[{host}]" if ":" in host else host
    tell(f"Golden Thread listens on http://{shown}:{port} for {settings.site_url}")
    tell("Stop it with Ctrl and C.")
    _load_pages()
    with _worker(with_worker):
        server.serve()


def _load_pages() -> None:
    """Load every page once, here: the processes of the server are forks of this one."""
    import_module(TARGET.split(":")[0])
    get_resolver().check()
    connections.close_all()


_LOGGERS = {
    "handlers": {},
    "loggers": {"_granian": {"propagate": True}, "granian.access": {"propagate": False}},
}
"""The server's own messages go where those of the service go, in the same form."""


def _require_free(host: str, port: int) -> None:
    """Say plainly that the port is taken; the server would say so in its own words, too late."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind((host, port))
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or "it is no port"
        raise unreadable(
            f"Nothing can listen on {host}, port {port}: {reason}; give another --host or --port."
        ) from error


@contextmanager
def _worker(wanted: bool) -> Iterator[None]:
    """A worker beside the server, stopped with it."""
    if not wanted:
        yield
        return
    command = [sys.executable, "-m", "goldenthread", "worker"]
    process = subprocess.Popen(command)  # noqa: S603  # our own command, no shell
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
