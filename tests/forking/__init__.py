"""The bot as a process of its own, without the second that its code takes to load.

A server has loaded it once, and forks for each start; a small client stands where the bot's own process
would: with its exit code, its output, and its death. What is started is the same code, from its first line.
The rehearsal's own command line is loaded there too. Tests of the start itself use the real command.
"""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

_CLIENT = Path(__file__).with_name("client.py")


#: What Python and the loaded libraries look at once; the rest of a bot's surroundings is its client's.
_INHERITED = ("PATH", "HOME", "LANG", "PYTHONPATH")


def our_bot() -> tuple[str, ...]:
    """The command that starts the bot, to be given in place of `rehearsal.launcher.OUR_BOT`."""
    return *loaded_python(), "-m", "bot", "run"


@cache
def loaded_python() -> tuple[str, ...]:
    """The command that stands for Python's own with `-m MODULE` or `-c CODE`; its last word is the address.

    The server is this process's own, and ends with it.
    """
    folder = tempfile.TemporaryDirectory()
    address = Path(folder.name, "server")
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.forking.server", str(address)],
        cwd=Path(__file__).parents[2],
        env={name: os.environ[name] for name in _INHERITED if name in os.environ},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    if server.stdin is None or server.stdout is None:
        raise RuntimeError("the server was given pipes")
    server.stdout.readline()

    def end() -> None:
        server.communicate()
        folder.cleanup()

    atexit.register(end)
    return sys.executable, "-S", "-E", str(_CLIENT), str(address)
