"""What was on time, what was seen in observations, and what was challenged."""

from goldenthread.analysis import phrases
from goldenthread.definitions import library
from goldenthread.documents.blocks import Runs
from goldenthread.publications.brief import Brief
from goldenthread.publications.parts.words import joined

OBSERVED = "sheet Observations, column Item"


def practice_rows(brief: Brief) -> tuple[tuple[str, Runs], ...]:
    """Timeliness, observations and challenge, each a label and its sentences; those there are."""
    rows = (
        ("On time", joined(timeliness_lines(brief))),
        ("Seen in observations", joined(observation_lines(brief))),
        ("Challenge", joined(challenge_lines(brief))),
    )
    return tuple((label, runs) for label, runs in rows if runs)


def timeliness_lines(brief: Brief) -> tuple[Runs, ...]:
    """One line for each rule that had a clock running."""
    rules = _between(brief, "timeliness.", ".on_time")
    labels = {rule.id: rule.label for rule in library.timescale_rules()}
    sentences = (phrases.timeliness(brief.figures, r, labels.get(r, r)) for r in rules)
    return tuple(brief.composition.sentence(s) for s in sentences if s)


def observation_lines(brief: Brief) -> tuple[Runs, ...]:
    """One line for each item that was looked for."""
    items = [
        dict(figure.slice)["item"] for figure in brief.figures if figure.key == "observations.yes"
    ]
    sentences = (phrases.observations(brief.figures, item) for item in items)
    return tuple(brief.composition.sentence(s, OBSERVED) for s in sentences if s)


def challenge_lines(brief: Brief) -> tuple[Runs, ...]:
    """One line on challenges by reviewing officers and conference chairs, or none."""
    sentence = brief.composition.sentence(phrases.challenges(brief.figures))
    return (sentence,) if sentence else ()


def _between(brief: Brief, start: str, end: str) -> list[str]:
    keys = (f.key for f in brief.figures if f.key.startswith(start) and f.key.endswith(end))
    return [key.removeprefix(start).removesuffix(end) for key in keys]
