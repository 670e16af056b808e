"""Where a child's page leads to among the pages about records."""

from django.urls import reverse

from goldenthread.children.presenters.elsewhere import AskedOfChild, PlaceElsewhere
from goldenthread.records.permissions import can_list_readings


def records_of_child(asked: AskedOfChild) -> PlaceElsewhere:
    """Holds, readings, exports and erasure of one child."""
    href = reverse("show_child_records", args=[asked.child.id])
    text = "Who opened this record, holds, exports and erasure"
    return PlaceElsewhere(text, href, can_list_readings(asked.scope))
