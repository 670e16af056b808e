"""The wording and the places of the seeded faults."""

import random
from collections.abc import Sequence

from bench.checker.slots import whole_percent

from goldenthread.checker.source import Grid, Part, Passage, Region, Role

Made = tuple[list[Part], int]
"""The parts of a document, and the number of the one with the fault."""

_UNITS = ("audits", "records", "children's records")
_WHAT = (
    "were graded good for planning",
    "were graded inadequate for risk",
    "held a chronology",
    "showed the child's voice",
    "named the father",
    "were signed by a manager",
    "had been shared with the family",
    "were finished on time",
    "required improvement",
    "described life at home",
    "had a contingency plan",
    "were moderated",
)
_GRADED = (
    "were graded inadequate for identification and response to risk",
    "were graded good for planning",
    "were graded requires improvement for management oversight",
    "were graded outstanding for assessment",
    "were graded good for visiting",
)
_SHOWN = (
    "held a chronology that was up to date",
    "had been shared with the whole family",
    "showed that the child had been seen alone",
    "recorded the reasons for the manager's decision",
    "described what life at home was like",
)
SHARE_OF_GRADED = 0.5
"""Of what is said two ways, the part that names a category and a grade."""

_PLAIN = (
    "Auditors met the social workers.",
    "The tool was last changed in 2021.",
    "The work was done between 4 May and 12 June.",
    "Children aged 5 to 15 were included.",
    "Each audit took about 90 minutes.",
    "More is in section 4.2.",
)
_OPENINGS = (
    "The findings are based on {n} audits.",
    "This brief is based on {n} audits.",
    "A total of {n} audits were completed.",
    "{n} audits were completed in March.",
    "We audited {n} records.",
    "The sample was {n} records.",
)
GRADES = ("outstanding", "good", "requires improvement", "inadequate")
_TEAMS = ("North", "South", "East", "West", "Central", "Coast")


def stated(draw: random.Random, percent: int, count: int, base: int) -> str:
    """A sentence with percentage, count and base."""
    unit, what = draw.choice(_UNITS), draw.choice(_WHAT)
    return draw.choice(
        (
            f"{count} of the {base} {unit} ({percent}%) {what}.",
            f"Of the {base} {unit}, {count} ({percent}%) {what}.",
            f"{percent}% ({count} of {base}) of the {unit} {what}.",
            f"{count} out of {base} {unit} ({percent}%) {what}.",
            f"{count}/{base} {unit} ({percent}%) {what}.",
            f"Of {base} {unit}, {count} {what} ({percent}%).",
            f"{count} ({percent}%) of the {base} {unit} {what}.",
            f"{count} of {base} {unit}, or {percent} per cent, {what}.",
        )
    )


def governed(draw: random.Random, percent: int, count: int) -> str:
    """A sentence with percentage and count, whose base stands before it."""
    unit, what = draw.choice(("audits", "records")), draw.choice(_WHAT)
    return draw.choice(
        (
            f"{count} {unit} ({percent}%) {what}.",
            f"{count} {unit}, {percent}%, {what}.",
            f"{percent}% ({count} {unit}) {what}.",
            f"{percent}%, ({count} {unit}), {what}.",
            f"{count} ({percent}%) {what}.",
            f"We found that {count} {unit} ({percent} per cent) {what}.",
            f"{count} {unit}, or {percent}%, {what}.",
        )
    )


def of_base(draw: random.Random, percent: int, base: int) -> str:
    """A sentence with a percentage and its base."""
    unit, what = draw.choice(_UNITS), draw.choice(_WHAT)
    return draw.choice(
        (
            f"{percent}% of the {base} {unit} {what}.",
            f"Of the {base} {unit}, {percent}% {what}.",
            f"There were {base} {unit}, of which {percent}% {what}.",
            f"{percent} per cent of the {base} {unit} {what}.",
            f"Out of {base} {unit}, {percent}% {what}.",
        )
    )


def change(draw: random.Random) -> str:
    """A sentence of change that gives no earlier value."""
    what = draw.choice(
        ("timeliness", "supervision", "the voice of the child", "planning", "visiting", "recording")
    )
    return draw.choice(
        (
            f"This is an increase in {what} from previous months.",
            f"{what.capitalize()} has improved since the last brief.",
            f"There has been a decrease in the quality of {what}.",
            f"{what.capitalize()} is better than last year.",
            f"We have seen an improvement in {what}.",
            f"The quality of {what} has declined.",
            f"Fewer audits were concerned about {what} than in the last quarter.",
            f"There was a rise in good grades for {what} compared with the autumn.",
        )
    )


def in_prose(draw: random.Random, sentence: str, opening: int | None = None) -> Made:
    """The sentence in a paragraph, list item, text box or footnote."""
    parts: list[Part] = [Passage("What we found", "line 1", Role.HEADING, level=2)]
    if opening is not None:
        parts.append(Passage(draw.choice(_OPENINGS).format(n=opening), "line 2"))
    parts.append(Passage(draw.choice(_PLAIN), "line 3"))
    parts.append(_placed(draw, sentence))
    return parts, len(parts) - 1


def _placed(draw: random.Random, sentence: str) -> Passage:
    place = draw.choice(("paragraph", "paragraph", "among others", "item", "box", "footnote"))
    if place == "among others":
        return Passage(f"{draw.choice(_PLAIN)} {sentence} {draw.choice(_PLAIN)}", "line 4")
    if place == "item":
        return Passage(sentence, "line 4", Role.LIST_ITEM)
    if place == "box":
        return Passage(sentence, "text box 1", region=Region.TEXT_BOX)
    if place == "footnote":
        return Passage(sentence, "footnote 1", region=Region.FOOTNOTE)
    return Passage(sentence, "line 4")


def in_table(draw: random.Random, percent: int, count: int, base: int) -> Made:
    """The numbers in the first row of a table whose other rows are right."""
    rest = cut(draw, base - count, 2) if base - count > 2 else [base - count]
    rows = [("Grade", "Audits", "%"), ("Good", str(count), f"{percent}%")]
    for grade, other in zip(("Requires improvement", "Inadequate"), rest, strict=False):
        rows.append((grade, str(other), f"{whole_percent(other, base)}%"))
    rows.append(("Total", str(base), "100%"))
    return [Grid(tuple(rows), "table 1", header_rows=1)], 0


def in_sections(draw: random.Random, first: int, second: int, count: int, percent: int) -> Made:
    """Two sections with bases of their own; the fault is in the second."""
    unit = draw.choice(("audits", "records"))
    template = draw.choice(
        (f"This section is based on {{n}} {unit}.", f"We looked at {{n}} {unit} in this section.")
    )
    parts: list[Part] = []
    for name, base, k in (("Children in need", first, first // 2), ("Child protection", second, 0)):
        parts.append(Passage(name, "line 1", Role.HEADING, level=2))
        parts.append(Passage(template.format(n=base), "line 2"))
        if k:
            parts.append(Passage(governed(draw, int(whole_percent(k, base)), k), "line 3"))
    parts.append(_placed(draw, governed(draw, percent, count)))
    return parts, len(parts) - 1


def cut(draw: random.Random, whole: int, parts: int) -> list[int]:
    """A whole cut into parts, none of them nought."""
    cuts = sorted(draw.sample(range(1, whole), parts - 1))
    return [b - a for a, b in zip([0, *cuts], [*cuts, whole], strict=True)]


def percentages_in(draw: random.Random, percentages: Sequence[int], base: int) -> Made:
    """Percentages of one whole in a sentence, a list or a table."""
    told = [f"{p}% {grade}" for p, grade in zip(percentages, _grades(percentages), strict=True)]
    place = draw.choice(("sentence", "sentence", "list", "table"))
    if place == "sentence":
        listed = f"{', '.join(told[:-1])} and {told[-1]}"
        return in_prose(draw, f"The grades of the {base} audits were {listed}.")
    opening = Passage(f"The {base} audits were graded as follows:", "line 1")
    if place == "list":
        return [opening, *(Passage(text, "line 2", Role.LIST_ITEM) for text in told)], 1
    rows = [("Grade", f"Share of {base} audits")]
    rows += [(g, f"{p}%") for p, g in zip(percentages, _grades(percentages), strict=True)]
    return [Grid(tuple(rows), "table 1", header_rows=1)], 0


def counts_in(draw: random.Random, counts: Sequence[int], base: int) -> Made:
    """Counts of one whole in a sentence or a list."""
    told = [f"{k} {grade}" for k, grade in zip(counts, _grades(counts), strict=True)]
    place = draw.choice(("sentence", "sentence", "list", "table"))
    if place == "sentence":
        listed = f"{', '.join(told[:-1])} and {told[-1]}"
        return in_prose(draw, f"Of the {base} audits, {listed}.")
    opening = Passage(f"The {base} audits were graded as follows:", "line 1")
    if place == "list":
        return [opening, *(Passage(text, "line 2", Role.LIST_ITEM) for text in told)], 1
    rows = [
        ("Grade", "Audits"),
        *((g, str(k)) for k, g in zip(counts, _grades(counts), strict=True)),
    ]
    return [Grid((*rows, ("Total", str(base))), "table 1", header_rows=1)], 0


def _grades(parts: Sequence[int]) -> tuple[str, ...]:
    return GRADES[-len(parts) :]


def table_of_counts(draw: random.Random, columns: int, wrong_column: int) -> Made:
    """A table of teams, one of whose totals is wrong."""
    teams = draw.sample(_TEAMS, draw.randint(3, 5))
    cells = [[draw.randint(2, 40) for _ in range(columns)] for _ in teams]
    totals = [sum(column) for column in zip(*cells, strict=True)]
    totals[wrong_column] += draw.choice((-2, -1, 1, 2, 9))
    names = draw.sample(("Audits", "Returns", "Visits", "Observations"), columns)
    rows = [("Team", *names)]
    rows += [(t, *map(str, row)) for t, row in zip(teams, cells, strict=True)]
    rows.append((draw.choice(("Total", "All teams", "All")), *map(str, totals)))
    return [Grid(tuple(rows), "table 1", header_rows=1)], 0


def twice(draw: random.Random, base: int, first: tuple[int, int], second: tuple[int, int]) -> Made:
    """The same thing said with two figures, each of which is possible by itself.

    What is graded is the same thing in any section; other words only under one heading, as
    another section may be about other children.
    """
    graded = draw.random() < SHARE_OF_GRADED
    what = draw.choice(_GRADED if graded else _SHOWN)
    said = (
        lambda k, p: f"{k} audits ({p}%) {what}.",
        lambda k, p: f"{p}% of audits {what}.",
        lambda k, p: f"{p}% ({k} audits) {what}.",
    )
    parts: list[Part] = [
        Passage("Summary", "line 1", Role.HEADING, level=2),
        Passage(draw.choice(_OPENINGS[:4]).format(n=base), "line 2"),
        Passage(draw.choice(said)(*first), "line 3"),
    ]
    if graded:
        parts.append(Passage("What we are worried about", "line 4", Role.HEADING, level=2))
    parts.append(Passage(draw.choice(_PLAIN), "line 5"))
    parts.append(Passage(draw.choice(said)(*second), "line 6"))
    return parts, len(parts) - 1
