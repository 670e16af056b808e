"""Addresses of the look itself, open to everybody."""

from django.urls import path

from goldenthread.design import views

urlpatterns = [
    path("design/authority.css", views.AuthorityCssView.as_view(), name="authority_css"),
    path("design/logo", views.AuthorityLogoView.as_view(), name="authority_logo"),
]
