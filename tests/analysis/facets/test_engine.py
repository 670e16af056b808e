"""Numba is used where it is worth it and works; without it everything works as well."""

import subprocess
import sys

import pytest

from goldenthread.analysis.facets import engine as module
from goldenthread.analysis.facets.engine import VARIABLE, WORTH, compiled, engine


@pytest.fixture(autouse=True)
def _nothing_forced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)


def test_engine_few_readings_are_not_worth_loading_numba() -> None:
    assert engine(WORTH - 1) == "numpy"
    assert engine(WORTH) == "numba"


@pytest.mark.parametrize("forced", ["numpy", "numba"])
def test_engine_forced_is_used_for_any_number(forced: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, forced)
    assert engine(1) == engine(10**6) == forced


def test_engine_broken_numba_falls_back_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str) -> None:
        raise OSError("cannot load shared object")

    module._loaded.cache_clear()
    monkeypatch.setattr(module, "import_module", broken)
    assert compiled(WORTH) is None
    assert engine() == "numpy"
    module._loaded.cache_clear()


@pytest.mark.slow
def test_import_of_the_model_loads_no_numba() -> None:
    code = "import sys, goldenthread.analysis.facets.fit; sys.exit('numba' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
