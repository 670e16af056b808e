"""The Jinja environment of every page."""

from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import BaseLoader, ChoiceLoader, Environment, PackageLoader, PrefixLoader, pass_context
from jinja2.runtime import Context

from goldenthread.design.pagination import pagination
from goldenthread.design.shell import shell
from goldenthread.design.undefined import HouseUndefined

MACROS = "govuk_frontend_jinja"


def environment(loader: BaseLoader, **options: Any) -> Environment:
    """Make it, as Django's Jinja backend asks."""
    options["undefined"] = HouseUndefined
    macros = PrefixLoader({MACROS: PackageLoader(MACROS)})
    made = Environment(  # noqa: S701 - autoescape is among Django's options
        loader=ChoiceLoader([loader, macros]), **options
    )
    made.globals |= {
        "static": static,
        "url": url,
        "shell": shell,
        "pagination": pagination,
        "csp_nonce": csp_nonce,
    }
    return made


def url(name: str, *arguments: object, **named: object) -> str:
    """The address of a view: ``url("show_person", person.id)``."""
    return reverse(name, args=arguments or None, kwargs=named or None)


@pass_context
def csp_nonce(context: Context) -> str:
    """The nonce of this answer, for the rare script that cannot be a file."""
    return str(context["request"].csp_nonce)
