"""Larkshire is made once, through the services, and never among real people."""

from importlib.resources import files

import pytest
from tests.cast import make_user

from goldenthread.core.models import LedgerEntry
from goldenthread.devdata.demonstration import HoldsPeople, make_demonstration
from goldenthread.devdata.larkshire import DOMAIN, larkshire
from goldenthread.devdata.sign_ins import PASSWORD
from goldenthread.people.models import LineManagement, Membership, RoleGrant, User
from goldenthread.people.rules.kinds import Role

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_larkshire_has_a_sign_in_for_each_role_and_all_its_people() -> None:
    made = make_demonstration()
    assert [sign_in.role for sign_in in made] == list(Role)
    for sign_in in made:
        user = User.objects.get(email=sign_in.email)
        assert user.check_password(PASSWORD)
        assert RoleGrant.objects.filter(user=user, role=sign_in.role.value).exists()
    people = larkshire().people
    assert User.objects.count() == len(people)
    assert Membership.objects.count() == sum(bool(person.team) for person in people)
    assert LineManagement.objects.count() == sum(bool(person.line) for person in people)
    assert all(user.email.endswith(f"@{DOMAIN}") for user in User.objects.all())
    assert LedgerEntry.objects.filter(kind="people.user_added").count() == len(people)


def test_made_again_nothing_is_added() -> None:
    first = make_demonstration()
    before = LedgerEntry.objects.count()
    assert make_demonstration() == first
    assert LedgerEntry.objects.count() == before


def test_among_other_people_nothing_is_made() -> None:
    make_user("Real Person")
    with pytest.raises(HoldsPeople):
        make_demonstration()
    assert User.objects.count() == 1


def test_every_auditor_of_the_examples_workbook_is_somebody() -> None:

    folder = files("goldenthread.definitions").joinpath("example/current/allocations.csv")
    codes = {line.split(",")[2] for line in folder.read_text(encoding="utf-8").splitlines()[1:]}
    auditors = {person.code for person in larkshire().people if Role.AUDITOR in person.roles}
    assert codes <= auditors
