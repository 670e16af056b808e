"""An author whose brief the checker stops is told where, why, and how to go on."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from goldenthread.engine.brief import BriefRequest, brief
from goldenthread.engine.example import example_workbook
from goldenthread.engine.failures import ExitCode, Failure

LAYOUTS = ("learning-brief", "seven-minute")
Brief = Callable[..., list[str]]
Accepted = tuple[str, str]

pytestmark = pytest.mark.slow


@pytest.fixture
def told(tmp_path: Path) -> Brief:
    """Make a brief whose first worry and author are given; what the author is told."""

    def run(worry: str = "", accepted: Accepted | None = None, author: str = "") -> list[str]:
        path = tmp_path / "returns.xlsx"
        path.write_bytes(example_workbook("current"))
        book = openpyxl.load_workbook(path)
        if worry:
            (row,) = [row for row in book["Findings"].iter_rows() if row[0].value == "W1"]
            row[7].value = worry
        if accepted:
            book["Accepted hits"].append([*accepted, "Agreed.", "Audit lead", "Head of service"])
        if author:
            (row,) = [row for row in book["Cycle"].iter_rows() if row[0].value == "Author"]
            row[1].value = author
        book.save(path)
        sentences: list[str] = []
        brief(BriefRequest(path, tmp_path / "brief", LAYOUTS, ("md",)), sentences.append)
        return sentences

    return run


BORN = "A child born on 12 March 2014 was not seen."


def test_an_error_is_said_once_with_its_cell_and_how_it_may_stand(told: Brief) -> None:
    with pytest.raises(Failure) as failure:
        told(BORN)
    assert failure.value.exit_code is ExitCode.REFUSED
    _, sentence = failure.value.sentences
    assert sentence.startswith("sheet Findings, row 7, column Text: “12 March 2014”")
    assert "Accepted hits (kind “date of birth”, text “12 March 2014”)" in sentence


def test_what_two_people_accepted_is_printed_without_a_word(told: Brief) -> None:
    assert told(BORN, ("date of birth", "12 March 2014")) == []


def test_a_name_is_told_once_for_all_layouts_with_its_cell(told: Brief) -> None:
    (sentence,) = told("Jayden Okafor was not seen alone.")
    assert sentence.startswith("sheet Findings, row 7, column Text: “Jayden Okafor”, name.")


def test_a_percentage_of_nothing_that_was_marked_as_a_literal_is_told(told: Brief) -> None:
    (sentence,) = told("[[39%]] of plans were late.")
    assert sentence.startswith("sheet Findings, row 7, column Text: “39% of plans”")


def test_figures_that_cannot_be_right_are_quoted_with_a_way_to_go_on(told: Brief) -> None:
    with pytest.raises(Failure) as failure:
        told("[[16]] of [[26]] plans, [[39]]%, were late.")
    _, sentence = failure.value.sentences
    assert "16 of 26" in sentence
    assert sentence.endswith("it is misread: word it differently.")


def test_every_author_may_be_named(told: Brief) -> None:
    assert told(author="Sarah Jones and Beth Smith, s.jones@larkshire.example") == []


def test_a_link_more_that_pushes_a_table_over_the_page_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "returns.xlsx"
    path.write_bytes(example_workbook("current"))
    book = openpyxl.load_workbook(path)
    book["Links"].append(["A guide", "https://learning.example/a", "Assessment and analysis"])
    book.save(path)
    paths = brief(BriefRequest(path, tmp_path / "brief", LAYOUTS[:1], ("pdf",)))
    assert [path.name for path in paths] == ["learning-brief.pdf", "manifest.json"]
