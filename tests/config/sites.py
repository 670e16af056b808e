"""An installation of the service in a folder of its own, and processes that write in it."""

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

Ran = subprocess.CompletedProcess[str]
WRITER = Path(__file__).with_name("writer.py")
ID_LENGTH = 36
POSTGRESQL = os.environ.get("GOLDENTHREAD_DATABASE_URL")
"""The server of this run of the tests, where it is one on PostgreSQL."""


@dataclass(frozen=True)
class Site:
    """An installation: its folder, and the variables that its processes have."""

    folder: Path
    variables: dict[str, str]
    processes: list[subprocess.Popen[str]] = field(default_factory=list)

    @property
    def data(self) -> Path:
        """Where its data are."""
        return Path(self.variables["GOLDENTHREAD_DATA"])

    @property
    def database(self) -> Path:
        """The file of the SQLite database."""
        return self.data / "goldenthread.sqlite3"

    def run(self, *arguments: str | Path, **variables: str) -> Ran:
        """Run the command to its end."""
        return subprocess.run(
            [sys.executable, "-m", "goldenthread", *map(str, arguments)],
            cwd=self.folder, env=self.environment | variables,
            capture_output=True, text=True, check=False,
        )  # fmt: skip

    def start(self, *command: str | Path) -> subprocess.Popen[str]:
        """Start a process, which is ended with the test."""
        process = subprocess.Popen(
            [sys.executable, *map(str, command)],
            cwd=self.folder, env=self.environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        self.processes.append(process)
        return process

    def write(self, *arguments: str) -> subprocess.Popen[str]:
        """Start a process that writes rows, and prints each that is committed."""
        return self.start(WRITER, *arguments)

    @property
    def environment(self) -> dict[str, str]:
        """The variables of its processes: its own, and none of the tests'."""
        others = {
            k: v for k, v in os.environ.items() if not k.startswith(("GOLDENTHREAD_", "DJANGO"))
        }
        return others | self.variables

    def close(self) -> None:
        """End what still runs."""
        for process in self.processes:
            process.kill()
            process.communicate()


class Acknowledged:
    """What a process printed so far: the ids of rows that were committed."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.rows: list[str] = []
        self._process = process
        self._thread = Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.rows.append(line.strip())

    def wait_for(self, count: int) -> None:
        """Until so many were committed; a process that ended is a failure."""
        while len(self.rows) < count:
            assert self._process.poll() is None, self._process.stderr
            self._thread.join(0.01)

    def kill(self) -> list[str]:
        """Kill -9, and give what was acknowledged; a line cut off was not."""
        self._process.kill()
        self._process.wait()
        self._thread.join()
        return [row for row in self.rows if len(row) == ID_LENGTH]
