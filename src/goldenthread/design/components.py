"""The Design System's macros, called from Python: for form fields and for allauth's pages."""

from collections.abc import Mapping
from typing import Any

from django.template import engines
from django.utils.safestring import SafeString
from jinja2 import Environment

from goldenthread.design.environment import MACROS


def component(name: str, options: Mapping[str, Any]) -> SafeString:
    """Markup of a component: ``component("button", {"text": "Save"})``."""
    environment: Environment = engines["jinja2"].env  # type: ignore[attr-defined]
    macro = "govuk" + "".join(part.capitalize() for part in name.split("-"))
    module: Any = environment.get_template(f"{MACROS}/components/{name}/macro.html").module
    return SafeString(getattr(module, macro)(options))
