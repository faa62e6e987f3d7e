"""The command line, in processes of its own, as a host and a newcomer use it."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from rehearsal import Rehearsal
from tests.forking import loaded_python

_INHERITED = ("PATH", "HOME", "LANG", "TMPDIR", "PYTHONPATH")


@dataclass(frozen=True)
class Ended:
    """A command that has ended."""

    code: int
    out: str
    err: str


@asynccontextmanager
async def started(
    folder: Path, *command: str, by_itself: bool = False, **env: str
) -> AsyncIterator[asyncio.subprocess.Process]:
    """A command that runs: forked from one that has loaded its code, or `by_itself`, as a host types it."""
    process = await asyncio.create_subprocess_exec(
        *((sys.executable,) if by_itself else loaded_python()),
        "-m",
        *command,
        stdin=asyncio.subprocess.PIPE,
        cwd=folder,
        env={**{name: os.environ[name] for name in _INHERITED if name in os.environ}, **env},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def run(folder: Path, *command: str, by_itself: bool = False, **env: str) -> Ended:
    async with started(folder, *command, by_itself=by_itself, **env) as process, asyncio.timeout(60):
        out, err = await process.communicate()
        assert process.returncode is not None
        return Ended(process.returncode, out.decode(), err.decode())


async def until(process: asyncio.subprocess.Process, text: str) -> str:
    """Read what it prints until `text` is in it."""
    assert process.stdout is not None
    printed = ""
    async with asyncio.timeout(60):
        while text not in printed:
            line = await process.stdout.readline()
            assert line, f"it ended before it printed {text!r}: {printed}"
            printed += line.decode()
    return printed


def column(transcript: str, number: int) -> str:
    """One person's column of a transcript."""
    rows = [line for line in transcript.splitlines() if line.startswith("│")]
    assert rows, "the transcript has columns"
    borders = [index for index in range(len(rows[0])) if all(row[index] == "│" for row in rows)]
    return "\n".join(row[borders[number] + 1 : borders[number + 1]] for row in rows)


async def test_the_rehearsal_plays_its_scene_and_ends(tmp_path: Path) -> None:
    ended = await run(tmp_path, "rehearsal", "--once", by_itself=True)
    assert ended.code == 0, ended.out + ended.err
    assert "19 steps, each as it should be" in ended.out
    amina, derek, leila = (column(ended.out, number) for number in range(3))
    for words in ("is safe here", "Waiting.", "has an answer", "There is nothing of"):
        assert words in amina
        assert words not in leila + derek
    for everybody in (amina, derek, leila):
        assert "Question 1" in everybody
        assert "This question is closed." in everybody
    assert "Amina" not in leila + derek
    assert "Amina" not in amina, "no column names the asker; her own name is in the head alone"


async def test_any_scene_can_be_played_once(tmp_path: Path) -> None:
    ended = await run(tmp_path, "rehearsal", "--once", "--scene", "gives-herself-away")
    assert ended.code == 0, ended.out + ended.err
    assert "A question that shows who asks" in ended.out
    assert "7 steps, each as it should be" in ended.out


async def test_a_scene_that_there_is_not_is_named_with_those_there_are(tmp_path: Path) -> None:
    ended = await run(tmp_path, "rehearsal", "--once", "--scene", "none", COLUMNS="200")
    assert ended.code == 2
    assert "there is no scene 'none'" in ended.err
    assert "someone-paused" in ended.err
    assert "opening" not in ended.err


async def test_the_rehearsal_in_a_terminal_plays_and_then_obeys(tmp_path: Path) -> None:
    """Its prompt has tests of its own."""
    async with started(tmp_path, "rehearsal", "--terminal", "--scene", "gives-herself-away") as process:
        async with asyncio.timeout(60):
            out, err = await process.communicate(b"people\nquit\n")
    assert process.returncode == 0, out + err
    assert b"7 steps, each as it should be" in out
    assert b"Leila Haddad: chairs the meetings" in out


async def test_the_practice_room_prints_its_address(tmp_path: Path) -> None:
    async with started(tmp_path, "rehearsal") as process:
        printed = await until(process, "The bot is ready.")
        process.send_signal(signal.SIGINT)
        assert await process.wait() == 0
    (address,) = [line for line in printed.splitlines() if line.startswith("http://")]
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/#key=[\w-]{32}", address)


async def test_a_port_that_is_taken_is_one_sentence(rehearsal: Rehearsal, tmp_path: Path) -> None:
    port = rehearsal.api_url.split(":")[2].split("/")[0]
    ended = await run(tmp_path, "rehearsal", "--port", port)
    assert ended.code == 1
    assert f"The practice room cannot use port {port}: " in ended.out
    assert "Traceback" not in ended.out + ended.err


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
async def test_the_rehearsal_stays_up_until_it_is_stopped_and_leaves_nothing(
    tmp_path: Path, stop: signal.Signals
) -> None:
    async with started(
        tmp_path, "rehearsal", by_itself=stop == signal.SIGINT, TMPDIR=str(tmp_path)
    ) as process:
        await until(process, "It stays up")
        assert list(tmp_path.iterdir()) != []
        process.send_signal(stop)
        async with asyncio.timeout(20):
            assert await process.wait() == 0
    assert list(tmp_path.iterdir()) == []


async def test_the_server_alone_says_what_a_client_needs(tmp_path: Path) -> None:
    async with started(tmp_path, "rehearsal", "--server-only") as process:
        printed = await until(process, "Stop it with Ctrl-C")
        process.send_signal(signal.SIGINT)
        assert await process.wait() == 0
    for what in ("token", "application id", "community id", "http://127.0.0.1", "ws://127.0.0.1"):
        assert what in printed


async def test_rehearse_passes_its_options_on(tmp_path: Path) -> None:
    ended = await run(tmp_path, "bot", "rehearse", "--help", by_itself=True)
    assert ended.code == 0
    assert "--once" in ended.out
    assert "--server-only" in ended.out
    assert "--terminal" in ended.out


async def test_version(tmp_path: Path) -> None:
    ended = await run(tmp_path, "bot", "version")
    assert ended.out.startswith("equal-footing ")


async def test_a_wrong_token_is_one_sentence(rehearsal: Rehearsal, tmp_path: Path) -> None:
    env = {"DISCORD_TOKEN": "wrong.token.indeed", "DISCORD_API_URL": rehearsal.api_url}
    ended = await run(tmp_path, "bot", "run", **env)
    assert ended.code == 1
    assert ended.err.splitlines()[-1].startswith("Discord does not accept the token.")
    assert "Traceback" not in ended.err
    assert "wrong.token" not in ended.err + ended.out


@pytest.mark.parametrize(
    ("env", "sentence"),
    [
        ({"LOG_LEVEL": "LOUD"}, "'DEBUG', 'INFO', 'WARNING' or 'ERROR'"),
        ({"DATABASE_URL": "mysql://me:hunter2@x/y"}, "postgresql+asyncpg://"),
        ({"CLOCK_URL": "ws://example.org/clock"}, "an address on this machine"),
        ({"EQUAL_FOOTING_CONFIG": "nowhere.toml"}, "no settings file"),
        ({"MASTER_KEY": "c2hvcnQ=", "DISCORD_TOKEN": "x"}, "32 bytes in base64"),
    ],
)
async def test_a_wrong_setting_is_named_with_its_valid_values(
    tmp_path: Path, env: dict[str, str], sentence: str
) -> None:
    ended = await run(tmp_path, "bot", "run", by_itself="LOG_LEVEL" in env, **env)
    assert ended.code == 1
    assert sentence in ended.err
    assert "Traceback" not in ended.err
    assert "hunter2" not in ended.err


async def post_panels(rehearsal: Rehearsal) -> None:
    await rehearsal.person("Ruth").command(
        "panel",
        channel="general",
        questions_channel="questions",
        facilitators_channel="facilitators",
        facilitators_role="Facilitators",
    )


async def test_a_lost_key_is_not_replaced(rehearsal: Rehearsal, tmp_path: Path) -> None:
    """A new key would open nothing that is sealed: the host is told, and nothing is made."""
    addresses = {
        "DISCORD_TOKEN": rehearsal.token,
        "DISCORD_API_URL": rehearsal.api_url,
        "DISCORD_GATEWAY_URL": rehearsal.gateway_url,
        "CLOCK_URL": rehearsal.clock_url,
    }
    async with started(tmp_path, "bot", "run", by_itself=True, **addresses) as process:
        await rehearsal.bot_ready()
        await post_panels(rehearsal)
        await rehearsal.settle()
        opened = await rehearsal.person("Amina").press("Ask anonymously", channel="questions")
        assert opened.form is not None
        await opened.form.submit({"Your question": "Where is the key?"})
        await post_panels(rehearsal)
        # The panels are on their way.
        process.terminate()
        async with asyncio.timeout(20):
            assert await process.wait() == 0
    key = tmp_path / "keys" / "master.key"
    assert key.stat().st_mode & 0o777 == 0o600
    key.unlink()
    ended = await run(tmp_path, "bot", "run", **addresses)
    assert ended.code == 1
    assert "is gone, and there are rows that only it opens" in ended.err
    assert not key.exists()


async def test_the_doctor_says_by_its_exit_code_whether_all_is_well(tmp_path: Path) -> None:
    ended = await run(tmp_path, "bot", "doctor")
    assert ended.code == 1
    assert "WRONG  Token: there is none" in ended.out
    assert list(tmp_path.iterdir()) == []
