"""People come in, fail to, and leave."""

from goldenthread.config.sign_in.events import (
    BreakGlassUsed,
    Mistake,
    SignedIn,
    SignedOut,
    SignInFailed,
    Way,
)
from goldenthread.config.sign_in.permissions import can_sign_in
from goldenthread.core.actors import Actor
from goldenthread.core.acts import act
from goldenthread.core.decisions import require
from goldenthread.core.ledger import record
from goldenthread.people.ids import UserId
from goldenthread.people.models import User


@act
def record_sign_in(*, user: User, way: Way, second_factor: bool, by: Actor) -> None:
    """Write that somebody is in; of the break-glass account a second row, of which others hear."""
    require(can_sign_in(user))
    if user.break_glass:
        record_break_glass(user=user, by=by)
    event = SignedIn(user=UserId(user.id), way=way, second_factor=second_factor)
    record(event, by=by)


@act
def record_break_glass(*, user: User, by: Actor) -> None:
    """Write that the account for emergencies is used."""
    record(BreakGlassUsed(user=UserId(user.id)), by=by)


@act
def record_failure(*, user: User, mistake: Mistake, by: Actor) -> None:
    """Write that a sign-in as a known person failed."""
    record(SignInFailed(user=UserId(user.id), mistake=mistake), by=by)


@act
def record_sign_out(*, user: User, by: Actor) -> None:
    """Write that somebody signed out."""
    record(SignedOut(user=UserId(user.id)), by=by)
