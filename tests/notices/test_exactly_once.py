"""Workers are killed at random moments; every e-mail arrives once, or stands as uncertain."""

import json
import random
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from tests.config.sites import Site
from tests.notices.mail_server import Mailbox, mail_server

PROCESS = Path(__file__).with_name("outbox_process.py")
NOTICES, WORKERS, KILLS = 200, 3, 8
STEPS = ("mail", "rcpt", "data", "taken")


class Workers:
    """Three of them; who is killed is replaced."""

    def __init__(self, site: Site, moments: random.Random) -> None:
        self.site, self.moments = site, moments
        self.killed = 0
        self.running: list[subprocess.Popen[str]] = []

    def keep_up(self) -> None:
        """Start as many as are missing."""
        self.running = [each for each in self.running if each.poll() is None]
        while len(self.running) < WORKERS:
            self.running.append(self.site.start(PROCESS, "work"))

    def maybe_kill(self) -> None:
        """Kill -9 one of them, now and then; called by the mail server at each of its steps."""
        alive = [each for each in self.running if each.poll() is None]
        if alive and self.killed < KILLS and self.moments.random() < 0.1:
            self.moments.choice(alive).kill()
            self.killed += 1


def told(site: Site) -> dict[str, str]:
    """The state of each e-mail."""
    process = site.start(PROCESS, "tell")
    out, wrong = process.communicate()
    assert process.returncode == 0, wrong
    states: dict[str, str] = json.loads(out)
    return states


def run(site: Site, *arguments: str) -> None:
    """Run a step to its end."""
    process = site.start(PROCESS, *arguments)
    _, wrong = process.communicate()
    assert process.returncode == 0, wrong


def drive(site: Site, workers: Workers) -> dict[str, str]:
    """Until no e-mail waits: work, with killing; then let leases lapse, and work again."""
    for _ in range(40):
        workers.keep_up()
        for each in workers.running:
            each.communicate()
        states = told(site)
        left = {"queued", "sending", "handing_over"} & set(states.values())
        if not left:
            return states
        if "queued" not in left:
            run(site, "lapse")
    raise AssertionError(f"E-mails wait for ever: {Counter(states.values())}")


@pytest.mark.slow
@pytest.mark.enable_socket
def test_two_hundred_emails_with_workers_killed_arrive_once_or_stand_as_uncertain(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    box = Mailbox()
    workers = Workers(site, random.Random(20261123))  # noqa: S311 - chooses whom to kill
    box.before = dict.fromkeys(STEPS, workers.maybe_kill)
    with mail_server(box):
        site.variables.update(
            GOLDENTHREAD_MAIL_HOST="127.0.0.1",
            GOLDENTHREAD_MAIL_PORT=str(box.port),
            GOLDENTHREAD_MAIL_SECURITY="none",
        )
        run(site, "fill", str(NOTICES))
        states = drive(site, workers)
    kinds = Counter(states.values())
    sent = {which for which, state in states.items() if state == "sent"}
    arrived = box.ids
    with capsys.disabled():
        missing = [states[which] for which in states if not arrived[which]]
        print(  # noqa: T201 - the counts are the point of the drill
            f"\n{workers.killed} workers killed; {kinds['sent']} sent, {kinds['uncertain']} "
            f"uncertain (of which {missing.count('uncertain')} did not arrive), "
            f"{missing.count('sent')} lost, "
            f"{sum(arrived.values()) - len(arrived)} twice"
        )
    assert workers.killed == KILLS
    assert set(kinds) <= {"sent", "uncertain"}
    assert len(states) == NOTICES
    assert max(arrived.values()) == 1
    assert sent <= set(arrived)
    assert kinds["uncertain"] <= KILLS
