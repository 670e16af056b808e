"""The wheel holds everything: it works from an empty folder, without the source tree."""

import os
import subprocess
import sys
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
