"""Every address of the service."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from goldenthread.config.health import ShowHealthView

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("goldenthread.home.urls")),
    path("health/", ShowHealthView.as_view(), name="show_health"),
    path("", include("goldenthread.config.sign_in.urls")),
    path("briefs/", include("goldenthread.briefs.urls")),
    path("people/", include("goldenthread.people.urls")),
    path("children/", include("goldenthread.children.urls")),
    path("notices/", include("goldenthread.notices.urls")),
    path("records/", include("goldenthread.records.urls")),
    path("", include("goldenthread.design.urls")),
]

if settings.DEBUG:  # for developers: every component and field
    urlpatterns.append(path("", include("goldenthread.design.gallery.urls")))

handler400 = "goldenthread.config.error_pages.bad_request"
handler403 = "goldenthread.config.error_pages.forbidden"
handler404 = "goldenthread.config.error_pages.not_found"
handler500 = "goldenthread.config.error_pages.server_error"
handler429 = "goldenthread.config.error_pages.too_many"
