"""Who is at the databases: any number of running bots, or one command that needs them for itself.

A file lock beside the key, which the system takes away from whoever dies.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.core.errors import HostError

_NAME = "in-use"


@contextmanager
def at_work(key_file: Path) -> Iterator[None]:
    """For a running bot. Raises HostError while a command has the databases for itself."""
    with _held(key_file, fcntl.LOCK_SH):
        yield


@contextmanager
def alone(key_file: Path) -> Iterator[None]:
    """For a command that changes what a running bot relies on. Raises HostError while one runs."""
    with _held(key_file, fcntl.LOCK_EX):
        yield


_IN_THE_WAY = {
    fcntl.LOCK_SH: "A command is at work on the databases. Start the bot when it is done.",
    fcntl.LOCK_EX: "The bot is running, or another command is. Nothing was changed. Stop it, and try again.",
}


@contextmanager
def _held(key_file: Path, kind: int) -> Iterator[None]:
    file = key_file.with_name(_NAME)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise HostError(f"The file {file} does not open: {error.strerror or error}") from None
    try:
        _take(descriptor, kind)
        yield
    finally:
        os.close(descriptor)


def _take(descriptor: int, kind: int) -> None:
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        raise HostError(_IN_THE_WAY[kind]) from None
