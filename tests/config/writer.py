"""Run by the drills as a process of its own: acts, each printed when it is committed.

``writer.py ROWS`` writes so many rows at once, so that a backup takes a while, and then acts one
after the other until it is killed.
"""

import os
import sys
from dataclasses import dataclass
from uuid import UUID, uuid4

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")

django.setup()

from goldenthread.core import clock, ledger  # noqa: E402
from goldenthread.core.actors import System  # noqa: E402
from goldenthread.core.acts import act  # noqa: E402
from goldenthread.core.events import Event  # noqa: E402
from goldenthread.core.models import ErasurePermit, LedgerEntry  # noqa: E402


@dataclass(frozen=True, kw_only=True)
class RowWritten(Event, kind="test.row_written", about="row", sentence="{by} wrote {row}"):
    """A row of a drill."""

    row: UUID


@act
def write_row(*, by: System) -> UUID:
    """Two rows of two tables that belong together."""
    permit = ErasurePermit.objects.create(id=uuid4())
    ledger.record(RowWritten(row=permit.id), by=by)
    return permit.id


def seed(rows: int) -> None:
    """Rows that are nobody's act."""
    LedgerEntry.objects.bulk_create(
        [
            LedgerEntry(at=clock.now(), kind="test.seed", actor="system:seed", subject=uuid4())
            for _ in range(rows)
        ],
        batch_size=5000,
    )


def main() -> None:
    """Write until killed, or until whoever reads is gone."""
    seed(int(sys.argv[1]))
    by = System("drill")
    while True:
        print(write_row(by=by), flush=True)  # noqa: T201  # the acknowledgement


if __name__ == "__main__":
    main()
