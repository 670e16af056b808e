"""Services, the parts of the authority that have teams: opened, renamed, closed."""

from datetime import date

from goldenthread.core import clock, ledger
from goldenthread.core.actors import Actor
from goldenthread.core.acts import act, nothing_changed
from goldenthread.core.base import store
from goldenthread.core.decisions import require
from goldenthread.core.errors import InvalidTransition
from goldenthread.people import permissions
from goldenthread.people.events import ServiceClosed, ServiceOpened, ServiceRenamed
from goldenthread.people.ids import ServiceId
from goldenthread.people.models import Service, Team


@act
def open_service(*, name: str, by: Actor) -> Service:
    """Open a service. Raises ``ValidationError`` where an open service has the name."""
    require(permissions.can_open_service(by))
    service = store(Service(name=name.strip()))
    ledger.record(ServiceOpened(service=ServiceId(service.id)), by=by)
    return service


@act
def rename_service(*, service: Service, name: str, by: Actor) -> Service:
    """Give a service another name; its teams stay its teams."""
    service = _locked(service)
    require(permissions.can_change_service(by, service))
    if service.name == name.strip():
        nothing_changed()
        return service
    service.name = name.strip()
    store(service)
    ledger.record(ServiceRenamed(service=ServiceId(service.id)), by=by)
    return service


@act
def close_service(*, service: Service, by: Actor, on: date | None = None) -> Service:
    """Close a service that has no open team. Raises :class:`InvalidTransition` where it has."""
    service = _locked(service)
    require(permissions.can_change_service(by, service))
    if Team.objects.filter(service=service, closed_on=None).exists():
        raise InvalidTransition("This service has open teams. Close or move them first.")
    service.closed_on = on or clock.today()
    store(service)
    event = ServiceClosed(service=ServiceId(service.id), on=service.closed_on)
    ledger.record(event, by=by)
    return service


def _locked(service: Service) -> Service:
    return Service.objects.select_for_update().get(id=service.id)
