"""Actions: how many are done, overdue and open on the day of the figures."""

from collections.abc import Iterable, Iterator
from datetime import date

from goldenthread.analysis.facts import Action
from goldenthread.analysis.figure import Figure
from goldenthread.analysis.making import Certainty, Maker, Subject
from goldenthread.analysis.population import Population, happened_by
from goldenthread.analysis.tables import ActionRow, where
from goldenthread.analysis.tally import Tally

DONE, OVERDUE, IN_TIME = "done", "overdue", "in_time"


def action_rows(population: Population, actions: Iterable[Action]) -> list[ActionRow]:
    """Every action with where it stood. Without a due date it is never overdue."""
    as_at = population.window.as_at
    return [ActionRow(action.action, _status(action, as_at)) for action in actions]


def figures(maker: Maker, actions: Tally) -> Iterator[Figure]:
    """``actions.all``, ``.done``, ``.overdue`` and ``.open`` (overdue ones among the open)."""
    subject = Subject("actions", "actions agreed")
    yield maker.count("actions.all", subject, actions)
    for status in (DONE, OVERDUE):
        part = where(status=status)
        yield maker.share(f"actions.{status}", subject, actions, part, certainty=Certainty.COMPLETE)
    yield maker.count("actions.open", subject, actions, where(status=(OVERDUE, IN_TIME)))


def _status(action: Action, as_at: date) -> str:
    if happened_by(action.done_on, as_at):
        return DONE
    return OVERDUE if action.due_on is not None and action.due_on < as_at else IN_TIME
