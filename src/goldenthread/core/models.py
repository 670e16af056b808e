"""The ledger, the log of reading, permits of erasure; what workers did and which are alive."""

from django.db import models

from goldenthread.core.base import BaseModel


class LedgerEntry(models.Model):
    """One act: who, when, what, about which id. Only ids, choices, numbers and dates; it grows."""

    at = models.DateTimeField(db_index=True)
    kind = models.CharField(max_length=80, db_index=True)
    actor = models.CharField(max_length=60, db_index=True)
    subject = models.UUIDField(db_index=True)
    data = models.JSONField(default=dict)
    request = models.CharField(max_length=32, blank=True)

    class Meta:
        ordering = ("-id",)
        verbose_name_plural = "ledger entries"

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"


class ReadEntry(models.Model):
    """Somebody opened something about a child. It only grows."""

    at = models.DateTimeField(db_index=True)
    reader = models.CharField(max_length=60, db_index=True)
    child = models.UUIDField(db_index=True)
    page = models.CharField(max_length=80)
    request = models.CharField(max_length=32, blank=True)

    class Meta:
        ordering = ("-id",)
        verbose_name_plural = "read entries"

    def __str__(self) -> str:
        return f"{self.page} {self.child}"


class ErasurePermit(BaseModel):
    """While one stands, rows of erasable tables may be deleted. It never outlives a transaction."""

    def __str__(self) -> str:
        return str(self.id)


class ScheduledRun(models.Model):
    """A recurring job was enqueued for one moment: the row that lets it happen only once."""

    name = models.CharField(max_length=80)
    due_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("name", "due_at"), name="run_once"),)
        ordering = ("-due_at",)

    def __str__(self) -> str:
        return f"{self.name} {self.due_at.isoformat()}"


class WorkerBeat(models.Model):
    """When a worker was last seen. Jobs of a worker that is seen no more are taken up again."""

    worker = models.CharField(max_length=64, unique=True)
    seen_at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ("-seen_at",)

    def __str__(self) -> str:
        return self.worker
