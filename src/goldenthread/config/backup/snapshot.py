"""What every kind of database gives for a backup."""

from dataclasses import dataclass
from pathlib import Path

from goldenthread.config.backup.manifest import Kind


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A database at one moment, in one file, with what must be found in it."""

    file: Path
    kind: Kind
    migrations: tuple[str, ...]
    tables: dict[str, int]
