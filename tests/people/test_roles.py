"""Roles are granted and ended at once; an authority is never left without an administrator."""

import pytest
from tests.cast import BY, Cast
from tests.people.ledger import last, written

from goldenthread.core.errors import NotAllowed
from goldenthread.people.events import RoleEnded, RoleGranted
from goldenthread.people.models import RoleGrant, User
from goldenthread.people.queries.scopes import scope_of
from goldenthread.people.rules import Role
from goldenthread.people.services import roles, users

MAY = {Role.AUDIT_LEAD, Role.ADMINISTRATOR}


def grant_of(user: User) -> RoleGrant:
    return RoleGrant.objects.get(user=user)


@pytest.mark.parametrize("role", list(Role))
def test_only_leads_and_administrators_grant_and_end_roles(cast: Cast, role: Role) -> None:
    target = cast.outsider
    if role not in MAY:
        with pytest.raises(NotAllowed, match="Only an administrator or an audit lead"):
            roles.grant(user=target, role=Role.AUDITOR, by=cast[role])
        with pytest.raises(NotAllowed, match="Only an administrator or an audit lead"):
            roles.end(grant=grant_of(cast[Role.AUDITOR]), by=cast[role])
        return
    made = roles.grant(user=target, role=Role.AUDITOR, by=cast[role])
    assert isinstance(last(), RoleGranted)
    assert scope_of(target).roles == {Role.AUDITOR}
    roles.end(grant=made, by=cast[role])
    assert isinstance(last(), RoleEnded)
    assert scope_of(target).roles == frozenset()


def test_a_role_twice_is_once(cast: Cast) -> None:
    before = written()
    roles.grant(user=cast[Role.AUDITOR], role=Role.AUDITOR, by=BY)
    assert written() == before
    ended = roles.end(grant=grant_of(cast[Role.AUDITOR]), by=BY)
    roles.end(grant=ended, by=BY)
    assert written() == before + 1
    roles.grant(user=cast[Role.AUDITOR], role=Role.AUDITOR, by=BY)
    assert scope_of(cast[Role.AUDITOR]).roles == {Role.AUDITOR}


def test_nobody_but_an_administrator_grants_themselves_a_role(cast: Cast) -> None:
    lead, administrator = cast[Role.AUDIT_LEAD], cast[Role.ADMINISTRATOR]
    with pytest.raises(NotAllowed, match="themselves"):
        roles.grant(user=lead, role=Role.ANALYST, by=lead)
    roles.grant(user=administrator, role=Role.ANALYST, by=administrator)
    assert scope_of(administrator).has(Role.ANALYST)


def test_a_lead_neither_makes_nor_unmakes_an_administrator(cast: Cast) -> None:
    lead = cast[Role.AUDIT_LEAD]
    with pytest.raises(NotAllowed, match="Only an administrator may grant"):
        roles.grant(user=cast[Role.AUDITOR], role=Role.ADMINISTRATOR, by=lead)
    with pytest.raises(NotAllowed, match="Only an administrator may end"):
        roles.end(grant=grant_of(cast[Role.ADMINISTRATOR]), by=lead)


def test_the_last_administrator_stays_one(cast: Cast) -> None:
    first = cast[Role.ADMINISTRATOR]
    with pytest.raises(NotAllowed, match="last administrator"):
        roles.end(grant=grant_of(first), by=first)
    second = users.add(name="Kit Vale", email="kit@example.org", by=BY)
    roles.grant(user=second, role=Role.ADMINISTRATOR, by=first)
    roles.end(grant=grant_of(first), by=first)
    with pytest.raises(NotAllowed, match="last administrator"):
        roles.end(grant=grant_of(second), by=BY)


def test_who_is_deactivated_is_granted_nothing(cast: Cast) -> None:
    users.deactivate(user=cast.outsider, by=BY)
    with pytest.raises(NotAllowed, match="Reactivate"):
        roles.grant(user=cast.outsider, role=Role.AUDITOR, by=cast[Role.ADMINISTRATOR])
