import pytest
from tests.engine.checking.results import claim, effect, figure, name, result

from goldenthread.checker.access.check import access
from goldenthread.checker.reading.read import read_content
from goldenthread.checker.results import Severity, Verdict
from goldenthread.documents.blocks import Document
from goldenthread.engine.checking.report import document
from goldenthread.engine.rendering import renderer


def words(found: Document) -> str:
    return renderer("md").render(found).decode()


def test_every_place_of_a_group_stands_in_the_report() -> None:
    text = words(document(result(statements=tuple(figure(n) for n in range(1, 201)))))
    assert "Figure, 200 times." in text
    assert all(f"month {number}”" in text for number in range(1, 201))


def test_every_place_of_the_same_words_stands_in_the_report() -> None:
    hits = tuple(name("Jo Bloggs", line) for line in range(1, 31))
    text = words(document(result(disclosure=hits)))
    assert "Name, 30 times." in text
    assert "line 5, line 6, line 7" in text
    assert "line 30: “Jo Bloggs”" in text


def test_nothing_found_is_said() -> None:
    text = words(document(result()))
    assert "Read 200 words" in text
    assert "Nothing was found to mend." in text
    assert "Queries" not in text


def test_ten_thousand_figures_are_cut_to_a_table_that_can_be_read() -> None:
    figures = tuple(figure(n, Verdict.AGREES, Severity.OK) for n in range(10_000))
    text = words(document(result(statements=figures)))
    assert "the first 500 of 10,000" in text
    assert text.count("in month") == 500


@pytest.mark.slow
@pytest.mark.parametrize("format_", ["html", "docx"])
def test_our_own_access_checks_find_no_error_in_the_report(format_: str) -> None:
    errors = tuple(figure(n, Verdict.IMPOSSIBLE, Severity.ERROR) for n in (1, 2))
    found = result(
        statements=(*errors, *(figure(n) for n in range(3, 40))),
        claims=(claim("improved", 1),),
        disclosure=(name("Jo Bloggs", 3),),
        marks=effect(1, 5),
    )
    content = renderer(format_).render(document(found))
    source = read_content(content, f"report.{format_}")
    assert [one for one in access(source) if one.severity is Severity.ERROR] == []
