"""What waits for this person: the next thing first."""

from dataclasses import dataclass

from django.urls import reverse

from goldenthread.notices.permissions import can_list_notices
from goldenthread.notices.queries import in_trouble
from goldenthread.people.queries.staff_imports import waiting_imports
from goldenthread.people.scope import Scope


@dataclass(frozen=True, slots=True)
class ToDo:
    """Something that waits, with the page where it is done."""

    text: str
    href: str


def to_do(scope: Scope) -> tuple[ToDo, ...]:
    """Everything that waits for a person, in the order in which to do it."""
    return (*_mail_in_trouble(scope), *_lists_of_staff(scope))


def _mail_in_trouble(scope: Scope) -> tuple[ToDo, ...]:
    if not can_list_notices(scope):
        return ()
    count = in_trouble().count()
    if not count:
        return ()
    text = "1 e-mail did not go out" if count == 1 else f"{count} e-mails did not go out"
    return (ToDo(text, reverse("list_notices")),)


def _lists_of_staff(scope: Scope) -> tuple[ToDo, ...]:
    waiting = waiting_imports(scope)
    if not waiting:
        return ()
    if len(waiting) == 1:
        text = "A list of staff waits for you to say who is who"
        return (ToDo(text, reverse("show_staff_import", args=[waiting[0].id])),)
    text = f"{len(waiting)} lists of staff wait for you to say who is who"
    return (ToDo(text, reverse("upload_staff")),)
