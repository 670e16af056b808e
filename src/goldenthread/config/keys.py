"""Keys of an installation: made once, kept outside database and backup, never printed."""

import secrets
from pathlib import Path

SECRETS = ("secret_key", "content_key", "pseudonym_key")


def make(folder: Path) -> list[Path]:
    """Write the keys that the folder lacks, each readable by its owner only.

    Keys that stand are left alone: another content key would lose what waits to be sent, another
    pseudonym key would part every child from the pseudonym already given out. Returns the paths of
    the keys that are new.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    wanted = [folder / f"goldenthread_{name}" for name in SECRETS]
    new = [path for path in wanted if not path.exists()]
    for path in new:
        path.touch(mode=0o600, exist_ok=False)
        path.write_text(secrets.token_urlsafe(48), encoding="ascii")
    return new
