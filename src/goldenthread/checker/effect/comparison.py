"""Criteria 3, 6, 7 and 8: compared with what, and is it a change."""

import re

from goldenthread.checker.effect.brief import Brief, Line
from goldenthread.checker.effect.decision import Decision, cannot_tell, failed, partly, passed
from goldenthread.checker.effect.vocabulary import FIGURE, phrases
from goldenthread.checker.source import Grid

_TARGETS = ("target", "benchmark", "(?:goal|aim|ambition) of", "threshold")
_EARLIER = (
    "last (?:time|month|quarter|year|brief|cycle|round)",
    "previous(?:ly)?",
    "a year (?:ago|earlier)",
    "(?:up|down|rose|risen|fell|fallen|increased|decreased) from",
)
_OTHERS = (
    "national(?:ly)?",
    "england",
    "regional",
    "statistical neighbours?",
    "similar authorities",
    "(?:service )?average",
    "median",
    "other teams",
    "whole service",
)
_BEST = (
    "(?:top|upper|best) (?:quarter|quartile|third|tenth|10%|25%)",
    "(?:best|strongest|highest)(?:[- ]performing)? (?:teams?|authorit(?:y|ies))",
    "achievable benchmark",
)
_COMPARED = phrases(*_TARGETS, *_EARLIER, *_OTHERS, *_BEST)
_INVITING = phrases(*_BEST)
_BEFORE = phrases(*_EARLIER)

_CHANGE = phrases(
    "(?:increase|decrease|improve|decline)[sd]?",
    "(?:increasing|decreasing|improving|declining)",
    "worsen(?:s|ed|ing)?",
    "improvements? in",
    "an improvement",
    "rose",
    "risen",
    "fell",
    "fallen",
    "reduc(?:ed|tion)",
    "trend",
    "ongoing",
    "(?:better|worse) than",
    "becoming more",
    "more (?:evident|involved)",
)
_STRONG = phrases("significant(?:ly)?")
_NOISE = phrases(
    "run chart",
    "control (?:limits?|charts?)",
    "xmr",
    "special cause",
    "statistical process control",
    "confidence intervals?",
    "margin of (?:error|uncertainty)",
    "(?:by|more than) chance",
    "chance alone",
    r"too (?:few|small)(?: \w+)? to (?:say|tell|show|know)",
    "(?:natural|normal|usual) variation",
    r"between \d+ and \d+ (?:in every|of every|out of)",
    "(?:could|may) be chance",
    "no clear change",
)

_TEAM = re.compile(r"\b(?:[A-Z][\w’'-]{1,30} ){1,4}[Tt]eam\b(?! [Mm]anagers?\b| [Mm]eeting)")
_NO_NAME = frozenset(
    {
        *(
            "a",
            "an",
            "the",
            "this",
            "that",
            "your",
            "our",
            "their",
            "each",
            "every",
            "one",
            "another",
        ),
        *("senior", "leadership", "management", "audit", "assurance", "qa", "quality", "extended"),
        *("improvement", "whole", "same", "new"),
    }
)
"""Words before "team" that make it no team of social workers with a name of its own."""

_ITS_OWN = phrases(r"(?:your|the) team\b.{0,40}\d+ of", r"\d+ of (?:the|your) team's")
_TEAM_CELL = phrases("teams?", "localit(?:y|ies)", "service areas?", "areas?")


def by_team(brief: Brief) -> Decision:
    """3: each team has its own figures, not only the service's."""
    if any(_is_by_team(grid) for grid in brief.source.grids):
        return passed("A table gives each team its own figures.")
    naming = [(line, _teams_in(line.text)) for line in brief.lines]
    counted = {
        name: line for line, names in naming if names and _has_figure(line) for name in names
    }
    own = brief.first(_ITS_OWN)
    if own and not counted:
        counted = {"own": own}
    if len(counted) > 1:
        return passed("Several teams have figures of their own.", next(iter(counted.values())))
    mend = "Add a short table with one row a team, or a half-page edition for each team."
    if counted:
        return partly("Only one team has figures of its own.", next(iter(counted.values())), mend)
    if _charts_unread(brief):
        return cannot_tell("Figures of teams may stand in pictures, which cannot be read.", mend)
    line = next((line for line, names in naming if names), None)
    return failed("No team can see its own figures.", line, mend)


def _teams_in(text: str) -> list[str]:
    """Names of teams in a sentence, such as "central locality team", in lower case."""
    names = (found.group().lower().removeprefix("the ") for found in _TEAM.finditer(text))
    return [name for name in names if " " in name and not _NO_NAME & set(name.split())]


def _has_figure(line: Line) -> bool:
    return FIGURE.search(line.lower) is not None


def _is_by_team(grid: Grid) -> bool:
    """Whether the first row or column names teams, with figures beside at least two of them."""
    rows = grid.rows
    if len(rows) < 3 or not rows[0] or not _TEAM_CELL.fullmatch(rows[0][0].lower().strip()):
        return False
    return sum(any(mark.isdigit() for mark in "".join(row[1:])) for row in rows[1:]) > 1


def _charts_unread(brief: Brief) -> bool:
    """Whether charts are pictures without words, so that their data are not to be seen."""
    return any(picture.is_chart and not picture.alternative for picture in brief.source.pictures)


def has_comparator(brief: Brief) -> Decision:
    """6: a target or benchmark for each headline figure."""
    shares = brief.all(FIGURE)
    if not shares:
        return cannot_tell("There are no percentages or shares to compare.")
    compared = brief.all(FIGURE, _COMPARED)
    if not compared:
        return failed(
            "No figure has a target, an earlier figure or anybody else's beside it.",
            shares[0],
            "Beside each headline put the target, or the figure of last time.",
        )
    if len(compared) >= 3 or 2 * len(compared) >= len(shares):
        return passed("Figures stand beside a target or benchmark.", compared[0])
    return partly(
        f"Only {_few(len(compared))} a target or benchmark beside it.",
        compared[0],
        "Give the other headlines one too.",
    )


def _few(number: int) -> str:
    return "one figure has" if number == 1 else "two figures have"


def invites(brief: Brief) -> Decision:
    """7: the comparator shows what the best reach, and rests on enough records."""
    if brief.first(FIGURE) is None:
        return cannot_tell("There are no percentages or shares to compare.")
    best = brief.first(FIGURE, _INVITING)
    if best:
        return passed("It shows what the best reach.", best)
    mend = (
        "Show what your best quarter of teams or months reach, if ten or more audits stand behind."
    )
    compared = brief.first(FIGURE, _COMPARED)
    if compared:
        return partly("It compares, but not with what the best reach.", compared, mend)
    words = brief.first(_INVITING)
    if words:
        return failed("What the best reach is mentioned without a figure.", words, mend)
    return failed("No figure is compared with what the best reach.", None, mend)


def tells_change_from_noise(brief: Brief) -> Decision:
    """8: a trend, with a rule that separates change from chance."""
    earlier, noise = brief.first(FIGURE, _BEFORE), brief.first(_NOISE)
    if earlier and noise:
        return passed("An earlier figure stands beside it, and chance is allowed for.", earlier)
    mend = "Print the earlier figure, and whether the difference is more than chance would make."
    if earlier:
        return partly(
            "An earlier figure stands beside it, but chance is not allowed for.", earlier, mend
        )
    if noise:
        return partly("Chance is allowed for, but no earlier figure is shown.", noise, mend)
    change = brief.first(_CHANGE, _STRONG) or brief.first(_CHANGE)
    if change:
        return failed("A change is claimed without the earlier figure.", change, mend)
    return failed("No trend is shown.", None, mend)
