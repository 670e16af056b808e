"""Adopting a file or folder in one step: the only module that the engine needs."""

from dataclasses import dataclass, replace
from pathlib import Path

from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.scales import Scale
from goldenthread.exchange.adopt.applying import Adopted, apply
from goldenthread.exchange.adopt.map_writing import map_text
from goldenthread.exchange.adopt.mapping import ColumnMap
from goldenthread.exchange.adopt.people import PeopleKey
from goldenthread.exchange.adopt.proposals.proposing import Proposal, propose
from goldenthread.exchange.adopt.reading.recognising import Recogniser
from goldenthread.exchange.adopt.reading.sources import read_source


@dataclass(frozen=True, slots=True)
class FirstAdoption:
    """An adoption without a map: the proposal that was applied, and its text to correct."""

    proposal: Proposal
    map_text: str
    adopted: Adopted


def adopt_first(
    path: Path, framework: Framework, scale: Scale, people: PeopleKey | None = None
) -> FirstAdoption:
    """Propose a map for a file or folder and apply it.

    ``scale`` is the framework's. Raises ``UnreadableFile`` when there is nothing to read.
    """
    source = read_source(path, Recogniser(framework, scale))
    proposal = propose(source, framework, scale)
    adopted = apply(source, proposal.column_map, people or PeopleKey())
    report = replace(adopted.report, to_check=tuple(proposal.uncertain()))
    return FirstAdoption(proposal, map_text(proposal), replace(adopted, report=report))


def adopt_again(path: Path, column_map: ColumnMap, people: PeopleKey | None = None) -> Adopted:
    """Apply a map that somebody has looked at. Nothing is proposed, and changes are reported.

    Raises ``UnreadableFile`` when there is nothing to read.
    """
    mapped = [line.column for line in column_map.columns if line.target is not None]
    recogniser = Recogniser(column_map.framework, column_map.scale, mapped)
    source = read_source(path, recogniser, column_map.left_out_sheets)
    return apply(source, column_map, people or PeopleKey())
