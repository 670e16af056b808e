"""The Jinja environment of every page."""

from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment


def environment(**options: Any) -> Environment:
    """Make it, as Django's Jinja backend asks."""
    made = Environment(**options)  # noqa: S701 - autoescape is among Django's options
    made.globals.update({"static": static, "url": reverse})
    return made
