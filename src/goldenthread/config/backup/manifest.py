"""The list of what a backup holds, written last and checked first."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict

NAME = "manifest.json"
DATABASE = "database"
"""Name of the part that is the database; every other is an uploaded file."""
MEDIA = "media/"
FORMAT = 1

Kind = Literal["sqlite", "postgresql"]


class Part(BaseModel):
    """One file of a backup."""

    model_config = ConfigDict(frozen=True)

    name: str
    size: int
    sha256: str


class Manifest(BaseModel):
    """What a backup was made of, and what must be found when it is restored."""

    model_config = ConfigDict(frozen=True)

    format: int = FORMAT
    version: str
    made_at: datetime
    database: Kind
    migrations: tuple[str, ...]
    tables: dict[str, int]
    parts: tuple[Part, ...]

    @property
    def rows(self) -> int:
        """Rows of all tables."""
        return sum(self.tables.values())

    @property
    def files(self) -> int:
        """Uploaded files."""
        return sum(part.name.startswith(MEDIA) for part in self.parts)
