"""What every test shares: tools of the machine that some tests need, and what was not run."""

import os
import shutil

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = ("tests.databases", "tests.cast", "tests.browser")

IN_CI = bool(os.environ.get("CI"))

TOOLS = {
    "browser": ("chromium", "apt-get install chromium"),
    "office": (
        "soffice",
        "apt-get install libreoffice-writer libreoffice-impress libreoffice-calc",
    ),
    "pictures": ("pdftoppm", "apt-get install poppler-utils"),
}
"""Marker of a test to the program it needs, and how to get that on Debian."""

settings.register_profile(
    "house", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose program is missing; in CI that is a failure instead."""
    for marker, (program, mend) in TOOLS.items():
        if item.get_closest_marker(marker) and shutil.which(program) is None:
            message = f"{program} is not on this machine: {mend}"
            if IN_CI:
                pytest.fail(message)
            pytest.skip(message)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """End with a table of what was not run, why, and how to get it."""
    skipped = terminalreporter.stats.get("skipped", [])
    reasons: dict[str, int] = {}
    for report in skipped:
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        reasons[reason.removeprefix("Skipped: ")] = (
            reasons.get(reason.removeprefix("Skipped: "), 0) + 1
        )
    terminalreporter.write_sep("-", "not run")
    if not reasons:
        terminalreporter.write_line("Every test was run.")
    for reason, count in sorted(reasons.items()):
        terminalreporter.write_line(f"{count:5d}  {reason}")
