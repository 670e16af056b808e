"""Who may sign in how, and what of their sign-in they may change."""

from django.conf import settings

from goldenthread.config.sign_in import queries
from goldenthread.config.sign_in.policy import second_factor_required
from goldenthread.core.decisions import ALLOWED, Decision, refused
from goldenthread.people.models import User

NO_SIGN_IN = "This account cannot sign in. Ask an administrator of the service."


def can_sign_in(user: User) -> Decision:
    """Whether this person may sign in at all."""
    return ALLOWED if user.is_active else refused(NO_SIGN_IN)


def can_use_password(user: User) -> Decision:
    """Whether this person may sign in by password, and so reset and change one."""
    if not user.is_active or not user.has_usable_password():
        return refused(NO_SIGN_IN)
    if settings.PASSWORD_SIGN_IN or user.break_glass:
        return ALLOWED
    return refused("People sign in with their work account here, not with a password.")


def needs_second_factor(user: User) -> bool:
    """Whether the policy asks this person for a second factor."""
    return second_factor_required(
        queries.roles_today(user), settings.SECOND_FACTOR, break_glass=user.break_glass
    )


def can_remove_factor(user: User) -> Decision:
    """Whether this person may remove one of their second factors."""
    if needs_second_factor(user) and queries.count_of_factors(user) < 2:
        return refused(
            "Your role needs a second step at sign-in, and this is your only one. "
            "Add another way first."
        )
    return ALLOWED
