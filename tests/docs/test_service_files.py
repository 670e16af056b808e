"""Files that an administrator copies from the docs: units, settings and what they run."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
import typer.main
from tests.docs.markdown import DOCS, hand_written, name

from goldenthread import cli
from goldenthread.config.environment import PREFIX, Environment
from goldenthread.config.setting_faults import OTHERS

FILES = DOCS / "how-to" / "files" / "service"
UNITS = sorted(FILES.glob("*.service"))
SETTINGS = {f"{PREFIX}{field}".upper() for field in (*Environment.model_fields, *OTHERS)}
HARDENING = (
    "NoNewPrivileges=yes", "ProtectSystem=strict", "ProtectHome=yes", "PrivateTmp=yes",
    "CapabilityBoundingSet=", "IPAddressDeny=any", "UMask=0077", "LimitCORE=0",
    "User=golden-thread", "EnvironmentFile=/etc/golden-thread/settings",
)  # fmt: skip


@pytest.mark.parametrize(
    "path", [*hand_written(), *sorted(FILES.iterdir())], ids=lambda path: name(path)
)
def test_every_setting_that_is_named_is_one(path: Path) -> None:
    named = re.findall(rf"{PREFIX}[A-Z_]+", path.read_text(encoding="utf-8"))
    assert set(named) <= SETTINGS


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_a_unit_runs_a_command_that_there_is_and_may_do_little(unit: Path) -> None:
    lines = unit.read_text(encoding="utf-8").splitlines()
    assert not [line for line in HARDENING if line not in lines]
    (begun,) = (line for line in lines if line.startswith("ExecStart="))
    _, command, *arguments = shlex.split(begun.partition("=")[2])
    found = typer.main.get_group(cli.app).commands[command]
    options = {option for parameter in found.params for option in parameter.opts}
    assert {word for word in arguments if word.startswith("-")} <= options


def test_units_of_the_page_are_the_files_that_there_are() -> None:
    page = (DOCS / "how-to" / "run-the-service.md").read_text(encoding="utf-8")
    assert not [path.name for path in FILES.iterdir() if path.name not in page]


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="needs systemd-analyze: systemd")
def test_systemd_understands_the_units(tmp_path: Path) -> None:
    for path in [*UNITS, *FILES.glob("*.timer")]:
        text = path.read_text(encoding="utf-8")
        (tmp_path / path.name).write_text(re.sub(r"/opt/\S+/goldenthread", "/bin/true", text))
    done = subprocess.run(
        ["systemd-analyze", "verify", *sorted(map(str, tmp_path.iterdir()))],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert not [line for line in done.stderr.splitlines() if "golden-thread" in line]


def test_the_script_is_one_for_the_shell() -> None:
    subprocess.run(["sh", "-n", FILES / "golden-thread.sh"], check=True)
