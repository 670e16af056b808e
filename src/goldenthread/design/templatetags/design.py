"""The same frame and the same fields in Django's templates as in ours."""

from typing import Any

from django import forms, template
from django.template import engines
from django.utils.safestring import SafeString, mark_safe

from goldenthread.design import plain_fields
from goldenthread.design.components import component
from goldenthread.design.shell import shell

register = template.Library()

PARTS = ("head", "top", "messages", "bottom")
_LOOKS = {"danger": "warning", "delete": "warning", "outline": "secondary", "tool": "secondary"}


@register.simple_tag(takes_context=True)
def frame(context: template.Context) -> dict[str, str]:
    """The parts of the page's frame, and the authority's name."""
    request = context["request"]
    made, jinja = shell(request), engines["jinja2"]
    told = {"frame_of": made}
    parts = {
        part: mark_safe(jinja.get_template(f"design/{part}.html").render(told, request))  # noqa: S308 - ours
        for part in PARTS
    }
    return parts | {"authority_name": made.authority_name}


@register.simple_tag
def error_summary(form: Any) -> SafeString:
    """What must be mended, with links; nothing where there is no form or all is well."""
    if not isinstance(form, forms.BaseForm) or not form.errors:
        return mark_safe("")
    listed = plain_fields.errors_listed(form)
    return component("error-summary", {"titleText": "There is a problem", "errorList": listed})


@register.simple_tag
def fields(form: forms.BaseForm) -> SafeString:
    """All fields of a form that is not ours, as the Design System shows them."""
    return plain_fields.fields_markup(form)


@register.filter
def button_classes(tags: list[str] | None) -> str:
    """How an allauth button looks, from what it is tagged as."""
    looks = {_LOOKS[tag] for tag in tags or () if tag in _LOOKS}
    look = "warning" if "warning" in looks else next(iter(looks), "")
    return f"govuk-button govuk-button--{look}" if look else "govuk-button"
