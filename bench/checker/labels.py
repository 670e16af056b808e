"""Labelled documents: what a careful reader finds in them, and how they are stored."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml

from goldenthread.checker.results import SetVerdict, Severity, Verdict
from goldenthread.checker.source import FileKind, Grid, Part, Passage, Region, Role, Source

LABELLED = Path(__file__).with_name("labelled")

_LABEL = re.compile(
    r"(?P<percent>.+) = (?P<count>\d+|\?) of (?P<base>\d+|\?)(?P<far> elsewhere)?"
    r": (?P<verdict>\w+)(?:, (?P<severity>\w+))?"
)
"""``39 = 16 of 26 elsewhere: disagrees`` (``?`` where a reader cannot know)."""

_SET = re.compile(r"(?P<parts>.+) of (?P<base>\d+|\?): (?P<verdict>\w+)(?P<perhaps>, perhaps)?")
"""``8 + 12 + 5 + 1 of 26: adds_up``; ``38% + 62% of ?: adds_up`` where there are no counts."""


class Which(StrEnum):
    """One to work with, and one for the end only."""

    WORKING = "working"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Label:
    """A share that is printed, and what it is of. ``part`` is the number of the part."""

    part: int
    percent: str
    count: int | None
    base: int | None
    base_stated: bool
    verdict: Verdict
    severity: Severity
    family: str


@dataclass(frozen=True, slots=True)
class SetLabel:
    """Parts of a whole, in reading order: counts, or percentages where there are no counts.

    ``perhaps`` is true where readers may differ: then it is right to find the set, and not to.
    """

    parts: tuple[str, ...]
    base: int | None
    verdict: SetVerdict
    perhaps: bool = False


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document with everything that should be found in it; ``traps`` by number of the part."""

    about: str
    source: Source
    statements: tuple[Label, ...]
    sets: tuple[SetLabel, ...]
    traps: Mapping[int, tuple[str, ...]]


def load(which: Which) -> tuple[Labelled, ...]:
    """All documents of a set. Raises ``ValueError`` naming a label that cannot be read."""
    text = (LABELLED / f"figures_{which}.yaml").read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return tuple(_document(n, raw) for n, raw in enumerate(yaml.load(text, loader)))  # noqa: S506


def _document(number: int, raw: Mapping[str, Any]) -> Labelled:
    parts = tuple(_part(one, f"part {n}") for n, one in enumerate(raw["parts"], 1))
    return Labelled(
        about=raw["about"],
        source=Source(f"{number}.txt", FileKind.TEXT, parts),
        statements=tuple(_labels(raw["parts"])),
        sets=tuple(_set_label(text) for text in raw.get("sets", ())),
        traps={n: tuple(one["traps"]) for n, one in enumerate(raw["parts"]) if "traps" in one},
    )


def _part(raw: Mapping[str, Any], where: str) -> Part:
    if "table" in raw:
        rows = tuple(tuple(row) for row in raw["table"])
        return Grid(rows, where, caption=raw.get("caption", ""), header_rows=1)
    if "heading" in raw:
        return Passage(raw["heading"], where, role=Role.HEADING, level=2)
    if "item" in raw:
        return Passage(raw["item"], where, role=Role.LIST_ITEM)
    if "footnote" in raw:
        return Passage(raw["footnote"], where, region=Region.FOOTNOTE)
    if "box" in raw:
        return Passage(raw["box"], where, region=Region.TEXT_BOX)
    return Passage(raw["text"], where)


def _labels(parts: Sequence[Mapping[str, Any]]) -> Iterator[Label]:
    for number, part in enumerate(parts):
        for text in part.get("says", ()):
            yield label(text, number, in_table="table" in part)


def label(text: str, part: int = 0, *, in_table: bool = False) -> Label:
    """Read a label.

    >>> found = label("39 = 16 of 26 elsewhere: disagrees")
    >>> found.count, found.base, found.base_stated, found.severity.value
    (16, 26, False, 'error')
    """
    read = _LABEL.fullmatch(text)
    if read is None:
        raise ValueError(f"{text!r} is no label")
    count, base = (None if read[key] == "?" else int(read[key]) for key in ("count", "base"))
    verdict = Verdict(read["verdict"])
    stated = base is not None and read["far"] is None
    return Label(
        part=part,
        percent=read["percent"],
        count=count,
        base=base,
        base_stated=stated,
        verdict=verdict,
        severity=Severity(read["severity"] or usual_severity(verdict, base)),
        family=_family(read["percent"], count, base, stated=stated, in_table=in_table),
    )


def usual_severity(verdict: Verdict, base: int | None) -> Severity:
    """The severity of a verdict where one base governs (design of ``check``'s JSON)."""
    if verdict in (Verdict.DISAGREES, Verdict.IMPOSSIBLE):
        return Severity.ERROR
    if verdict is Verdict.NO_BASE or base is None:
        return Severity.QUERY
    noted = (Verdict.TRUNCATED, Verdict.POSSIBLE_IF_TRUNCATED)
    return Severity.NOTE if verdict in noted else Severity.OK


def _family(
    percent: str, count: int | None, base: int | None, *, stated: bool, in_table: bool
) -> str:
    """The wording, as far as the label tells it."""
    if in_table:
        return "in a table"
    if not re.fullmatch(r"[\d,.]+", percent):
        return "in words"
    if base is None:
        return "neither count nor base" if count is None else "count alone"
    what = "count and base" if count is not None else "base alone"
    return f"{what}, {'in one sentence' if stated else 'the base elsewhere'}"


def _set_label(text: str) -> SetLabel:
    read = _SET.fullmatch(text)
    if read is None:
        raise ValueError(f"{text!r} is no set")
    base = None if read["base"] == "?" else int(read["base"])
    parts = tuple(read["parts"].split(" + "))
    return SetLabel(parts, base, SetVerdict(read["verdict"]), perhaps=read["perhaps"] is not None)
