"""Names that are broken over two lines, paragraphs or rows."""

import pytest

from goldenthread.checker.disclosure.check import disclosure
from goldenthread.checker.disclosure.lists import known_names
from goldenthread.checker.results import Severity
from goldenthread.checker.source import FileKind, Grid, Label, Part, Passage, Region, Source

_KNOWN = known_names("Iman Haverstock")


def _errors(*parts: Part, labels: tuple[Label, ...] = ()) -> list[tuple[str, str]]:
    hits = disclosure(Source("a.txt", FileKind.TEXT, parts, labels=labels), _KNOWN)
    return [(hit.text, hit.where) for hit in hits if hit.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        ("The worker was Iman", "Haverstock in June.", "Iman Haverstock"),
        ("The worker Iman Haver-", "stock was late", "Iman Haver- stock"),
        ("Haverstock,", "Iman (7)", "Haverstock, Iman"),
    ],
)
def test_name_over_two_lines_is_an_error(first: str, second: str, name: str) -> None:
    assert _errors(Passage(first, "line 1"), Passage(second, "line 2")) == [(name, "line 1")]


def test_name_over_two_rows_is_an_error() -> None:
    rows = (("Worker", "Visits"), ("Iman", ""), ("Haverstock", "3"))
    assert ("Iman Haverstock", "table 1, row 2") in _errors(Grid(rows, "table 1"))


@pytest.mark.parametrize(
    ("first", "second"),
    [("Ask Iman.", "Haverstock is a road."), ("Iman and others", "Haverstock is a road")],
)
def test_end_of_a_sentence_keeps_the_parts_of_a_name_apart(first: str, second: str) -> None:
    assert _errors(Passage(first, "line 1"), Passage(second, "line 2")) == []


def test_texts_of_different_regions_are_not_put_together() -> None:
    header = Passage("Iman", "page 1", region=Region.HEADER)
    assert _errors(header, Passage("Haverstock", "page 1")) == []


def test_label_with_a_whole_name_is_an_error_and_any_other_word_is_nothing() -> None:
    labels = (Label("Plan_Iman_Haverstock", "bookmark"), Label("Iman 9434765919", "style"))
    assert _errors(labels=labels) == [("Iman_Haverstock", "bookmark")]
