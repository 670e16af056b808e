"""How the command line ends."""

import gc

import pytest

from goldenthread import cli


def test_main_when_interrupted_says_so_and_leaves_with_130(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "app", lambda **_: 130)
    monkeypatch.setattr(gc, "set_threshold", lambda _: None)
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert left.value.code == 130
    said = capsys.readouterr()
    assert (said.out, said.err) == (
        "",
        "Interrupted before it was done; nothing is half written.\n",
    )
