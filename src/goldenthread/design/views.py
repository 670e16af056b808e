"""The authority's own colour and logo, as files that every page asks for."""

from pathlib import Path
from typing import ClassVar

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import cache_control

for_everybody = method_decorator(login_not_required, name="dispatch")
for_a_day = method_decorator(cache_control(public=True, max_age=86_400), name="dispatch")


@for_everybody
@for_a_day
class AuthorityCssView(View):
    """The accent colour, as a stylesheet: styles inside pages are refused by our policy."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """One custom property."""
        css = f":root {{ --authority-accent: {settings.ACCENT_COLOUR}; }}\n"
        return HttpResponse(css, content_type="text/css; charset=utf-8")


@for_everybody
@for_a_day
class AuthorityLogoView(View):
    """The logo of the header."""

    types: ClassVar[dict[str, str]] = {".svg": "image/svg+xml", ".png": "image/png"}

    def get(self, request: HttpRequest) -> HttpResponse:
        """The file; an SVG may neither run nor fetch anything."""
        if settings.AUTHORITY_LOGO is None:
            raise Http404
        path = Path(settings.AUTHORITY_LOGO)
        response = HttpResponse(path.read_bytes(), content_type=self.types[path.suffix.lower()])
        response["Content-Security-Policy"] = (
            "default-src 'none'; style-src 'unsafe-inline'; sandbox"
        )
        return response
