"""Keys of an installation: made once, kept outside database and backup, never printed."""

import secrets
from pathlib import Path

from goldenthread.config.sealing import new_pair

SECRETS = ("secret_key", "content_key", "pseudonym_key")
RECIPIENT = "goldenthread_backup_recipient"
IDENTITY = "take-away-backup-identity.txt"
_IDENTITY_TEXT = """\
# The private key of Golden Thread's backups (age). Whoever has it can read every backup.
# Take this file away from this machine: print it, or keep it where the authority keeps its
# passwords, in two places. Without it no backup can be restored, by anybody.
# public key: {public}
{private}
"""


def make(folder: Path) -> list[Path]:
    """Write the keys that the folder lacks, each readable by its owner only.

    Keys that stand are left alone: another content key would lose what waits to be sent, another
    pseudonym key would part every child from the pseudonym already given out. Returns the paths of
    the files that are new; the private key of backups is to be taken away.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    new = {
        folder / f"goldenthread_{name}": secrets.token_urlsafe(48)
        for name in SECRETS
        if not (folder / f"goldenthread_{name}").exists()
    }
    if not (folder / RECIPIENT).exists():
        pair = new_pair()
        new[folder / IDENTITY] = _IDENTITY_TEXT.format(public=pair.public, private=pair.private)
        new[folder / RECIPIENT] = pair.public
    for path, text in new.items():
        path.touch(mode=0o600, exist_ok=False)
        path.write_text(text, encoding="ascii")
    return list(new)
