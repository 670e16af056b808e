"""The service's addresses, and the gallery's, which only developers' machines open."""

from django.urls import include, path

from goldenthread.config.urls import handler400, handler404, handler500
from goldenthread.config.urls import urlpatterns as service

urlpatterns = [*service, path("", include("goldenthread.design.gallery.urls"))]

__all__ = ["handler400", "handler404", "handler500", "urlpatterns"]
