"""``goldenthread demo``: the service with the fictional authority, on this machine only."""

import os
from collections.abc import Callable
from pathlib import Path

from goldenthread.config import keys
from goldenthread.config.environment import PREFIX
from goldenthread.config.start import start
from goldenthread.engine.failures import refused

HOST = "127.0.0.1"
_NOBODY_ASKED_FOR_A_SECOND_FACTOR = "{}"


def prepare(folder: Path, port: int) -> str:
    """Make keys, database and people in a folder, where they do not stand; gives the sign-ins.

    Raises ``Failure`` where the database holds people who are not invented.
    """
    _set_environment(folder, port)
    keys.make(folder / "keys")
    start()
    from django.core.management import call_command

    from goldenthread.devdata.demonstration import HoldsPeople, make_demonstration

    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    try:
        sign_ins = make_demonstration()
    except HoldsPeople:
        raise refused(
            "The database holds people who are not the demonstration's: give another folder."
        ) from None
    return _in_words([(each.role.label, each.name, each.email) for each in sign_ins])


def _in_words(rows: list[tuple[str, str, str]]) -> str:
    from goldenthread.devdata.demonstration import PASSWORD

    width = max(len(role) for role, _, _ in rows)
    address = max(len(email) for _, _, email in rows)
    lines = [f"  {role:<{width}}  {email:<{address}}  {name}" for role, name, email in rows]
    return "\n".join([f"Sign in with the password: {PASSWORD}", *lines])


def _set_environment(folder: Path, port: int) -> None:
    """The demonstration's settings; whatever else stands in the environment is set aside."""
    for name in [name for name in os.environ if name.startswith(PREFIX)]:
        del os.environ[name]
    settings = {
        "DATA": folder / "data",
        "KEYS": folder / "keys",
        "SITE_URL": f"http://{HOST}:{port}",
        "AUTHORITY_NAME": "Larkshire Council",
        "SECOND_FACTOR": _NOBODY_ASKED_FOR_A_SECOND_FACTOR,
        "LOG_FORMAT": "console",
    }
    os.environ.update({f"{PREFIX}{name}": str(value) for name, value in settings.items()})


def serve(port: int, tell: Callable[[str], None]) -> None:
    """Serve it with a worker beside it, until interrupted."""
    from goldenthread.config import serving

    serving.serve(HOST, port, 1, tell, with_worker=True)
