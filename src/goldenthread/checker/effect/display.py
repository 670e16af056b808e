"""Criteria 16, 17 and 18: fair in tone, message beside chart, and short."""

import re

from goldenthread.checker.access.reading_age import readability
from goldenthread.checker.effect.brief import LONGEST, Brief, Line
from goldenthread.checker.effect.decision import Decision, cannot_tell, failed, partly, passed
from goldenthread.checker.effect.vocabulary import phrases
from goldenthread.checker.source import Picture, Region, Shows

_GOOD = phrases(
    "positives?",
    "(?:working|going|went) well",
    "strengths?",
    "good practice",
    "proud",
    "celebrat(?:e|es|ing)",
    "well done",
    "outstanding",
    "strong(?:est)?",
    "best",
)
_CRITICAL = phrases(
    "worr(?:y|ies|ied)",
    "concerns?",
    "improvements? (?:needed|required)",
    "needs? to",
    "inadequate",
    r"weak\w*",
    "areas? (?:for|of) (?:improvement|development)",
    "missing",
    "inconsistent",
    "reminders?",
    "not (?:yet )?good",
    "late",
)
_BLAMED = re.compile(
    r"\b(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?|[Ss]ocial [Ww]orker,?|SW,?|[Mm]anager,?|IRO,?)"
    r" [A-Z][a-z]+(?: [A-Z][a-z]+)?,?"
    r" (?:did not|failed|has not|had not|was (?:late|not|unable)|does not|should have|must|needs to"
    r"|missed|never)\b"
)
"""A person by name, with what they did not do."""

_STERN = phrases(
    "mandatory",
    "compliance is",
    "unacceptable",
    "disciplinary",
    "no excuse",
    "will not be tolerated",
)

_CHART_WORDS = phrases("chart", "graph", "bars?", "diagram")
_CHART_DATA = re.compile(r"(?:[a-z][a-z' ]{1,40}:? \d{1,5}%?[,.;]? ?){3}")
"""What is said of a chart: "Inadequate 7, Requires improvement 11, Good 8"."""

_DIRECTION = phrases(
    "(?:inadequate|worst|weakest|best|outstanding|good|grades) (?:is |are )?(?:on|at|to) the"
    " (?:left|right|top|bottom)",
    "(?:higher|lower|more|fewer|less|longer|shorter|up|down|right|left) (?:is|means)"
    " (?:better|good|worse)",
    r"the (?:higher|longer|further)\b.{0,30}\bbetter",
)

SHORT_WORDS = 600
"""About a page of A4 with headings."""

LONG_WORDS = 1200
"""About two such pages."""

_FIRST_PAGE = 450
_HARD_AGE = 16
_SUMMARY = phrases(
    "at a glance",
    "what matters most",
    "key (?:messages|findings|points)",
    "summary",
    "headlines",
)
_BESIDE_THE_TEXT = frozenset({Region.ALT_TEXT, Region.HEADER, Region.FOOTER, Region.NOTES})


def fair(brief: Brief) -> Decision:
    """16: positive and critical, about practice and never about a person."""
    blamed = next((line for line in brief.lines if _BLAMED.search(line.text)), None)
    if blamed:
        return failed(
            "A person is criticised by name.",
            blamed,
            "Write of the practice, not of the person, and speak with them yourself.",
        )
    good = brief.heading(_GOOD) or brief.first(_GOOD)
    critical = brief.heading(_CRITICAL) or brief.first(_CRITICAL)
    if good and critical:
        stern = brief.first(_STERN)
        if stern:
            return passed("Strengths and worries both stand here; this sounds stern.", stern)
        return passed("Strengths and worries both stand here, about practice.", good)
    if good:
        return partly("Only strengths are told.", good, "Add what worries you, as practice.")
    if critical:
        return partly("Only worries are told.", critical, "Begin with what went well, and why.")
    return failed(
        "Neither strengths nor worries can be made out.",
        None,
        "Give both a heading: “What went well” and “What worries us”.",
    )


def message_beside_chart(brief: Brief) -> Decision:
    """17: message and chart side by side, and which direction is good."""
    charts = [line for line in map(_words_of, brief.source.pictures) if line]
    charts += [
        Line(g.caption or "Chart", g.where) for g in brief.source.grids if g.region is Region.CHART
    ]
    mend = "Put a chart beside the first message, and say in its title which end is good."
    if charts:
        direction = brief.first(_DIRECTION) or brief.heading(_DIRECTION)
        direction = direction or next((c for c in charts if _DIRECTION.search(c.lower)), None)
        if direction:
            return passed("A chart says which direction is good.", direction)
        return partly(
            "A chart does not say which direction is good.",
            charts[0],
            "Say it in the title of the chart.",
        )
    if Shows.PICTURES not in brief.source.shows:
        return cannot_tell("A file of this kind does not show charts.", mend)
    if any(not picture.alternative and not picture.decorative for picture in brief.source.pictures):
        return cannot_tell("Pictures have no words to say whether they are charts.", mend)
    return failed("There is no chart.", None, mend)


def _words_of(picture: Picture) -> Line | None:
    """What is said of a chart; ``None`` for other pictures."""
    words = (picture.alternative or "")[:LONGEST]
    if picture.is_chart or _CHART_WORDS.search(words.lower()) or _CHART_DATA.search(words.lower()):
        return Line(words or "Chart", picture.where)
    return None


def short(brief: Brief) -> Decision:
    """18: one page first, the detail optional, in words that are quickly read."""
    running = [part for part in brief.source.passages if part.region not in _BESIDE_THE_TEXT]
    words = sum(len(passage.text.split()) for passage in running)
    said = f"It has {words:,} words"
    pages = brief.source.pages
    if pages:
        said += f" on {pages} page{'s' if pages > 1 else ''}"
    summary = _summary(brief)
    mend = "Put the three messages on one page, and the detail behind a link."
    if words > LONG_WORDS and not summary:
        return failed(f"{said}, with no short page first.", None, mend)
    if words > LONG_WORDS:
        return partly(f"{said}; what matters most stands first.", summary, mend)
    if words > SHORT_WORDS and not summary:
        return partly(f"{said}, with no short page first.", None, mend)
    age = readability(brief.source).age
    if age and age >= _HARD_AGE:
        return partly(
            f"{said}, but its reading age is about {age}.", summary, "Shorten its sentences."
        )
    return passed(f"{said}.", summary)


def _summary(brief: Brief) -> Line | None:
    """A heading of what matters most that stands on the first page."""
    found = brief.label(_SUMMARY)
    return found[0] if found and found[1] <= _FIRST_PAGE else None
