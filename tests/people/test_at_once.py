"""Two people at the same moment: an authority keeps an administrator, a list is applied once."""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connection
from tests.cast import BY, Cast, make_user

from goldenthread.core.errors import Conflict, DomainError
from goldenthread.people.models import User
from goldenthread.people.queries.roles import administrators
from goldenthread.people.rules import Role
from goldenthread.people.rules.staff_file import read_staff
from goldenthread.people.services import roles, staff_imports, users


def at_once(*acts: Callable[[], object]) -> list[DomainError]:
    """Do them together, each in a thread with a connection of its own; gives what was refused."""
    refused: list[DomainError] = []
    together = Barrier(len(acts))

    def do(act: Callable[[], object]) -> None:
        try:
            together.wait()
            act()
        except DomainError as error:
            refused.append(error)
        finally:
            connection.close()

    threads = [Thread(target=do, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return refused


@pytest.fixture
def two(transactional_db: None, cast: Cast) -> tuple[User, User]:
    """Two administrators."""
    if connection.vendor == "sqlite":
        pytest.skip("Two writers at once need PostgreSQL: SQLite in memory has one connection.")
    second = make_user("Kit Vale")
    roles.grant(user=second, role=Role.ADMINISTRATOR, by=BY)
    return cast[Role.ADMINISTRATOR], second


@pytest.mark.slow
def test_two_administrators_cannot_deactivate_each_other(two: tuple[User, User]) -> None:
    one, other = two
    refused = at_once(
        lambda: users.deactivate(user=one, by=other), lambda: users.deactivate(user=other, by=one)
    )
    assert len(refused) == 1
    assert administrators().count() == 1


@pytest.mark.slow
def test_two_administrators_cannot_end_each_others_role(two: tuple[User, User]) -> None:
    one, other = two
    first, second = one.role_grants.get(), other.role_grants.get()
    refused = at_once(
        lambda: roles.end(grant=first, by=other), lambda: roles.end(grant=second, by=one)
    )
    assert len(refused) == 1
    assert administrators().count() == 1


@pytest.mark.slow
def test_a_list_applied_by_two_is_applied_once(two: tuple[User, User]) -> None:
    one, other = two
    staff = read_staff(b"Name,E-mail\nLou Marsh,lou@example.org\n")
    waiting = staff_imports.upload(staff=staff, uploaded_by=one, by=one)
    refused = at_once(
        lambda: staff_imports.apply(staff_import=waiting, by=one),
        lambda: staff_imports.apply(staff_import=waiting, by=other),
    )
    assert [type(each) for each in refused] == [Conflict]
    assert "applied already" in refused[0].reason
    assert User.objects.filter(email="lou@example.org").count() == 1
