"""What waits for this person: the next thing first."""

from dataclasses import dataclass

from django.urls import reverse

from goldenthread.notices.permissions import can_list_notices
from goldenthread.notices.queries import in_trouble
from goldenthread.people.rules.kinds import ImportState
from goldenthread.people.scope import Scope
from goldenthread.people.visibility import visible_imports


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
    waiting = visible_imports(scope).filter(state=ImportState.WAITING.value)
    return tuple(
        ToDo(
            "A list of staff waits for you to say who is who",
            reverse("show_staff_import", args=[each]),
        )
        for each in waiting.order_by("created_at").values_list("id", flat=True)
    )
