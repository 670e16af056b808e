"""Every place of the service, in the words of who goes there, and who may."""

from collections.abc import Callable
from dataclasses import dataclass

from goldenthread.children.permissions import can_find_children
from goldenthread.core.decisions import ALLOWED, Decision
from goldenthread.notices.permissions import can_list_notices
from goldenthread.people import permissions
from goldenthread.people.scope import Scope
from goldenthread.records.permissions import can_list_ledger


@dataclass(frozen=True, slots=True)
class Place:
    """A link, what it is for, and whether this person may go there."""

    text: str
    url_name: str
    hint: str
    decision: Callable[[Scope], Decision] = lambda _: ALLOWED


@dataclass(frozen=True, slots=True)
class Group:
    """Places that belong together."""

    title: str
    places: tuple[Place, ...]


GROUPS: tuple[Group, ...] = (
    Group(
        "Briefs",
        (
            Place(
                "Check a brief",
                "check_brief",
                "Find wrong figures, names and small numbers in any brief or report.",
            ),
            Place(
                "Make a brief from a spreadsheet",
                "make_brief",
                "From a returns workbook to a finished brief.",
            ),
        ),
    ),
    Group(
        "Children",
        (
            Place(
                "Find a child",
                "find_child",
                "By a number of the case system, an NHS number or a pupil number.",
                can_find_children,
            ),
        ),
    ),
    Group(
        "People",
        (
            Place("People", "list_people", "Who works here, and in which team."),
            Place("Teams and services", "list_teams", "Teams as they are and as they were."),
            Place(
                "Import a list of staff",
                "upload_staff",
                "From a spreadsheet; you decide who is who.",
                permissions.can_import_staff,
            ),
            Place("Who can do what", "show_permissions", "What each role may do here."),
        ),
    ),
    Group(
        "Keeping watch",
        (
            Place(
                "E-mails",
                "list_notices",
                "What was sent, what waits, and what went wrong.",
                can_list_notices,
            ),
            Place(
                "Record of what was done",
                "list_ledger",
                "Every change, by whom and when. Nobody can change it.",
                can_list_ledger,
            ),
            Place(
                "Records",
                "show_records",
                "How long things are kept, legal holds, subject access and erasure.",
                can_list_ledger,
            ),
        ),
    ),
)
