"""Users, services and teams, and who belongs where, manages whom and may do what, over time.

A period holds from its first day and ends on the first day on which it no longer holds, so that
what ends today has ended (docs/adr/0017); an open end means until further notice. Nobody is
deleted: people are deactivated, teams close, periods end.
"""

from datetime import date, datetime
from typing import ClassVar, TypeVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from goldenthread.core.base import BaseModel
from goldenthread.core.choices import choices
from goldenthread.people.rules import (
    GrantSource,
    ImportState,
    InvitationState,
    Role,
    SuccessionKind,
)


class UserManager(BaseUserManager["User"]):
    """Finds users by e-mail, whatever the case of its letters."""

    def get_by_natural_key(self, username: str | None) -> "User":
        """The user who signs in with this e-mail."""
        return self.get(email=(username or "").lower())


class User(AbstractBaseUser, BaseModel):
    """Somebody who works for the authority. Who was never invited has no way to sign in."""

    email = models.EmailField(
        max_length=254,
        unique=True,
        error_messages={"unique": "Somebody has this e-mail address already."},
    )
    name = models.CharField(max_length=150)
    surname = models.CharField(max_length=150, blank=True, help_text="As lists are sorted by it.")
    sort_name = models.CharField(
        max_length=310, blank=True, editable=False, help_text="Surname and name in plain letters."
    )
    staff_number = models.CharField(max_length=40, blank=True)
    job_title = models.CharField(max_length=100, blank=True)
    is_active = models.BooleanField(default=True)
    deactivated_at = models.DateTimeField(null=True, blank=True)
    break_glass = models.BooleanField(
        default=False, help_text="Signs in by password and second factor when all else is down."
    )

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects = UserManager()

    class Meta:
        ordering = ("sort_name", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(email=Lower("email")),
                name="user_email_in_small_letters",
                violation_error_message="Write the e-mail address in small letters.",
            ),
            models.UniqueConstraint(
                Lower("staff_number"),
                condition=~Q(staff_number=""),
                name="user_staff_number_unique",
                violation_error_message="Somebody has this staff number already.",
            ),
            models.CheckConstraint(
                condition=Q(is_active=True, deactivated_at=None)
                | Q(is_active=False, deactivated_at__isnull=False),
                name="user_active_or_deactivated",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def actor(self) -> str:
        """The name in the ledger."""
        return f"user:{self.id}"


class Service(BaseModel):
    """A part of the authority that has teams, as *Children in care*."""

    name = models.CharField(max_length=100)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("name", "id")
        constraints = (
            models.UniqueConstraint(
                Lower("name"),
                condition=Q(closed_on=None),
                name="service_name_unique",
                violation_error_message="A service has this name already.",
            ),
        )

    def __str__(self) -> str:
        return self.name


class Team(BaseModel):
    """A team under one name. Another name, a split or a merger makes another team."""

    name = models.CharField(max_length=100)
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="teams")
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("name", "opened_on", "id")
        constraints = (
            models.UniqueConstraint(
                Lower("name"),
                condition=Q(closed_on=None),
                name="team_name_unique",
                violation_error_message="A team has this name already.",
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gte=F("opened_on")),
                name="team_closes_after_it_opens",
                violation_error_message="A team cannot close before it opens.",
            ),
        )

    def __str__(self) -> str:
        return self.name


class TeamSuccession(BaseModel):
    """One team went on as another, so that its history can be followed."""

    predecessor = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="origins")
    kind = models.CharField(max_length=10, choices=choices(SuccessionKind))
    on = models.DateField()

    class Meta:
        ordering = ("on", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("predecessor", "successor"), name="team_succession_once"
            ),
            models.CheckConstraint(
                condition=~Q(predecessor=F("successor")), name="team_succeeds_another"
            ),
        )

    def __str__(self) -> str:
        return f"{self.predecessor} {self.kind}: {self.successor}"


PeriodRow = TypeVar("PeriodRow", bound=models.Model)


class PeriodQuerySet(models.QuerySet[PeriodRow]):
    """Rows with a period."""

    def holding(self, on: date) -> "PeriodQuerySet[PeriodRow]":
        """Those that hold on a day."""
        return self.filter(Q(to_on=None) | Q(to_on__gt=on), from_on__lte=on)

    def unended(self, on: date) -> "PeriodQuerySet[PeriodRow]":
        """Those that hold on a day or begin later."""
        return self.filter(Q(to_on=None) | Q(to_on__gt=on))


class Period(BaseModel):
    """What holds from one day until another, on which it no longer does."""

    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ("from_on", "id")
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(
                condition=Q(to_on=None) | Q(to_on__gte=F("from_on")),
                name="%(class)s_ends_after_it_begins",
                violation_error_message="A period cannot end before it begins.",
            ),
        )


class Membership(Period):
    """A person works in a team."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="memberships")
    manages = models.BooleanField(default=False, help_text="Whether they are the team's manager.")

    class Meta(Period.Meta):
        constraints = (
            *Period.Meta.constraints,
            models.UniqueConstraint(
                fields=("user", "team"), condition=Q(to_on=None), name="membership_open_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.user} in {self.team}"


class LineManagement(Period):
    """A person is managed by another."""

    worker = models.ForeignKey(User, on_delete=models.PROTECT, related_name="managed_by")
    manager = models.ForeignKey(User, on_delete=models.PROTECT, related_name="manages")

    class Meta(Period.Meta):
        constraints = (
            *Period.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(worker=F("manager")),
                name="line_manager_is_another",
                violation_error_message="Nobody manages themselves.",
            ),
            models.UniqueConstraint(
                fields=("worker",), condition=Q(to_on=None), name="line_management_open_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.worker} managed by {self.manager}"


class RoleGrant(Period):
    """A person has a role."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="role_grants")
    role = models.CharField(max_length=20, choices=choices(Role))
    source = models.CharField(
        max_length=20, choices=choices(GrantSource), default=GrantSource.BY_HAND.value
    )

    class Meta(Period.Meta):
        constraints = (
            *Period.Meta.constraints,
            models.UniqueConstraint(
                fields=("user", "role"), condition=Q(to_on=None), name="role_grant_open_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.user}: {Role(self.role).label}"


class Invitation(BaseModel):
    """A person was asked to sign in for the first time. The link is signed, not stored."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="invitations")
    invited_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-created_at", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(withdrawn_at=None),
                name="invitation_accepted_or_withdrawn",
            ),
        )

    def __str__(self) -> str:
        return f"Invitation of {self.user}"

    def state(self, at: datetime) -> InvitationState:
        """Where it stands at a moment."""
        if self.accepted_at is not None:
            return InvitationState.ACCEPTED
        if self.withdrawn_at is not None:
            return InvitationState.WITHDRAWN
        return InvitationState.EXPIRED if at >= self.expires_at else InvitationState.WAITING


class StaffImport(BaseModel):
    """A list of staff, read and waiting for decisions. What it held goes when it is done with."""

    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(
        max_length=10, choices=choices(ImportState), default=ImportState.WAITING.value
    )
    content = models.JSONField(default=dict, blank=True, help_text="The list as it was read.")
    decisions = models.JSONField(default=dict, blank=True, help_text="Row to what becomes of it.")
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        ordering = ("-created_at", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(state=ImportState.WAITING.value, ended_at=None)
                | (~Q(state=ImportState.WAITING.value) & Q(ended_at__isnull=False)),
                name="staff_import_waits_or_has_ended",
            ),
            models.CheckConstraint(
                condition=Q(state=ImportState.WAITING.value) | Q(content={}),
                name="staff_import_ended_holds_nothing",
            ),
        )

    def __str__(self) -> str:
        return f"Import of {self.created_at:%d %B %Y}"
