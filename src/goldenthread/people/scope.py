"""What a person is to others today: ids and relations, from which every app derives what is seen.

It holds no rows and no names. Each app's ``visibility.py`` turns it into rows and columns.
"""

from dataclasses import dataclass
from datetime import date

from goldenthread.people.ids import TeamId, UserId
from goldenthread.people.rules import Role


@dataclass(frozen=True, slots=True)
class Scope:
    """One person's roles and relations on one day.

    ``teams`` are those they work in, ``managed_teams`` those they manage, ``line`` everybody
    below them in line management, however far.
    """

    user: UserId
    on: date
    roles: frozenset[Role]
    teams: frozenset[TeamId]
    managed_teams: frozenset[TeamId]
    line: frozenset[UserId]

    @property
    def actor(self) -> str:
        """The person's name in the ledger: who has a scope can be asked whether they may act."""
        return f"user:{self.user}"

    def has(self, *roles: Role) -> bool:
        """Whether they have one of the roles.

        >>> from uuid import UUID
        >>> nobody = frozenset()
        >>> scope = Scope(UserId(UUID(int=1)), date(2026, 11, 23), frozenset({Role.AUDITOR}),
        ...               nobody, nobody, nobody)
        >>> scope.has(Role.AUDITOR, Role.AUDIT_LEAD), scope.has(Role.ANALYST)
        (True, False)
        """
        return not self.roles.isdisjoint(roles)
