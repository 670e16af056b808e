"""Run by the drill as a process of its own: asks for e-mails, sends them, says what became of them.

``outbox_process.py fill N | work | lapse | tell``
"""

import json
import os
import sys
from datetime import timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")

django.setup()

from goldenthread.core import clock  # noqa: E402
from goldenthread.core.actors import System  # noqa: E402
from goldenthread.notices.jobs import sweep  # noqa: E402
from goldenthread.notices.models import Notice  # noqa: E402
from goldenthread.notices.services.outbox import queue_ready_made  # noqa: E402

LEFT = ("queued", "sending", "handing_over")


def fill(count: int) -> None:
    """Ask for e-mails, each an act of its own."""
    for number in range(count):
        message_id = f"<{number}@example.org>"
        content = f"Message-ID: {message_id}\r\nSubject: Drill\r\n\r\n.{number}\r\n"
        queue_ready_made(
            address=f"person{number}@example.org",
            content=content.encode(),
            message_id=message_id,
            by=System("drill"),
        )


def work() -> None:
    """Sweep until nothing waits."""
    while Notice.objects.filter(state="queued", not_before__lte=clock.now()).exists():
        sweep.call()


def lapse() -> None:
    """Let the time pass that leases and waits take, and sweep once."""
    past = clock.now() - timedelta(seconds=1)
    Notice.objects.filter(lease_until__isnull=False).update(lease_until=past)
    Notice.objects.filter(state="queued").update(not_before=past)
    sweep.call()


def tell() -> None:
    """Print the state of each e-mail."""
    rows = Notice.objects.exclude(kind="mail_trouble").values_list("message_id", "state")
    sys.stdout.write(json.dumps(dict(rows)))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["fill", count]:
            fill(int(count))
        case ["work"]:
            work()
        case ["lapse"]:
            lapse()
        case ["tell"]:
            tell()
