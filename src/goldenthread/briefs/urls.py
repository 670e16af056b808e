"""Addresses of the pages that keep nothing."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponseBase
from django.urls import path

from goldenthread.briefs import views

Answering = Callable[..., HttpResponseBase]


def opened(view: Answering, *, to_all: bool) -> Answering:
    """The view, open to anyone on the network where the authority says so."""
    return login_not_required(view) if to_all else view


_OPEN: bool = settings.OPEN_PAGES

urlpatterns = [
    path("check/", opened(views.CheckBriefView.as_view(), to_all=_OPEN), name="check_brief"),
    path("make/", opened(views.MakeBriefView.as_view(), to_all=_OPEN), name="make_brief"),
    path(
        "make/returns.xlsx",
        opened(views.DownloadReturnsView.as_view(), to_all=_OPEN),
        name="download_returns",
    ),
    path(
        "make/example-returns.xlsx",
        opened(views.DownloadExampleReturnsView.as_view(), to_all=_OPEN),
        name="download_example_returns",
    ),
]
