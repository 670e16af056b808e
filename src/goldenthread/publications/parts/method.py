"""How we know: how children were chosen, who read, how far graders agreed, and the ranges."""

from goldenthread.analysis import phrases
from goldenthread.analysis.facts import FindingKind
from goldenthread.analysis.phrases.grades import halves_in_words
from goldenthread.documents.blocks import Facts, Paragraph, Runs, Text
from goldenthread.publications.brief import Brief
from goldenthread.publications.composition import name_to_runs
from goldenthread.publications.parts.grades import OVERALL, category_label
from goldenthread.publications.parts.opening import rate_in_words
from goldenthread.publications.parts.practice import practice_rows
from goldenthread.publications.parts.words import day, joined, text

PROFILES = ("most_lowest", "most_good", "most_highest")
"""The audits of the figures ``profiles.*``."""

RULE = "Reported: the moderated grade where there is one, otherwise the auditor's."


def method_facts(brief: Brief) -> Facts:
    """The method box: rows of label and words, those that there are."""
    cycle = brief.inputs.cycle
    rows: list[tuple[str, Runs]] = [
        ("Returns", rate_in_words(brief)),
        ("How children were chosen", _choosing(brief)),
        ("Second reading", brief.composition.sentence(phrases.moderation(brief.figures))),
        ("How alike we grade", _profiles(brief)),
        ("How sure we are", _ranges(brief)),
        ("Beside last time", _beside_last_time(brief)),
        ("Tool and rule", tool(brief)),
        *practice_rows(brief),
        ("Numbers not shown", withheld(brief)),
        ("Counted up to", joined(((day(brief.inputs.as_at),), _by(cycle.author)), "; ")),
    ]
    return Facts(tuple((text(label), runs) for label, runs in rows if runs))


def tool(brief: Brief) -> Runs:
    """By which framework audits were graded, and which grade is reported."""
    framework = f"{brief.framework.label}, version {brief.framework.version}."
    return joined((name_to_runs(framework), text(RULE)))


def _beside_last_time(brief: Brief) -> Runs:
    """Overall grades and the first headline worry beside the earlier cycle's, if they bear it."""
    worries = [m for m in brief.select().headlines if m.kind is FindingKind.WORRY and m.category]
    better, _ = halves_in_words(brief.scale)
    lines: list[Runs] = []
    for category in (OVERALL, *(message.category for message in worries[:1])):
        sentence = phrases.comparison(brief.figures, f"{category}.good_or_better")
        if sentence:
            label = name_to_runs(f"{category_label(brief, category)}, {better}: ")
            lines.append((*label, *brief.composition.sentence(sentence)))
    return joined(lines)


def withheld(brief: Brief) -> Runs:
    """What the mark *c* means, where this audience meets it."""
    hidden = any(figure.suppressed_because is not None for figure in brief.figures)
    return text(phrases.SUPPRESSION_NOTE) if hidden else ()


def _by(author: str) -> Runs:
    return (Text("prepared by "), *name_to_runs(author)) if author else ()


def method_paragraph(brief: Brief) -> Paragraph | None:
    """How children were chosen and read, as one paragraph."""
    second = brief.composition.sentence(phrases.moderation(brief.figures))
    runs = joined((_choosing(brief), second))
    return Paragraph(runs) if runs else None


def _choosing(brief: Brief) -> Runs:
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
