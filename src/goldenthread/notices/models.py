"""E-mails: one row for each e-mail to each recipient."""

from django.db import models

from goldenthread.core.base import BaseModel
from goldenthread.core.choices import choices
from goldenthread.notices.rules.faults import Fault
from goldenthread.notices.rules.states import State
from goldenthread.people.models import User


class Notice(BaseModel):
    """An e-mail to one recipient, and what became of it.

    An e-mail of our own kinds holds ids only: it is written at the moment of sending. One that
    Django or allauth wrote is kept sealed until it is sent; then its hash and size remain.
    Its ``address`` is sealed too; our own kinds go to the address that the user has by then.
    """

    kind = models.CharField(max_length=40)
    to = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    about = models.UUIDField(null=True, blank=True)
    message_id = models.CharField(max_length=200, unique=True)
    address = models.BinaryField(default=bytes, blank=True)
    content = models.BinaryField(default=bytes, blank=True)
    content_hash = models.CharField(max_length=64, blank=True)
    content_size = models.PositiveIntegerField(null=True, blank=True)
    state = models.CharField(max_length=15, choices=choices(State), default=State.QUEUED.value)
    not_before = models.DateTimeField()
    useful_until = models.DateTimeField()
    tried_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    claim = models.UUIDField(null=True, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    fault = models.CharField(max_length=20, choices=choices(Fault), blank=True)
    reply = models.PositiveIntegerField(null=True, blank=True)
    status = models.CharField(max_length=11, blank=True)
    purged_at = models.DateTimeField(null=True, blank=True)
    gathered_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="gathered"
    )

    class Meta:
        ordering = ("-created_at", "id")
        indexes = (
            models.Index(fields=("state", "not_before"), name="notice_due"),
            models.Index(fields=("-created_at", "id"), name="notice_newest"),
        )
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(state=State.SENT.value) | models.Q(sent_at__isnull=False),
                name="notice_sent_has_its_time",
            ),
            models.CheckConstraint(
                condition=models.Q(state=State.GATHERED.value, gathered_into__isnull=False)
                | ~models.Q(state=State.GATHERED.value) & models.Q(gathered_into=None),
                name="notice_gathered_into_another",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"
