"""Fields of forms: Django's, shown as the Design System shows them.

Each takes its label first, then what :class:`goldenthread.design.looks.Look` names (``hint``,
``page_heading``, ``width``, ``autocomplete`` …), then what Django's own field takes:
``TextField("Team name", hint="As people say it", width=20, max_length=100)``.
"""

from typing import Any, ClassVar

from django import forms

from goldenthread.design.looks import Shown
from goldenthread.design.messages import in_sentence


class TextField(Shown, forms.CharField):
    """One line of text."""

    kind = "input"


class EmailField(Shown, forms.EmailField):
    """An e-mail address."""

    kind = "input"
    input_type: ClassVar[str] = "email"

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label, **{"autocomplete": "email"} | options)

    def sentences(self, label: str) -> dict[str, str]:
        """What an address looks like."""
        sentence = "Enter an e-mail address in the correct format, like name@example.com"
        return {"invalid": sentence}


class PasswordField(Shown, forms.CharField):
    """A password, which can be shown while it is typed; never sent back."""

    kind = "password-input"

    def __init__(self, label: str = "Password", **options: Any) -> None:
        defaults = {"autocomplete": "current-password", "strip": False}
        super().__init__(label, **defaults | options)

    def sentences(self, label: str) -> dict[str, str]:
        """Nothing was typed."""
        return {"required": f"Enter your {in_sentence(label)}"}


class NumberField(Shown, forms.IntegerField):
    """A whole number."""

    kind = "input"

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label, **{"inputmode": "numeric", "width": 5} | options)

    def sentences(self, label: str) -> dict[str, str]:
        """What was typed is no whole number."""
        return {"invalid": f"{label} must be a whole number, like 30"}


class TextAreaField(Shown, forms.CharField):
    """Several lines; with ``max_length``, the page counts what is left."""

    kind = "textarea"

    def to_python(self, value: Any) -> str:
        """The text; browsers send two characters for a new line, and the page counts one."""
        return str(super().to_python(value)).replace("\r\n", "\n")


class SelectField(Shown, forms.ChoiceField):
    """One of many, from a list that opens. For few, radios are easier."""

    kind = "select"
    verb = "Select"

    def sentences(self, label: str) -> dict[str, str]:
        """What was sent is none of the choices."""
        return {"invalid_choice": f"{label}: select one of the options"}


class RadiosField(SelectField):
    """One of few."""

    kind = "radios"


class CheckboxesField(Shown, forms.MultipleChoiceField):
    """Any of several."""

    kind = "checkboxes"
    verb = "Select"

    def sentences(self, label: str) -> dict[str, str]:
        """What was sent is none of the choices."""
        return {"invalid_choice": f"{label}: select one or more of the options"}


class CheckboxField(Shown, forms.BooleanField):
    """Yes or not yes: one box."""

    kind = "checkbox"
    verb = "Confirm:"


class HiddenField(Shown, forms.CharField):
    """What the form carries along and nobody types."""

    kind = "hidden"
    widget = forms.HiddenInput
