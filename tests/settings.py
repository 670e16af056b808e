"""Settings of tests: invented keys, and everything else as in a real installation."""

import os
import tempfile
from pathlib import Path

_KEY = "invented-key-of-the-tests-and-of-nothing-else"
_DATA = Path(tempfile.gettempdir()) / "goldenthread-tests"

os.environ.setdefault("GOLDENTHREAD_SECRET_KEY", _KEY)
os.environ.setdefault("GOLDENTHREAD_CONTENT_KEY", _KEY)
os.environ.setdefault("GOLDENTHREAD_PSEUDONYM_KEY", _KEY)
os.environ.setdefault("GOLDENTHREAD_DATA", str(_DATA))
(_DATA / "static").mkdir(parents=True, exist_ok=True)

from goldenthread.config.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick, for tests only
STORAGES = {  # no manifest: tests collect no static files
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
