import pytest
from tests.engine.checking.results import access, claim, effect, figure, name, result

from goldenthread.checker.results import Result, Severity, Verdict
from goldenthread.engine.checking.terminal import report


def full() -> Result:
    return result(
        statements=(
            *(figure(number) for number in range(1, 16)),
            figure(20, Verdict.IMPOSSIBLE, Severity.ERROR),
        ),
        claims=(claim("improved", 1), claim("rose", 2)),
        disclosure=(name("Jo Bloggs " * 60, 3), name("Kim Doe", 4)),
        found=(access("title", Severity.NOTE, "There is no title. Write one.", "whole document"),),
        marks=effect(3, 4),
    )


@pytest.mark.parametrize("width", [20, 30, 80, 100])
def test_every_line_fits_the_terminal(width: int) -> None:
    assert max(map(len, report(full(), width).splitlines())) <= width


def test_many_queries_of_a_kind_take_a_few_lines_and_say_how_many() -> None:
    text = report(full(), 80)
    assert "Figure, 15 times. Of how many?" in text
    assert "- and 9 more: line 7, line 8, line 9, line 10 and 5 more" in text
    assert text.index("ERRORS") < text.index("QUERIES") < text.index("NOTES")


def test_names_that_are_errors_are_said_once_and_all_their_places_shown() -> None:
    hits = tuple(name(f"Kim Doe {line}", line, Severity.ERROR) for line in range(1, 21))
    text = report(result(disclosure=hits), 80)
    assert text.count("take it out") == 1
    assert all(f"- line {line}: “Kim Doe {line}”" in text for line in range(1, 21))


def test_nothing_found_says_what_was_read_and_that_nothing_was_found() -> None:
    text = report(result(), 80)
    assert text.startswith("brief.docx: 0 errors, 0 queries, 0 notes\nRead 200 words:")
    assert "Nothing was found to mend." in text
    assert "QUERIES" not in text


def test_marks_that_fail_have_reasons_and_the_others_names_only() -> None:
    text = report(result(marks=effect(3)), 80)
    assert "EFFECT: 23 of 24 marks" in text
    assert "- Own figures. Reason 3." in text
    assert "Reason 4." not in text
    assert "Fresh data;" in text


def test_a_long_quotation_is_cut() -> None:
    assert report(full(), 80).count("Jo Bloggs") < 30
