"""What was forked is a bot like any other: with its own surroundings, output, exit code and death."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from bot import __version__
from rehearsal import BotSilentError, Rehearsal
from rehearsal.launcher import BotProcess
from tests.forking import loaded_python, our_bot

PYTHON = (sys.executable,)
THERE = {"PATH": os.environ["PATH"]}


def run(python: tuple[str, ...], folder: Path, *words: str, **env: str) -> tuple[int, str, str]:
    folder.mkdir(exist_ok=True)
    ended = subprocess.run(
        [*python, *words],
        cwd=folder,
        env={**THERE, **env},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return ended.returncode, ended.stdout, ended.stderr


def files(folder: Path) -> list[tuple[str, int]]:
    """What a command left, and whom it is for."""
    return sorted((str(each.relative_to(folder)), each.stat().st_mode) for each in folder.rglob("*"))


@pytest.mark.parametrize(
    ("words", "env"),
    [
        ("bot version", {}),
        ("bot run", {}),
        ("bot run", {"LOG_LEVEL": "LOUD"}),
        ("bot tables", {"ANONYMOUS_DATABASE_URL": "sqlite+aiosqlite:///nowhere.db"}),
        ("bot doctor", {}),
        ("bot healthy", {}),
        ("bot backup backup.db", {}),
        ("bot rotate-keys", {}),
        # Their work is called as that of the two above; only their words are their own.
        ("bot restore", {}),
        ("bot export --community five", {}),
        ("bot erase --community five", {}),
        ("bot invite --client-id five", {}),
        ("bot no-such-command", {}),
        ("rehearsal --once --scene none", {}),
    ],
)
def test_every_command_ends_as_it_does_by_itself(tmp_path: Path, words: str, env: dict[str, str]) -> None:
    root = {"PYTHONPATH": str(Path(__file__).parents[2])}
    command = ("-m", *words.split())
    forked, itself = tmp_path / "forked", tmp_path / "itself"
    assert run(loaded_python(), forked, *command, **env) == run(PYTHON, itself, *command, **env, **root)
    assert files(forked) == files(itself)


def test_a_script_ends_as_it_does_by_itself(tmp_path: Path) -> None:
    command = ("-c", "import sys; print(__name__, sys.argv); sys.exit(3)", "a word")
    assert run(loaded_python(), tmp_path, *command) == run(PYTHON, tmp_path, *command)


def test_it_is_this_bot(tmp_path: Path) -> None:
    code, said, _ = run(loaded_python(), tmp_path, "-m", "bot", "version")
    assert (code, __version__ in said) == (0, True)


async def started(rehearsal: Rehearsal, folder: Path) -> BotProcess:
    bot = BotProcess(rehearsal, folder, our_bot())
    await bot.start()
    await rehearsal.bot_ready()
    return bot


async def is_missed(rehearsal: Rehearsal) -> None:
    """Returns when the rehearsal has noticed that its bot is gone."""
    with pytest.raises(BotSilentError):
        async with asyncio.timeout(30):
            while True:
                await rehearsal.settle()
                await rehearsal.bot_ready(timeout=0.1)


async def test_killed_it_is_gone_and_another_takes_its_place(tmp_path: Path) -> None:
    async with Rehearsal() as rehearsal:
        for _ in range(3):
            bot = await started(rehearsal, tmp_path)
            os.kill(bot.pid, signal.SIGKILL)
            assert await bot.ended() == -signal.SIGKILL
            await is_missed(rehearsal)


async def test_asked_to_stop_it_says_goodbye(tmp_path: Path) -> None:
    async with Rehearsal() as rehearsal:
        bot = await started(rehearsal, tmp_path)
        await bot.stop()
        assert await bot.ended() == 0
        assert "Traceback" not in bot.last_lines()


def test_a_client_that_goes_before_it_has_asked_leaves_the_others_theirs(tmp_path: Path) -> None:
    address = loaded_python()[-1]
    for said in (b"", b"\0\0\0\x09half"):
        with socket.socket(socket.AF_UNIX) as client, (tmp_path / "out").open("wb") as out:
            client.connect(address)
            if said:
                socket.send_fds(client, [said[:4]], [out.fileno()] * 3)
                client.sendall(said[4:])
    code, told, _ = run(loaded_python(), tmp_path, "-m", "bot", "version")
    assert (code, __version__ in told) == (0, True)
