"""Pages about people and teams."""

from collections.abc import Callable

from tests.cast import Cast
from tests.permissions.pages import EVERYBODY, LEADS, Page, Table

from goldenthread.core.actors import System
from goldenthread.people.models import LineManagement, Membership, RoleGrant, User
from goldenthread.people.rules import Role
from goldenthread.people.rules.staff_file import read_staff
from goldenthread.people.services import invitations, staff_imports, users

BY = System("tests")


def auditor(cast: Cast) -> list[object]:
    return [cast[Role.AUDITOR].id]


def newcomer(cast: Cast) -> list[object]:
    """Somebody who never signed in."""
    found = User.objects.filter(email="kit@example.org").first()
    return [(found or users.add(name="Kit Vale", email="kit@example.org", by=BY)).id]


def membership(cast: Cast) -> list[object]:
    return [Membership.objects.get(user=cast[Role.AUDITOR]).id]


def line(cast: Cast) -> list[object]:
    return [LineManagement.objects.get(worker=cast[Role.PRACTITIONER]).id]


def grant(cast: Cast) -> list[object]:
    return [RoleGrant.objects.get(user=cast[Role.AUDITOR]).id]


def invitation(cast: Cast) -> list[object]:
    user = User.objects.get(id=str(newcomer(cast)[0]))
    return [invitations.invite(user=user, by=BY).id]


def team(cast: Cast) -> list[object]:
    return [cast.north.id]


def service(cast: Cast) -> list[object]:
    return [cast.service.id]


def staff_import(cast: Cast) -> list[object]:
    staff = read_staff(b"Name,E-mail\nLou Marsh,lou@example.org\n")
    lead = cast[Role.AUDIT_LEAD]
    return [staff_imports.upload(staff=staff, uploaded_by=lead, by=BY).id]


def leads(arguments: Callable[[Cast], list[object]] | None = None) -> Page:
    return Page(roles=LEADS, arguments=arguments) if arguments else Page(roles=LEADS)


TABLE: Table = {
    "list_people": Page(roles=EVERYBODY),
    "download_people": Page(roles=EVERYBODY),
    "show_permissions": Page(roles=EVERYBODY),
    "show_person": Page(roles=EVERYBODY, arguments=auditor),
    "list_teams": Page(roles=EVERYBODY),
    "show_team": Page(roles=EVERYBODY, arguments=team),
    "add_person": leads(),
    "update_person": leads(auditor),
    "deactivate_person": leads(auditor),
    "reactivate_person": leads(auditor),
    "invite_person": leads(newcomer),
    "grant_role": leads(auditor),
    "join_team": leads(auditor),
    "set_line_manager": leads(auditor),
    "end_role": leads(grant),
    "leave_team": leads(membership),
    "transfer_person": leads(membership),
    "set_team_manager": leads(membership),
    "end_line_management": leads(line),
    "resend_invitation": leads(invitation),
    "withdraw_invitation": leads(invitation),
    "open_team": leads(),
    "merge_teams": leads(),
    "rename_team": leads(team),
    "split_team": leads(team),
    "close_team": leads(team),
    "open_service": leads(),
    "rename_service": leads(service),
    "close_service": leads(service),
    "upload_staff": leads(),
    "download_staff_template": leads(),
    "show_staff_import": leads(staff_import),
    "apply_staff_import": leads(staff_import),
    "discard_staff_import": leads(staff_import),
}
