import pytest

from goldenthread.checker.figures.model import Closeness
from goldenthread.checker.figures.returns.naming import (
    Categories,
    Context,
    Placed,
    Vocabulary,
    contexts_of,
    printed_share,
)
from goldenthread.checker.results import Severity, Statement, Verdict
from goldenthread.checker.source import Grid, Passage
from goldenthread.definitions import library

CORE = Vocabulary(library.framework("core_16"), library.scale("ofsted_4"))


def statement(
    text: str, printed: str, start: int, where: str = "line 1", part: int = 0
) -> Statement:
    ok = (Verdict.POSSIBLE, Severity.OK)
    return Statement(text, where, None, 26, True, printed, "", *ok, (), (), "", part, start)


def test_contexts_of_shares_in_clauses_and_sentences_are_their_own() -> None:
    text = "Risk is next. 38% were good and 15% RI; 4% outstanding. The end."
    found = contexts_of(
        [statement(f"{p}%", p, text.index(f"{p}%")) for p in ("38", "15", "4")],
        [Passage(text, "line 1")],
    )
    first = "38% were good and 15% RI"
    assert found == (
        Context(first, "Risk is next.", 0, 2),
        Context(first, "Risk is next.", 1, 2),
        Context(" 4% outstanding.", "Risk is next.", 0, 1),
    )


def test_context_of_a_cell_is_its_headers_and_the_caption() -> None:
    grid = Grid((("", "Good"), ("Risk", "38%")), "table 2", caption="All audits")
    (found,) = contexts_of([statement("38%", "38", 1, "table 2, “Risk”, “Good”")], [grid])
    assert found.text == ", “Risk”, “Good” All audits"
    assert CORE.categories(found) == Categories(("risk",), Placed.SUBJECT)
    assert CORE.levels(found) == ["good"]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("38% were good", ["good"]),
        ("38% were good or outstanding", ["good_or_better"]),
        ("38% were good or better", ["good_or_better"]),
        ("38% were inadequate or RI", ["not_yet_good"]),
        ("38% were not good", ["not_yet_good"]),
        ("38% were not inadequate", []),
        ("38% were requires improvement or good", []),
        ("38% were late", []),
    ],
)
def test_levels_named_become_the_last_words_of_keys(text: str, levels: list[str]) -> None:
    assert CORE.levels(Context(text, "", 0, 1)) == levels


@pytest.mark.parametrize(
    ("text", "before", "placed"),
    [
        ("Risk was inadequate in 38%.", "", "subject"),
        ("38% were graded ‘inadequate’ for ‘identification and response to risk’.", "", "subject"),
        ("38% were inadequate in terms of risk.", "", "subject"),
        ("38% were inadequate, because supervision was late.", "", "loose"),
        ("Where plans were late, 38% were inadequate.", "", "loose"),
        ("38% were inadequate.", "Supervision was late.", "before"),
    ],
)
def test_categories_are_the_subject_only_where_grades_are_said_of_them(
    text: str, before: str, placed: str
) -> None:
    assert CORE.categories(Context(text, before, 0, 1)).placed == placed


def test_words_of_category_and_level_stand_inside_a_sentence() -> None:
    assert CORE.words("iro", "good") == "IRO / CP chair footprint and challenge graded good"
    assert CORE.words("overall", "not_yet_good") == "the overall grade graded not yet good"


def test_printed_share_is_read_as_exactly_as_it_is_meant() -> None:
    text = "Nearly two thirds of audits were good."
    found = printed_share(statement("two thirds", "two thirds", 7), Passage(text, "line 1"))
    assert found is not None
    assert (str(found.value), found.closeness) == ("2/3", Closeness.BELOW)


def test_printed_share_of_a_cell_is_a_percentage_or_nothing() -> None:
    grid = Grid((("Risk", "38.5"),), "table 1")
    found = printed_share(statement("38.5", "38.5", 0), grid)
    assert found is not None
    assert (found.places, str(found.value)) == (1, "77/200")
    assert printed_share(statement("most", "most", 0), grid) is None
