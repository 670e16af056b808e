"""The wheel holds everything: it works from an empty folder, without the source tree."""

import os
import re
import socket
import subprocess
import sys
import time
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package as a user has it, and nothing else."""
    folder = tmp_path_factory.mktemp("installed")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    target = folder / "site"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*install, "--target", str(target), str(wheel)], check=True, capture_output=True)
    return target


def run(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(installed)}
    command = [sys.executable, "-m", "goldenthread", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.slow
def test_the_installed_wheel_makes_a_brief_in_an_empty_folder(
    installed: Path, tmp_path: Path
) -> None:
    where = "import goldenthread.engine as e; print(e.__file__)"
    environment = os.environ | {"PYTHONPATH": str(installed)}
    found = subprocess.run(
        [sys.executable, "-c", where],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert found.stdout.startswith(str(installed))
    assert run(installed, tmp_path, "template", "-o", "empty.xlsx").returncode == 0
    assert run(installed, tmp_path, "example", "-o", "returns.xlsx").returncode == 0
    made = run(installed, tmp_path, "brief", "returns.xlsx", "-o", "out")
    assert made.returncode == 0, made.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "learning-brief.docx", "learning-brief.html", "learning-brief.md", "learning-brief.pdf",
        "learning-brief.pptx", "learning-brief.xlsx", "manifest.json",
    ]  # fmt: skip


def fetched(port: int, address: str) -> tuple[int, str]:
    """Status and text of an answer, once there is a server that gives one."""
    for _ in range(600):
        try:
            with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
                connection.request("GET", address)
                answer = connection.getresponse()
                return answer.status, answer.read().decode(errors="replace")
        except ConnectionRefusedError:
            time.sleep(0.05)
    raise AssertionError("No server came up.")


@pytest.mark.slow
@pytest.mark.enable_socket
def test_the_installed_wheel_serves_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    """Templates, styles and migrations are inside."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    bare = {k: v for k, v in os.environ.items() if not k.startswith(("GOLDENTHREAD_", "DJANGO"))}
    environment = bare | {"PYTHONPATH": str(installed)}
    command = [sys.executable, "-m", "goldenthread"]
    for arguments in (["keys"], ["manage", "migrate", "--verbosity", "0"]):
        subprocess.run(
            [*command, *arguments], cwd=tmp_path, env=environment, check=True, capture_output=True
        )
    serve = [*command, "serve", "--port", str(port), "--workers", "1"]
    with subprocess.Popen(serve, cwd=tmp_path, env=environment, stderr=subprocess.PIPE) as server:
        try:
            status, page = fetched(port, "/sign-in/")
            assert (status, "<h1" in page) == (200, True)
            styles = re.findall(r'"(/static/[^"]+\.(?:css|js))"', page)
            assert styles
            assert {fetched(port, style)[0] for style in styles} == {200}
        finally:
            server.terminate()
