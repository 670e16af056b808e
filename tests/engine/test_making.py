"""Making files in one process and in two: the same, the same errors, nothing left behind."""

import subprocess
import sys
from collections import deque
from collections.abc import Sequence
from typing import Any, NoReturn

import pytest
from tests.documents.samples.brief import sample_brief

from goldenthread.checker.errors import Asked
from goldenthread.engine.making import Made, Order, make, make_all
from goldenthread.engine.rendering import FORMATS, FRONT_TO_BACK, Job
from goldenthread.engine.second_process import second_process

LAYOUTS = ("learning-brief", "one-page")
SLOW = [Job("learning-brief", "docx"), Job("learning-brief", "pdf")]
QUICK = [Job("learning-brief", "md"), Job("one-page", "html")]


@pytest.fixture(scope="module")
def order() -> Order:
    return Order(dict.fromkeys(LAYOUTS, sample_brief()), Asked())


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """Every process that is started during the test."""
    processes: list[subprocess.Popen[bytes]] = []

    class Recorded(subprocess.Popen[bytes]):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            processes.append(self)

    monkeypatch.setattr(subprocess, "Popen", Recorded)
    monkeypatch.setattr("goldenthread.engine.processes.cpu_count", lambda: 2)
    return processes


class Idle:
    """Takes jobs from the front and makes none of them."""

    def __init__(self, takes: int) -> None:
        self.takes = takes

    def share(self, order: Order, waiting: deque[Job], made: dict[Job, Made]) -> None:
        for _ in range(self.takes):
            waiting.popleft()

    def finish(self) -> None:
        pass


def test_every_file_type_has_its_place_in_the_order_of_work() -> None:
    assert set(FRONT_TO_BACK) == set(FORMATS)


def test_make_all_gives_files_in_the_order_they_were_asked_for(
    order: Order,
) -> None:
    jobs = [Job(layout, format_) for layout in LAYOUTS for format_ in ("md", "html")]
    assert list(make_all(order, jobs)) == jobs


def test_make_all_makes_what_the_other_took_and_did_not_make(
    order: Order,
) -> None:
    assert make_all(order, QUICK, Idle(takes=1)) == make_all(order, QUICK)


@pytest.mark.slow
def test_make_all_in_two_processes_gives_the_same_bytes_in_the_same_order(
    order: Order, started: Sequence[object]
) -> None:
    jobs = [Job(layout, format_) for layout in LAYOUTS for format_ in FORMATS]
    with second_process(jobs) as second:
        shared = make_all(order, jobs, second)
    assert len(started) == 1
    assert list(shared.items()) == list(make_all(order, jobs).items())


@pytest.mark.slow
def test_second_process_given_all_jobs_makes_all_of_them(
    order: Order, started: Sequence[object]
) -> None:
    made: dict[Job, Made] = {}
    with second_process(SLOW) as second:
        assert second is not None
        second.share(order, deque(QUICK), made)
        second.finish()
    assert made == {job: make(order, job) for job in QUICK}


@pytest.mark.slow
def test_make_all_with_a_document_missing_raises_the_error_of_one_process(
    order: Order, started: Sequence[object]
) -> None:
    jobs = [Job("absent", "md"), *QUICK]
    with second_process(SLOW) as second, pytest.raises(KeyError, match="absent"):
        make_all(order, jobs, second)


@pytest.mark.slow
def test_make_all_after_the_second_process_has_died_makes_everything_here(
    order: Order, started: Sequence[subprocess.Popen[bytes]]
) -> None:
    with second_process(SLOW) as second:
        started[0].kill()
        assert make_all(order, QUICK, second) == make_all(order, QUICK)


@pytest.mark.slow
@pytest.mark.parametrize("interruption", [KeyboardInterrupt, ValueError])
def test_second_process_when_the_work_is_interrupted_ends_and_lets_the_error_through(
    order: Order,
    started: Sequence[subprocess.Popen[bytes]],
    interruption: type[BaseException],
) -> None:
    with pytest.raises(interruption):
        _interrupted(order, interruption)
    assert started[0].returncode is not None


def _interrupted(order: Order, interruption: type[BaseException]) -> NoReturn:
    with second_process(SLOW) as second:
        assert second is not None
        second.share(order, deque(SLOW), {})
        raise interruption


@pytest.mark.slow
def test_second_process_when_its_input_ends_ends_by_itself(
    started: Sequence[subprocess.Popen[bytes]],
) -> None:
    with second_process(SLOW):
        stdin = started[0].stdin
        assert stdin is not None
        stdin.close()
        assert started[0].wait(timeout=60) == 0


@pytest.mark.parametrize("jobs", [[], SLOW[:1], QUICK])
def test_second_process_for_little_work_is_not_started(
    jobs: Sequence[Job], started: Sequence[object]
) -> None:
    with second_process(jobs) as second:
        assert second is None
    assert not started


def test_second_process_on_one_processor_is_not_started(
    started: Sequence[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("goldenthread.engine.processes.cpu_count", lambda: 1)
    with second_process(SLOW) as second:
        assert second is None


def test_second_process_that_cannot_start_leaves_the_work_to_this_one(
    started: Sequence[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with second_process(SLOW) as second:
        assert second is None
