"""The 24 criteria of effective feedback, each with its sources and what decides it.

The sources are those of the evidence on audit and feedback: fifteen suggestions (Brehaut and
others 2016, doi:10.7326/M15-2248), Clinical Performance Feedback Intervention Theory (CP-FIT;
Brown and others 2019, doi:10.1186/s13012-019-0883-5), the Cochrane reviews (Ivers and others
2012, 2014 and 2025), and criteria by which reports of UK national audits were scored in 2020
(doi:10.1186/s43058-020-00089-3). What they do not say is marked as the purpose of this product.
"""

from collections.abc import Callable
from dataclasses import dataclass

from goldenthread.checker.effect import (
    actions,
    comparison,
    display,
    evidence,
    priorities,
    reach,
    safety,
    timeliness,
)
from goldenthread.checker.effect.brief import Brief
from goldenthread.checker.effect.decision import Decision

BREHAUT = "Brehaut 2016"
CPFIT = "CP-FIT (Brown 2019)"
COCHRANE = "Ivers, Cochrane reviews"
REPORTS = "UK national audit reports, criteria of 2020"
PURPOSE = "purpose of this product"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion: ``words`` complete "The brief must…"."""

    number: int
    name: str
    words: str
    sources: tuple[str, ...]
    decide: Callable[[Brief], Decision]


CRITERIA: tuple[Criterion, ...] = (
    Criterion(
        1,
        "Fresh data",
        "use data whose period ended at most six weeks ago, and print the period",
        (f"{BREHAUT}, suggestion 5", REPORTS, CPFIT),
        timeliness.fresh,
    ),
    Criterion(
        2,
        "Regular series",
        "be one of a regular series, and say when the next comes",
        (f"{BREHAUT}, suggestion 4", COCHRANE, REPORTS),
        timeliness.in_a_series,
    ),
    Criterion(
        3,
        "Own figures",
        "give each team its own figures, not only the service's",
        (f"{BREHAUT}, suggestion 6", REPORTS),
        comparison.by_team,
    ),
    Criterion(
        4,
        "Right figures",
        "print counts, bases and how many were not graded, all of which can be recomputed",
        (f"{CPFIT}, accuracy",),
        evidence.recomputable,
    ),
    Criterion(
        5,
        "Standards",
        "state the standard beside each finding, with its source",
        (REPORTS,),
        evidence.names_standards,
    ),
    Criterion(
        6,
        "Target or benchmark",
        "state a target or benchmark for each headline",
        (COCHRANE, f"{BREHAUT}, suggestion 7", CPFIT),
        comparison.has_comparator,
    ),
    Criterion(
        7,
        "Inviting comparison",
        "choose a comparator that invites improvement, with enough records behind it",
        (f"{BREHAUT}, suggestion 7",),
        comparison.invites,
    ),
    Criterion(
        8,
        "Change or chance",
        "show the trend with a rule that separates change from chance",
        (f"{CPFIT}, trend",),
        comparison.tells_change_from_noise,
    ),
    Criterion(
        9,
        "Few priorities",
        "name at most three priorities, ranked, with the reason",
        (f"{CPFIT}, prioritisation", f"{BREHAUT}, suggestion 12"),
        priorities.few,
    ),
    Criterion(
        10,
        "Specific actions",
        "recommend specific actions: who, what, by when",
        (f"{BREHAUT}, suggestion 3", COCHRANE, REPORTS, CPFIT),
        actions.specific,
    ),
    Criterion(
        11,
        "Within reach",
        "ask only what readers control, and send the rest to leaders",
        (f"{BREHAUT}, suggestion 2", CPFIT),
        priorities.for_those_who_can,
    ),
    Criterion(
        12,
        "Goals and children",
        "tie to the goals of the service and to the child's experience",
        (f"{BREHAUT}, suggestion 1", CPFIT, REPORTS),
        priorities.for_children,
    ),
    Criterion(
        13,
        "Action plan",
        "attach an action plan, and report on the last actions",
        (COCHRANE, f"{CPFIT}, action planning"),
        actions.reports_back,
    ),
    Criterion(
        14,
        "Help",
        "offer help for each low category: a tool, a champion or training",
        (CPFIT, f"{BREHAUT}, suggestion 11"),
        actions.offers_help,
    ),
    Criterion(
        15,
        "Author and method",
        "name a credible author and the method: sampling, who audited, agreement",
        (f"{BREHAUT}, suggestion 13", CPFIT, REPORTS),
        evidence.shows_method,
    ),
    Criterion(
        16,
        "Fair tone",
        "carry positive and critical findings, on practice and not on persons",
        (f"{BREHAUT}, suggestion 14",),
        display.fair,
    ),
    Criterion(
        17,
        "Message beside chart",
        "put message and chart side by side, and say which direction is good",
        (f"{BREHAUT}, suggestion 8", COCHRANE),
        display.message_beside_chart,
    ),
    Criterion(
        18,
        "Short",
        "be short: one page first, the detail optional",
        (f"{BREHAUT}, suggestions 10 and 12", REPORTS, CPFIT),
        display.short,
    ),
    Criterion(
        19,
        "Two modes",
        "come in two modes: written, and a prompt for a meeting",
        (f"{BREHAUT}, suggestions 9 and 15", COCHRANE),
        reach.has_two_modes,
    ),
    Criterion(
        20,
        "Sent and read",
        "be pushed, not left on a site; readers listed, opens counted",
        (CPFIT, REPORTS),
        reach.is_sent,
    ),
    Criterion(
        21,
        "Families' voices",
        "carry the family's voice with how many and the question asked, never one quote as a rate",
        (PURPOSE,),
        reach.has_voice,
    ),
    Criterion(
        22,
        "Replies",
        "ask for a reply, and show what changed because of replies",
        (f"{BREHAUT}, suggestion 15", PURPOSE),
        reach.is_answered,
    ),
    Criterion(
        23,
        "Access",
        "be accessible: headings, alternative text, header rows, language, contrast",
        ("Public Sector Bodies Accessibility Regulations 2018",),
        safety.accessible,
    ),
    Criterion(
        24,
        "Discloses nobody",
        "disclose nobody: names, small cells, unique stories",
        ("UK GDPR",),
        safety.discloses_nobody,
    ),
)
"""All criteria in order; the number of each is its place."""

OF_CHECKS = frozenset({4, 23, 24})
"""Those for which it matters what the other checks found."""
