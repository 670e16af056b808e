"""Holds, approvals, runs, exports and erasures.

They name children by opaque ids and not by foreign keys: they outlive the child's own row.
"""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q, QuerySet

from goldenthread.core.base import BaseModel
from goldenthread.core.choices import choices
from goldenthread.people.models import User
from goldenthread.records.rules.states import AccessState, Choice, ErasureState, Whose


class LegalHoldQuerySet(QuerySet["LegalHold"]):
    """Holds."""

    def standing(self, on: date) -> "LegalHoldQuerySet":
        """Those that hold on a day."""
        return self.filter(Q(to_on=None) | Q(to_on__gt=on), from_on__lte=on)


class LegalHold(BaseModel):
    """What concerns a child or a person is not purged, from a day until another. Why is sealed."""

    whose = models.CharField(max_length=10, choices=choices(Whose))
    subject = models.UUIDField(db_index=True)
    sealed_reason = models.BinaryField(default=bytes, blank=True)
    placed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)

    objects = LegalHoldQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "id")
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(
                condition=Q(to_on=None) | Q(to_on__gte=F("from_on")),
                name="hold_ends_after_it_begins",
                violation_error_message="A hold cannot end before it begins.",
            ),
        )

    def __str__(self) -> str:
        return f"Legal hold {self.id}"


class ScheduleApproval(BaseModel):
    """An administrator approved one retention schedule, until it changes or they withdraw it."""

    fingerprint = models.CharField(max_length=64)
    approved_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-created_at", "id")
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.UniqueConstraint(
                fields=("fingerprint",),
                condition=Q(withdrawn_at=None),
                name="schedule_approved_once",
                violation_error_message="This schedule is approved already.",
            ),
        )

    def __str__(self) -> str:
        return f"Approval {self.id}"


class RetentionRun(BaseModel):
    """One run of the schedule: what was due, and whether it went."""

    deletes = models.BooleanField()

    class Meta:
        ordering = ("-created_at", "id")

    def __str__(self) -> str:
        return f"Run {self.id}"


class RetentionLine(models.Model):
    """Of one kind, in one run: how many were due, held, and gone. Never who."""

    run = models.ForeignKey(RetentionRun, on_delete=models.CASCADE, related_name="lines")
    kind = models.CharField(max_length=40)
    due = models.PositiveIntegerField()
    held = models.PositiveIntegerField()
    removed = models.PositiveIntegerField()
    oldest_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.UniqueConstraint(fields=("run", "kind"), name="retention_line_once"),
        )

    def __str__(self) -> str:
        return f"{self.kind}: {self.due}"


class SubjectAccess(BaseModel):
    """An export of everything held about one child. What it says is sealed, and goes in 14 days."""

    child = models.UUIDField(db_index=True)
    state = models.CharField(
        max_length=10, choices=choices(AccessState), default=AccessState.ASKED.value
    )
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    content = models.BinaryField(default=bytes, blank=True)
    made_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-created_at", "id")
        verbose_name_plural = "subject accesses"
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(
                condition=~Q(state=AccessState.READY.value) | Q(expires_at__isnull=False),
                name="subject_access_ready_expires",
            ),
        )

    def __str__(self) -> str:
        return f"Subject access {self.id}"


class Passage(BaseModel):
    """A passage that names somebody else: its words until it is decided, then what was decided."""

    access = models.ForeignKey(SubjectAccess, on_delete=models.CASCADE, related_name="passages")
    number = models.PositiveIntegerField()
    section = models.CharField(max_length=100)
    times = models.PositiveIntegerField()
    sealed_text = models.BinaryField(default=bytes, blank=True)
    decision = models.CharField(max_length=10, choices=choices(Choice), blank=True)
    decided_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        ordering = ("number",)
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.UniqueConstraint(fields=("access", "number"), name="passage_number_once"),
        )

    def __str__(self) -> str:
        return f"Passage {self.number}"


class Erasure(BaseModel):
    """The erasure of a child: one person asks, another approves, a worker does it."""

    child = models.UUIDField(db_index=True)
    state = models.CharField(
        max_length=10, choices=choices(ErasureState), default=ErasureState.ASKED.value
    )
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    approved_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-created_at", "id")
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.UniqueConstraint(
                fields=("child",),
                condition=Q(state__in=(ErasureState.ASKED.value, ErasureState.APPROVED.value)),
                name="erasure_asked_once",
                violation_error_message="Somebody has asked for this already.",
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=F("asked_by")),
                name="erasure_by_two_persons",
                violation_error_message="Somebody else has to approve it.",
            ),
        )

    def __str__(self) -> str:
        return f"Erasure {self.id}"


class ErasureLine(models.Model):
    """How many rows of one kind went with a child."""

    erasure = models.ForeignKey(Erasure, on_delete=models.CASCADE, related_name="lines")
    label = models.CharField(max_length=80)
    rows = models.PositiveIntegerField()

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.label}: {self.rows}"
