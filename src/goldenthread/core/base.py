"""The base of every model, and the one way to store a row."""

from typing import TypeVar
from uuid import uuid4

from django.db import models


class BaseModel(models.Model):
    """A row with a random id, which says nothing about anybody."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    created_at = models.DateTimeField(auto_now_add=True, editable=False)

    class Meta:
        abstract = True


Row = TypeVar("Row", bound=models.Model)


def store(row: Row) -> Row:
    """Check a row as its model asks, and save it.

    SQLite checks neither lengths nor choices, so nothing is saved unchecked.
    Raises ``django.core.exceptions.ValidationError`` with every field that is wrong.
    """
    row.full_clean()
    row.save()
    return row
