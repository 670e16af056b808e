"""What becomes of each row of a list of staff, from the match and from what people decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from goldenthread.people.rules.names import Likeness, likeness, words
from goldenthread.people.rules.staff_matching import Match, Matcher, MatchKind
from goldenthread.people.rules.staff_rows import StaffRow

NEW, LEAVE_OUT = "new", "leave_out"
"""What may be decided about a row, besides the id of the person whom it is about."""
WITH_SERVICE = "new"
"""Decided of a team: open it, in a service of the name in the list, opened too where needed."""


class Outcome(StrEnum):
    """What becomes of a row."""

    ADD = "add"
    CHANGE = "change"
    SAME = "same"
    LEAVE_OUT = "leave_out"
    DECIDE = "decide"

    @property
    def label(self) -> str:
        """The outcome on screen."""
        return {
            Outcome.ADD: "New person",
            Outcome.CHANGE: "Changes",
            Outcome.SAME: "No change",
            Outcome.LEAVE_OUT: "Left out",
            Outcome.DECIDE: "Decide",
        }[self]


@dataclass(frozen=True, slots=True)
class Present:
    """A person who is here, as far as a list can change them."""

    id: UUID
    name: str
    job_title: str
    staff_number: str
    teams: tuple[UUID, ...]
    managed_teams: frozenset[UUID]
    manager: UUID | None
    refused: str = ""
    """Why nothing of them may be changed from a list."""


@dataclass(frozen=True, slots=True)
class TeamPlan:
    """A team of the list: one that is here, one to open, or one that somebody must decide about."""

    text: str
    service: str
    team: UUID | None
    decided: str = ""

    @property
    def undecided(self) -> bool:
        """Whether nobody knows yet which team is meant."""
        return self.team is None and not self.decided

    @property
    def opens(self) -> bool:
        """Whether it is to be opened."""
        return self.team is None and bool(self.decided) and self.decided != LEAVE_OUT


@dataclass(frozen=True, slots=True)
class Planned:
    """A row, what becomes of it and why."""

    match: Match
    outcome: Outcome
    user: UUID | None = None
    changes: tuple[str, ...] = ()
    because: str = ""

    @property
    def row(self) -> StaffRow:
        """The row of the list."""
        return self.match.row


@dataclass(frozen=True, slots=True)
class Planner:
    """What is known when rows are planned."""

    matcher: Matcher
    present: Mapping[UUID, Present]
    teams: Mapping[str, TeamPlan]
    decisions: Mapping[str, str]
    coming: frozenset[str] = frozenset()
    """Addresses and numbers of the list, small: line managers may come with it."""

    def plan(self, row: StaffRow) -> Planned:
        """What becomes of a row."""
        match = self.matcher.match(row)
        decided = self.decisions.get(str(row.line), "")
        if decided == LEAVE_OUT:
            return Planned(match, Outcome.LEAVE_OUT, because="You decided so.")
        if match.kind is MatchKind.NEW or decided == NEW:
            return self._new(match)
        if match.kind is MatchKind.EXACT:
            return self._known(match, match.candidates[0])
        chosen = next((user for user in match.candidates if str(user) == decided), None)
        if chosen is None:
            return Planned(match, Outcome.DECIDE, because=match.because)
        return self._known(match, chosen)

    def _new(self, match: Match) -> Planned:
        row, why = match.row, ""
        if not row.email:
            why = "Nobody can be added without an e-mail address."
        elif row.email.casefold() in self.matcher.by_email:
            why = "The e-mail address is somebody's already."
        elif row.staff_number.casefold() in self.matcher.by_number:
            why = "The staff number is somebody's already."
        return Planned(match, Outcome.LEAVE_OUT if why else Outcome.ADD, because=why)

    def _known(self, match: Match, user: UUID) -> Planned:
        person = self.present[user]
        if person.refused:
            return Planned(match, Outcome.LEAVE_OUT, user, because=person.refused)
        changes = self._changes(match.row, person)
        outcome = Outcome.CHANGE if changes else Outcome.SAME
        return Planned(match, outcome, user, changes, match.because)

    def _changes(self, row: StaffRow, person: Present) -> tuple[str, ...]:
        team = self.teams.get(row.team.casefold())
        manager = self.line_manager(row)
        same_name = likeness(words(row.name), words(person.name)) is Likeness.SAME
        changed = {
            "name": not same_name,
            "job title": row.job_title not in ("", person.job_title),
            "staff number": bool(row.staff_number) and not person.staff_number,
            "team": team is not None and (team.opens or self._moves(team, person)),
            "manages the team": row.manages
            and team is not None
            and team.team not in person.managed_teams
            and team.decided != LEAVE_OUT,
            "line manager": row.line_manager.casefold() in self.coming
            if manager is None
            else manager != person.manager,
        }
        return tuple(name for name, yes in changed.items() if yes)

    def _moves(self, team: TeamPlan, person: Present) -> bool:
        return team.team is not None and team.team not in person.teams

    def line_manager(self, row: StaffRow) -> UUID | None:
        """Who is here with the number or address that the list gives; a name says too little."""
        text = row.line_manager.casefold()
        found = self.matcher.by_email.get(text) or self.matcher.by_number.get(text)
        return found.id if found and text else None
