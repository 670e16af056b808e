"""The demonstration's people: made once, in a database that holds nobody."""

from django.db import transaction

from goldenthread.devdata.larkshire import larkshire, make_people
from goldenthread.devdata.sign_ins import PASSWORD, SignIn, make_sign_ins
from goldenthread.people.models import User
from goldenthread.people.rules.kinds import Role


class HoldsPeople(Exception):
    """The database holds people who are not the demonstration's."""


def make_demonstration() -> tuple[SignIn, ...]:
    """Make Larkshire where nobody is, in one transaction; gives the sign-in of each role.

    Where Larkshire stands already nothing is made. Raises :class:`HoldsPeople` for a database with
    anybody else in it: invented people must never stand among real ones.
    """
    authority = larkshire()
    expected = tuple(
        SignIn(role, person.name, person.address)
        for role in Role
        for person in (authority.who_shows(role),)
    )
    if User.objects.exists():
        addresses = {sign_in.email for sign_in in expected}
        if User.objects.filter(email__in=addresses).count() < len(addresses):
            raise HoldsPeople
        return expected
    with transaction.atomic():
        return make_sign_ins(authority, make_people(authority))


__all__ = ["PASSWORD", "HoldsPeople", "SignIn", "make_demonstration"]
