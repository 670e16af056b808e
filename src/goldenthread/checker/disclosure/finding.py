"""What a detector tells of one text, before it is weighed against the allow-list."""

from dataclasses import dataclass

from goldenthread.checker.disclosure.kinds import Kind
from goldenthread.checker.results import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """A stretch of a text by which somebody could be recognised.

    ``allowed_by`` is a rule that lets it stand. ``is_family`` says that the words around it are
    about a family, so that no section of contacts lets it stand.
    """

    kind: Kind
    start: int
    end: int
    severity: Severity = Severity.QUERY
    allowed_by: str | None = None
    is_family: bool = False

    def overlaps(self, other: "Finding") -> bool:
        """Whether both hold some of the same letters."""
        return self.start < other.end and other.start < self.end
