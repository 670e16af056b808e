"""The base of every form: it validates and returns data, and never saves.

In a template: ``{{ form.fields_markup() }}`` for all fields, or ``{{ form["name"].as_group() }}``
for one. ``design/page.html`` shows ``{{ form.error_summary() }}`` and the "Error: " in the title
by itself, where the context holds the form as ``form``.
"""

from collections.abc import Iterator
from typing import Any, cast

from django import forms
from django.utils.safestring import SafeString, mark_safe

from goldenthread.design.components import component
from goldenthread.design.groups import Group


class Form(forms.Form):
    """A form of the Design System."""

    bound_field_class = Group
    mark_optional = True
    """Whether "(optional)" stands after the labels of fields that may stay empty."""

    def __getitem__(self, name: str) -> Group:
        """One field, as it is shown."""
        return cast(Group, super().__getitem__(name))

    def groups(self) -> Iterator[Group]:
        """Fields that stand on their own: what an option opens stands inside that option."""
        all_groups = [self[name] for name in self.fields]
        opened = {name for group in all_groups for name in group.look.reveals.values()}
        return (group for group in all_groups if group.name not in opened)

    def fields_markup(self) -> SafeString:
        """All fields, in their order."""
        return mark_safe("\n".join(group.as_group() for group in self.groups()))  # noqa: S308 - of components

    def error_summary(self) -> SafeString:
        """What must be mended, each with a link to its box; nothing where all is well."""
        listed = self.errors_listed()
        if not listed:
            return mark_safe("")
        return component("error-summary", {"titleText": "There is a problem", "errorList": listed})

    def errors_listed(self) -> list[dict[str, Any]]:
        """Sentence and link of each error, in the order of the fields."""
        listed = [
            {"text": sentence, "href": f"#{self[name].focus_id}"}
            for name in self.fields
            for sentence in list(self[name].errors)[:1]
        ]
        first = next(
            (f"#{group.focus_id}" for group in self.groups() if group.kind != "hidden"), ""
        )
        return [{"text": text, "href": first} for text in self.non_field_errors()] + listed


class FilterForm(Form):
    """A form that narrows a list: every field may stay empty, and says so by itself."""

    mark_optional = False
