"""Facts about the machine that the numbers depend on. Its name and its paths are not among them."""

import os
import platform
from importlib.metadata import version
from pathlib import Path

PACKAGES = (
    "typer",
    "pydantic",
    "python-calamine",
    "lxml",
    "python-docx",
    "python-pptx",
    "xlsxwriter",
    "typst",
    "jinja2",
)
"""Packages that a brief's time depends on."""


def facts() -> list[tuple[str, str]]:
    """What and how much, in words."""
    return [
        ("Processor", f"{_processor()}, {os.cpu_count()} cores"),
        ("Memory", f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB"),
        ("System", _system()),
        ("Python", f"{platform.python_implementation()} {platform.python_version()}"),
        ("Packages", ", ".join(f"{name} {version(name)}" for name in PACKAGES)),
    ]


def load() -> float:
    """How many processes wanted a core, on average over the last minute."""
    return os.getloadavg()[0]


def _processor() -> str:
    """The processor's name where Linux gives it, else what the platform says."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.is_file() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return f"{platform.system()} {platform.release()}"
