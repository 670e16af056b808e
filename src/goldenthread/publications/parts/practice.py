"""What was on time, what was seen in observations, and what was challenged: shares only."""

from collections.abc import Iterator

from goldenthread.analysis import phrases
from goldenthread.analysis.figure import Slice
from goldenthread.analysis.making import mid_sentence
from goldenthread.definitions import library
from goldenthread.documents.blocks import Runs, Text
from goldenthread.publications.brief import Brief
from goldenthread.publications.inputs import Words
from goldenthread.publications.parts.words import joined, sentence_end

ORIGIN = "sheet Observations, column Item"

_Row = tuple[str, Runs]


def practice_rows(brief: Brief) -> tuple[_Row, ...]:
    """Timeliness, observations and challenge: a label and the shares that may be shown."""
    rows: tuple[_Row, ...] = (
        ("On time", _listed(_on_time(brief))),
        ("Seen in observations", _listed(_seen(brief))),
        ("Challenge", brief.composition.sentence(phrases.challenges(brief.figures))),
    )
    return tuple((label, runs) for label, runs in rows if runs)


def _on_time(brief: Brief) -> Iterator[Runs]:
    """Each rule that had a clock running, with its share on time."""
    labels = {rule.id: rule.label for rule in library.timescale_rules()}
    start, end = "timeliness.", ".on_time"
    for figure in brief.figures:
        if figure.key.startswith(start) and figure.key.endswith(end):
            rule = figure.key.removeprefix(start).removesuffix(end)
            yield _share(brief, labels.get(rule, rule), figure.key, figure.slice)


def _seen(brief: Brief) -> Iterator[Runs]:
    """Each item that was looked for, with its share seen."""
    for figure in brief.figures:
        if figure.key == "observations.yes":
            yield _share(brief, dict(figure.slice)["item"], figure.key, figure.slice)


def _share(brief: Brief, label: str, key: str, of: Slice) -> Runs:
    figure = brief.figures.get(key, of)
    if figure is None or figure.suppressed_because is not None or not figure.denominator:
        return ()
    words = brief.composition.write(Words(mid_sentence(label), f"{ORIGIN} “{label}”"))
    run = brief.composition.figure(key, of=of)
    return (*words, Text(" "), run) if run else ()


def _listed(shares: Iterator[Runs]) -> Runs:
    return sentence_end(joined((share for share in shares if share), between="; "))
