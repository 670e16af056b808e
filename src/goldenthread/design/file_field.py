"""A file that somebody chooses, refused early when it is of the wrong kind or too large."""

from pathlib import PurePath
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from goldenthread.design.looks import Shown

MEGABYTE = 1_000_000


class FileField(Shown, forms.FileField):
    """A file. ``accept`` names the endings, ``largest`` the size in bytes."""

    kind = "file-upload"

    def __init__(
        self,
        label: str,
        *,
        accept: tuple[str, ...] = (),
        largest: int | None = None,
        **options: Any,
    ) -> None:
        self.accept, self.largest = accept, largest
        super().__init__(label, **options)

    def sentences(self, label: str) -> dict[str, str]:
        """No file, or nothing in it."""
        return {"required": "Select a file", "empty": "The selected file is empty"}

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The file, when it is one of ours."""
        chosen = super().clean(data, initial)
        if isinstance(chosen, UploadedFile):
            self._check(chosen)
        return chosen

    def _check(self, chosen: UploadedFile) -> None:
        ending = PurePath(chosen.name or "").suffix.lower()
        if self.accept and ending not in self.accept:
            raise ValidationError(f"The selected file must be a {_either(self.accept)}", "ending")
        if self.largest and (chosen.size or 0) > self.largest:
            size = f"{self.largest // MEGABYTE} MB"
            raise ValidationError(f"The selected file must be smaller than {size}", "size")


def _either(endings: tuple[str, ...]) -> str:
    """Endings in a sentence.

    >>> _either((".docx", ".pdf", ".txt"))
    '.docx, .pdf or .txt'
    """
    *most, last = endings
    return f"{', '.join(most)} or {last}" if most else last
