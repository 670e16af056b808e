"""What a page may ask of the engine, and what it is answered: plain data between processes."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from goldenthread.engine.checking.page import CheckPage

MEBIBYTE = 1024 * 1024
LARGEST_UPLOAD = 20 * MEBIBYTE
"""Bytes of one file: a report of 200 pages with pictures has a few."""
MEMORY = 2048 * MEBIBYTE
"""Bytes of address space of the process that reads an upload."""
SECONDS = 60
"""Of processor time, and half as much again by the clock."""


class Data(BaseModel):
    """Closed and unchangeable."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class CheckErrand(Data):
    """Check a brief. Files are names within the errand's folder."""

    kind: Literal["check"] = "check"
    file: str
    returns: str | None = None
    names: str | None = None
    audience: str = "service"
    report: str = "report.docx"


class BriefErrand(Data):
    """Make a brief from a returns workbook."""

    kind: Literal["brief"] = "brief"
    workbook: str
    previous: str | None = None
    layouts: tuple[str, ...]
    formats: tuple[str, ...]
    audience: str = "service"
    folder: str = "brief"


class TemplateErrand(Data):
    """Write an empty returns workbook, or the example's."""

    kind: Literal["template"] = "template"
    example: bool = False
    output: str


Errand = Annotated[CheckErrand | BriefErrand | TemplateErrand, Field(discriminator="kind")]


class Answer(Data):
    """What came of it. ``wrong`` says why nothing came; ``files`` are names in the folder."""

    wrong: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    page: CheckPage | None = None
