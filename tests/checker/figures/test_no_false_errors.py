"""Paragraphs in which every figure is true of a number that they name: nothing is called wrong."""

from pathlib import Path

import pytest
import yaml

from goldenthread.checker.figures.check import check_figures
from goldenthread.checker.results import Severity
from goldenthread.checker.source import FileKind, Passage, Role, Source

FILE = Path(__file__).with_name("correct_paragraphs.yaml")
DOCUMENTS: list[list[str]] = yaml.safe_load(FILE.read_text("utf-8"))
MARKED = {"# ": Role.HEADING, "- ": Role.LIST_ITEM}


def passage(text: str) -> Passage:
    role = MARKED.get(text[:2])
    return Passage(text, "page 1") if role is None else Passage(text[2:], "page 1", role=role)


@pytest.mark.parametrize("texts", DOCUMENTS, ids=lambda texts: texts[-1][:50])
def test_true_figure_beside_other_numbers_is_no_error(texts: list[str]) -> None:
    figures = check_figures(Source("report.txt", FileKind.TEXT, tuple(map(passage, texts))))
    assert figures.statements
    assert [s.text for s in figures.statements if s.severity is Severity.ERROR] == []
