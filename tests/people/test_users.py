"""People are added, changed, deactivated and reactivated, by those who may, once."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from tests.cast import BY, Cast
from tests.people.ledger import last, last_actor, told, written

from goldenthread.core import clock, events
from goldenthread.core.actors import Actor
from goldenthread.core.errors import NotAllowed
from goldenthread.people.events import UserAdded, UserDeactivated, UserReactivated, UserUpdated
from goldenthread.people.models import Invitation, LineManagement, Membership, RoleGrant, User
from goldenthread.people.queries.scopes import scope_of
from goldenthread.people.rules import Role, UserField
from goldenthread.people.services import invitations, roles, users

MAY = {Role.AUDIT_LEAD, Role.ADMINISTRATOR}


@pytest.mark.parametrize("role", list(Role))
def test_only_leads_and_administrators_add_people(cast: Cast, role: Role) -> None:
    before = written()
    if role in MAY:
        user = users.add(name="Kit Vale", email="Kit.Vale@Example.org", by=cast[role])
        assert user.email == "kit.vale@example.org"
        assert not user.has_usable_password()
        assert isinstance(last(), UserAdded)
        assert last_actor() == cast[role].actor
    else:
        with pytest.raises(NotAllowed, match="Only an administrator or an audit lead may add"):
            users.add(name="Kit Vale", email="kit@example.org", by=cast[role])
    assert written() == before + (role in MAY)


def test_an_address_or_number_of_somebody_else_is_refused(cast: Cast) -> None:
    users.add(name="Kit Vale", email="kit@example.org", staff_number="a1", by=BY)
    before = written()
    with pytest.raises(ValidationError, match="e-mail address already"):
        users.add(name="Lou", email="KIT@example.org", by=BY)
    with pytest.raises(ValidationError, match="staff number already"):
        users.add(name="Lou", email="lou@example.org", staff_number="A1", by=BY)
    assert written() == before


def test_an_update_says_which_fields_changed_and_nothing_of_them(cast: Cast) -> None:
    lead, auditor = cast[Role.AUDIT_LEAD], cast[Role.AUDITOR]
    changed = users.update(user=auditor, name="Bilal Khan", job_title="IRO", by=lead)
    assert changed.sort_name == "khan, bilal khan"
    event = last()
    assert isinstance(event, UserUpdated)
    assert event.fields == (UserField.NAME, UserField.JOB_TITLE)
    before = written()
    users.update(user=auditor, name="Bilal Khan", by=lead)
    assert written() == before


def test_a_lead_does_nothing_to_an_administrator(cast: Cast) -> None:
    lead, administrator = cast[Role.AUDIT_LEAD], cast[Role.ADMINISTRATOR]
    with pytest.raises(NotAllowed, match="to an administrator"):
        users.update(user=administrator, email="other@example.org", by=lead)
    with pytest.raises(NotAllowed, match="to an administrator"):
        users.deactivate(user=administrator, by=lead)
    glass = users.add(name="Break Glass", email="glass@example.org", break_glass=True, by=BY)
    with pytest.raises(NotAllowed, match="to an administrator"):
        invitations.invite(user=glass, by=lead)


def test_who_is_deactivated_has_nothing_left_the_same_day(cast: Cast) -> None:
    manager = cast[Role.TEAM_MANAGER]
    user = users.add(name="Kit Vale", email="kit@example.org", by=BY)
    invitations.invite(user=user, by=BY)
    users.deactivate(user=user, by=cast[Role.AUDIT_LEAD])
    assert Invitation.objects.get(user=user).withdrawn_at is not None
    left = users.deactivate(user=manager, by=cast[Role.AUDIT_LEAD])
    assert told(UserDeactivated, user=manager.id, roles=1, memberships=1, lines=2)
    assert not left.is_active
    today = clock.today()
    assert not RoleGrant.objects.holding(today).filter(user=manager).exists()
    assert not Membership.objects.holding(today).filter(user=manager).exists()
    assert not LineManagement.objects.holding(today).filter(manager=manager).exists()
    scope = scope_of(left)
    assert scope.roles | scope.teams | scope.line == frozenset()
    before = written()
    users.deactivate(user=manager, by=cast[Role.AUDIT_LEAD])
    assert written() == before


def test_what_would_begin_later_never_holds_for_who_left(cast: Cast) -> None:
    user, later = cast[Role.AUDITOR], clock.today() + timedelta(days=30)
    grant = roles.grant(user=user, role=Role.ANALYST, on=later, by=BY)
    users.deactivate(user=user, by=BY)
    grant.refresh_from_db()
    assert grant.to_on == later
    assert not RoleGrant.objects.holding(later).filter(user=user).exists()


def test_nobody_deactivates_themselves_nor_the_last_administrator(cast: Cast) -> None:
    administrator = cast[Role.ADMINISTRATOR]
    with pytest.raises(NotAllowed, match="yourself"):
        users.deactivate(user=administrator, by=administrator)
    with pytest.raises(NotAllowed, match="last administrator"):
        users.deactivate(user=administrator, by=BY)


def test_who_comes_back_has_no_role_and_no_team(cast: Cast) -> None:
    lead, auditor = cast[Role.AUDIT_LEAD], cast[Role.AUDITOR]
    users.deactivate(user=auditor, by=lead)
    with pytest.raises(NotAllowed, match="Reactivate them first"):
        users.update(user=auditor, name="Other", by=lead)
    back = users.reactivate(user=auditor, by=lead)
    assert isinstance(last(), UserReactivated)
    assert scope_of(back).roles == frozenset() == scope_of(back).teams
    before = written()
    users.reactivate(user=auditor, by=lead)
    assert written() == before


def test_where_a_listener_fails_nobody_is_deactivated(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reaction(event: events.Event, *, by: Actor) -> None:
        raise RuntimeError("The listener is broken.")

    monkeypatch.setattr(events, "_reactions", lambda: {UserDeactivated: (reaction,)})
    before = written()
    with pytest.raises(RuntimeError, match="listener"):
        users.deactivate(user=cast[Role.AUDITOR], by=BY)
    assert User.objects.get(id=cast[Role.AUDITOR].id).is_active
    assert scope_of(cast[Role.AUDITOR]).roles == {Role.AUDITOR}
    assert written() == before


@pytest.mark.django_db
def test_a_surname_alone_is_changed() -> None:
    user = users.add(name="Ana Paula Souza", email="ana@example.org", by=BY)
    users.update(user=user, surname="Paula Souza", by=BY)
    user.refresh_from_db()
    assert (user.surname, user.sort_name) == ("Paula Souza", "paula souza, ana paula souza")
