"""Second factors come and go. allauth keeps them; here it is written, in the same transaction."""

from allauth.mfa.models import Authenticator

from goldenthread.config.sign_in.events import (
    FactorAdded,
    FactorRemoved,
    RecoveryCodesMade,
    SecondStepRemoved,
)
from goldenthread.config.sign_in.permissions import can_remove_factor, can_remove_second_step
from goldenthread.config.sign_in.policy import Factor
from goldenthread.config.sign_in.services.sessions import end_all
from goldenthread.core.actors import Actor
from goldenthread.core.acts import act
from goldenthread.core.decisions import require
from goldenthread.core.ledger import record
from goldenthread.people.ids import UserId
from goldenthread.people.models import User


@act
def record_factor(*, user: User, factor: Factor, recovery_codes: bool, by: Actor) -> None:
    """Write that a factor was added, and whether recovery codes came with it."""
    event = FactorAdded(user=UserId(user.id), factor=factor, recovery_codes=recovery_codes)
    record(event, by=by)


@act
def record_removal(*, user: User, factor: Factor, by: Actor) -> None:
    """Write that a factor is about to be removed. Refused where the policy needs it."""
    require(can_remove_factor(user))
    record(FactorRemoved(user=UserId(user.id), factor=factor), by=by)


@act
def record_recovery_codes(*, user: User, by: Actor) -> None:
    """Write that new recovery codes replaced the old."""
    record(RecoveryCodesMade(user=UserId(user.id)), by=by)


@act
def remove_second_step(*, user: User, by: Actor) -> None:
    """Remove every second factor of somebody who lost them; their sessions end, and they hear."""
    require(can_remove_second_step(by, user))
    Authenticator.objects.filter(user=user).delete()
    end_all(user.id)
    record(SecondStepRemoved(user=UserId(user.id)), by=by)
