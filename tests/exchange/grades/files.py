"""Small files of grades, and what reading them gives."""

from pathlib import Path
from typing import Any

import pytest

from goldenthread.analysis.grades import Grades
from goldenthread.documents.untrusted.opening import UnreadableFile
from goldenthread.exchange.grades.read import read_grades
from goldenthread.exchange.grades.result import GradesRead, WrongRows

HEADINGS = "case,auditor,category,grade\n"


def written(folder: Path, content: str | bytes, name: str = "grades.csv") -> Path:
    """A file with this content."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read(folder: Path, content: str | bytes, **asked: Any) -> GradesRead:
    """What is read from a text file."""
    return read_grades(written(folder, content), **asked)


def refusal(folder: Path, content: str | bytes, name: str = "grades.csv", **asked: Any) -> str:
    """The one sentence of a file that cannot be read as a whole."""
    with pytest.raises(UnreadableFile) as caught:
        read_grades(written(folder, content, name), **asked)
    said = str(caught.value)
    assert said.endswith(".")
    assert "\n" not in said
    return said


def wrong(folder: Path, content: str | bytes, **asked: Any) -> tuple[str, ...]:
    """The sentences about the rows of a text file."""
    with pytest.raises(WrongRows) as caught:
        read_grades(written(folder, content), **asked)
    assert len(caught.value.problems) == len(caught.value.sentences)
    return caught.value.sentences


def as_rows(grades: Grades) -> dict[tuple[str, str, str, str], str]:
    """Case, auditor, month and category to the level; ``""`` where nothing was graded."""
    found = {}
    for audit in range(len(grades)):
        month = grades.months[grades.month[audit]] if grades.month[audit] >= 0 else ""
        for place, category in enumerate(grades.categories):
            level = grades.grade[audit, place]
            key = (
                grades.cases[grades.case[audit]],
                grades.auditors[grades.auditor[audit]],
                month,
                category,
            )
            found[key] = grades.levels[level] if level >= 0 else ""
    return found
