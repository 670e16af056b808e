"""Pages about e-mails: the list, one of them, and what is done about those in trouble."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldenthread.core.decisions import require
from goldenthread.design.pagination import PER_PAGE
from goldenthread.notices import permissions, presenters, queries
from goldenthread.notices.forms import NoticeFilterForm, Wanted
from goldenthread.notices.services import mending
from goldenthread.people.queries.names import names_of
from goldenthread.people.views.base import ScopedView


class ListNoticesView(ScopedView):
    """E-mails, newest first, fifty a page."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The list, narrowed as the address asks."""
        require(permissions.can_list_notices(self.scope))
        form = NoticeFilterForm(request.GET)
        wanted = form.wanted()
        found = queries.notices(self.scope, states=wanted.states, kind=wanted.kind)
        page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
        names = names_of(self.scope, (row.to_id for row in page if row.to_id))
        context = {
            "narrow": form,
            "narrowed": wanted != Wanted(),
            "page": page,
            "count": page.paginator.count,
            "in_trouble": queries.in_trouble().count(),
            "mail_is_set": queries.mail_is_set(),
            "notices": [presenters.line(row, names) for row in page],
        }
        return render(request, "notices/list_notices.html", context)


class ShowNoticeView(ScopedView):
    """One e-mail, without its text."""

    def get(self, request: HttpRequest, notice: UUID) -> HttpResponse:
        """What became of it, and what can be done."""
        require(permissions.can_list_notices(self.scope))
        row = queries.notice(self.scope, notice)
        names = names_of(self.scope, [row.to_id] if row.to_id else [])
        context = {
            "notice": presenters.line(row, names),
            "facts": presenters.facts(row, names),
            "mend": presenters.mend(row),
            "may_send_again": permissions.can_send_notice_again(self.scope, row),
            "may_mark_arrived": permissions.can_mark_notice_arrived(self.scope, row),
        }
        return render(request, "notices/show_notice.html", context)


class SendNoticeAgainView(ScopedView):
    """Put an e-mail in trouble back into the queue."""

    def post(self, request: HttpRequest, notice: UUID) -> HttpResponse:
        """Send it again."""
        queries.notice(self.scope, notice)
        mending.send_notice_again(notice=notice, by=self.person)
        messages.success(request, "The e-mail will be sent again in a minute.")
        return redirect("show_notice", notice=notice)


class MarkNoticeArrivedView(ScopedView):
    """Say that an uncertain e-mail arrived."""

    def post(self, request: HttpRequest, notice: UUID) -> HttpResponse:
        """Mark it as sent."""
        queries.notice(self.scope, notice)
        mending.mark_notice_arrived(notice=notice, by=self.person)
        messages.success(request, "The e-mail is marked as arrived.")
        return redirect("show_notice", notice=notice)
