"""A small file that a running bot touches, so that a hung one can be told from a healthy one."""

from __future__ import annotations

import time
from datetime import datetime
from pathlib import Path

FILE_NAME = "alive"
#: In seconds.
_TOUCHED_EVERY = 30
_MISSED_AFTER = 180


class Alive:
    """Touches the file when it is rung for: so it says that the bell rings, and that the loop turns."""

    def __init__(self, file: Path) -> None:
        """The file, and its folder, are made by the first ring."""
        self._file = file
        self._touched = -float(_TOUCHED_EVERY)

    async def ring(self) -> None:
        """Touch the file, unless that was a moment ago."""
        now = time.monotonic()
        if now - self._touched >= _TOUCHED_EVERY:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.touch()
            self._touched = now

    async def next_due(self) -> datetime | None:
        """Nothing: this goes by the machine's time, whatever clock the bot has."""
        return None


def is_alive(file: Path, now: float) -> bool:
    """Whether a bot touched the file lately; `now` is in seconds since 1970."""
    return file.exists() and now - file.stat().st_mtime < _MISSED_AFTER
