"""The columnar reader and the one that goes line by line give the same; each stands alone."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exchange.grades.files import HEADINGS, read, refusal, written, wrong

from goldenthread.exchange.grades import delimited
from goldenthread.exchange.grades.columns import read_columns
from goldenthread.exchange.grades.delimited import read_text
from goldenthread.exchange.grades.long_rows import LongRows
from goldenthread.exchange.grades.records import read_records
from goldenthread.exchange.grades.result import Best

WANTED = {"case": (0, "case"), "grade": (3, "Grade")}


@pytest.fixture
def columnar(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file is read as a large one is."""
    monkeypatch.setattr(delimited, "SMALL", 0)


def texts(rows: LongRows) -> list[tuple[int, ...]]:
    """Line and cells of each row that is not blank."""
    cells = zip(
        *(
            [column.texts[code] if code >= 0 else "" for code in column.code]
            for column in rows.columns.values()
        ),
        strict=True,
    )
    return [(int(line), *row) for line, row in zip(rows.numbers, cells, strict=True) if any(row)]


CELL = st.text(st.sampled_from('ab ,"é\n;0'), max_size=4)


def quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if set(cell) & set(',"\n\r') else cell


@pytest.mark.slow
@given(
    st.lists(st.lists(CELL, min_size=4, max_size=4), max_size=8),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
)
def test_columns_by_either_reader_are_the_same(
    rows: list[list[str]], line_end: str, closed: bool
) -> None:
    lines = [
        ",".join(map(quoted, row)) for row in [["case", "auditor", "category", "grade"], *rows]
    ]
    content = (line_end.join(lines) + (line_end if closed else "")).encode()
    with pytest.MonkeyPatch.context() as patch:
        by_line = read_text("grades.csv", content)
        patch.setattr(delimited, "SMALL", 0)
        by_column = read_text("grades.csv", content)
    assert texts(by_column) == texts(by_line)


def test_columns_of_plain_lines_are_coded_with_blanks() -> None:
    content = b"case,auditor,category,grade\nC1,A,r,3\n\nC2,A,r,\nC1,A,r,2"
    columns = read_columns(content, ",", 1, 4, WANTED)
    assert columns is not None
    case, grade = columns["case"], columns["grade"]
    assert case.code.tolist() == [0, -1, 1, 0]
    assert (case.texts, grade.texts) == (("C1", "C2"), ("3", "2"))
    assert (grade.heading, grade.code.tolist()) == ("Grade", [0, -1, -1, 1])
    by_line = read_records("grades.csv", content, ",", 1, 4, WANTED)
    assert by_line.columns["case"].code.tolist() == case.code.tolist()
    assert by_line.lines.tolist() == [2, 3, 4, 5]


@pytest.mark.parametrize(
    "line", [b'C1,"A\nB",r,3\n', b'C1,"A,r,3\n', b"C1,A,r,3,4\n", b'C1,A,r"x,3\n']
)
def test_columns_of_lines_that_are_no_rows_are_left_to_the_other_reader(line: bytes) -> None:
    content = b"case,auditor,category,grade\n" + b"C1,A,r,3\n" * 3 + line + b"C1,A,r,3\n" * 3
    assert read_columns(content, ",", 1, 4, WANTED) is None


@pytest.mark.usefixtures("columnar")
def test_columns_of_a_large_file_name_the_line_of_a_problem(tmp_path: Path) -> None:
    text = HEADINGS + "C1,AU1,risk,3\n\nC1,AU2,risk,2.5\n"
    assert wrong(tmp_path, text, best=Best.HIGH)[0].startswith("grades.csv, line 4, column grade")
    assert "add --best high" in refusal(tmp_path, text)


@pytest.mark.usefixtures("columnar")
def test_columns_of_a_large_file_are_ignored_with_the_same_warning(tmp_path: Path) -> None:
    text = "notes,grade,category,auditor,case\nx,Good,risk,AU1,C1\nx,RI,risk,AU2,C1\n"
    found = read(tmp_path, text)
    assert found.grades.grade.tolist() == [[2], [1]]
    assert found.warnings[0].endswith("not needed here and not read: “notes”.")


@pytest.mark.slow
def test_small_file_loads_no_data_frames(tmp_path: Path) -> None:
    path = written(tmp_path, HEADINGS + "C1,AU1,risk,Good\nC1,AU2,risk,RI\n")
    script = (
        "import sys; from pathlib import Path\n"
        "from goldenthread.exchange.grades.read import read_grades\n"
        f"read_grades(Path({str(path)!r}))\n"
        "print({'polars', 'narwhals', 'pandas', 'django', 'scipy'} & sys.modules.keys())"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"
