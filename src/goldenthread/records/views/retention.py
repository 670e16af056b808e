"""The retention schedule, what is due, and the runs."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldenthread.core.decisions import Decision, require
from goldenthread.people.views.base import ActView, ScopedView
from goldenthread.records import permissions
from goldenthread.records.presenters import retention as show
from goldenthread.records.presenters.words import day, moment
from goldenthread.records.queries import retention as queries
from goldenthread.records.services import retention

LATEST = 10
"""Runs on the first page."""


class ShowRetentionView(ScopedView):
    """What is kept how long, and whether runs delete."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The schedule, its approval, and the latest runs."""
        require(permissions.can_keep_schedule(self.scope))
        approval, schedule = queries.approval(), queries.schedule_now()
        page = Paginator(queries.runs(self.scope), LATEST).get_page(request.GET.get("page"))
        approved = approval is not None
        context = {
            "rules": show.rules(schedule),
            "since": day(schedule.since),
            "approved_by": approval.approved_by.name if approval else "",
            "approved_on": day(approval.created_at) if approval else "",
            "approved": approved,
            "page": page,
            "runs": [show.run_line(run) for run in page.object_list],
            "may_approve": permissions.can_approve_schedule(self.scope, approved=approved),
            "may_withdraw": permissions.can_withdraw_approval(self.scope, approved=approved),
        }
        return render(request, "records/show_retention.html", context)


class ShowDueView(ScopedView):
    """The dry run."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """What would go today: kinds, counts and dates."""
        require(permissions.can_keep_schedule(self.scope))
        approved = queries.approval() is not None
        found = queries.due_now(self.scope)
        context = {
            "lines": show.due(found, approved=approved),
            "approved": approved,
            "may_run": permissions.can_keep_schedule(self.scope),
        }
        return render(request, "records/show_due.html", context)


class ShowRetentionRunView(ScopedView):
    """The report of one run."""

    def get(self, request: HttpRequest, run: object) -> HttpResponse:
        """Kinds and counts."""
        require(permissions.can_keep_schedule(self.scope))
        found = queries.run(self.scope, self.id("run"))
        context = {
            "run": show.run_line(found),
            "lines": show.report(found, queries.schedule_now()),
        }
        return render(request, "records/show_retention_run.html", context)


class ScheduleActView(ActView):
    """An act on the schedule."""

    template = "people/confirm.html"

    def back(self) -> str:
        """To the schedule."""
        return reverse("show_retention")


class ApproveScheduleView(ScheduleActView):
    """Let runs delete."""

    title = "Approve the retention schedule?"
    button = "Approve the schedule"
    done = "The schedule is approved. What is due is deleted tonight."

    def decision(self) -> Decision:
        """Whether this reader may."""
        approved = queries.approval() is not None
        return permissions.can_approve_schedule(self.scope, approved=approved)

    def do(self, form: object) -> None:
        """Approve it."""
        retention.approve(approved_by=self.person, by=self.person)

    def more(self) -> dict[str, Any]:
        """What it means, with today's counts."""
        due = sum(each.due for each in queries.due_now(self.scope))
        said = [
            f"From tonight, what is due is deleted. Today that is {due}.",
            "What is deleted cannot be brought back, except from a backup.",
            "What stands under a legal hold stays.",
            "The approval is for the schedule as it is written now, and ends when that changes.",
        ]
        return {"consequences": said, "cannot_be_undone": False}


class WithdrawApprovalView(ScheduleActView):
    """Let runs report only."""

    title = "Withdraw the approval?"
    button = "Withdraw the approval"
    done = "The approval is withdrawn. Nothing but housekeeping is deleted."

    def decision(self) -> Decision:
        """Whether this reader may."""
        approved = queries.approval() is not None
        return permissions.can_withdraw_approval(self.scope, approved=approved)

    def do(self, form: object) -> None:
        """Withdraw it."""
        retention.withdraw_approval(by=self.person)

    def more(self) -> dict[str, Any]:
        """What it means."""
        said = "Runs report what is due, and delete nothing but what is housekeeping."
        return {"consequences": [said], "cannot_be_undone": False}


class RunRetentionView(ScheduleActView):
    """Run it now."""

    title = "Run the retention schedule now?"
    button = "Run it now"
    done = "The schedule will run in a minute. Its report is listed here then."

    def decision(self) -> Decision:
        """Whether this reader may."""
        return permissions.can_keep_schedule(self.scope)

    def do(self, form: object) -> None:
        """Ask for it."""
        retention.ask_run(asked_by=self.person, by=self.person)

    def more(self) -> dict[str, Any]:
        """What it does today."""
        approval = queries.approval()
        told = (
            f"What is due is deleted: the schedule was approved on {moment(approval.created_at)}."
            if approval
            else "It deletes housekeeping only, and reports the rest: the schedule is not approved."
        )
        return {"consequences": [told], "cannot_be_undone": approval is not None}
