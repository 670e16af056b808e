"""A second process finds what one process finds."""

from dataclasses import replace

import pytest

from goldenthread.checker.check import check
from goldenthread.checker.errors import Asked
from goldenthread.checker.source import FileKind, Grid, Part, Passage, Role, Source
from goldenthread.engine.second_check import second_check

_SAID = (
    "Of the 26 audits, 16 (39%) were good in {month}. This has improved because of training.",
    "Contact Maria Ellwood-Hart on 01632 960123 by 3 May 2025; she was born on 4 June 2011.",
    "Of these, 4 (15%) were inadequate, and the other 12 (46%) required improvement.",
)


def _long() -> Source:
    parts: list[Part] = [Passage("What we found", "page 1", Role.HEADING, level=1)]
    for number in range(700):
        text = " ".join(_SAID).format(month=("May", "June", "July")[number % 3])
        parts.append(Passage(text, f"page {number // 4 + 1}"))
    parts.append(Grid((("Grade", "Audits"), ("Good", "16"), ("Total", "26")), "page 176"))
    return Source("long.docx", FileKind.DOCX, tuple(parts))


@pytest.fixture(autouse=True)
def _two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("goldenthread.engine.processes.cpu_count", lambda: 2)


@pytest.mark.slow
@pytest.mark.parametrize("audience", ["service", "public"])
def test_check_in_two_processes_finds_what_one_finds(audience: str) -> None:
    asked = Asked(audience)
    with second_check(_long(), asked) as second:
        assert second is not None
        assert second.said_in_rest() is not None
        assert second.of_words().effect
        in_two = check(_long(), asked, second)
    assert in_two == check(_long(), asked)


@pytest.mark.slow
def test_check_after_the_second_process_has_died_finds_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("goldenthread.engine.second_check.__name__", "goldenthread.no_such_module")
    with second_check(_long(), Asked()) as second:
        assert second is not None
        assert second.said_in_rest() is None
        in_two = check(_long(), Asked(), second)
    assert in_two == check(_long(), Asked())


def test_second_check_of_a_short_document_is_none() -> None:
    short = replace(_long(), parts=_long().parts[:20])
    with second_check(short, Asked()) as second:
        assert second is None


def test_second_check_with_one_processor_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("goldenthread.engine.processes.cpu_count", lambda: 1)
    with second_check(_long(), Asked()) as second:
        assert second is None
