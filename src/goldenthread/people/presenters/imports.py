"""A list of staff that waits: what was understood, what becomes of it, what must be decided."""

from dataclasses import dataclass
from uuid import UUID

from goldenthread.design.pagination import PER_PAGE
from goldenthread.exchange.problems import Problem
from goldenthread.people.models import StaffImport
from goldenthread.people.presenters.words import day, listed, moment
from goldenthread.people.queries.staff_imports import StaffPlan, team_options
from goldenthread.people.rules.kinds import ImportState
from goldenthread.people.rules.staff_plan import LEAVE_OUT, NEW, Outcome, Planned
from goldenthread.people.rules.staff_questions import Question, ToDecide
from goldenthread.people.scope import Scope

_COLOURS = {
    Outcome.ADD: "green",
    Outcome.CHANGE: "blue",
    Outcome.SAME: "grey",
    Outcome.LEAVE_OUT: "orange",
    Outcome.DECIDE: "yellow",
}


@dataclass(frozen=True, slots=True)
class RowLine:
    """A row of the list, and what becomes of it."""

    line: int
    name: str
    outcome: str
    colour: str
    why: str


@dataclass(frozen=True, slots=True)
class Counted:
    """How many rows end so."""

    text: str
    count: int


def counted(plan: StaffPlan) -> list[Counted]:
    """The outcomes with their numbers of rows, and the rows with problems."""
    counts = [Counted(outcome.label, plan.count(outcome)) for outcome in Outcome]
    unread = len({problem.row for problem in plan.staff.problems})
    return [*counts, Counted("With a problem, left out", unread)]


def rows(plan: StaffPlan) -> list[RowLine]:
    """Every row, those that wait first."""
    ordered = sorted(
        plan.rows, key=lambda each: (each.outcome is not Outcome.DECIDE, each.row.line)
    )
    return [
        RowLine(
            each.row.line,
            each.row.name,
            each.outcome.label,
            _COLOURS[each.outcome],
            _why(plan, each),
        )
        for each in ordered
    ]


def _why(plan: StaffPlan, planned: Planned) -> str:
    if planned.outcome is Outcome.CHANGE and planned.user:
        return f"{plan.names[planned.user]}: {listed(planned.changes)}"
    return planned.because


def understood(plan: StaffPlan) -> str:
    """The columns, each with what it was understood as."""
    return listed(
        heading if heading == meaning else f"{heading} (as {meaning})"
        for heading, meaning in plan.staff.columns.items()
    )


def problems(plan: StaffPlan) -> tuple[Problem, ...]:
    """The cells that could not be understood."""
    return plan.staff.problems


def to_decide(scope: Scope, plan: StaffPlan) -> ToDecide:
    """What waits, as questions: as many as a page holds, teams first."""
    waiting = [each for each in plan.rows if each.outcome is Outcome.DECIDE]
    unknown = [(place, team) for place, team in enumerate(plan.teams) if team.undecided]
    teams = tuple(
        Question(str(place), f"Which team is {team.text}?", team_options(scope, team))
        for place, team in unknown[:PER_PAGE]
    )
    left = PER_PAGE - len(teams)
    return ToDecide(rows=tuple(_question(plan, each) for each in waiting[:left]), teams=teams)


def _question(plan: StaffPlan, planned: Planned) -> Question:
    row = planned.row
    about = listed(text for text in (row.email, row.staff_number, row.job_title, row.team) if text)
    same = [
        (str(user), f"The same person as {plan.names[user]}") for user in planned.match.candidates
    ]
    options = [*same, (NEW, "A new person"), (LEAVE_OUT, "Leave this row out")]
    hint = f"{planned.because} {f'In the list: {about}.' if about else ''}".strip()
    return Question(str(row.line), f"Row {row.line}: who is {row.name}?", options, hint)


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """A list that waits."""

    id: UUID
    uploaded: str
    by: str
    until: str


def waiting(found: list[StaffImport]) -> list[WaitingLine]:
    """Lists that wait, for the page of the upload."""
    return [
        WaitingLine(each.id, moment(each.created_at), each.uploaded_by.name, day(each.expires_at))
        for each in found
    ]


def ended(found: StaffImport) -> str:
    """How a list ended; empty while it waits."""
    if found.ended_at is None:
        return ""
    who = f" by {found.ended_by.name}" if found.ended_by else ""
    return f"This list was {ImportState(found.state).label.lower()} on {day(found.ended_at)}{who}."
