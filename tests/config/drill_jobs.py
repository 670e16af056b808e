"""A job for drills with workers: it goes on until a file is there."""

import os
import time
from pathlib import Path
from uuid import UUID

from goldenthread.core.jobs import job


def sign(which: UUID) -> Path:
    """The file that ends the job."""
    return Path(os.environ["GOLDENTHREAD_DATA"]) / f"{which}.sign"


@job
def wait_for_sign(which: UUID) -> None:
    """Work until told that it is enough."""
    while not sign(which).exists():
        time.sleep(0.02)
