"""The page of OWASP's ASVS, made of our answers in ``governance/asvs.yaml``."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field

ANSWERS = Path(__file__).parent / "governance/asvs.yaml"
PAGE = Path(__file__).parent / "governance/asvs.md"
Table = Callable[[Sequence[str], Iterable[Sequence[str]]], str]

CHAPTERS = {
    1: "Encoding and sanitising",
    2: "Validation and business logic",
    3: "Browsers",
    4: "Interfaces",
    5: "Files",
    6: "Signing in",
    7: "Sessions",
    8: "Who may do what",
    9: "Signed tokens",
    10: "OAuth and OpenID Connect",
    11: "Cryptography",
    12: "Connections",
    13: "Configuration",
    14: "Protection of data",
    15: "Architecture and coding",
    16: "Logs and errors",
    17: "WebRTC",
}
_INTRODUCTION = """\
How the service answers the OWASP Application Security Verification Standard 5.0.0 at level 2,
which holds level 1: {count} requirements, each by its number. The subject of each is in our words;
read the requirement itself in the [standard](https://owasp.org/www-project-application-security-verification-standard/)
(CC BY-SA 4.0). It is our own assessment: nobody else has checked it yet.
"""


class Answer(StrEnum):
    """What stands."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not met"
    NOT_APPLICABLE = "not applicable"


class Requirement(BaseModel):
    """One requirement, and our answer."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    number: str = Field(pattern=r"^V\d+\.\d+\.\d+$")
    level: int = Field(ge=1, le=2)
    subject: str
    answer: Answer
    how: str
    evidence: tuple[str, ...]

    @property
    def chapter(self) -> int:
        """The chapter of the standard."""
        return int(self.number[1:].split(".")[0])


@cache
def requirements() -> tuple[Requirement, ...]:
    """Every answer, in the order of the standard."""
    listed = yaml.safe_load(ANSWERS.read_text(encoding="utf-8"))
    return tuple(Requirement.model_validate(each) for each in listed)


def page(table: Table) -> str:
    """The page: what is not met first, then every chapter."""
    listed = requirements()
    counts = Counter(each.answer for each in listed)
    summary = table(("Answer", "Requirements"), [(a.value, str(counts[a])) for a in Answer])
    open_still = [each for each in listed if each.answer in {Answer.PARTLY, Answer.NOT_MET}]
    parts = [
        "# OWASP ASVS, level 2\n",
        _INTRODUCTION.format(count=len(listed)),
        f"{summary}\n",
        "## What is open\n",
        _rows(open_still, table, evidence=False),
    ]
    for number, title in CHAPTERS.items():
        mine = [each for each in listed if each.chapter == number]
        parts += [f"## V{number}: {title}\n", _rows(mine, table, evidence=True)]
    return "\n".join(parts)


def _rows(listed: Iterable[Requirement], table: Table, *, evidence: bool) -> str:
    header = ("Number", "Level", "Subject", "Answer", "How")
    if not evidence:
        rows = [(e.number, str(e.level), e.subject, e.answer.value, e.how) for e in listed]
        return f"{table(header, rows)}\n"
    with_evidence = [
        (e.number, str(e.level), e.subject, e.answer.value, e.how, _paths(e)) for e in listed
    ]
    return f"{table((*header, 'Evidence'), with_evidence)}\n"


def _paths(requirement: Requirement) -> str:
    return ", ".join(f"`{path}`" for path in requirement.evidence)
