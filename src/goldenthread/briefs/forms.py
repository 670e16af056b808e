"""What people give: a brief to check, or a workbook to make one of."""

from goldenthread.briefs.choices import (
    AUDIENCE_HINTS,
    AUDIENCES,
    FORMATS,
    LAYOUT_HINTS,
    LAYOUTS,
    READABLE,
)
from goldenthread.briefs.errands import LARGEST_UPLOAD
from goldenthread.design.fields import CheckboxesField, RadiosField, TextAreaField
from goldenthread.design.file_field import FileField
from goldenthread.design.forms import Form

_MOST_NAMES = 20_000
"""Letters: about a thousand names."""


class CheckBriefForm(Form):
    """A brief or report, and what it is held against."""

    brief = FileField(
        "Brief or report",
        accept=READABLE,
        largest=LARGEST_UPLOAD,
        hint="Word, PDF, PowerPoint, Excel, a web page or text, up to 20 MB.",
    )
    audience = RadiosField(
        "Who is it for?", choices=AUDIENCES, initial="service", option_hints=AUDIENCE_HINTS
    )
    names = TextAreaField(
        "Names that must not appear",
        required=False,
        max_length=_MOST_NAMES,
        hint="One a line. They are looked for however they are written.",
    )
    returns = FileField(
        "Returns workbook that the figures come from",
        required=False,
        accept=(".xlsx",),
        largest=LARGEST_UPLOAD,
        hint="Every figure of the brief is then compared with the audits themselves.",
    )


class MakeBriefForm(Form):
    """A returns workbook, and what to make of it."""

    workbook = FileField(
        "Returns workbook",
        accept=(".xlsx",),
        largest=LARGEST_UPLOAD,
        hint="The filled-in Excel workbook, up to 20 MB.",
    )
    previous = FileField(
        "Last cycle’s returns workbook",
        required=False,
        accept=(".xlsx",),
        largest=LARGEST_UPLOAD,
        hint="The brief then says what changed.",
    )
    layouts = CheckboxesField(
        "Layouts", choices=LAYOUTS, initial=["learning-brief"], option_hints=LAYOUT_HINTS
    )
    formats = CheckboxesField("File types", choices=FORMATS, initial=["docx", "pdf"])
    audience = RadiosField(
        "Who is it for?", choices=AUDIENCES, initial="service", option_hints=AUDIENCE_HINTS
    )
