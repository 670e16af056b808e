"""Challenges by independent reviewing officers and conference chairs, and whether answered."""

from collections.abc import Iterable, Iterator
from datetime import date

from goldenthread.analysis.facts import Challenge
from goldenthread.analysis.figure import Figure
from goldenthread.analysis.making import Certainty, Maker, Subject
from goldenthread.analysis.population import Population, happened_by
from goldenthread.analysis.tables import NO, YES, ChallengeRow, where, yes_no
from goldenthread.analysis.tally import Tally
from goldenthread.analysis.timeliness import COUNTED, Status, status_on

NO_DATE = "no_date"


def challenge_rows(population: Population, challenges: Iterable[Challenge]) -> list[ChallengeRow]:
    """Challenges raised by the day of the figures, as they stood then."""
    as_at = population.window.as_at
    return [
        ChallengeRow(
            challenge.challenge,
            yes_no(happened_by(challenge.answered_on, as_at)),
            _status(challenge, as_at),
            yes_no(happened_by(challenge.resolved_on, as_at)),
        )
        for challenge in challenges
        if challenge.raised_on <= as_at
    ]


def figures(maker: Maker, challenges: Tally) -> Iterator[Figure]:
    """``challenges.raised``, ``.answered``, ``.answered_on_time`` and ``.open``.

    On time follows the rule of ``timeliness``: of the challenges answered, or whose date for an
    answer has passed, with a date at all. ``challenges`` has columns ``answered``, ``status`` and
    ``resolved``.
    """
    raised = Subject("challenges", "challenges raised")
    due = Subject("challenges", "challenges with a date for the answer, answered or due")
    whole = Certainty.COMPLETE
    yield maker.count("challenges.raised", raised, challenges)
    yield maker.share(
        "challenges.answered", raised, challenges, where(answered=YES), certainty=whole
    )
    yield maker.share(
        "challenges.answered_on_time",
        due,
        challenges,
        where(status=Status.MET),
        where(status=COUNTED),
        whole,
    )
    yield maker.count("challenges.open", raised, challenges, where(resolved=NO))


def _status(challenge: Challenge, as_at: date) -> str:
    if challenge.response_due_on is None:
        return NO_DATE
    return status_on(as_at, challenge.response_due_on, challenge.answered_on).value
