"""The command line's last words: where it failed, and nothing that anybody wrote."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.forking import loaded_python

WORDS = "am I the only one who is lost"
ACCOUNT = 190000000000000042

#: Starts the bot with a planted fault in place of everything that `run` does.
FAILING = """
import sys
from bot import app
from bot.core.errors import HostError

async def fails(settings):
    words = {words!r}
    raise {error}

app.run = fails
from bot import __main__ as command_line
sys.argv = ["equal-footing", "run"]
command_line.{start}()
"""


def last_words(error: str, folder: Path, start: str = "main") -> tuple[int, str]:
    """What a host sees when the bot stops by an error: its exit code and all that is printed."""
    script = FAILING.format(words=f"{WORDS} from {ACCOUNT}", error=error, start=start)
    done = subprocess.run(
        [*loaded_python(), "-c", script],
        cwd=folder,
        env={},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


FAULTS = {
    "an error": "ValueError(words)",
    "a group": "ExceptionGroup(words, [KeyError(words), ExceptionGroup('x', [TypeError(words)])])",
    "with a cause": "RuntimeError(words) from ValueError(words)",
    "a look-up": "KeyError({'words': words})",
}


@pytest.mark.parametrize("error", FAULTS.values(), ids=FAULTS)
def test_a_fault_of_ours_is_told_without_what_anybody_wrote(error: str, tmp_path: Path) -> None:
    code, told = last_words(error, tmp_path)
    assert code == 1
    assert "in fails" in told
    assert error.partition("(")[0] in told
    assert WORDS not in told
    assert str(ACCOUNT) not in told


def test_python_itself_would_tell(tmp_path: Path) -> None:
    """The planted fault: the same, without the command line's care."""
    code, told = last_words(FAULTS["an error"], tmp_path, start="cli")
    assert code == 1
    assert WORDS in told


def test_what_a_host_has_to_mend_is_one_sentence(tmp_path: Path) -> None:
    code, told = last_words("HostError('Set DISCORD_TOKEN.')", tmp_path)
    assert (code, told) == (1, "Set DISCORD_TOKEN.\n")


#: Starts a bot that does not end when it is stopped, and stops it by a signal, once or twice.
HANGING = """
import asyncio, os, signal
from bot import __main__ as command_line
from bot.core import stopping

stopping.LONGEST_STOP = {longest}

async def hangs():
    for _ in range({times}):
        os.kill(os.getpid(), signal.SIGTERM)
        while True:
            try:
                await asyncio.sleep(60)
            except asyncio.CancelledError:
                break
    await asyncio.sleep(60)

command_line._until_stopped(hangs())
"""


@pytest.mark.parametrize(
    ("times", "longest", "code"), [(1, 0.05, 1), (2, 60, -15)], ids=["in time", "told twice"]
)
def test_a_bot_that_hangs_ends_all_the_same(times: int, longest: float, code: int) -> None:
    script = HANGING.format(times=times, longest=longest)
    done = subprocess.run(
        [*loaded_python(), "-c", script], env={}, capture_output=True, text=True, check=False, timeout=50
    )
    assert done.returncode == code
    assert ("It is taken up again at the next start." in done.stderr) is (code == 1)
