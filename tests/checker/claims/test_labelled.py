"""Claims found in labelled passages: how many of those found are meant, and how many are missed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from goldenthread.checker.claims.check import claims
from goldenthread.checker.source import FileKind, Part, Passage, Role, Source

FOLDER = Path(__file__).parent


def labelled(name: str) -> Iterator[tuple[frozenset[str], Source]]:
    """Each labelled passage of a file with the kinds of claim that it makes."""
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        kinds, _, rest = line.partition(" | ")
        heading, _, text = rest.rpartition(" >> ")
        parts: list[Part] = [Passage(text, "line 2")]
        if heading:
            parts.insert(0, Passage(heading, "line 1", Role.HEADING, level=2))
        expected = frozenset() if kinds == "-" else frozenset(_kinds(kinds))
        yield expected, Source("brief.txt", FileKind.TEXT, tuple(parts))


def _kinds(words: str) -> Iterator[str]:
    yield from words.replace("single answer", "single_answer").split()


def found_in(source: Source) -> frozenset[str]:
    return frozenset(claim.kind.replace(" ", "_") for claim in claims(source, (), ()))


def measured(name: str) -> tuple[float, float, list[str]]:
    """Precision, recall, and the passages that were misread."""
    right = wrong = missed = 0
    misread: list[str] = []
    for expected, source in labelled(name):
        found = found_in(source)
        right += len(found & expected)
        wrong += len(found - expected)
        missed += len(expected - found)
        if found != expected:
            misread.append(f"{sorted(expected)} {sorted(found)} {source.passages[-1].text}")
    return right / (right + wrong), right / (right + missed), misread


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "precision", "recall"),
    [("claims_to_work_with.txt", 0.99, 0.95), ("claims_kept_apart.txt", 0.95, 0.85)],
)
def test_labelled_passages_are_read_as_well_as_before(
    name: str, precision: float, recall: float
) -> None:
    measured_precision, measured_recall, misread = measured(name)
    assert measured_precision >= precision, misread
    assert measured_recall >= recall, misread


@pytest.mark.parametrize("name", ["claims_to_work_with.txt", "claims_kept_apart.txt"])
def test_labelled_passages_are_half_traps(name: str) -> None:
    expected = [kinds for kinds, _ in labelled(name)]
    assert 0.5 <= sum(not kinds for kinds in expected) / len(expected) <= 0.6
