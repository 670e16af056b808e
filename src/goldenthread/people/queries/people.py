"""People as lists and as pages: rows and columns that a scope may see."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.db.models.functions import Lower

from goldenthread.core.errors import NotFoundInScope
from goldenthread.people.models import Membership, RoleGrant, User
from goldenthread.people.rules.kinds import Role
from goldenthread.people.rules.names import words
from goldenthread.people.scope import Scope
from goldenthread.people.visibility import sees_details, sees_everybody, visible_users


class Sort(StrEnum):
    """In which order people are listed."""

    SURNAME = "surname"
    NAME = "name"

    @property
    def label(self) -> str:
        """The order on screen."""
        return self.value.capitalize()


class Standing(StrEnum):
    """Whether somebody works here still."""

    ACTIVE = "active"
    DEACTIVATED = "deactivated"

    @property
    def label(self) -> str:
        """The state on screen."""
        return self.value.capitalize()


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleFilter:
    """What narrows the list. What asks about hidden columns is not heard."""

    search: str = ""
    team: UUID | None = None
    role: Role | None = None
    state: Standing | None = None
    sort: Sort = Sort.SURNAME


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSeen:
    """A person as one reader sees them: a column that is hidden is ``None``."""

    id: UUID
    name: str
    job_title: str
    is_active: bool
    teams: tuple[Membership, ...]
    email: str | None
    staff_number: str | None
    roles: tuple[Role, ...] | None


def list_people(scope: Scope, wanted: PeopleFilter) -> tuple[PersonSeen, ...]:
    """Everybody who fits, for a download. A fixed number of questions to the database."""
    return seen(scope, _fitting(scope, wanted))


def page_of_people(
    scope: Scope, wanted: PeopleFilter, page: str, per_page: int
) -> Page[PersonSeen]:
    """One page of those who fit; a page beyond the last is the last."""
    found: Page[User] = Paginator(_fitting(scope, wanted), per_page).get_page(page)
    rows: Sequence[PersonSeen] = seen(scope, found.object_list)
    return Page(rows, found.number, found.paginator)  # type: ignore[arg-type]


def get_user(scope: Scope, user: UUID) -> User:
    """The row of a person whose name is shown. Raises :class:`NotFoundInScope`."""
    found = visible_users(scope).filter(id=user).first()
    if found is None:
        raise NotFoundInScope
    return found


def get_person(scope: Scope, user: UUID) -> PersonSeen:
    """A person as this reader sees them. Raises :class:`NotFoundInScope`."""
    return seen(scope, [get_user(scope, user)])[0]


def choices_of_people(scope: Scope) -> list[tuple[str, str]]:
    """Active people as choices of a field, by surname."""
    rows = visible_users(scope).filter(is_active=True).values_list("id", "name", "job_title")
    return [(str(user), f"{name} ({job})" if job else name) for user, name, job in rows]


def seen(scope: Scope, users: Iterable[User]) -> tuple[PersonSeen, ...]:
    """Rows with the columns that the reader may see, in two questions more."""
    listed = list(users)
    ids = [user.id for user in listed]
    teams: dict[UUID, list[Membership]] = defaultdict(list)
    members = Membership.objects.holding(scope.on).filter(user__in=ids).select_related("team")
    for member in members.order_by("team__name"):
        teams[member.user_id].append(member)
    roles: dict[UUID, list[Role]] = defaultdict(list)
    held = RoleGrant.objects.holding(scope.on).filter(user__in=ids).order_by("role")
    for user, role in held.values_list("user_id", "role"):
        roles[user].append(Role(role))
    return tuple(_seen(scope, user, teams[user.id], roles[user.id]) for user in listed)


def _seen(scope: Scope, user: User, teams: list[Membership], roles: list[Role]) -> PersonSeen:
    details = sees_details(scope, user.id, {member.team_id for member in teams})
    return PersonSeen(
        id=user.id,
        name=user.name,
        job_title=user.job_title,
        is_active=user.is_active,
        teams=tuple(teams),
        email=user.email if details else None,
        staff_number=user.staff_number if details else None,
        roles=tuple(roles) if details else None,
    )


def _fitting(scope: Scope, wanted: PeopleFilter) -> QuerySet[User]:
    users = visible_users(scope)
    all_columns = sees_everybody(scope)
    state = wanted.state if all_columns else Standing.ACTIVE
    if state is not None:
        users = users.filter(is_active=state is Standing.ACTIVE)
    if wanted.team is not None:
        members = Membership.objects.holding(scope.on).filter(team=wanted.team)
        users = users.filter(id__in=members.values("user"))
    if wanted.role is not None and all_columns:
        held = RoleGrant.objects.holding(scope.on).filter(role=wanted.role.value)
        users = users.filter(id__in=held.values("user"))
    users = _searched(users, wanted.search, all_columns=all_columns)
    if wanted.sort is Sort.NAME:
        return users.order_by(Lower("name"), "id")
    return users.order_by("sort_name", "id")


def _searched(users: QuerySet[User], text: str, *, all_columns: bool) -> QuerySet[User]:
    """Every word of the text in the name; or, for who sees them, an address or a staff number."""
    asked = text.strip()
    if not asked:
        return users
    named = users
    for word in words(asked):
        named = named.filter(sort_name__contains=word)
    if not all_columns:
        return named
    exact = users.filter(email__icontains=asked) | users.filter(staff_number__iexact=asked)
    return named | exact if words(asked) else exact
