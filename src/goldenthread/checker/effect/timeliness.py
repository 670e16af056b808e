"""Criteria 1 and 2: fresh data, in a regular series."""

from datetime import date

from goldenthread.checker.effect.brief import Brief
from goldenthread.checker.effect.dates import MONTH, Issue, Period, issue_of, period_of
from goldenthread.checker.effect.decision import Decision, cannot_tell, failed, partly, passed
from goldenthread.checker.effect.vocabulary import phrases

FRESH_DAYS = 42
"""Six weeks, as the criterion says."""

_PUBLICATION = "(?:brief(?:ing)?|bulletin|newsletter|report|update|digest|learning note)s?"
_RHYTHM = "(?:monthly|quarterly|weekly|fortnightly)"

_NEXT_DATED = phrases(
    rf"next (?:\w+ ){{0,2}}(?:{_PUBLICATION}|issue|edition|one)\b.{{0,60}}?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {MONTH}|{MONTH}|\d{{1,2}}/\d{{1,2}}/\d\d(?:\d\d)?)"
)
_RHYTHMIC = phrases(
    rf"{_PUBLICATION}\b.{{0,40}}\b(?:{_RHYTHM}|(?:each|every) (?:week|month|quarter))",
    rf"{_RHYTHM} (?:\w+ ){{0,2}}{_PUBLICATION}",
)
_NUMBERED = phrases(
    r"(?:issue|edition|volume|number)\s?(?:no\.? ?)?\d{1,3}",
    rf"next {_PUBLICATION}",
    rf"future (?:{_PUBLICATION}|editions|issues)",
)


def fresh(brief: Brief) -> Decision:
    """1: data whose period ended at most six weeks before the day of issue; both printed."""
    period, issue = period_of(brief), issue_of(brief)
    if period and issue:
        return _days_between(period, issue)
    if period:
        return partly(
            f"The period ends on {_said(period.end)}, but no day of issue is printed.",
            period.line,
            "Print the day of issue beside the period, so that readers see how fresh it is.",
        )
    if issue:
        return partly(
            "The day of issue is known, but the period of the audits is not printed.",
            issue.line,
            "Print the months whose audits were read, under the title.",
        )
    return cannot_tell(
        "Neither the period of the audits nor the day of issue is printed.",
        "Print both under the title.",
    )


def _days_between(period: Period, issue: Issue) -> Decision:
    days = (issue.on - period.end).days
    if days < 0:
        return partly(
            f"It was issued on {_said(issue.on)}, before its period ends on {_said(period.end)}.",
            period.line,
            "Check both dates.",
        )
    reason = f"It was issued {days} days after its period ended."
    if days <= FRESH_DAYS:
        return passed(reason, period.line)
    return failed(
        reason,
        period.line,
        f"Issue within {FRESH_DAYS // 7} weeks, with fewer audits if need be: people act on what"
        " they remember.",
    )


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def in_a_series(brief: Brief) -> Decision:
    """2: one of a regular series, saying when the next comes."""
    dated = brief.first(_NEXT_DATED)
    if dated:
        return passed("It says when the next one comes.", dated)
    rhythm = brief.first(_RHYTHMIC) or brief.heading(_RHYTHMIC)
    if rhythm:
        return passed("It is one of a regular series.", rhythm)
    numbered = brief.first(_NUMBERED) or brief.heading(_NUMBERED)
    if numbered:
        return partly(
            "It is one of several, but does not say how often they come.",
            numbered,
            "End with the day of the next one.",
        )
    return failed(
        "Nothing says that it is one of a series.",
        None,
        "Choose a day of the month, and end with “The next brief comes on …”.",
    )
