"""The map as a file: written to be corrected, read with every mistake named by its line."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exchange.adopt.makers import own_sheets
from tests.exchange.adopt.makers.forms_export import forms_export
from tests.exchange.adopt.makers.small import AUDIT, small
from tests.exchange.adopt.makers.truth import FRAMEWORK, SCALE, audits

from goldenthread.definitions.problems import UnusableDefinition
from goldenthread.definitions.yaml_reading import read_yaml
from goldenthread.exchange.adopt.adopting import adopt_again, adopt_first
from goldenthread.exchange.adopt.map_reading import load_map, read_map
from goldenthread.exchange.adopt.map_writing import quoted
from goldenthread.exchange.adopt.mapping import ColumnMap, Meaning

MAP = """\
map: 1
framework: core_16
layout: one row per audit
date_order: day first
columns:
  - column: "Ref"
    to: Readings > Audit ref
  - column: "Risk"
    to: Readings > Risk
"""


def without_lines(column_map: ColumnMap) -> ColumnMap:
    return replace(column_map, columns=tuple(replace(c, at=0) for c in column_map.columns))


def mistakes(text: str) -> list[str]:
    with pytest.raises(UnusableDefinition) as caught:
        read_map(text.encode(), "map.yaml")
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.slow
def test_proposed_map_reads_back_as_it_was_proposed(tmp_path: Path) -> None:
    for make in (forms_export, own_sheets.rows_with_totals, own_sheets.grades_and_reasons):
        first = adopt_first(make(tmp_path / "source.xlsx", audits(6)), FRAMEWORK, SCALE)
        again = read_map(first.map_text.encode(), "map.yaml")
        assert without_lines(again) == first.proposal.column_map


@pytest.mark.slow
def test_proposed_map_is_the_same_text_each_time_and_gives_the_same_rows(tmp_path: Path) -> None:
    path = forms_export(tmp_path / "forms.xlsx", audits(6))
    first, second = (adopt_first(path, FRAMEWORK, SCALE) for _ in range(2))
    assert first.map_text == second.map_text
    (tmp_path / "map.yaml").write_text(first.map_text, encoding="utf-8")
    again = adopt_again(path, load_map(tmp_path / "map.yaml"), first.adopted.people)
    assert again.rows == first.adopted.rows
    assert again.report.drift.new_columns == ()


def test_map_says_why_each_column_stands_where_it_does(tmp_path: Path) -> None:
    text = small(tmp_path, AUDIT).map_text
    assert '  # exact heading\n  - column: "Audit ref"\n    to: Readings > Audit ref\n' in text
    assert '  # known other heading\n  - column: "Risk"\n' in text
    assert "  #   Readings > Supervision\n" in text


def test_map_corrected_by_hand_is_followed(tmp_path: Path) -> None:
    first = small(tmp_path, [*AUDIT[:4], "Goodish", "RI"], AUDIT)
    corrected = first.map_text.replace('"Goodish": "unknown"', '"Goodish": good')
    again = adopt_again(tmp_path / "small.xlsx", read_map(corrected.encode(), "map.yaml"))
    assert [row["Identification of and response to risk"] for row in again.rows["Readings"]] == [
        "Good",
        "Good",
    ]


def test_map_names_categories_by_any_of_their_spellings() -> None:
    line = read_map(MAP.encode(), "map.yaml").line("risk")
    assert line is not None
    assert str(line.target) == "Readings > Identification of and response to risk"
    assert line.at == 8


def test_map_values_are_read_in_any_spelling_of_the_scale() -> None:
    text = MAP + 'values:\n  grades:\n    "1": RI\n    "?": unknown\n  teams:\n    "E": East\n'
    values = read_map(text.encode(), "map.yaml").values
    assert values[Meaning.GRADES] == {"1": "Requires improvement", "?": "unknown"}
    assert values[Meaning.TEAMS] == {"E": "East"}


@pytest.mark.parametrize(
    ("wrong", "right", "said"),
    [
        ("map: 1", "map: 2", 'map.yaml, line 1, map is "2": begin the file with "map: 1".'),
        ("core_16", "core_17", "map.yaml, line 2, framework: there is no framework"),
        ("one row per audit", "rows", 'map.yaml, line 3, layout is "rows": write one of these'),
        ("day first", "dmy", 'map.yaml, line 4, date_order is "dmy": write one of these'),
        ("Readings > Risk", "Readings > Riks",
         '"leave out"; did you mean Readings > Identification of and response to risk'),
        ("    to: Readings > Risk\n", "",
         "map.yaml, line 8, columns[2].to: write a place"),
        ('"Risk"', '"ref"', 'line 8, columns[2].column is "ref": it stands on line 6 already'),
        ("to: Readings > Audit ref", "too: Readings > Audit ref",
         "line 7, columns[1].too is \"too\": take it out"),
        ("columns:", "columns: none\nmore:", "list the columns of the source under this entry"),
        ("map: 1", "\tmap: 1", "map.yaml, line 1: "),
    ],
)  # fmt: skip
def test_map_mistake_is_named_with_its_line(wrong: str, right: str, said: str) -> None:
    assert any(said in mistake for mistake in mistakes(MAP.replace(wrong, right, 1)))


def test_map_mistakes_are_reported_all_at_once() -> None:
    text = MAP.replace("day first", "dmy").replace("Readings > Risk", "Nowhere")
    text += "for_every_audit:\n  Readings > Risk: Good\nvalues:\n  grades:\n    G: fine\n  x: {}\n"
    assert len(mistakes(text)) == 5


def test_map_setting_for_every_audit_fills_what_no_column_says(tmp_path: Path) -> None:
    first = small(tmp_path, AUDIT)
    text = first.map_text.replace(
        '  "Readings > Purpose": "first"', '  "Readings > Purpose": first\n  Readings > Team: East'
    )
    again = adopt_again(tmp_path / "small.xlsx", read_map(text.encode(), "map.yaml"))
    assert again.rows["Readings"][0]["Team"] == "East"


@pytest.mark.slow
@given(st.text(max_size=40))
def test_any_text_in_quotation_marks_comes_back_from_yaml(text: str) -> None:
    document = read_yaml(f"- {quoted(text)}\n".encode("utf-8", "surrogatepass"), "t.yaml")
    assert document.content == [text]
