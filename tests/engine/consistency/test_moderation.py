"""What moderation changed in the example, on the terminal and as JSON: as its brief has it."""

import json
from pathlib import Path

import pytest
from tests.engine.consistency import years

from goldenthread.analysis.phrases import moderation
from goldenthread.analysis.phrases.pieces import plain_text
from goldenthread.engine import figures as figures_command
from goldenthread.engine.consistency.printed import consistency_json
from goldenthread.engine.consistency.run import Consistency, ConsistencyRequest, consistency
from goldenthread.engine.consistency.terminal import report
from goldenthread.engine.example import example

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return example(tmp_path_factory.mktemp("book") / "returns.xlsx")


@pytest.fixture(scope="module")
def found(book: Path) -> Consistency:
    return consistency(ConsistencyRequest(book))


def test_report_and_brief_count_the_same_changes(book: Path, found: Consistency) -> None:
    _, figures = figures_command.figures(book)
    brief = plain_text(moderation(figures))
    assert "changed 3 of the 63 grades in the audits moderated: 1 raised and 2 lowered" in brief
    said = " ".join(report(found, 80).split())
    assert "Moderation changed 3 of 63 grades in 4 audits: 2 lower and 1 higher, each by" in said


def test_report_has_the_table_where_it_fits(found: Consistency) -> None:
    lines = report(found, 80).splitlines()
    assert "  Requires improvement           1                    19     1            0" in lines
    assert "too wide to be shown here; --json has it" in " ".join(report(found, 50).split())


def test_json_has_numbers_that_add_up(found: Consistency) -> None:
    moderated = json.loads(consistency_json(found))["agreement"]["moderated"]
    assert (moderated["audits"], moderated["compared"], moderated["changed"]) == (4, 63, 3)
    assert moderated["raised"] + moderated["lowered"] == moderated["changed"]
    assert sum(step["grades"] for step in moderated["steps"]) == moderated["compared"]
    assert sum(map(sum, moderated["table"]["counts"])) == moderated["compared"]
    for name in ("by_category", "by_month"):
        assert sum(each["changed"] for each in moderated[name]) == moderated["changed"]
    assert moderated["why_not"] is None


def test_file_without_moderated_readings_says_nothing_of_moderation(tmp_path: Path) -> None:
    found = consistency(ConsistencyRequest(years.month(tmp_path)))
    assert "WHAT DID MODERATION" not in report(found, 80)
    assert json.loads(consistency_json(found))["agreement"]["moderated"] is None
