"""What pages about one child share: the child, in scope, and a row of the read log."""

from typing import Any

from django.http import HttpRequest

from goldenthread.children import queries as children
from goldenthread.children.models import Child
from goldenthread.core.read_log import record_reading
from goldenthread.people.views.base import ActView, ScopedView


class AboutChild(ScopedView):
    """A page about a child, of whom whoever opens it may see something."""

    child: Child

    def open_child(self, request: HttpRequest) -> None:
        """Find the child, and write who opens what before anything is shown."""
        self.child = children.child(self.scope, self.id("child"))
        self.write_reading(request, self.child)

    def write_reading(self, request: HttpRequest, child: Child) -> None:
        """Write it; where that fails, nothing is shown."""
        match = request.resolver_match
        page = match.url_name if match and match.url_name else "records"
        record_reading(child=child.id, page=page, by=self.scope)


class ChildActView(ActView, AboutChild):
    """An act on a child."""

    def find(self) -> None:
        """The child."""
        self.open_child(self.request)

    def more(self) -> dict[str, Any]:
        """Which child, by number."""
        return {"about": f"Child {str(self.child.id)[:8]}"}
