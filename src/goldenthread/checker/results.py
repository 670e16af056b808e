"""What the checker found, as design.md §10.3 has it."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters."""

    OK = "ok"
    NOTE = "note"
    QUERY = "query"
    ERROR = "error"


class Verdict(StrEnum):
    """What can be said of a printed share.

    The first three when count and base are known, the next three when only one of the two is,
    the last when neither is.
    """

    AGREES = "agrees"
    TRUNCATED = "truncated"
    DISAGREES = "disagrees"
    POSSIBLE = "possible"
    POSSIBLE_IF_TRUNCATED = "possible_if_truncated"
    IMPOSSIBLE = "impossible"
    NO_BASE = "no_base"


class SetVerdict(StrEnum):
    """Whether the parts of a whole add up."""

    ADDS_UP = "adds_up"
    ROUNDING = "rounding"
    DOES_NOT_ADD = "does_not_add"


class EffectVerdict(StrEnum):
    """Whether a criterion of effective feedback is met."""

    PASS = "pass"  # noqa: S105 (a verdict, not a password)
    PARTLY = "partly"
    FAIL = "fail"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class Fits:
    """Counts and bases (closed ranges) that would give a printed percentage."""

    counts: tuple[int, ...]
    bases: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A printed percentage or fraction, with what it is of.

    ``text`` is the shortest stretch that holds all of it. ``percent`` is as printed, without the
    sign: "39", "70.0", "two thirds". ``computed`` has the printed precision, ``""`` where nothing
    can be computed. ``fits_counts`` are the counts of ``base`` that print as ``percent``;
    ``fits_bases`` the bases for which ``count`` does, as closed ranges. ``part`` is the number
    of the part of the source, ``start`` the offset in its text; for a cell, of its row.
    """

    text: str
    where: str
    count: int | None
    base: int | None
    base_stated: bool
    percent: str
    computed: str
    verdict: Verdict
    severity: Severity
    fits_counts: tuple[int, ...]
    fits_bases: tuple[tuple[int, int], ...]
    message: str
    part: int
    start: int

    @property
    def fits(self) -> Fits:
        """What would fit, as one value."""
        return Fits(self.fits_counts, self.fits_bases)


@dataclass(frozen=True, slots=True)
class SetItem:
    """One part of a whole. ``percent`` is as printed without the sign."""

    text: str
    count: int | None
    percent: str | None


@dataclass(frozen=True, slots=True)
class SetFound:
    """Parts that should make a whole."""

    items: tuple[SetItem, ...]
    where: str
    base: int | None
    sum_counts: int | None
    sum_percents: str | None
    verdict: SetVerdict
    severity: Severity
    message: str


@dataclass(frozen=True, slots=True)
class Claim:
    """Words that claim more than is shown. ``kind`` is one word or two: "cause", "change"."""

    kind: str
    text: str
    where: str
    severity: Severity
    message: str


@dataclass(frozen=True, slots=True)
class Hit:
    """Something by which somebody could be recognised.

    ``allowed_by`` says which rule or list allows it; its severity is then ``ok``.
    """

    kind: str
    text: str
    where: str
    severity: Severity
    allowed_by: str | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """One criterion of effective feedback (1 to 24)."""

    criterion: int
    verdict: EffectVerdict
    because: str


@dataclass(frozen=True, slots=True)
class AccessFinding:
    """Something that some readers cannot use."""

    check: str
    where: str
    severity: Severity
    message: str


@dataclass(frozen=True, slots=True)
class Summary:
    """How many findings of each severity; effect is not counted."""

    errors: int
    queries: int
    notes: int


@dataclass(frozen=True, slots=True)
class Result:
    """All that was found in one document.

    ``words`` and ``tables`` are how much was read, so that a person can tell an empty result from
    a file that could hardly be read.
    """

    file: str
    statements: tuple[Statement, ...]
    sets: tuple[SetFound, ...]
    claims: tuple[Claim, ...]
    disclosure: tuple[Hit, ...]
    effect: tuple[Effect, ...]
    access: tuple[AccessFinding, ...]
    words: int = 0
    tables: int = 0

    @property
    def summary(self) -> Summary:
        """Statements, sets, claims, disclosure and access, counted by severity."""
        found = (self.statements, self.sets, self.claims, self.disclosure, self.access)
        severities = [item.severity for group in found for item in group]
        return Summary(
            errors=severities.count(Severity.ERROR),
            queries=severities.count(Severity.QUERY),
            notes=severities.count(Severity.NOTE),
        )
