"""Who may sign in how, and what of their sign-in they may change."""

from django.conf import settings

from goldenthread.config.sign_in import queries
from goldenthread.config.sign_in.policy import second_factor_required
from goldenthread.core.actors import Actor
from goldenthread.core.decisions import ALLOWED, Decision, first_refusal, refused
from goldenthread.people.models import User
from goldenthread.people.permissions import may
from goldenthread.people.rules.acts import declare
from goldenthread.people.rules.kinds import Role

MEND_SIGN_IN = declare(
    "People",
    "mend how another person signs in",
    Role.ADMINISTRATOR,
    note="Nobody does it to themselves.",
)
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


def may_see_sign_in(by: Actor) -> Decision:
    """Whether somebody has to do with how others sign in."""
    return may(by, MEND_SIGN_IN)


def can_end_sessions(by: Actor, user: User) -> Decision:
    """Whether somebody may sign a person out: the person, or an administrator."""
    return ALLOWED if by.actor == user.actor else may(by, MEND_SIGN_IN)


def can_remove_second_step(by: Actor, user: User) -> Decision:
    """Whether somebody may remove all second factors of another, who lost them."""
    own = refused("Change your own second step at Your sign-in.")
    none = refused("They have no second step.")
    return first_refusal(
        may(by, MEND_SIGN_IN),
        own if by.actor == user.actor else ALLOWED,
        ALLOWED if queries.count_of_factors(user) else none,
    )


def can_forget_subject(by: Actor, user: User) -> Decision:
    """Whether somebody may forget the work account by which another comes."""
    own = refused("Ask another administrator to do this to you.")
    none = refused("Their work account is not known yet.")
    return first_refusal(
        may(by, MEND_SIGN_IN),
        own if by.actor == user.actor else ALLOWED,
        ALLOWED if queries.is_linked(user) else none,
    )
