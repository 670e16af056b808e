"""Take in what came to the bounce address: from a pipe, a file, a mailbox or a folder."""

import mailbox
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from goldenthread.core.actors import System
from goldenthread.notices.mail.reports import LARGEST
from goldenthread.notices.sending.bounces import take_bounce

_START_OF_MBOX = b"From "


class Command(BaseCommand):
    """Read delivery reports; each e-mail that came back is marked, and administrators are told."""

    help = "Take in delivery reports: one message from standard input, a file, mbox or maildir."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """A path, or standard input."""
        parser.add_argument(
            "path", nargs="?", type=Path, help="A message, an mbox file or a maildir folder."
        )

    def handle(self, *args: Any, path: Path | None = None, **options: Any) -> None:
        """Take each message, and say how many were what."""
        taken = Counter(take_bounce(raw=raw, by=System("bounces")) for raw in _messages(path))
        for what, count in sorted(taken.items(), key=lambda each: each[0].name):
            self.stdout.write(f"{count} {what.value}")


def _messages(path: Path | None) -> Iterator[bytes]:
    if path is None:
        yield sys.stdin.buffer.read(LARGEST)
        return
    if not path.exists():
        raise CommandError(f"{path} does not exist. Name a message, an mbox file or a maildir.")
    if path.is_dir():
        yield from _each(mailbox.Maildir(path, create=False))
        return
    with path.open("rb") as file:
        start = file.read(len(_START_OF_MBOX))
        if start != _START_OF_MBOX:
            yield start + file.read(LARGEST)
            return
    yield from _each(mailbox.mbox(path, create=False))


def _each(box: mailbox.Mailbox[Any]) -> Iterator[bytes]:
    """Every message; the box is only read."""
    try:
        for key in box.iterkeys():
            yield box.get_bytes(key)
    finally:
        box.close()
