"""A field of a form as markup: label, hint, error and input together."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

from goldenthread.design.components import component
from goldenthread.design.looks import Look
from goldenthread.design.widgets import DateParted

IN_FIELDSET = {"radios", "checkboxes", "date-input"}
CHOICES = {"radios", "checkboxes", "select"}


class Group(forms.BoundField):
    """One field of one form, as the Design System shows it."""

    @property
    def look(self) -> Look:
        """How the field asks to be shown."""
        look: Look = self.field.look  # type: ignore[attr-defined]
        return look

    @property
    def kind(self) -> str:
        """Which component shows the field."""
        kind: str = self.field.kind  # type: ignore[attr-defined]
        return kind

    @property
    def focus_id(self) -> str:
        """The id of the box to mend: the first wrong one, else the first."""
        if self.kind != "date-input":
            return self.id_for_label
        wrong = self._wrong_parts()
        return f"{self.auto_id}-{wrong[0] if wrong else 'day'}"

    @property
    def id_for_label(self) -> str:
        """The id of the first box."""
        return str(self.auto_id)

    def as_group(self) -> SafeString:
        """Label, hint, error and input."""
        if self.kind == "hidden":
            return format_html(
                '<input type="hidden" name="{}" id="{}" value="{}">',
                self.html_name,
                self.auto_id,
                self.value() or "",
            )
        name = {"checkbox": "checkboxes"}.get(self.kind, self.kind)
        if self.kind == "textarea" and self._longest():
            name = "character-count"
        markup = component(name, self.options())
        return _revealed_by_styles(markup) if self.look.reveals else markup

    def options(self) -> dict[str, Any]:
        """What the component is told."""
        options: dict[str, Any] = {"id": self.auto_id, "name": self.html_name}
        if self.look.hint:
            options["hint"] = {"text": self.look.hint}
        if self.errors:
            options["errorMessage"] = {"text": self.errors[0]}
        options |= self._named() | self._sized()
        own: dict[str, Any] = getattr(self, f"_{self.kind.replace('-', '_')}")()
        return options | own

    def _named(self) -> dict[str, Any]:
        look = self.look
        size = look.label_size or ("l" if look.page_heading else "s")
        text = self.label if self.field.required else f"{self.label}{self._optional()}"
        if self.kind == "checkbox":
            return {}
        if self.kind not in IN_FIELDSET:
            classes = f"govuk-label--{size}"
            return {"label": {"text": text, "classes": classes, "isPageHeading": look.page_heading}}
        classes = f"govuk-fieldset__legend--{size}"
        legend = {"text": text, "classes": classes, "isPageHeading": look.page_heading}
        return {"fieldset": {"legend": legend}}

    def _optional(self) -> str:
        return " (optional)" if getattr(self.form, "mark_optional", True) else ""

    def _sized(self) -> dict[str, Any]:
        told: dict[str, Any] = {"classes": self.look.classes}
        for name in ("autocomplete", "inputmode"):
            if getattr(self.look, name):
                told[name] = getattr(self.look, name)
        for name in ("prefix", "suffix"):
            if getattr(self.look, name):
                told[name] = {"text": getattr(self.look, name)}
        if self.field.disabled:
            told["disabled"] = True
        return told

    def _text(self) -> str:
        value = self.value()
        return "" if value is None else str(value)

    def _longest(self) -> int | None:
        longest: int | None = getattr(self.field, "max_length", None)
        return longest

    def _input(self) -> dict[str, Any]:
        kind: str = self.field.input_type  # type: ignore[attr-defined]
        typed: dict[str, Any] = {"value": self._text(), "type": kind}
        if kind == "email" or self.look.autocomplete in ("username", "name"):
            typed["spellcheck"] = False
        return typed

    def _password_input(self) -> dict[str, Any]:
        return {}

    def _textarea(self) -> dict[str, Any]:
        # Newlines as references: the macros indent what they nest, and would indent the text too.
        text = str(escape(self._text())).replace("\r\n", "\n").replace("\n", "&#10;")
        options: dict[str, Any] = {"value": SafeString(text), "rows": str(self.look.rows)}
        if self._longest():
            options["maxlength"] = self._longest()
        return options

    def _file_upload(self) -> dict[str, Any]:
        endings: tuple[str, ...] = self.field.accept  # type: ignore[attr-defined]
        return {"attributes": {"accept": ",".join(endings)} if endings else {}}

    def _date_input(self) -> dict[str, Any]:
        widget = self.field.widget
        assert isinstance(widget, DateParted)  # noqa: S101 - for the type checker
        parts, wrong = widget.format_value(self.value()), self._wrong_parts()
        filled = "bday-" if self.look.autocomplete == "bday" else ""
        return {
            "namePrefix": self.html_name,
            "items": [
                {
                    "name": name,
                    "value": text,
                    "classes": f"govuk-input--width-{4 if name == 'year' else 2}"
                    + (" govuk-input--error" if name in wrong else ""),
                    **({"autocomplete": f"{filled}{name}"} if filled else {}),
                }
                for name, text in parts._asdict().items()
            ],
        }

    def _wrong_parts(self) -> tuple[str, ...]:
        """Names of the date's boxes that must be mended."""
        faults: list[ValidationError] = self.errors.as_data()
        named = (fault.params["parts"] for fault in faults if fault.params)
        return tuple(next(named, ("day", "month", "year") if faults else ()))

    def _chosen(self) -> set[str]:
        value = self.value()
        many = value if isinstance(value, list | tuple | set) else [] if value is None else [value]
        return {str(one) for one in many}

    def _select(self) -> dict[str, Any]:
        choices, chosen = list(self._choices()), self._chosen()
        if not any(value == "" for value, _ in choices):
            choices.insert(0, ("", "Select an option"))
        items = [{"value": v, "text": t, "selected": v in chosen} for v, t in choices]
        return {"items": items}

    def _choices(self) -> list[tuple[str, str]]:
        return [(str(value), str(text)) for value, text in self.field.choices]  # type: ignore[attr-defined]

    def _radios(self) -> dict[str, Any]:
        return {"idPrefix": self.auto_id, "items": self._boxes(), "classes": self._arranged()}

    _checkboxes = _radios

    def _arranged(self) -> str:
        named = f"govuk-{self.kind}"
        return " ".join(f"{named}--{how}" for how in ("inline", "small") if getattr(self.look, how))

    def _boxes(self) -> list[dict[str, Any]]:
        chosen, boxes = self._chosen(), []
        for value, text in self._choices():
            if value == self.look.divider_before:
                boxes.append({"divider": "or"})
            box: dict[str, Any] = {"value": value, "text": text, "checked": value in chosen}
            if value in self.look.option_hints:
                box["hint"] = {"text": self.look.option_hints[value]}
            if value in self.look.reveals:
                opened: Any = self.form[self.look.reveals[value]]
                box["conditional"] = {"html": opened.as_group()}
            boxes.append(box)
        return boxes

    def _checkbox(self) -> dict[str, Any]:
        box = {"value": "on", "text": self.label, "checked": bool(self.value())}
        return {"idPrefix": self.auto_id, "items": [box], "classes": self._small()}

    def _small(self) -> str:
        return "govuk-checkboxes--small" if self.look.small else ""


def _revealed_by_styles(markup: SafeString) -> SafeString:
    """Leave opening to our stylesheet, which needs no script.

    The Design System's script puts ``aria-expanded`` on the option, which ARIA does not allow
    there and axe reports.
    """
    opened = markup.replace("data-aria-controls=", "data-reveals=")
    hidden = (f" govuk-{kind}__conditional--hidden" for kind in ("radios", "checkboxes"))
    for name in hidden:
        opened = opened.replace(name, "")
    return SafeString(opened)
