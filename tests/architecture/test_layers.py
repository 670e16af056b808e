"""The layers hold, and the contract that says so can fail."""

import configparser
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "importlinter.cli", "lint", "--no-cache"]
    script = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    command = [sys.executable, "-c", script, "--no-cache"]
    environment = os.environ | {"PYTHONPATH": str(folder / "src")}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def copy_of_the_house(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / ".importlinter", tmp_path)
    return tmp_path


@pytest.mark.slow
@pytest.mark.parametrize(
    ("module", "planted"),
    [
        ("definitions/scales.py", "import goldenthread.analysis.figure"),
        ("analysis/rounding.py", "import goldenthread.documents.blocks"),
        ("exchange/problems.py", "import goldenthread.publications.inputs"),
        ("publications/inputs.py", "import goldenthread.exchange.problems"),
        ("checker/results.py", "import goldenthread.publications.refusals"),
        ("engine/failures.py", "import goldenthread.cli"),
        ("publications/inputs.py", "import polars"),
        ("engine/failures.py", "import django.conf"),
        ("core/events.py", "import goldenthread.people.models"),
        ("people/models.py", "import goldenthread.people.services.users"),
        ("notices/queries.py", "import goldenthread.notices.permissions"),
    ],
)
def test_a_planted_upward_import_breaks_the_contract(
    copy_of_the_house: Path, module: str, planted: str
) -> None:
    assert lint_imports(copy_of_the_house).returncode == 0
    target = copy_of_the_house / "src/goldenthread" / module
    target.write_text(target.read_text() + f"\n\ndef planted() -> None:\n    {planted}\n")
    result = lint_imports(copy_of_the_house)
    assert result.returncode == 1
    assert "BROKEN" in result.stdout


def test_every_package_stands_in_the_contract() -> None:
    contract = configparser.ConfigParser()
    contract.read(ROOT / ".importlinter")
    named = contract["importlinter:contract:layers"]["layers"].replace("|", "\n").split()
    layers = [name for name in named if not name.startswith("(")]  # those are not built yet
    packages = {path.parent.name for path in (ROOT / "src/goldenthread").glob("*/__init__.py")} | {
        "cli"
    }
    assert packages == set(layers)


def test_every_app_keeps_its_own_layers() -> None:
    contract = configparser.ConfigParser()
    contract.read(ROOT / ".importlinter")
    listed = contract["importlinter:contract:inside"]["containers"].split()
    apps = {path.parent.name for path in (ROOT / "src/goldenthread").glob("*/apps.py")}
    free = {"core", "design", "privacy"}  # the ground, without pages and services of their own
    assert {name.removeprefix("goldenthread.") for name in listed} == apps - free
