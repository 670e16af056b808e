"""Identifiers as people type them, with spaces, hyphens and O for 0; and what only looks so."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from goldenthread.checker.disclosure.check import disclosure
from goldenthread.checker.results import Severity
from goldenthread.checker.source import FileKind, Passage, Source

_FILE = Path(__file__).parent / "identifiers_in_sentences.txt"
_MARK = re.compile(r"\[([^\]]+)\]")


def _sentences() -> Iterator[tuple[str, str]]:
    kind = ""
    for line in _FILE.read_text("utf-8").splitlines():
        if line.startswith("= "):
            kind = line.removeprefix("= ")
        elif line and not line.startswith("#"):
            yield kind, line


def _found(text: str) -> list[tuple[str, str]]:
    hits = disclosure(Source("a.txt", FileKind.TEXT, (Passage(text, "line 1"),)))
    return [(hit.kind, hit.text) for hit in hits if hit.severity is not Severity.OK]


@pytest.mark.parametrize(("kind", "line"), [one for one in _sentences() if one[0] != "none"])
def test_identifier_in_a_sentence_is_found_whole(kind: str, line: str) -> None:
    found = _found(_MARK.sub(r"\1", line))
    assert any(kind == k and _MARK.findall(line)[0] in text for k, text in found), found


@pytest.mark.parametrize("line", [line for kind, line in _sentences() if kind == "none"])
def test_numbers_that_are_nobodys_are_not_found(line: str) -> None:
    assert _found(line) == []


def test_thirty_sentences_of_each_kind() -> None:
    kinds = [kind for kind, _ in _sentences()]
    assert {kind: kinds.count(kind) >= 30 for kind in set(kinds)} == dict.fromkeys(kinds, True)


@pytest.mark.parametrize(
    ("text", "severity"),
    [("case ref 20413", "error"), ("Our ref: 20413", "query"), ("NI number ab123456c", "error")],
)
def test_a_bare_reference_is_a_query_and_a_named_one_an_error(text: str, severity: str) -> None:
    hits = disclosure(Source("a.txt", FileKind.TEXT, (Passage(text, "line 1"),)))
    assert [hit.severity.value for hit in hits] == [severity]
