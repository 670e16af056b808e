"""How we know: how children were chosen, who read, how far graders agreed, and the ranges."""

from collections.abc import Iterable

from goldenthread.analysis import phrases
from goldenthread.documents.blocks import Facts, Paragraph, Runs, Text
from goldenthread.publications.brief import Brief
from goldenthread.publications.composition import name_to_runs
from goldenthread.publications.parts.consistency import agreement_only
from goldenthread.publications.parts.last_time import (
    overall_beside_last_time,
    worry_beside_last_time,
)
from goldenthread.publications.parts.opening import rate_in_words
from goldenthread.publications.parts.practice import practice_rows
from goldenthread.publications.parts.words import day, joined, sentence_end, text

Fact = tuple[str, Runs]
"""A label, and what is said under it; no runs where there is nothing to say."""

PROFILES = ("most_lowest", "most_good", "most_highest")
"""The audits of the figures ``profiles.*``."""

PREPARED = "Prepared by"
"""Label of the row that says who wrote it."""

RULE = "Reported: the moderated grade where there is one, otherwise the auditor's."


def method_facts(brief: Brief) -> Facts:
    """The method box: rows of label and words, those that there are."""
    rows: list[Fact] = [
        ("Returns", rate_in_words(brief)),
        ("How children were chosen", choosing(brief)),
        ("Second reading", brief.composition.sentence(phrases.moderation(brief.figures))),
        ("How alike we grade", joined((_profiles(brief), agreement_only(brief)))),
        ("How sure we are", _ranges(brief)),
        (
            "Beside last time",
            joined((overall_beside_last_time(brief), worry_beside_last_time(brief))),
        ),
        ("Tool and rule", tool(brief)),
        *practice_rows(brief),
        ("Numbers not shown", withheld(brief)),
        _prepared(brief),
    ]
    return _facts(rows)


def short_facts(brief: Brief, *first: Fact) -> Facts:
    """The method in a few lines, for layouts that have little room, after what they put first."""
    return _facts(
        (
            *first,
            ("Beside last time", overall_beside_last_time(brief)),
            ("Tool and rule", tool(brief)),
            ("Numbers not shown", withheld(brief)),
            _prepared(brief),
        )
    )


def _facts(rows: Iterable[Fact]) -> Facts:
    return Facts(tuple((text(label), runs) for label, runs in rows if runs))


def prepared_by(brief: Brief) -> Runs:
    """Who wrote it, and up to which day was counted, as a sentence."""
    label, runs = _prepared(brief)
    return sentence_end((*text(label), Text(" "), *runs))


def _prepared(brief: Brief) -> Fact:
    """Who wrote it, and up to which day was counted; only the day where nobody is named."""
    counted, author = (day(brief.inputs.as_at),), brief.inputs.cycle.author
    if not author:
        return ("Counted up to", counted)
    return (PREPARED, (*name_to_runs(author), Text("; counted up to "), *counted))


def tool(brief: Brief) -> Runs:
    """By which framework audits were graded, and which grade is reported."""
    framework = f"{brief.framework.label}, version {brief.framework.version}."
    return joined((name_to_runs(framework), text(RULE)))


def withheld(brief: Brief) -> Runs:
    """What the mark *c* means, where this audience meets it."""
    hidden = any(figure.suppressed_because is not None for figure in brief.figures)
    return text(phrases.SUPPRESSION_NOTE) if hidden else ()


def method_paragraph(brief: Brief) -> Paragraph | None:
    """How children were chosen and read, as one paragraph."""
    second = brief.composition.sentence(phrases.moderation(brief.figures))
    runs = joined((choosing(brief), second))
    return Paragraph(runs) if runs else None


def choosing(brief: Brief) -> Runs:
    """How the children were chosen, with the seed of the draw."""
    cycle = brief.inputs.cycle
    method = brief.composition.write(cycle.method) if cycle.method else ()
    seed = (Text("Seed "), *name_to_runs(cycle.seed), Text(".")) if cycle.seed else ()
    return joined((method, seed))


def _profiles(brief: Brief) -> Runs:
    """Three audits side by side (service only), without a verdict.

    Whether such a difference is the child's circumstances or who looked cannot be told from one
    reading each, and the brief does not say.
    """
    sentences: list[Runs] = []
    told: set[tuple[int | None, ...]] = set()
    for name in PROFILES:
        pieces = phrases.profile(brief.figures, name, brief.scale, another=bool(sentences))
        counts = _counts(brief, name)
        if pieces and counts not in told:
            sentences.append(brief.composition.sentence(pieces))
            told.add(counts)
    return joined(sentences) if len(sentences) > 1 else ()


def _counts(brief: Brief, name: str) -> tuple[int | None, ...]:
    """A profile's grades by level: the same audit may lead in two ways, and is told once."""
    figures = (brief.figures.get(f"profiles.{name}.{level.id}") for level in brief.scale.levels)
    return tuple(figure.numerator if figure else None for figure in figures)


def _ranges(brief: Brief) -> Runs:
    """The range of the headline share: overall lowest grade, or that of the weakest category."""
    lowest = brief.scale.lowest
    figure = brief.figures.get(f"overall.{lowest.id}")
    if figure is None:
        return ()
    pieces = phrases.interval_in_words(figure, f"{phrases.graded(lowest.label)} overall")
    return brief.composition.sentence(pieces)
