"""The commands of the service as whoever runs it meets them."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest
from tests.config.sites import Site

pytestmark = pytest.mark.slow
FORM = "application/x-www-form-urlencoded"
CANARY = "Kestrel-Ashdown"
PATIENCE = 20


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


def ask(port: int, method: str = "GET", path: str = "/health/", body: str = "") -> int:
    """The status of an answer."""
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    with closing(connection):
        connection.request(method, path, body, {"Content-Type": FORM})
        return connection.getresponse().status


def answered(process: subprocess.Popen[str], port: int) -> None:
    """Wait until the server answers."""
    while process.poll() is None:
        try:
            ask(port)
        except OSError:
            continue
        return
    raise AssertionError(process.communicate())


@pytest.mark.enable_socket
@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_serve_answers_soon_and_ends_in_order(
    site: Site, ending: signal.Signals, capsys: pytest.CaptureFixture[str]
) -> None:
    port = free_port()
    arguments = ["serve", "--port", str(port), "--workers", "1", "--with-worker"]
    begun = time.monotonic()
    server = site.start("-m", "goldenthread", *arguments)
    answered(server, port)
    seconds = time.monotonic() - begun
    assert ask(port, path=f"/none/?name={CANARY}") == 404
    assert ask(port, "POST", "/health/", f"story={CANARY}") in (403, 405)
    server.send_signal(ending)
    output, errors = server.communicate(timeout=PATIENCE)
    assert (server.returncode, output) == (0, "")
    assert f"Golden Thread listens on http://127.0.0.1:{port}" in errors
    assert CANARY not in errors
    assert "Traceback" not in errors
    with pytest.raises(OSError, match="refused"):
        ask(port)
    with capsys.disabled():
        sys.stdout.write(f"\nFirst answer after {seconds:.1f} s, static files collected.\n")


def test_serve_and_worker_say_what_is_to_be_done_first(
    make_site: Callable[..., Site], site: Site
) -> None:
    empty = make_site(empty=True)
    for command in ("serve", "worker", "backup"):
        done = empty.run(command)
        assert (done.returncode, done.stdout) == (4, "")
        assert done.stderr == "The database is empty: run `goldenthread manage migrate`.\n"
    back = site.run("manage", "migrate", "--verbosity", "0", "sessions", "zero")
    assert back.returncode == 0, back.stderr
    done = site.run("serve")
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr == (
        "The database lacks 1 of the steps of this version: "
        "make a backup, then run `goldenthread manage migrate`.\n"
    )


LATER = (
    "from django.db.migrations.recorder import MigrationRecorder as R; from django.db import "
    "connection; R(connection).record_applied('core', '0099_later')"
)


def test_a_database_of_a_later_version_is_left_alone(site: Site) -> None:
    assert site.run("manage", "shell", "-v", "0", "-c", LATER).returncode == 0
    done = site.run("worker", "--batch")
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.startswith("The database was brought to a later version than this one")


def test_settings_that_are_wrong_are_told_in_sentences(site: Site) -> None:
    done = site.run("serve", GOLDENTHREAD_SITE_URL="canary", GOLDENTHREAD_MAIL_PORT="canary")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "GOLDENTHREAD_SITE_URL is wrong: write it as https://audit.example.gov.uk.\n"
        "GOLDENTHREAD_MAIL_PORT is wrong: write a whole number.\n"
    )


def test_a_database_that_does_not_answer_is_told_without_its_password(site: Site) -> None:
    url = "postgresql://user:canary@127.0.0.1:1/name"
    done = site.run("worker", GOLDENTHREAD_DATABASE_URL=url)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("The database does not answer (OperationalError)")
    assert "canary" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["--port", "99999"], 3, "Nothing can listen on 127.0.0.1, port 99999: it is no port"),
        (["--workers", "0"], 2, "--workers is the number of processes"),
    ],
)
def test_serve_refuses_what_it_cannot_do(
    site: Site, arguments: list[str], code: int, sentence: str
) -> None:
    done = site.run("serve", *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.startswith(sentence)


def test_checks_for_production_find_nothing(site: Site) -> None:
    done = site.run(
        "manage", "check", "--deploy", "--fail-level", "WARNING",
        GOLDENTHREAD_SITE_URL="https://audit.example.gov.uk",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout == "System check identified no issues (1 silenced).\n"


def test_keys_are_told_and_one_is_to_be_taken_away(tmp_path: Path) -> None:
    site = Site(tmp_path, {})
    done = site.run("keys", "-o", "secrets")
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 5
    assert done.stderr.startswith("Take secrets/take-away-backup-identity.txt away")
    for path in (tmp_path / "secrets").iterdir():
        assert path.read_text().splitlines()[-1] not in done.stdout + done.stderr
    again = site.run("keys", "-o", "secrets")
    assert (again.returncode, again.stdout) == (0, "")
    assert again.stderr == "Every key stands in secrets already; none was changed.\n"
    (tmp_path / "file").touch()
    assert site.run("keys", "-o", "file").returncode == 4


@pytest.mark.parametrize(
    ("command", "missing"),
    [
        ("keys", "pyrage"), ("serve", "granian"), ("worker", "django"), ("manage", "django"),
        ("backup", "pyrage"), ("restore", "pydantic_settings"),
    ],
)  # fmt: skip
def test_without_the_packages_of_the_service_that_is_said(
    tmp_path: Path, command: str, missing: str
) -> None:
    script = (
        f"import sys; sys.modules[{missing!r}] = None; sys.argv = ['goldenthread', {command!r}];"
        "from goldenthread.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.startswith(f"The web service is not installed here ({missing} is missing)")


def test_management_commands_are_those_of_django(site: Site) -> None:
    shown = site.run("manage", "--help")
    assert shown.returncode == 0
    assert "goldenthread manage help" in shown.stdout
    assert site.run("manage", "nonsense").returncode == 1
