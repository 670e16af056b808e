"""Pages about e-mails."""

from tests.cast import BY, Cast
from tests.permissions.pages import LEADS, Page, Table

from goldenthread.notices.models import Notice
from goldenthread.notices.rules.states import State
from goldenthread.people.services import invitations, users


def notice(cast: Cast) -> list[object]:
    """An e-mail that waits, as an invitation leaves it."""
    invitations.invite(user=users.add(name="Kit Vale", email="kit@example.org", by=BY), by=BY)
    return [Notice.objects.get().id]


def uncertain(cast: Cast) -> list[object]:
    """An e-mail of which nobody knows whether it arrived."""
    found = notice(cast)
    Notice.objects.update(state=State.UNCERTAIN.value)
    return found


TABLE: Table = {
    "list_notices": Page(roles=LEADS),
    "show_notice": Page(roles=LEADS, arguments=notice),
    "send_notice_again": Page(roles=LEADS, arguments=uncertain, method="post"),
    "mark_notice_arrived": Page(roles=LEADS, arguments=uncertain, method="post"),
}
