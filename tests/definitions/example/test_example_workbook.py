"""The example as a workbook: what is written is read again without a problem or a warning."""

from pathlib import Path

import pytest

from goldenthread.definitions import example, library
from goldenthread.exchange.workbook.read import read_returns
from goldenthread.exchange.workbook.sheets import SHEETS
from goldenthread.exchange.workbook.write import write_workbook


def test_sheets_are_those_of_the_workbook_in_its_order() -> None:
    assert list(example.rows()) == [sheet.name for sheet in SHEETS]


@pytest.mark.slow
@pytest.mark.parametrize("cycle", example.CYCLES)
def test_workbook_of_the_example_is_read_whole_and_without_problems(
    cycle: str, tmp_path: Path
) -> None:
    framework = library.framework("core_16")
    rows = example.rows(cycle)
    file = tmp_path / "returns.xlsx"
    file.write_bytes(write_workbook(framework, library.scale(framework.scale), rows))
    returns = read_returns(file)
    assert returns.problems == ()
    assert returns.warnings == ()
    assert {tally.sheet: tally.read for tally in returns.tallies} == {
        sheet: len(its_rows) for sheet, its_rows in rows.items()
    }
