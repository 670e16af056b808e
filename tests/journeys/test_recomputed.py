"""Every printed number follows from the rows: counted again here, from the cells alone.

Nothing of the package is used but the command. What a category is called, and for whom it is asked,
stands in the workbook and in the few lines below.
"""

import json
import re
import subprocess
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Row = dict[str, Any]
Shares = dict[str, tuple[int, int | None]]

pytestmark = pytest.mark.slow

KEYS = (
    "overall", "record", "story", "voice", "identity", "assessment", "risk", "planning",
    "reviewing", "visiting", "direct_work", "family", "agencies", "management", "supervision",
    "iro", "impact",
)  # fmt: skip
"""Keys of design.md §10.2a, in the order of the columns of grades."""

LEVELS = ("Inadequate", "Requires improvement", "Good", "Outstanding")
GOOD = frozenset({"Good", "Outstanding"})
NOT_ASKED = {
    "Child and family assessment": {"planning", "reviewing", "iro"},
    "Child in need": {"iro"},
    "Disabled child receiving short breaks": {"iro", "direct_work"},
}
"""What the sixteen categories do not ask of a plan type; a blank there is not applicable."""


def rows(book: openpyxl.Workbook, sheet: str) -> Iterator[Row]:
    headings = [str(cell.value) for cell in book[sheet][1]]
    for values in book[sheet].iter_rows(min_row=2, values_only=True):
        days = (v.date() if isinstance(v, datetime) else v for v in values)
        yield dict(zip(headings, days, strict=True))


class Counted:
    """The figures of one workbook as at one day."""

    def __init__(self, path: Path, as_at: date) -> None:
        self.book, self.as_at = openpyxl.load_workbook(path), as_at
        self.cycle = {row["Item"]: row["Value"] for row in rows(self.book, "Cycle")}
        headings = [str(cell.value) for cell in self.book["Readings"][1]]
        self.columns = dict(zip(headings[headings.index("Overall") :], KEYS, strict=True))
        readings = [r for r in rows(self.book, "Readings") if r["Completed on"] <= as_at]
        self.first = {r["Audit ref"]: r for r in readings if r["Purpose"] == "first"}
        self.moderated = {r["Audit ref"]: r for r in readings if r["Purpose"] == "moderated"}
        self.second = {r["Audit ref"] for r in readings if r["Purpose"] == "second"}
        self.given = {(a, k): g for a, r in self.first.items() for k, g in self.answers(r)}
        self.reported = dict(self.given)
        for audit, row in self.moderated.items():
            changed = {(audit, k): str(row[c]) for c, k in self.columns.items() if row[c]}
            self.reported |= changed

    def answers(self, row: Row) -> Iterator[tuple[str, str]]:
        for column, key in self.columns.items():
            asked = key not in NOT_ASKED.get(str(row["Plan type"]), set())
            yield key, str(row[column] or ("Not graded" if asked else "Not applicable"))

    def figures(self) -> Shares:
        parts = (self.returns(), self.categories(), self.pooled(), self.moderation(), self.other())
        return {key: share for part in parts for key, share in part.items()}

    def returns(self) -> Shares:
        cut_off = min(self.cycle["Cut-off date"], self.as_at)
        allocated = {row["Audit ref"] for row in rows(self.book, "Allocations")}
        approved = {r["Audit ref"]: r["Approved on"] for r in rows(self.book, "Exemptions")}
        exempt = {a for a in allocated if approved.get(a, date.max) <= cut_off}
        back = {a for a, r in self.first.items() if r["Completed on"] <= cut_off} - exempt
        return {
            "audits.returned": (len(self.first), None),
            "returns.at_cut_off": (len(back), len(allocated - exempt)),
            "returns.of_allocated": (len(back), len(allocated)),
            "returns.exempt": (len(exempt), len(allocated)),
            "second_reading.audits": (len(self.second), len(self.first)),
            "moderation.audits": (len(self.moderated), len(self.first)),
        }

    def categories(self) -> Shares:
        found: Shares = {}
        for key in KEYS:
            count = Counter(self.reported[audit, key] for audit in self.first)
            graded = sum(count[level] for level in LEVELS)
            asked = len(self.first) - count["Not applicable"]
            found |= {f"{key}.{slug(level)}": (count[level], graded) for level in LEVELS}
            found[f"{key}.good_or_better"] = (sum(count[level] for level in GOOD), graded)
            found[f"{key}.graded"] = (graded, asked)
            found[f"{key}.not_evidenced"] = (count["Not evidenced"], asked)
            found[f"{key}.not_applicable"] = (count["Not applicable"], len(self.first))
        return found

    def pooled(self) -> Shares:
        by_audit: dict[object, Counter[str]] = defaultdict(Counter)
        for (audit, key), grade in self.reported.items():
            if key != "overall" and grade in LEVELS:
                by_audit[audit][grade] += 1
        whole = sum((Counter(one) for one in by_audit.values()), Counter())
        found: Shares = {f"grades.{slug(g)}": (whole[g], whole.total()) for g in LEVELS}
        for grade in LEVELS:
            having = {k for (_, k), g in self.reported.items() if g == grade} - {"overall"}
            found[f"categories.with_{slug(grade)}"] = (len(having), len(KEYS) - 1)
        for name, wanted in (
            ("most_lowest", {"Inadequate"}), ("most_good", GOOD), ("most_highest", {"Outstanding"}),
        ):  # fmt: skip
            ranked = sorted(
                (-sum(c[g] for g in wanted), c.total(), str(a)) for a, c in by_audit.items()
            )
            having_most, _, audit = ranked[0]
            one = by_audit[audit]
            if having_most:
                found |= {f"profiles.{name}.{slug(g)}": (one[g], one.total()) for g in LEVELS}
        return found

    def moderation(self) -> Shares:
        pairs = [
            (self.given[audit, key], self.reported[audit, key])
            for audit in self.moderated
            for key in KEYS
        ]
        graded = [pair for pair in pairs if {*pair} & {*LEVELS}]
        ranks = [(LEVELS.index(a), LEVELS.index(b)) for a, b in graded if {a, b} <= {*LEVELS}]
        return {
            "moderation.changed": (sum(a != b for a, b in graded), len(graded)),
            "moderation.raised": (sum(a < b for a, b in ranks), len(graded)),
            "moderation.lowered": (sum(a > b for a, b in ranks), len(graded)),
        }

    def other(self) -> Shares:
        escalated = [r for r in rows(self.book, "Escalations") if r["Raised"] <= self.as_at]
        raised = [r for r in rows(self.book, "Challenges") if r["Raised"] <= self.as_at]
        actions = list(rows(self.book, "Actions"))
        seen = [r for r in rows(self.book, "Observations") if r["Date"] <= self.as_at]
        return {
            "escalations.raised": (len(escalated), None),
            "escalations.closed": (self.by_now(escalated, "Closed"), len(escalated)),
            "escalations.acknowledged": (self.by_now(escalated, "Acknowledged"), len(escalated)),
            "challenges.raised": (len(raised), None),
            "challenges.answered": (self.by_now(raised, "Answered"), len(raised)),
            "actions.done": (self.by_now(actions, "Done"), len(actions)),
            "observations.held": (len({r["Observation ref"] for r in seen}), None),
        } | self.findings()

    def by_now(self, found: list[Row], heading: str) -> int:
        return sum(row[heading] is not None and row[heading] <= self.as_at for row in found)

    def findings(self) -> Shares:
        found: Shares = {}
        for row in rows(self.book, "Findings"):
            named = {a for a in re.split(r"[,;\s]+", str(row["Audit refs"] or "")) if a}
            team = None if row["Scope"] in (None, "service") else row["Scope"]
            base = {a for a, r in self.first.items() if team in (None, r["Team"])}
            if named:
                key = f"finding.{str(row['Finding ref']).lower()}.audits"
                found[key] = (len(named & base), len(base))
        return found


def slug(level: str) -> str:
    return level.lower().replace(" ", "_")


def printed(count: int, base: int) -> str:
    """Half up, and no percentage of fewer than ten (design.md §5)."""
    share = f"{count} of {base}"
    return f"{share} ({(200 * count + base) // (2 * base)}%)" if base >= 10 else share


@pytest.fixture
def asked(goldenthread: Run, returns: Path) -> Callable[[str], Mapping[str, Row]]:
    def ask(as_at: str) -> Mapping[str, Row]:
        output = goldenthread("figures", returns, "--json", "--as-at", as_at).stdout
        return {f["key"]: f for f in json.loads(output)["figures"] if not f["slice"]}

    return ask


@pytest.mark.parametrize("as_at", ["2026-09-15", "2026-09-30", "2026-10-20", "2026-11-06"])
def test_figures_are_what_the_rows_say(
    returns: Path, asked: Callable[[str], Mapping[str, Row]], as_at: str
) -> None:
    figures = asked(as_at)
    for key, (count, base) in Counted(returns, date.fromisoformat(as_at)).figures().items():
        figure = figures[key]
        assert (key, figure["numerator"], figure["denominator"]) == (key, count, base)
        if base and figure["suppressed_because"] is None:
            assert figure["text"] == printed(count, base)


def test_timeliness_is_what_the_dates_say(asked: Callable[[str], Mapping[str, Row]]) -> None:
    """Worked out by hand with a calendar: 31 August 2026 is a bank holiday in England."""
    figures = asked("2026-11-06")
    by_hand = {
        "r02_assessment.on_time": (6, 8), "r02_assessment.late": (2, 8),
        "r05_first_core_group.on_time": (4, 8), "r05_first_core_group.overdue": (1, 8),
        "r09_cp_visit.on_time": (3, 8), "r11_care_plan.on_time": (3, 4),
        "r07_first_review_conference.not_yet_due": (1, None),
    }  # fmt: skip
    for key, share in by_hand.items():
        figure = figures[f"timeliness.{key}"]
        assert (figure["numerator"], figure["denominator"]) == share
