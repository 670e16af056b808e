"""Second factors come and go. allauth keeps them; here it is written, in the same transaction."""

from goldenthread.config.sign_in.events import FactorAdded, FactorRemoved, RecoveryCodesMade
from goldenthread.config.sign_in.permissions import can_remove_factor
from goldenthread.config.sign_in.policy import Factor
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
