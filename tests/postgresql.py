"""A PostgreSQL server of its own for a run of the tests, thrown away afterwards.

Prints the settings that use it: ``python -m tests.postgresql COMMAND …`` runs a command with
``GOLDENTHREAD_DATABASE_URL`` set. PostgreSQL refuses to be run by root, so root runs it as the
system's user ``postgres``.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEND = "apt-get install postgresql"
_DEBIAN = Path("/usr/lib/postgresql")
_QUICK = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=200"


def program(name: str) -> str | None:
    """The path of a program of the server: on the path, or where Debian keeps the newest."""
    versions = sorted(_DEBIAN.glob("*/bin"), reverse=True) if _DEBIAN.is_dir() else []
    places = os.pathsep.join([*map(str, versions), os.environ.get("PATH", "")])
    return shutil.which(name, path=places)


@contextmanager
def server() -> Iterator[str]:
    """Run a server; give the address of its database. Raises ``FileNotFoundError`` without one."""
    if program("initdb") is None:
        raise FileNotFoundError(f"PostgreSQL is not on this machine: {MEND}")
    folder = Path(tempfile.mkdtemp(prefix="goldenthread-postgresql-"))
    folder.chmod(0o755)
    data, port = folder / "data", _free_port()
    try:
        data.mkdir(mode=0o700)
        if os.getuid() == 0:
            shutil.chown(folder, "postgres")
            shutil.chown(data, "postgres")
        _run("initdb", "-D", str(data), "-A", "trust", "-U", "postgres", "--no-sync", "-E", "UTF8")
        options = f"-p {port} -k {folder} {_QUICK}"
        _run("pg_ctl", "-D", str(data), "-o", options, "-l", str(folder / "log"), "-w", "start")
        try:
            yield f"postgresql://postgres@127.0.0.1:{port}/postgres"
        finally:
            _run("pg_ctl", "-D", str(data), "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(name: str, *arguments: str) -> None:
    """Run a program of the server, as its user where we are root."""
    as_user = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    command = [*as_user, str(program(name)), *arguments]
    done = subprocess.run(
        command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd="/"
    )
    if done.returncode:
        raise RuntimeError(f"{name} failed: {done.stderr.decode(errors='replace')}")


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


def main() -> int:
    """Run a command with a server of its own."""
    try:
        with server() as url:
            environment = os.environ | {"GOLDENTHREAD_DATABASE_URL": url}
            return subprocess.run(sys.argv[1:], env=environment, check=False).returncode
    except FileNotFoundError as missing:
        sys.stderr.write(f"Not run: the tests on PostgreSQL. {missing}\n")
        return 1 if os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit(main())
