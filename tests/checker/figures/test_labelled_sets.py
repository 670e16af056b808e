"""Every labelled table and text gives the shares and sets that a careful reader finds."""

import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from goldenthread.checker.figures.check import Figures, check_figures
from goldenthread.checker.results import SetFound
from goldenthread.checker.source import FileKind, Grid, Part, Passage, Role, Source

HERE = Path(__file__).parent
TEXTS: list[dict[str, Any]] = yaml.safe_load((HERE / "sets_in_text.yaml").read_text("utf-8"))
TABLES: list[dict[str, Any]] = yaml.safe_load((HERE / "tables.yaml").read_text("utf-8"))


def passage(text: str) -> Passage:
    if text.startswith("# "):
        return Passage(text[2:], "page 1", role=Role.HEADING, level=2)
    if text.startswith("• ") and text.count("•") == 1:
        return Passage(text[2:], "page 1", role=Role.LIST_ITEM)
    return Passage(text, "page 1")


def checked(*parts: Part) -> Figures:
    return check_figures(Source("report.txt", FileKind.TEXT, parts))


def grid(example: dict[str, Any]) -> Grid:
    rows = tuple(tuple(str(cell) for cell in row) for row in example["table"])
    return Grid(rows, "table 1", caption=example.get("caption", ""))


def as_label(found: SetFound) -> str:
    parts = [f"{i.percent}%" if i.count is None else str(i.count) for i in found.items]
    base = "?" if found.base is None else found.base
    return f"{' + '.join(parts)} of {base}: {found.verdict} {found.severity}"


@pytest.mark.parametrize("example", TEXTS, ids=lambda example: example["read"][-1][:50])
def test_text_gives_the_labelled_sets(example: dict[str, Any]) -> None:
    figures = checked(*(passage(text) for text in example["read"]))
    assert [as_label(found) for found in figures.sets] == example["sets"]


@pytest.mark.parametrize("example", TABLES, ids=lambda example: example["about"])
def test_table_gives_the_labelled_sets(example: dict[str, Any]) -> None:
    figures = checked(grid(example))
    assert sorted(as_label(found) for found in figures.sets) == sorted(example["sets"])


@pytest.mark.parametrize("example", TABLES, ids=lambda example: example["about"])
def test_table_gives_the_labelled_shares(example: dict[str, Any]) -> None:
    figures = checked(grid(example))
    found = [
        f"{s.percent} = {'?' if s.count is None else s.count} of "
        f"{'?' if s.base is None else s.base}: {s.verdict}"
        for s in figures.statements
    ]
    assert sorted(found) == sorted(example["says"])


@pytest.mark.parametrize("example", [*TEXTS, *TABLES], ids=str)
def test_labels_follow_from_their_own_numbers(example: dict[str, Any]) -> None:
    """The labels are arithmetic as well: sums are computed here by other means."""
    for label in example["sets"]:
        numbers, base, verdict = re.fullmatch(r"(.+) of (\d+|\?): (\w+) \w+", label).groups()  # type: ignore[union-attr]
        parts = numbers.split(" + ")
        if parts[0].endswith("%"):
            places = max(len(part.partition(".")[2]) for part in parts) - 1
            total = sum((Fraction(part.rstrip("%")) for part in parts), start=Fraction(0))
            gap = abs(total - 100)
            leeway = Fraction(len(parts), 2 * 10 ** max(places, 0))
            assert (gap > leeway) == (verdict == "does_not_add")
        elif base != "?" and sum(map(int, parts)) != int(base):
            assert verdict == "does_not_add"
