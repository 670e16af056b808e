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


def test_figures_warnings_of_the_earlier_workbook_name_it(tmp_path: Path) -> None:
    path = example(tmp_path / "returns.xlsx")
    previous = example(tmp_path / "july/returns.xlsx", cycle="previous")
    book = openpyxl.load_workbook(previous)
    book["Readings"].row_dimensions[3].hidden = True
    book.save(previous)
    told: list[str] = []
    figures(path, previous=previous, tell=told.append)
    (warning,) = told
    assert warning.startswith(f"{previous}: Readings")


def test_figures_of_the_example_have_nothing_to_say(tmp_path: Path) -> None:
    told: list[str] = []
    figures(example(tmp_path / "returns.xlsx"), tell=told.append)
    assert told == []
