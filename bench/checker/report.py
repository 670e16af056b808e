"""The page of the docs that says how well the checker does."""

from collections.abc import Iterable, Mapping

from bench.checker.alarms import Alarms
from bench.checker.labels import Which
from bench.checker.scores import Scores, Tally, share
from bench.checker.search import Searched
from bench.page import table

MADE = "<!-- Made by bench/checker/measure.py: run make bench. -->\n"

BEFORE = """
# How well the checker does

Two sets of documents were labelled by hand in the wording of real reports, with invented places,
people and numbers (`bench/checker/labelled/`): what shares are printed, of what count and base, and
what is to be said of each. The *working* set was there to learn from while the checker was built.
The *final* set was not looked at by those who built it. Besides the shares, both hold numbers that
are no figures: years, ages, dates, money, targets, growth.
"""

TERMS = """
*Precision* is the part of what was found that is labelled, *recall* the part of what is labelled
that was found. A *verdict* is right when count, base and verdict are all as labelled.
"""

LONG = """
## False alarms in long documents

Ten documents of twenty pages, written at random with a fixed seed, hold years, ages, dates, money,
law and durations throughout, and only figures that are right. Every error or query about them is a
false alarm. At most one in twenty pages is allowed. *Claims* are words such as "demand rose by 12%"
that were queried: there it is a matter of opinion.
"""

FAULTS = """
## Seeded faults

A hundred small documents of each kind, each with one fault, in many wordings and places. At least
99% are to be found by the check that covers them.
"""

PEOPLE = """
## People who could be recognised

Sentences of the final set: names of many origins in the places where briefs name people,
identifiers (with check digits that hold), and sentences that only look as if they named somebody.
The names come from no list that the checker uses. *Whole* counts what was found at full length and
under its own kind.
"""

TARGETS = (0.98, 0.92, 0.97)
"""Least precision, recall and right verdicts."""


def page(
    *,
    figures: Mapping[Which, Scores],
    alarms: Mapping[str, Alarms],
    faults: Mapping[str, Tally],
    searched: Searched,
    known: Searched,
) -> str:
    """The whole page in Markdown."""
    return "\n".join(
        [
            MADE + BEFORE,
            _figures_of(figures),
            LONG,
            long_documents(alarms),
            FAULTS,
            seeded(faults),
            PEOPLE,
            people(searched, known),
            "",
        ]
    )


def _figures_of(scores: Mapping[Which, Scores]) -> str:
    return f"## Figures\n{TERMS}\n{figures(scores)}"


def figures(scores: Mapping[Which, Scores]) -> str:
    """Precision, recall and right verdicts of each set, and then by wording."""
    header = ("", "Target", *(f"{which.capitalize()} set" for which in scores))
    rows = list(_rows(list(scores.values())))
    parts = [table(header, rows)]
    for which, one in scores.items():
        parts += [f"\nBy wording, {which} set:\n", _tallies("Wording", one.families, "Right")]
    return "\n".join(parts)


def _rows(scores: Iterable[Scores]) -> Iterable[tuple[str, ...]]:
    of = list(scores)
    least_precision, least_recall, least_right = (f"≥ {_percent(t)}" for t in TARGETS)
    yield ("Statements labelled", "≥ 300", *(str(s.all.expected) for s in of))
    yield ("Numbers that are no figures", "", *(str(s.traps) for s in of))
    yield ("Precision", least_precision, *(_percent(s.precision) for s in of))
    yield ("Recall", least_recall, *(_percent(s.all.recall) for s in of))
    yield ("Verdict right", least_right, *(_percent(s.all.rightness) for s in of))
    found = [s.all.found for s in of]
    severity = (share(s.severity_right, n) for s, n in zip(of, found, strict=True))
    stated = (share(s.stated_right, n) for s, n in zip(of, found, strict=True))
    yield ("Severity right", "", *map(_percent, severity))
    yield ("Whether the base is stated, right", "", *map(_percent, stated))
    yield ("Sets labelled", "", *(str(s.sets.expected) for s in of))
    yield ("Sets, precision", "", *(_percent(s.set_precision) for s in of))
    yield ("Sets, recall", "", *(_percent(s.sets.recall) for s in of))
    yield ("Sets, verdict right", "", *(_percent(s.sets.rightness) for s in of))


def long_documents(alarms: Mapping[str, Alarms]) -> str:
    """False alarms by file type."""
    header = (
        "File type",
        "Pages",
        "Percentages",
        "Found",
        "False alarms",
        "In 20 pages",
        "",
        "Claims",
    )
    return table(
        header,
        (
            (
                suffix,
                str(one.pages),
                str(one.printed),
                _percent(one.recall),
                str(len(one.false)),
                f"{one.of_twenty_pages:.1f}",
                "met" if one.of_twenty_pages <= 1 else "missed",
                str(len(one.claims)),
            )
            for suffix, one in alarms.items()
        ),
    )


def seeded(faults: Mapping[str, Tally]) -> str:
    """Recall by kind of fault."""
    header = ("Fault", "Seeded", "Found", "Recall", "")
    return table(
        header,
        (
            (
                kind,
                str(tally.expected),
                str(tally.found),
                _percent(tally.recall),
                "met" if tally.recall >= 0.99 else "missed",
            )
            for kind, tally in faults.items()
        ),
    )


def people(searched: Searched, known: Searched) -> str:
    """Recall by kind, place and origin; known names; false alarms."""
    listed = known.kinds.get("name", Tally())
    alarms = sum(t.found for t in searched.traps.values())
    sentences = sum(t.expected for t in searched.traps.values())
    told = (
        f"\nFalse alarms: {alarms} in {sentences} sentences that name nobody, and"
        f" {searched.beside} beside what is labelled in the others.\n"
    )
    return "\n".join(
        [
            f"Names on a list of known names: {listed.found} of {listed.expected} found.\n",
            _tallies("Kind", searched.kinds, "Whole"),
            told,
            _false("Only looks like it", searched.traps),
            "\nNames by place:\n",
            _tallies("Place", searched.places, "Whole"),
            "\nNames by origin:\n",
            _tallies("Origin", searched.origins, "Whole"),
        ]
    )


def _tallies(what: str, tallies: Mapping[str, Tally], right: str) -> str:
    header = (what, "Labelled", "Found", "Recall", right)
    return table(
        header,
        (
            (name, str(t.expected), str(t.found), _percent(t.recall), _percent(t.rightness))
            for name, t in tallies.items()
        ),
    )


def _false(what: str, tallies: Mapping[str, Tally]) -> str:
    return table(
        (what, "Sentences", "False alarms"),
        ((name, str(t.expected), str(t.found)) for name, t in tallies.items()),
    )


def _percent(part: float) -> str:
    """A share to one decimal, never rounded up to a hundred.

    >>> _percent(0.9899), _percent(0.9996), _percent(1)
    ('98.9%', '99.9%', '100.0%')
    """
    return f"{int(part * 1000 + 1e-9) / 10:.1f}%"
