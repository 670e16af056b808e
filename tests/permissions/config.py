"""Pages of the installation itself, and those around the sign-in that are not allauth's."""

from tests.cast import Cast
from tests.permissions.pages import EVERYBODY, Page, Table
from tests.sign_in.doors import add_app

from goldenthread.config.sign_in.services.single_sign_on import link_subject
from goldenthread.core.actors import System
from goldenthread.people.queries.invitations import token_of
from goldenthread.people.rules import Role
from goldenthread.people.services import invitations, users


def token(cast: Cast) -> list[object]:
    user = users.add(name="Kit Vale", email="kit@example.org", by=System("tests"))
    return [token_of(invitations.invite(user=user, by=System("tests")))]


def stranger(cast: Cast) -> list[object]:
    return [cast.outsider.id]


def with_second_step(cast: Cast) -> list[object]:
    add_app(cast.outsider)
    return stranger(cast)


def with_work_account(cast: Cast) -> list[object]:
    link_subject(user=cast.outsider, provider="p", subject="s", by=System("tests"))
    return stranger(cast)


ADMINISTRATORS: frozenset[Role | None] = frozenset({Role.ADMINISTRATOR})

TABLE: Table = {
    "accept_invitation": Page(roles=EVERYBODY, arguments=token, signed_out=True),
    "show_no_role": Page(roles=EVERYBODY),
    "show_second_step": Page(roles=EVERYBODY),
    "end_sessions": Page(roles=EVERYBODY, method="post"),
    "show_persons_sign_in": Page(roles=ADMINISTRATORS, arguments=stranger),
    "remove_second_step": Page(roles=ADMINISTRATORS, arguments=with_second_step),
    "sign_out_person": Page(roles=ADMINISTRATORS, arguments=stranger),
    "forget_work_account": Page(roles=ADMINISTRATORS, arguments=with_work_account),
}
UNTESTED = {
    "end_session": "It ends a session by its number; tests of the sign-in ask for others'.",
    "show_health": "It is open to everybody, and ill while no worker runs; its own tests ask.",
}
