"""Print a digest of the requirements in pyproject.toml; locks carry it, checks compare it."""

import hashlib
import json
import sys
import tomllib
from pathlib import Path


def digest(pyproject: Path) -> str:
    """First twelve hex digits of a hash over all requirements, in order."""
    data = tomllib.loads(pyproject.read_text(encoding="utf-8"))
    project = data["project"]
    wanted = [
        project["dependencies"],
        project["optional-dependencies"],
        data["dependency-groups"],
    ]
    return hashlib.sha256(json.dumps(wanted, sort_keys=True).encode()).hexdigest()[:12]


if __name__ == "__main__":
    sys.stdout.write(digest(Path(__file__).parent.parent / "pyproject.toml") + "\n")
