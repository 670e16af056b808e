"""Addresses of pages about children."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
