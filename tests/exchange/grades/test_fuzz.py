"""Whatever stands in a file: grades or sentences, never a crash."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.documents.untrusted.opening import UnreadableFile
from goldenthread.exchange.grades import delimited
from goldenthread.exchange.grades.read import read_grades
from goldenthread.exchange.grades.result import Best, WrongRows

WHOLE = (
    'case;auditor;category;grade;team;month;condition;"no\ntes"\n'
    'C1;AU1;"risk; now";Good;Älder;2026-01;with;"""x"""\n'
    "C1;AU2;risk;RI;;2026-01-31;;\n"
)
PIECES = st.sampled_from(
    ["case,auditor,category,grade", "case", "\n", "\r\n", ",", ";", '"', "C1", "AU1", "3", "2.5",
     "Good", "N/A", "\0", "é", "\ufeff", "2026-01", "month", "team", "9" * 400, "\u2028", "\x1c"]
)  # fmt: skip


def survives(content: bytes, best: Best | None) -> None:
    """Grades, or sentences that say what is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "grades.csv")
        path.write_bytes(content)
        try:
            found = read_grades(path, best=best)
        except (UnreadableFile, WrongRows) as refused:
            said = str(refused)
        else:
            said = "grades.csv" if len(found.grades) else ""
        assert said.startswith("grades.csv")


BEST = st.sampled_from([None, Best.HIGH])


@pytest.mark.slow
@given(st.binary(max_size=200), BEST)
def test_any_bytes_never_crash(content: bytes, best: Best | None) -> None:
    survives(content, best)
    survives(b"case,auditor,category,grade\n" + content, best)


@pytest.mark.slow
@given(st.lists(PIECES, max_size=30).map("".join), BEST, st.booleans())
def test_any_pieces_of_a_table_never_crash(text: str, best: Best | None, columnar: bool) -> None:
    with pytest.MonkeyPatch.context() as patch:
        if columnar:
            patch.setattr(delimited, "SMALL", 0)
        survives(("case,auditor,category,grade\n" + text).encode(), best)


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_file_that_was_cut_off_anywhere_never_crashes(encoding: str) -> None:
    whole = WHOLE.encode(encoding)
    for length in range(len(whole)):
        survives(whole[:length], None)
