"""Figures of a workbook, and what is said of those that stand beside nothing."""

from pathlib import Path

import openpyxl
import pytest

from goldenthread.engine.example import example
from goldenthread.engine.figures import figures

pytestmark = pytest.mark.slow


def test_figures_misspelt_key_of_the_earlier_cycle_is_said(tmp_path: Path) -> None:
    path = example(tmp_path / "returns.xlsx")
    book = openpyxl.load_workbook(path)
    book["Previous figures"].cell(2, 1, "risk.inadequat")
    book.save(path)
    told: list[str] = []
    figures(path, tell=told.append)
    assert told == [
        "Previous figures: “risk.inadequat” is no figure of this cycle, and is not compared."
    ]


def test_figures_of_the_example_have_nothing_to_say(tmp_path: Path) -> None:
    told: list[str] = []
    figures(example(tmp_path / "returns.xlsx"), tell=told.append)
    assert told == []
