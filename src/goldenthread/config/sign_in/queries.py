"""What signing in asks of the database. It is asked before there is anybody with a scope."""

from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession

from goldenthread.config.sign_in.policy import Factor
from goldenthread.core import clock
from goldenthread.people.models import RoleGrant, User
from goldenthread.people.rules import Role

MAIN_FACTORS = (Factor.APP.value, Factor.PASSKEY.value)


def user_of_address(email: str) -> User | None:
    """The person who has this e-mail address, whatever the case of its letters."""
    return User.objects.filter(email=email.strip().lower()).first()


def roles_today(user: User) -> frozenset[Role]:
    """The roles that somebody has today."""
    held = RoleGrant.objects.holding(clock.today()).filter(user=user)
    return frozenset(Role(role) for role in held.values_list("role", flat=True))


def count_of_factors(user: User) -> int:
    """How many second factors somebody has; recovery codes only help where there is another."""
    count: int = Authenticator.objects.filter(user=user, type__in=MAIN_FACTORS).count()
    return count


@dataclass(frozen=True, slots=True)
class SignInState:
    """How somebody signs in: counts, and never a key, a code or an address."""

    app: bool
    passkeys: int
    linked: bool
    sessions: int


def state_of(user: User) -> SignInState:
    """What is known of a person's sign-in."""
    kinds = list(Authenticator.objects.filter(user=user).values_list("type", flat=True))
    return SignInState(
        app=Factor.APP in kinds,
        passkeys=kinds.count(Factor.PASSKEY),
        linked=is_linked(user),
        sessions=len(UserSession.objects.purge_and_list(user)),
    )


def is_linked(user: User) -> bool:
    """Whether an account of the identity provider is linked to this person."""
    linked: bool = SocialAccount.objects.filter(user=user).exists()
    return linked
