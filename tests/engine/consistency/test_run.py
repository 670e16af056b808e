"""What stops the command: a sentence and an exit code."""

from pathlib import Path

import pytest
from tests.engine.consistency import years

from goldenthread.engine.consistency import run
from goldenthread.engine.consistency.run import ConsistencyRequest, consistency
from goldenthread.engine.failures import ExitCode, Failure


def test_too_little_memory_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fit(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(run, "fit", fit)
    rows = ["C1,A,Risk,Good", "C2,B,Risk,Good"]
    file = years.written(tmp_path / "large.csv", rows, "case,auditor,category,grade")
    with pytest.raises(Failure) as caught:
        consistency(ConsistencyRequest(file))
    assert caught.value.exit_code == ExitCode.UNREADABLE
    assert str(caught.value) == (
        "large.csv needs more memory than there is; give fewer audits, such as those of one year, "
        "or run it on a larger computer."
    )
