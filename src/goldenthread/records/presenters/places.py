"""Where pages of a child and of a person lead to among the pages about records."""

from django.urls import reverse

from goldenthread.children.presenters.elsewhere import AskedOfChild, PlaceElsewhere
from goldenthread.people.presenters.elsewhere import ActElsewhere, AskedOfPerson
from goldenthread.records.permissions import can_hold, can_list_readings
from goldenthread.records.queries.holds import holds_on


def records_of_child(asked: AskedOfChild) -> PlaceElsewhere:
    """Holds, readings, exports and erasure of one child."""
    href = reverse("show_child_records", args=[asked.child.id])
    text = "Who opened this record, holds, exports and erasure"
    return PlaceElsewhere(text, href, can_list_readings(asked.scope))


def hold_on_person(asked: AskedOfPerson) -> ActElsewhere:
    """The legal hold that stands on somebody, or the page that places one."""
    may = can_hold(asked.scope)
    standing = holds_on(asked.scope, asked.user.id) if may else []
    if standing:
        href = reverse("show_hold", args=[standing[0].id])
        return ActElsewhere("See the legal hold", href, may)
    return ActElsewhere(
        "Place a legal hold", f"{reverse('hold_person')}?person={asked.user.id}", may
    )
