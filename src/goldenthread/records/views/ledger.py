"""The record of what was done, and who opened what about a child."""

from collections.abc import Iterator

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldenthread.core.decisions import require
from goldenthread.design.pagination import PER_PAGE
from goldenthread.people.ids import UserId
from goldenthread.people.views.base import ScopedView
from goldenthread.records import permissions
from goldenthread.records.forms import LedgerFilterForm
from goldenthread.records.presenters import ledger as show
from goldenthread.records.queries import ledger
from goldenthread.records.queries.holds import family
from goldenthread.records.queries.naming import names_for, names_of_readers
from goldenthread.records.views.base import AboutChild

AT_ONCE = 500
"""Rows of a download that are read and named together."""


class ListLedgerView(ScopedView):
    """Everything that was done, newest first, fifty a page."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The rows, narrowed as the address asks."""
        require(permissions.can_list_ledger(self.scope))
        form = LedgerFilterForm(request.GET, self.scope)
        found = ledger.entries(self.scope, form.wanted())
        page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
        entries = list(page.object_list)
        names = names_for(self.scope, entries)
        context = {
            "narrow": form,
            "page": page,
            "count": page.paginator.count,
            "entries": [show.line(entry, names) for entry in entries],
            "download": f"{reverse('download_ledger')}?{request.GET.urlencode()}",
        }
        return render(request, "records/list_ledger.html", context)


class DownloadLedgerView(ScopedView):
    """The same rows for a spreadsheet, as they are read."""

    def get(self, request: HttpRequest) -> StreamingHttpResponse:
        """All rows that the list would show to this reader."""
        require(permissions.can_list_ledger(self.scope))
        wanted = LedgerFilterForm(request.GET, self.scope).wanted()
        response = StreamingHttpResponse(self._rows(wanted), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="what-was-done.csv"'
        return response

    def _rows(self, wanted: ledger.LedgerFilter) -> Iterator[str]:
        """Whatever is written meanwhile is newer, and is not in it."""
        yield "\ufeff"  # Excel takes it for UTF-8 by this mark
        yield show.csv_head()
        for entries in ledger.in_batches(self.scope, wanted, AT_ONCE):
            yield show.as_csv(entries, names_for(self.scope, entries))


class ListReadingsView(AboutChild):
    """Who opened what about a child."""

    def get(self, request: HttpRequest, child: object) -> HttpResponse:
        """The readings of all the child's rows, newest first; this one too."""
        require(permissions.can_list_readings(self.scope))
        self.open_child(request)
        found = ledger.readings(self.scope, family(self.child.id))
        page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
        entries = list(page.object_list)
        names = {UserId: names_of_readers(self.scope, entries)}
        context = {
            "child": self.child.id,
            "number": str(self.child.id)[:8],
            "page": page,
            "count": page.paginator.count,
            "readings": [show.reading(entry, names) for entry in entries],
        }
        return render(request, "records/list_readings.html", context)
