"""Pages of the installation itself, and those around the sign-in that are not allauth's."""

from tests.cast import Cast
from tests.permissions.pages import EVERYBODY, Page, Table

from goldenthread.core.actors import System
from goldenthread.people.queries.invitations import token_of
from goldenthread.people.services import invitations, users


def token(cast: Cast) -> list[object]:
    user = users.add(name="Kit Vale", email="kit@example.org", by=System("tests"))
    return [token_of(invitations.invite(user=user, by=System("tests")))]


TABLE: Table = {
    "accept_invitation": Page(roles=EVERYBODY, arguments=token, signed_out=True),
    "show_no_role": Page(roles=EVERYBODY),
    "show_second_step": Page(roles=EVERYBODY),
    "end_sessions": Page(roles=EVERYBODY, method="post"),
}
UNTESTED = {
    "end_session": "It ends a session by its number; tests of the sign-in ask for others'.",
    "show_health": "It is open to everybody, and ill while no worker runs; its own tests ask.",
}
