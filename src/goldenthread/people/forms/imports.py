"""Forms of the import of staff: the file, and who of the list is who."""

from typing import Any, cast

from goldenthread.design.fields import RadiosField, SelectField
from goldenthread.design.file_field import FileField
from goldenthread.design.forms import Form
from goldenthread.people.rules.staff_file import MOST_BYTES
from goldenthread.people.rules.staff_questions import ToDecide


class UploadStaffForm(Form):
    """The list."""

    file = FileField(
        "List of staff",
        hint="A CSV file or an Excel workbook, up to 5 MB",
        accept=(".csv", ".txt", ".xlsx"),
        largest=MOST_BYTES,
    )


class DecideForm(Form):
    """A question for each row and each team that waits. Any may be left for later."""

    mark_optional = False

    def __init__(self, *args: Any, waiting: ToDecide, **options: Any) -> None:
        super().__init__(*args, **options)
        for team in waiting.teams:
            self.fields[f"team-{team.key}"] = SelectField(
                team.question, choices=team.options, required=False
            )
        for row in waiting.rows:
            self.fields[f"row-{row.key}"] = RadiosField(
                row.question, hint=row.hint, choices=row.options, required=False
            )

    def decided(self, kind: str) -> dict[str, str]:
        """What was decided of ``row`` or ``team``, by its number or name."""
        answers = cast(dict[str, str], self.cleaned_data)
        return {
            name.removeprefix(f"{kind}-"): value
            for name, value in answers.items()
            if value and name.startswith(f"{kind}-")
        }
