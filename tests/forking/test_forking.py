"""What was forked is a bot like any other: with its own surroundings, output, exit code and death."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
from pathlib import Path

import pytest

from bot import __version__
from rehearsal import BotSilentError, Rehearsal
from rehearsal.launcher import OUR_BOT, BotProcess
from tests.forking import our_bot

THERE = {"PATH": os.environ["PATH"]}


def run(command: tuple[str, ...], folder: Path, *words: str, **env: str) -> tuple[int, str, str]:
    ended = subprocess.run(
        [*command[:-1], *words],
        cwd=folder,
        env={**THERE, **env},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return ended.returncode, ended.stdout, ended.stderr


@pytest.mark.parametrize(
    ("words", "env"),
    [
        (("version",), {}),
        (("run",), {}),
        (("run",), {"LOG_LEVEL": "LOUD"}),
        (("tables",), {"ANONYMOUS_DATABASE_URL": "sqlite+aiosqlite:///nowhere.db"}),
        (("no-such-command",), {}),
    ],
)
def test_every_command_ends_as_it_does_by_itself(
    tmp_path: Path, words: tuple[str, ...], env: dict[str, str]
) -> None:
    root = {"PYTHONPATH": str(Path(__file__).parents[2])}
    assert run(our_bot(), tmp_path, *words, **env) == run(OUR_BOT, tmp_path, *words, **env, **root)


def test_it_is_this_bot(tmp_path: Path) -> None:
    code, said, _ = run(our_bot(), tmp_path, "version")
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
    address = our_bot()[-2]
    for said in (b"", b"\0\0\0\x09half"):
        with socket.socket(socket.AF_UNIX) as client, (tmp_path / "out").open("wb") as out:
            client.connect(address)
            if said:
                socket.send_fds(client, [said[:4]], [out.fileno()] * 3)
                client.sendall(said[4:])
    code, told, _ = run(our_bot(), tmp_path, "version")
    assert (code, __version__ in told) == (0, True)
