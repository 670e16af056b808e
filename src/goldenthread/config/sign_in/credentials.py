"""What a passkey answers, read as what anybody may send who has not signed in yet."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.fields import InvalidJSONInput

_LONGEST = 20_000
"""Characters: the answer of a key with its certificates has a few thousand."""


class CredentialField(forms.JSONField):
    """An answer in JSON. What is too long, too deep or holds too long a number is no answer."""

    def __init__(self) -> None:
        super().__init__(widget=forms.HiddenInput)

    def to_python(self, value: Any) -> Any:
        """The answer. Raises ``ValidationError`` for whatever cannot be one."""
        if isinstance(value, str) and len(value) > _LONGEST:
            raise self._wrong()
        try:
            return super().to_python(value)
        except (RecursionError, ValueError):
            raise self._wrong() from None

    def bound_data(self, data: Any, initial: Any) -> str:
        """Nothing stands in the form that is shown again: each answer is good for one question."""
        return InvalidJSONInput()

    def _wrong(self) -> ValidationError:
        return ValidationError(self.error_messages["invalid"], code="invalid")
