"""People come by single sign-on: who they are here, and which roles their claims give them."""

from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.db import transaction

from goldenthread.config.sign_in import queries
from goldenthread.config.sign_in.events import SubjectForgotten, SubjectLinked
from goldenthread.config.sign_in.permissions import (
    can_forget_subject,
    can_sign_in,
    may_see_sign_in,
)
from goldenthread.config.sign_in.services.sessions import end_all
from goldenthread.config.sign_in.single_sign_on.claims import Claims
from goldenthread.core import clock
from goldenthread.core.actors import Actor, System
from goldenthread.core.acts import act, nothing_changed
from goldenthread.core.decisions import require
from goldenthread.core.errors import NotFoundInScope
from goldenthread.core.ledger import record
from goldenthread.people.ids import UserId
from goldenthread.people.models import RoleGrant, User
from goldenthread.people.permissions import can_end_role
from goldenthread.people.rules import GrantSource
from goldenthread.people.services import roles, users

PROVIDER = System("single_sign_on")


def recognise(*, said: Claims, provider: str, by: Actor = PROVIDER) -> SocialAccount:
    """The person whom the claims are about, with the roles that they give today.

    By the stored link of the subject first, else by a checked address of an active person to whom
    no other subject is linked. Raises ``NotFoundInScope`` for anybody else, and ``NotAllowed`` for
    the deactivated; then nothing has changed.
    """
    with transaction.atomic():
        found = SocialAccount.objects.filter(provider=provider, uid=said.subject)
        account = found.select_related("user").first() or _by_address(said, provider, by)
        require(can_sign_in(account.user))
        take_over_roles(user=account.user, said=said, by=by)
    return account


def _by_address(said: Claims, provider: str, by: Actor) -> SocialAccount:
    user = queries.user_of_address(said.email) if said.email else None
    if user is None and said.email and settings.OIDC_ADDS_PEOPLE:
        user = users.add(name=said.name or said.email, email=said.email, by=by)
    if user is None or not user.is_active or user.break_glass:
        raise NotFoundInScope
    User.objects.select_for_update().get(id=user.id)  # who comes twice at once waits here
    if again := SocialAccount.objects.filter(user=user).select_related("user").first():
        if (again.provider, again.uid) != (provider, said.subject):
            raise NotFoundInScope
        return again
    return link_subject(user=user, provider=provider, subject=said.subject, by=by)


@act
def link_subject(*, user: User, provider: str, subject: str, by: Actor) -> SocialAccount:
    """Remember by which account of the identity provider somebody comes."""
    require(can_sign_in(user))
    # Unchecked: allauth's model takes an empty dict of claims for a fault.
    account = SocialAccount.objects.create(user=user, provider=provider, uid=subject)
    record(SubjectLinked(user=UserId(user.id)), by=by)
    return account


@act
def forget_subject(*, user: User, by: Actor) -> None:
    """Forget by which account somebody comes, as when it was made anew; their sessions end."""
    if not queries.is_linked(user):
        require(may_see_sign_in(by))
        nothing_changed()
        return
    require(can_forget_subject(by, user))
    SocialAccount.objects.filter(user=user).delete()
    end_all(user.id)
    record(SubjectForgotten(user=UserId(user.id)), by=by)


def take_over_roles(*, user: User, said: Claims, by: Actor) -> None:
    """Grant what the claims give and end what they gave before; roles given by hand stay.

    The last administrator stays one, whatever the claims say.
    """
    held = RoleGrant.objects.holding(clock.today()).filter(user=user)
    for given in held.filter(source=GrantSource.SINGLE_SIGN_ON.value):
        if given.role not in said.roles and can_end_role(by, given):
            roles.end(grant=given, by=by)
    for role in sorted(said.roles):
        roles.grant(user=user, role=role, source=GrantSource.SINGLE_SIGN_ON, by=by)
