"""Labelled sentences: who and what could be recognised in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from bench.checker.labels import LABELLED, Which

from goldenthread.checker.source import FileKind, Passage, Source


@dataclass(frozen=True, slots=True)
class Recognisable:
    """A name or an identifier, as it is printed.

    ``origin`` is the community that a name is common in, ``who`` the whole name of the person.
    """

    kind: str
    text: str
    origin: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with what should be found in it; ``trap`` says why nothing should be."""

    text: str
    hits: tuple[Recognisable, ...] = ()
    place: str = ""
    trap: str = ""

    @property
    def source(self) -> Source:
        """The sentence as a document of its own."""
        return Source("sentence.txt", FileKind.TEXT, (Passage(self.text, "line 1"),))


def load(which: Which) -> tuple[Sentence, ...]:
    """All sentences of a set."""
    text = (LABELLED / f"disclosure_{which}.yaml").read_text(encoding="utf-8")
    return tuple(_sentence(raw) for raw in yaml.safe_load(text))


def _sentence(raw: Mapping[str, Any]) -> Sentence:
    hits = tuple(Recognisable(**hit) for hit in raw.get("hits", ()))
    return Sentence(raw["text"], hits, raw.get("place", ""), raw.get("trap", ""))
