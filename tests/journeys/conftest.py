"""The command line as a person meets it: a fresh process in an empty folder."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Ran = subprocess.CompletedProcess[str]


@pytest.fixture
def goldenthread(tmp_path: Path) -> Callable[..., Ran]:
    """Run the command in this test's own folder."""

    def run(*arguments: str | Path) -> Ran:
        command = [sys.executable, "-m", "goldenthread", *map(str, arguments)]
        environment = {k: v for k, v in os.environ.items() if k not in {"CI", "COLUMNS"}}
        return subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )

    return run


@pytest.fixture(scope="session")
def workbooks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The fictional authority's workbooks, made once."""
    from goldenthread.engine.example import CYCLES, example_workbook

    return {cycle: example_workbook(cycle) for cycle in CYCLES}


@pytest.fixture
def returns(tmp_path: Path, workbooks: dict[str, bytes]) -> Path:
    """The current cycle's returns workbook in this test's folder."""
    path = tmp_path / "returns.xlsx"
    path.write_bytes(workbooks["current"])
    return path


@pytest.fixture
def previous(tmp_path: Path, workbooks: dict[str, bytes]) -> Path:
    """The earlier cycle's returns workbook in this test's folder."""
    path = tmp_path / "previous.xlsx"
    path.write_bytes(workbooks["previous"])
    return path
