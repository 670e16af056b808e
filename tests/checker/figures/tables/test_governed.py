"""Tables that leave it to the text to say of how many."""

from goldenthread.checker.figures.check import check_figures
from goldenthread.checker.source import FileKind, Grid, Passage, Source

ROWS = (
    ("Team", "Chronology", "Genogram"),
    ("Duty", "15 (75%)", "12 (60%)"),
    ("Court", "18 (90%)", "16 (80%)"),
    ("Both", "33 (83%)", "28 (70%)"),
)


def bases(text: str, rows: tuple[tuple[str, ...], ...] = ROWS) -> list[tuple[int | None, str]]:
    source = Source("a.txt", FileKind.TEXT, (Passage(text, "1"), Grid(rows, "table 1")))
    return [(found.base, found.verdict.value) for found in check_figures(source).statements]


def test_rows_are_of_the_numbers_that_the_text_before_says() -> None:
    found = bases("We read 40 records, 20 of each team.")
    assert found == [(size, "agrees") for size in (20, 20, 20, 20, 40, 40)]


def test_a_slip_in_a_table_of_one_number_disagrees() -> None:
    rows = (*ROWS[:2], ("Court", "18 (90%)", "16 (85%)"))
    assert bases("We read 20 records of each team.", rows) == [
        (20, "agrees"),
        (20, "agrees"),
        (20, "agrees"),
        (20, "disagrees"),
    ]


def test_a_number_that_fits_too_little_of_a_table_is_not_its_base() -> None:
    assert {base for base, _ in bases("The 61 workers read what they were given.")} == {None}
