"""Refusals: why a brief cannot be published as it stands, each with where it is and the mend."""

from dataclasses import dataclass

from goldenthread.definitions.problems import shown


@dataclass(frozen=True, slots=True, order=True)
class Refusal:
    """One reason not to publish.

    ``origin`` says where ("sheet Findings, row 4, column Text"), ``found`` quotes what stands
    there, ``mend`` is an instruction in one sentence.
    """

    origin: str
    found: str
    mend: str

    def __str__(self) -> str:
        """The refusal as one line for people."""
        return f"{self.origin}: “{shown(self.found)}”. {self.mend}"


class Refused(Exception):
    """A publication was refused; all reasons are given at once."""

    def __init__(self, refusals: tuple[Refusal, ...]) -> None:
        super().__init__(f"{len(refusals)} refusals")
        self.refusals = refusals
