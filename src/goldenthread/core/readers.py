"""Asking upwards: a question that an app declares, and apps above it answer.

What a page or a rule of one app needs from a higher one comes through a reader. Who answers stands
in ``config/reactions.py``; where nobody does, the answer is empty.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Generic, TypeVar

from django.conf import settings
from django.utils.module_loading import import_string

Asked = TypeVar("Asked")
Told = TypeVar("Told")


class Reader(Generic[Asked, Told]):
    """A question by a name, what it is asked with, and what each answer is."""

    def __init__(self, name: str) -> None:
        self.name = name

    def ask(self, asked: Asked) -> tuple[Told, ...]:
        """The answers of all who give one, in the order of the table."""
        return tuple(answer(asked) for answer in _readers().get(self.name, ()))


@cache
def _readers() -> Mapping[str, tuple[Callable[[Any], Any], ...]]:
    table: Mapping[str, tuple[Callable[[Any], Any], ...]] = import_string(settings.READERS)
    return table
