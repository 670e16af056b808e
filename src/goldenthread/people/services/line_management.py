"""Who manages whom: one manager at a time, and never in a circle."""

from datetime import date

from goldenthread.core import clock, ledger
from goldenthread.core.actors import Actor
from goldenthread.core.acts import act, nothing_changed
from goldenthread.core.base import store
from goldenthread.core.decisions import require
from goldenthread.core.errors import InvalidTransition
from goldenthread.people import permissions
from goldenthread.people.events import LineManagementEnded, LineManagerSet
from goldenthread.people.ids import UserId
from goldenthread.people.models import LineManagement, User
from goldenthread.people.rules.lines import closes_a_circle


@act
def set_line_manager(
    *, worker: User, manager: User, by: Actor, on: date | None = None
) -> LineManagement:
    """Put a person under another from a day on; who managed them until then does no more.

    Raises :class:`InvalidTransition` where they would manage themselves, directly or in a circle,
    or where the manager is deactivated.
    """
    day = on or clock.today()
    people = {user.id: user for user in _both(worker, manager)}
    worker, manager = people[worker.id], people[manager.id]
    require(permissions.can_change_line(by, worker))
    if not manager.is_active:
        raise InvalidTransition("The line manager is deactivated. Choose somebody else.")
    lines = list(LineManagement.objects.unended(day).select_for_update())
    own = [line for line in lines if line.worker_id == worker.id]
    if len(own) == 1 and own[0].manager_id == manager.id and own[0].from_on <= day:
        nothing_changed()
        return own[0]
    above = {line.worker_id: line.manager_id for line in lines if line.worker_id != worker.id}
    if closes_a_circle(above, worker.id, manager.id):
        raise InvalidTransition(
            "They would manage themselves: this person stands below them in the line. "
            "Choose somebody else, or change the line first."
        )
    for line in own:
        _finish(line, day)
    made = store(LineManagement(worker=worker, manager=manager, from_on=day))
    event = LineManagerSet(user=UserId(worker.id), manager=UserId(manager.id), on=day)
    ledger.record(event, by=by)
    return made


@act
def end_line_management(
    *, line: LineManagement, by: Actor, on: date | None = None
) -> LineManagement:
    """End that a person is managed by another. Where it has ended, nothing changes."""
    day = on or clock.today()
    rows = LineManagement.objects.select_for_update(of=("self",)).select_related("worker")
    line = rows.get(id=line.id)
    require(permissions.can_change_line(by, line.worker))
    if line.to_on is not None and line.to_on <= day:
        nothing_changed()
        return line
    _finish(line, day)
    event = LineManagementEnded(
        user=UserId(line.worker_id), manager=UserId(line.manager_id), on=day
    )
    ledger.record(event, by=by)
    return line


def _both(worker: User, manager: User) -> list[User]:
    """Both rows, locked in one order whoever is which."""
    ids = {worker.id, manager.id}
    return list(User.objects.select_for_update().filter(id__in=ids).order_by("id"))


def _finish(line: LineManagement, day: date) -> None:
    line.to_on = max(day, line.from_on)
    store(line)
