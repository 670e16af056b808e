"""Forms of others (allauth's) as the Design System shows them, by the kind of their widgets."""

from typing import Any

from django import forms
from django.utils.safestring import SafeString, mark_safe

from goldenthread.design.components import component


def fields_markup(form: forms.BaseForm) -> SafeString:
    """All fields, hidden ones too."""
    return mark_safe("\n".join(group(form[name]) for name in form.fields))  # noqa: S308 - of macros


def errors_listed(form: forms.BaseForm) -> list[dict[str, str]]:
    """Sentence and link of each error, in the order of the fields."""
    seen = [field for field in form if not field.is_hidden]
    first = f"#{seen[0].auto_id}" if seen else ""
    general = [{"text": str(text), "href": first} for text in form.non_field_errors()]
    own = [
        {"text": str(text), "href": f"#{field.auto_id}"} for field in seen for text in field.errors
    ]
    return general + own


def group(field: forms.BoundField) -> SafeString:
    """Label, hint, error and input of a field."""
    widget = field.field.widget
    if field.is_hidden:
        return mark_safe(str(field))  # noqa: S308 - Django's own markup
    if isinstance(widget, forms.CheckboxInput):
        return component("checkboxes", _told(field) | _box(field))
    if isinstance(widget, forms.RadioSelect):
        return component("radios", _told(field) | _radios(field))
    if isinstance(widget, forms.PasswordInput):
        return component("password-input", _told(field) | _labelled(field) | _attributes(field))
    kind = {"type": getattr(widget, "input_type", "text"), "value": str(field.value() or "")}
    return component("input", _told(field) | _labelled(field) | _attributes(field) | kind)


def _told(field: forms.BoundField) -> dict[str, Any]:
    told: dict[str, Any] = {"id": field.auto_id, "name": field.html_name}
    if field.help_text:
        told["hint"] = {"html": field.help_text}
    if field.errors:
        told["errorMessage"] = {"text": str(next(iter(field.errors)))}
    return told


def _labelled(field: forms.BoundField) -> dict[str, Any]:
    optional = "" if field.field.required else " (optional)"
    return {"label": {"text": f"{field.label}{optional}", "classes": "govuk-label--s"}}


def _attributes(field: forms.BoundField) -> dict[str, Any]:
    """What browsers may fill in. Placeholders are no labels, and are left out."""
    given = field.field.widget.attrs
    return {name: given[name] for name in ("autocomplete", "inputmode") if given.get(name)}


def _box(field: forms.BoundField) -> dict[str, Any]:
    box = {"value": "on", "text": field.label, "checked": bool(field.value())}
    return {"idPrefix": field.auto_id, "items": [box], "classes": "govuk-checkboxes--small"}


def _radios(field: forms.BoundField) -> dict[str, Any]:
    legend = {"text": field.label, "classes": "govuk-fieldset__legend--s"}
    chosen = str(field.value())
    choices: Any = getattr(field.field, "choices", ())
    items = [
        {"value": str(value), "text": str(text), "checked": str(value) == chosen}
        for value, text in choices
    ]
    return {"idPrefix": field.auto_id, "items": items, "fieldset": {"legend": legend}}
