"""Any number of running bots, or one command that needs the databases for itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot.core.errors import HostError
from bot.core.lock import alone, at_work

ROOT = Path(__file__).parents[3]


def test_bots_do_not_keep_each_other_out(tmp_path: Path) -> None:
    with at_work(tmp_path / "master.key"), at_work(tmp_path / "master.key"):
        pass


def test_a_command_waits_for_nobody_and_says_who_is_in_the_way(tmp_path: Path) -> None:
    key = tmp_path / "keys" / "master.key"
    with at_work(key), pytest.raises(HostError, match="The bot is running"), alone(key):
        raise AssertionError
    with alone(key), pytest.raises(HostError, match="A command is at work"), at_work(key):
        raise AssertionError
    with alone(key), pytest.raises(HostError), alone(key):
        raise AssertionError
    with at_work(key):
        pass


def test_whoever_dies_holds_nothing(tmp_path: Path) -> None:
    key = tmp_path / "master.key"
    dies = (
        f"import os, sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from pathlib import Path\n"
        "from bot.core.lock import alone\n"
        f"with alone(Path({str(key)!r})): os.kill(os.getpid(), 9)\n"
    )
    assert subprocess.run([sys.executable, "-c", dies], check=False).returncode == -9
    with alone(key):
        pass


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "keys").write_text("a file, not a folder")
    with pytest.raises(HostError, match="in-use does not open"), at_work(tmp_path / "keys" / "master.key"):
        raise AssertionError
