"""Static files, collected when those of the packages have changed, and not otherwise."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def collect_when_stale(data: Path) -> bool:
    """Collect static files where they are not those of this version. Returns whether it did.

    What was collected is remembered in a file beside them, written last: a collection that was
    interrupted is made again.
    """
    stamp, now = data / "static.sha256", _digest()
    if stamp.is_file() and stamp.read_text(encoding="ascii") == now:
        return False
    stamp.unlink(missing_ok=True)
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(now, encoding="ascii")
    return True


def _digest() -> str:
    """Of every file's name, size and time, and of where they are put."""
    found = sha256(str(settings.STATIC_ROOT).encode())
    for line in sorted(_files()):
        found.update(line.encode())
    return found.hexdigest()


def _files() -> Iterator[str]:
    for finder in get_finders():
        for name, storage in finder.list([]):
            status = Path(storage.path(name)).stat()
            yield f"{name} {status.st_size} {status.st_mtime_ns}\n"
