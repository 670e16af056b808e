"""Addresses of the gallery; config decides whether they are open."""

from django.urls import path

from goldenthread.design.gallery.views import ShowGalleryView

urlpatterns = [
    path("design/", ShowGalleryView.as_view(), name="show_design"),
    path("design/<slug:name>/", ShowGalleryView.as_view(), name="show_gallery"),
]
