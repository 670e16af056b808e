"""The returns workbook as grades: whose readings, of which cycles, in which months."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import pytest
from tests.exchange.grades.files import as_rows

from goldenthread.definitions import library
from goldenthread.definitions.example import Row, rows
from goldenthread.documents.untrusted.opening import UnreadableFile
from goldenthread.exchange.grades.read import read_grades
from goldenthread.exchange.grades.result import WrongRows
from goldenthread.exchange.workbook.write import write_workbook

FRAMEWORK = library.framework("core_16")
CURRENT = rows("current")
COMPARED = {"first", "second", "calibration"}


def written(folder: Path, sheets: Mapping[str, Iterable[Row]]) -> Path:
    path = folder / "returns.xlsx"
    content = write_workbook(
        FRAMEWORK, library.scale(FRAMEWORK.scale), {name: list(r) for name, r in sheets.items()}
    )
    path.write_bytes(content)
    return path


def with_history() -> dict[str, list[Row]]:
    """The example's cycle, and the readings of the one before under that cycle's name."""
    earlier = [{**row, "Cycle": "2026-07"} for row in rows("previous")["Readings"]]
    return {**CURRENT, "Readings": [*CURRENT["Readings"], *earlier]}


def test_workbook_takes_each_first_and_second_reading_once(tmp_path: Path) -> None:
    found = read_grades(written(tmp_path, CURRENT))
    grades = found.grades
    taken = [row for row in CURRENT["Readings"] if row["Purpose"] in COMPARED]
    assert len(taken) < len(CURRENT["Readings"])
    assert len(grades) == len(taken)
    assert grades.categories == tuple(sorted(one.id for one in FRAMEWORK.categories))
    assert grades.levels == ("Inadequate", "Requires improvement", "Good", "Outstanding")
    assert grades.values == (1, 2, 3, 4)
    assert set(grades.condition.tolist()) == {-1}
    label = FRAMEWORK.category("risk").label
    meant = {
        (row["Child ref"], row["Auditor code"], str(row["Completed on"])[:7], "risk"): row[label]
        for row in taken
    }
    read = {key: level for key, level in as_rows(grades).items() if key[3] == "risk"}
    assert read == {k: v if v in grades.levels else "" for k, v in meant.items()}


def test_workbook_readings_of_earlier_cycles_count_and_are_not_warned_of(tmp_path: Path) -> None:
    now = read_grades(written(tmp_path, CURRENT))
    found = read_grades(written(tmp_path, with_history()))
    earlier = [row for row in rows("previous")["Readings"] if row["Purpose"] in COMPARED]
    assert len(found.grades) == len(now.grades) + len(earlier)
    assert found.grades.months[:2] == ("2026-07", "2026-08")
    assert found.warnings == now.warnings


def test_workbook_dates_keep_the_months_that_overlap_them(tmp_path: Path) -> None:
    path = written(tmp_path, with_history())
    grades = read_grades(path, since=date(2026, 8, 31), until=date(2026, 9, 1)).grades
    assert grades.months == ("2026-08", "2026-09")
    with pytest.raises(UnreadableFile, match=r"no first or second readings from 2030-01-01\."):
        read_grades(path, since=date(2030, 1, 1))


def test_workbook_problems_of_its_rows_are_raised_all_at_once(tmp_path: Path) -> None:
    broken = [{**row, "Auditor code": ""} for row in CURRENT["Readings"]]
    with pytest.raises(WrongRows) as caught:
        read_grades(written(tmp_path, {**CURRENT, "Readings": broken}))
    assert len(caught.value.problems) >= len(broken)
    assert caught.value.sentences[0].startswith("Readings, row 2, column Auditor code:")


def test_workbook_one_child_read_twice_by_one_auditor_in_a_month_is_asked_about(
    tmp_path: Path,
) -> None:
    first = next(row for row in CURRENT["Readings"] if row["Purpose"] == "first")
    again = {**first, "Audit ref": "A999", "Cycle": "Trial"}
    sheets = {**CURRENT, "Readings": [*CURRENT["Readings"], again]}
    with pytest.raises(WrongRows) as caught:
        read_grades(written(tmp_path, sheets))
    assert caught.value.sentences == (
        (
            f"Readings, column Audit ref: “A999”. {first['Audit ref']} is a reading of the same "
            "child by the same auditor in the same month; keep one of the two, or correct the "
            "references."
        ),
    )
