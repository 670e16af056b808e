"""Addresses of pages about e-mails."""

from django.urls import path

from goldenthread.notices import views

urlpatterns = [
    path("", views.ListNoticesView.as_view(), name="list_notices"),
    path("<uuid:notice>/", views.ShowNoticeView.as_view(), name="show_notice"),
    path(
        "<uuid:notice>/send-again/", views.SendNoticeAgainView.as_view(), name="send_notice_again"
    ),
    path(
        "<uuid:notice>/mark-arrived/",
        views.MarkNoticeArrivedView.as_view(),
        name="mark_notice_arrived",
    ),
]
