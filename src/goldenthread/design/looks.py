"""How a field is shown: its hint, its size, and what browsers may fill in."""

from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from django import forms

from goldenthread.design import messages

Size = Literal["", "s", "m", "l", "xl"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a field says and how large it is, apart from its label."""

    hint: str = ""
    page_heading: bool = False
    """The label is the page's heading too: for a page that asks one question."""
    label_size: Size = ""
    width: int | str = ""
    """In characters (2, 3, 4, 5, 10, 20, 30), or a share of the column (``two-thirds``)."""
    autocomplete: str = ""
    inputmode: str = ""
    prefix: str = ""
    suffix: str = ""
    rows: int = 5
    inline: bool = False
    small: bool = False
    option_hints: dict[str, str] = field(default_factory=dict)
    """For each value of a choice, a line below it."""
    reveals: dict[str, str] = field(default_factory=dict)
    """For each value of a choice, the name of the field that it opens."""
    divider_before: str = ""
    """The value of a choice before which "or" stands."""

    @property
    def classes(self) -> str:
        """Classes of an input of this width."""
        if isinstance(self.width, int):
            return f"govuk-input--width-{self.width}"
        return f"govuk-!-width-{self.width}" if self.width else ""


class Shown(forms.Field):
    """The base of every field: a label, a look, and sentences for what can be wrong."""

    kind: ClassVar[str]
    verb: ClassVar[str] = "Enter"
    input_type: ClassVar[str] = "text"

    def __init__(self, label: str, **options: Any) -> None:
        own = {name: options.pop(name) for name in Look.__dataclass_fields__ if name in options}
        self.look = Look(**own)
        said = messages.of_field(label, self.verb) | self.sentences(label)
        options["error_messages"] = said | options.get("error_messages", {})
        super().__init__(label=label, **options)

    def sentences(self, label: str) -> dict[str, str]:
        """Sentences of this kind of field, for each code of its errors."""
        return {}
