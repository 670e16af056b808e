"""The page from which all others are reached, and what can be done with one child's records."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.core.decisions import require
from goldenthread.people.views.base import ScopedView
from goldenthread.records import permissions
from goldenthread.records.presenters import holds as show
from goldenthread.records.queries import holds
from goldenthread.records.views.base import AboutChild


class ShowRecordsView(ScopedView):
    """Where the pages about records are."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Those that this reader may open."""
        require(permissions.can_list_ledger(self.scope))
        context = {
            "may_keep": permissions.can_keep_schedule(self.scope),
            "may_export": permissions.can_list_readings(self.scope),
        }
        return render(request, "records/show_records.html", context)


class ShowChildRecordsView(AboutChild):
    """Holds, readings, exports and erasure of one child."""

    def get(self, request: HttpRequest, child: object) -> HttpResponse:
        """What stands, and what can be done."""
        require(permissions.can_list_readings(self.scope))
        self.open_child(request)
        standing = holds.holds_on(self.scope, self.child.id)
        context = {
            "child": self.child.id,
            "number": str(self.child.id)[:8],
            "holds": [show.line(hold, self.scope.on, None) for hold in standing],
            "may_hold": permissions.can_hold_child(self.scope, self.child.id),
            "may_export": permissions.can_export(self.scope, self.child),
            "may_erase": permissions.can_ask_erasure(self.scope, self.child),
        }
        return render(request, "records/show_child_records.html", context)
