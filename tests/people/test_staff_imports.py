"""A list of staff is matched, decided about and applied once; nothing is guessed."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from tests.cast import BY, Cast
from tests.people.ledger import last, told, written

from goldenthread.core import clock
from goldenthread.core.errors import Conflict, InvalidTransition, NotAllowed, NotFoundInScope
from goldenthread.core.jobs import enqueue
from goldenthread.people.events import StaffListApplied, StaffListDecided, StaffListDropped
from goldenthread.people.jobs import drop_old_lists
from goldenthread.people.models import StaffImport, Team, User
from goldenthread.people.queries.scopes import scope_of
from goldenthread.people.queries.staff_imports import get_staff_import, plan_of, team_options
from goldenthread.people.rules import Role
from goldenthread.people.rules.staff_file import read_staff
from goldenthread.people.rules.staff_plan import Outcome
from goldenthread.people.services import staff_imports, users

LEAD = Role.AUDIT_LEAD
HEAD = "Name,E-mail,Staff number,Job title,Team,Service,Manages team,Line manager\n"
ROWS = (
    "BILAL HUSSAIN,bilal@example.org,77,Auditor,north TEAM,,,\n"  # by e-mail; moves to North
    '"O\'Neil, Ewan Sian",,,,,,,\n'  # like a name
    "Kit Vale,kit@example.org,88,Social worker,Harbour team,Fostering,yes,ewan@example.org\n"
    "Lou Marsh,lou@example.org,,,Harbour team,Fostering,,kit@example.org\n"
    "Mo Ash,,,,,,,\n"  # nobody can be added without an address
)


def uploaded(cast: Cast, rows: str = ROWS, by: Role = LEAD) -> StaffImport:
    staff = read_staff((HEAD + rows).encode())
    return staff_imports.upload(staff=staff, uploaded_by=cast[by], by=cast[by])


def outcomes(cast: Cast, staff_import: StaffImport) -> list[str]:
    staff_import.refresh_from_db()
    return [row.outcome.value for row in plan_of(scope_of(cast[LEAD]), staff_import).rows]


@pytest.mark.parametrize("role", [role for role in Role if role not in (LEAD, Role.ADMINISTRATOR)])
def test_others_neither_import_nor_see_lists(cast: Cast, role: Role) -> None:
    waiting = uploaded(cast)
    with pytest.raises(NotAllowed, match="import a list of staff"):
        uploaded(cast, by=role)
    for service in (staff_imports.apply, staff_imports.discard):
        with pytest.raises(NotAllowed, match="import a list of staff"):
            service(staff_import=waiting, by=cast[role])
    with pytest.raises(NotFoundInScope):
        get_staff_import(scope_of(cast[role]), waiting.id)
    assert get_staff_import(scope_of(cast[Role.ADMINISTRATOR]), waiting.id).id == waiting.id


def test_an_identifier_matches_by_itself_and_a_name_waits_for_a_person(cast: Cast) -> None:
    waiting = uploaded(cast)
    assert outcomes(cast, waiting) == ["change", "decide", "add", "add", "leave_out"]
    plan = plan_of(scope_of(cast[LEAD]), waiting)
    assert plan.rows[0].changes == ("job title", "staff number", "team")
    assert plan.rows[1].match.candidates == (cast[Role.TEAM_MANAGER].id,)
    assert [team.text for team in plan.teams if team.undecided] == ["Harbour team"]
    options = dict(team_options(scope_of(cast[LEAD]), plan.teams[1]))
    assert options["new"] == "Open it in a new service, Fostering"
    with pytest.raises(InvalidTransition, match="2 rows or teams wait"):
        staff_imports.apply(staff_import=waiting, by=cast[LEAD])


def test_a_list_is_applied_once_and_its_content_deleted(cast: Cast) -> None:
    waiting = uploaded(cast)
    manager = cast[Role.TEAM_MANAGER]
    staff_imports.decide(
        staff_import=waiting,
        rows={"3": str(manager.id)},
        teams={"harbour team": "new"},
        by=cast[LEAD],
    )
    assert told(StaffListDecided, staff_import=waiting.id, rows=2)
    staff_imports.apply(staff_import=waiting, by=cast[Role.ADMINISTRATOR])
    assert told(
        StaffListApplied,
        staff_import=waiting.id,
        added=2,
        changed=2,  # the second: the name as the list spells it, as the person decided
        unchanged=0,
        left_out=1,
    )
    kit, lou = (User.objects.get(email=f"{name}@example.org") for name in ("kit", "lou"))
    harbour = Team.objects.get(name="Harbour team")
    assert harbour.service.name == "Fostering"
    assert scope_of(kit).managed_teams == {harbour.id}
    assert scope_of(kit).line == {lou.id}
    assert scope_of(manager).line >= {kit.id, lou.id}
    assert scope_of(cast[Role.AUDITOR]).teams == {cast.north.id}
    assert scope_of(cast[Role.AUDITOR]).roles == {Role.AUDITOR}
    waiting.refresh_from_db()
    assert waiting.content == waiting.decisions == {}
    before = written()
    with pytest.raises(Conflict, match="applied already"):
        staff_imports.apply(staff_import=waiting, by=cast[LEAD])
    assert written() == before


def test_the_same_list_again_changes_nothing(cast: Cast) -> None:
    for again in (False, True):
        waiting = uploaded(cast, ROWS.replace('"O\'Neil, Ewan Sian",,,,,,,\n', ""))
        if not again:
            staff_imports.decide(
                staff_import=waiting, rows={}, teams={"harbour team": "new"}, by=cast[LEAD]
            )
        before = written()
        staff_imports.apply(staff_import=waiting, by=cast[LEAD])
    event = last()
    assert isinstance(event, StaffListApplied)
    assert (event.added, event.changed, event.unchanged) == (0, 0, 3)
    assert written() == before + 1


def test_contradicting_identifiers_wait_for_a_person(cast: Cast) -> None:
    users.update(user=cast[Role.AUDITOR], staff_number="77", by=BY)
    rows = "Bilal Hussain,farida@example.org,77,,,,,\nBilal Hussain,bilal@example.org,78,,,,,\n"
    assert outcomes(cast, uploaded(cast, rows)) == ["decide", "decide"]


def test_a_lead_changes_no_administrator_by_a_list_and_nobody_who_left(cast: Cast) -> None:
    users.deactivate(user=cast.outsider, by=BY)
    rows = "Isla Other,isla@example.org,,,,,,\nJo Stranger,jo@example.org,,Clerk,,,,\n"
    waiting = uploaded(cast, rows)
    assert outcomes(cast, waiting) == ["leave_out", "leave_out"]
    plan = plan_of(scope_of(cast[Role.ADMINISTRATOR]), waiting)
    assert [row.outcome for row in plan.rows] == [Outcome.CHANGE, Outcome.LEAVE_OUT]


def test_an_act_that_is_refused_leaves_nothing_of_the_list(cast: Cast) -> None:
    rows = "Kit Vale,kit@example.org,,,,,,\nGrace Li,grace@example.org,,,,,,deeqa@example.org\n"
    waiting = uploaded(cast, rows)
    with pytest.raises(InvalidTransition, match="manage themselves"):
        staff_imports.apply(staff_import=waiting, by=cast[LEAD])
    assert not User.objects.filter(email="kit@example.org").exists()
    waiting.refresh_from_db()
    assert waiting.ended_at is None


def test_a_list_that_is_discarded_holds_nothing(cast: Cast) -> None:
    waiting = uploaded(cast)
    staff_imports.discard(staff_import=waiting, by=cast[LEAD])
    assert told(StaffListDropped, staff_import=waiting.id, expired=False)
    waiting.refresh_from_db()
    assert waiting.content == {}
    with pytest.raises(Conflict, match="discarded already"):
        staff_imports.decide(staff_import=waiting, rows={}, teams={}, by=cast[LEAD])


@pytest.mark.django_db(transaction=True)
def test_a_list_that_waited_a_week_is_emptied(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    waiting = uploaded(cast)
    enqueue(drop_old_lists)
    worker = {"batch": True, "interval": 0, "startup_delay": False, "verbosity": 0}
    call_command("db_worker", **worker)
    waiting.refresh_from_db()
    assert waiting.content
    moment = timezone.now() + timedelta(days=7)
    monkeypatch.setattr(clock, "now", lambda: moment)
    with pytest.raises(Conflict, match="more than 7 days"):
        staff_imports.apply(staff_import=waiting, by=cast[LEAD])
    enqueue(drop_old_lists)
    call_command("db_worker", **worker)
    waiting.refresh_from_db()
    assert waiting.content == {}
    assert told(StaffListDropped, staff_import=waiting.id, expired=True)
