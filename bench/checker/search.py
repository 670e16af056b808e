"""What the search for people finds in labelled sentences."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from bench.checker.people import Recognisable, Sentence
from bench.checker.scores import Tally

from goldenthread.checker.results import Hit, Severity
from goldenthread.checker.source import Source

Search = Callable[[Source], Sequence[Hit]]

NAMES = ("name", "known name")
NOT_LABELLED = ("small number", "story", "team named")
"""Kinds of hit that these sentences do not measure."""


@dataclass(slots=True)
class Searched:
    """Recall by kind, origin and place; false alarms by kind of trap.

    ``right`` of a tally counts what was found whole and under its own kind.
    """

    kinds: dict[str, Tally] = field(default_factory=dict)
    origins: dict[str, Tally] = field(default_factory=dict)
    places: dict[str, Tally] = field(default_factory=dict)
    traps: dict[str, Tally] = field(default_factory=dict)
    beside: int = 0
    """Hits too many in sentences that hold somebody."""

    missed: list[str] = field(default_factory=list)


def search(sentences: Iterable[Sentence], find: Search) -> Searched:
    """Search every sentence by itself."""
    searched = Searched()
    for sentence in sentences:
        hits = [hit for hit in find(sentence.source) if _counts(hit)]
        if sentence.trap:
            _trap(searched, sentence, hits)
            continue
        for label in sentence.hits:
            _label(searched, sentence, label, hits)
        beside = [h for h in hits if not any(_touches(label, h) for label in sentence.hits)]
        searched.beside += len(beside)
        searched.missed += [f"TOO MUCH {h.kind} {h.text!r} in: {sentence.text}" for h in beside]
    return searched


def _counts(hit: Hit) -> bool:
    return hit.severity is not Severity.OK and hit.kind not in NOT_LABELLED


def _trap(searched: Searched, sentence: Sentence, hits: Sequence[Hit]) -> None:
    tally = searched.traps.setdefault(sentence.trap, Tally())
    tally.expected += 1
    tally.found += bool(hits)
    searched.missed += [
        f"FALSE ({sentence.trap}) {hit.kind} {hit.text!r} in: {sentence.text}" for hit in hits
    ]


def _label(
    searched: Searched, sentence: Sentence, label: Recognisable, hits: Sequence[Hit]
) -> None:
    touching = [hit for hit in hits if _touches(label, hit)]
    whole = _is_whole(label, [hit for hit in touching if _is_alike(label, hit)])
    groups = [(searched.kinds, label.kind)]
    if label.origin:
        groups += [(searched.origins, label.origin), (searched.places, sentence.place)]
    for tallies, key in groups:
        tally = tallies.setdefault(key, Tally())
        tally.expected += 1
        tally.found += bool(touching)
        tally.right += whole
    if not touching:
        searched.missed.append(f"MISSED {label.kind} {label.text!r} in: {sentence.text}")
    elif not whole:
        found = ", ".join(f"{hit.kind} {hit.text!r}" for hit in touching)
        searched.missed.append(f"IN PART {label.kind} {label.text!r}, found {found}")


def _touches(label: Recognisable, hit: Hit) -> bool:
    return label.text in hit.text or hit.text in label.text or bool(_words(label) & _words(hit))


def _words(thing: Recognisable | Hit) -> set[str]:
    return {word.casefold().strip(".,;:()'’“”") for word in thing.text.split() if len(word) > 1}


def _is_alike(label: Recognisable, hit: Hit) -> bool:
    return hit.kind == label.kind or {hit.kind, label.kind} <= set(NAMES)


def _is_whole(label: Recognisable, hits: Sequence[Hit]) -> bool:
    """Whether the hits together hold every word of the label."""
    return _words(label) <= {word for hit in hits for word in _words(hit)}
